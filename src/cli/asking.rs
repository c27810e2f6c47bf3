//! Asking what is doubtful about a text that is to cross, one question for each different
//! word, until nothing is open or nobody is there to answer.

use super::error::ToolError;
use super::prompt::Prompt;
use crate::model::BlijftReden;
use crate::output::{self, Screen};
use crate::pseudo::{Choice, Question, Reviewed};

/// What came of the questions.
pub struct Asked {
    /// The file with all that was answered, before and now.
    pub reviewed: Reviewed,
    /// What was answered now.
    pub new: Vec<Choice>,
    /// Whether somebody stopped answering.
    pub stopped: Option<ToolError>,
}

/// The field and the words under which is kept whether exact ages may stand.
pub const AGES: (&str, &str) = ("gezin.leden", "leeftijd");

/// Whether ages are told in bands: only when the professional agrees. `None`: not asked yet.
pub fn bands(choices: &[Choice]) -> Option<bool> {
    let of_ages = choices.iter().find(|choice| (choice.r#in.as_str(), choice.tekst.as_str()) == AGES);
    of_ages.map(|choice| choice.blijft.is_none())
}

/// Asks whether ages may be told in bands.
pub fn ask_bands(prompt: &mut dyn Prompt, screen: &Screen) -> Result<Choice, ToolError> {
    prompt.say(&output::ages_question(screen));
    let keeps = choose(prompt, &["b"], "Typ Enter of b.")?.is_some();
    let (field, words) = AGES;
    Ok(Choice { tekst: words.to_owned(), r#in: field.to_owned(), blijft: keeps.then_some(BlijftReden::GewoonWoord) })
}

/// Reviews with what was answered before, and asks the rest of whoever is there.
pub fn ask(
    before: &[Choice],
    mut prompt: Option<&mut dyn Prompt>,
    screen: &Screen,
    review: impl Fn(&[Choice]) -> Reviewed,
) -> Asked {
    let mut choices = before.to_vec();
    loop {
        let reviewed = review(&choices);
        let new = |choices: &[Choice]| choices[before.len()..].to_vec();
        let Some(prompt) = prompt.as_deref_mut().filter(|_| !reviewed.questions.is_empty()) else {
            return Asked { reviewed, new: new(&choices), stopped: None };
        };
        let of = reviewed.questions.len();
        for (nth, question) in reviewed.questions.iter().enumerate() {
            prompt.say(&output::question(question, nth + 1, of, screen));
            match answer(prompt, question) {
                Ok(blijft) => choices.extend(question.fields.iter().map(|field| Choice {
                    tekst: question.words.clone(),
                    r#in: field.clone(),
                    blijft,
                })),
                Err(error) => return Asked { reviewed, new: new(&choices), stopped: Some(error) },
            }
        }
    }
}

/// Whether the words stay, and why.
fn answer(prompt: &mut dyn Prompt, question: &Question) -> Result<Option<BlijftReden>, ToolError> {
    if choose(prompt, &["b"], "Typ Enter of b.")?.is_none() {
        return Ok(None);
    }
    if question.is_label {
        return Ok(Some(BlijftReden::GewoonWoord));
    }
    prompt.say(&output::reasons());
    let chosen = choose(
        prompt,
        &["1", "2", "3", "4"],
        "Typ een cijfer van 1 tot en met 4; met Enter wordt het toch vervangen.",
    )?;
    Ok(chosen.and_then(|nth| BlijftReden::ALL.get(nth).copied()))
}

/// Which of these words was typed; none for an empty answer.
fn choose(prompt: &mut dyn Prompt, words: &[&str], again: &str) -> Result<Option<usize>, ToolError> {
    loop {
        let Some(answer) = prompt.line("Je antwoord")? else { return Ok(None) };
        let answer = answer.to_lowercase();
        if let Some(nth) = words.iter().position(|word| *word == answer) {
            return Ok(Some(nth));
        }
        prompt.say(&format!("{again}\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::prompt::Script;
    use crate::pseudo::{Names, Reviewing, TeamFile, review};

    fn file() -> TeamFile {
        let op = "2026-03-04T10:12:00+01:00".parse().ok().unwrap();
        TeamFile::ingetrokken(op, "Anke Wouters", "Het codewoord is Roos. Fleur nog vragen.")
    }

    fn asked(answers: &[&'static str]) -> (Asked, Vec<String>) {
        let names = Names::default();
        let mut script = Script::new(answers);
        let asked = ask(&[], Some(&mut script), &Screen::default(), |choices| {
            review(file(), &Reviewing { names: &names, stays: &[], koppeling: None, choices })
        });
        assert!(script.answers.is_empty(), "an answer too many");
        (asked, script.asked)
    }

    #[test]
    fn enter_replaces_and_a_word_that_stays_has_a_reason() {
        let (all, said) = asked(&["x", "b", "9", "1", ""]);
        let kept: Vec<_> = all.new.iter().map(|choice| (choice.tekst.as_str(), choice.blijft)).collect();
        assert_eq!(kept, [("Roos", Some(BlijftReden::GewoonWoord)), ("Fleur", None)]);
        assert!(all.reviewed.questions.is_empty() && all.stopped.is_none());
        assert!(said[0].contains("Vraag 1 van 2, bij `reden`: is dit een naam?"), "{}", said[0]);
        assert!(said.iter().any(|line| line.starts_with("Typ Enter of b.")));
        assert!(said.iter().any(|line| line.starts_with("Typ een cijfer van 1 tot en met 4")));
    }

    #[test]
    fn without_anybody_nothing_is_answered() {
        let names = Names::default();
        let all = ask(&[], None, &Screen::default(), |choices| {
            review(file(), &Reviewing { names: &names, stays: &[], koppeling: None, choices })
        });
        assert_eq!((all.new.len(), all.reviewed.questions.len()), (0, 2));
    }
}
