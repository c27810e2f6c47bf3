//! Asking what is doubtful about a text that is to cross, one question for each different
//! word, until nothing is open or nobody is there to answer.

use super::error::ToolError;
use super::prompt::Prompt;
use crate::model::BlijftReden;
use crate::output::{self, Screen};
use crate::pseudo::{Choice, Given, Kind, NICKNAME, Question, Reviewed};

/// What was answered: choices, and names that are somebody's of the family.
#[derive(Default, Clone)]
pub struct Answers {
    /// What stays or is replaced.
    pub choices: Vec<Choice>,
    /// Names with the label of whose they are.
    pub said: Vec<Given>,
}

/// What came of the questions.
pub struct Asked {
    /// The file with all that was answered, before and now.
    pub reviewed: Reviewed,
    /// What was answered now.
    pub new: Answers,
    /// Whether somebody stopped answering.
    pub stopped: Option<ToolError>,
}

/// Keeps what was answered so far, so that nothing is lost when somebody stops.
pub type Keep<'k> = &'k mut dyn FnMut(&Answers) -> Result<(), ToolError>;

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

/// Reviews with what was answered before, and asks the rest of whoever is there. `people` are
/// the labels of the family. An error is one of keeping: then nobody stopped, and the answer is
/// not kept.
pub fn ask(
    before: &[Choice],
    people: &[String],
    mut prompt: Option<&mut dyn Prompt>,
    screen: &Screen,
    review: impl Fn(&[Choice], &[Given]) -> Reviewed,
    keep: Keep<'_>,
) -> Result<Asked, ToolError> {
    let mut new = Answers::default();
    let mut nth = 0;
    loop {
        let choices: Vec<Choice> = before.iter().chain(&new.choices).cloned().collect();
        let reviewed = review(&choices, &new.said);
        let Some(prompt) = prompt.as_deref_mut().filter(|_| !reviewed.questions.is_empty()) else {
            return Ok(Asked { reviewed, new, stopped: None });
        };
        // One at a time: a word that stays leaves its label to the next, and what is shown is what comes.
        let question = &reviewed.questions[0];
        let of = nth + reviewed.questions.len();
        nth += 1;
        prompt.say(&output::question(question, nth, of, !people.is_empty(), screen));
        match answer(prompt, question, people, screen) {
            Ok(answer) => add(&mut new, question, answer),
            Err(error) => return Ok(Asked { reviewed, new, stopped: Some(error) }),
        }
        keep(&new)?;
    }
}

/// What somebody says about words.
enum Answer {
    Replaced,
    Stays(BlijftReden),
    /// The name of this one of the family.
    Is(String),
}

fn add(new: &mut Answers, question: &Question, answer: Answer) {
    let blijft = if let Answer::Stays(reden) = answer { Some(reden) } else { None };
    new.choices.extend(question.fields.iter().map(|field| Choice {
        tekst: question.words.clone(),
        r#in: field.clone(),
        blijft,
    }));
    if let Answer::Is(door) = answer {
        new.said.push(Given { tekst: question.words.clone(), door, soort: NICKNAME.to_owned() });
    }
}

/// Whether the words stay, and why; or whose name they are.
fn answer(
    prompt: &mut dyn Prompt,
    question: &Question,
    people: &[String],
    screen: &Screen,
) -> Result<Answer, ToolError> {
    let is_name = question.kind == Kind::Persoon && !question.is_label && !people.is_empty();
    let (keys, again): (&[&str], _) =
        if is_name { (&["b", "g"], "Typ Enter, b of g.") } else { (&["b"], "Typ Enter of b.") };
    match choose(prompt, keys, again)? {
        None => Ok(Answer::Replaced),
        Some(0) if question.is_label => Ok(Answer::Stays(BlijftReden::GewoonWoord)),
        Some(0) => {
            prompt.say(&output::reasons());
            let again = "Typ een cijfer van 1 tot en met 4; met Enter wordt het toch vervangen.";
            let chosen = choose(prompt, &["1", "2", "3", "4"], again)?;
            let reason = chosen.and_then(|nth| BlijftReden::ALL.get(nth).copied());
            Ok(reason.map_or(Answer::Replaced, Answer::Stays))
        }
        Some(_) => {
            prompt.say(&output::people(people, screen));
            let numbers: Vec<String> = (1..=people.len()).map(|number| number.to_string()).collect();
            let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
            let again = "Typ het cijfer dat voor iemand staat; met Enter krijgt het een eigen label.";
            let chosen = choose(prompt, &numbers, again)?.and_then(|nth| people.get(nth).cloned());
            Ok(chosen.map_or(Answer::Replaced, Answer::Is))
        }
    }
}

/// Which of these words was typed; none for an empty answer.
fn choose(prompt: &mut dyn Prompt, words: &[&str], again: &str) -> Result<Option<usize>, ToolError> {
    loop {
        let Some(answer) = prompt.line("Je antwoord")? else { return Ok(None) };
        let answer = answer.to_lowercase();
        if let Some(nth) = words.iter().position(|word| *word == answer) {
            return Ok(Some(nth));
        }
        prompt.tell(again);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::prompt::Script;
    use crate::pseudo::{InTeam, Names, Reviewing, TeamFile, review};

    fn file() -> TeamFile {
        let op = "2026-03-04T10:12:00+01:00".parse().ok().unwrap();
        TeamFile::ingetrokken(op, "Anke Wouters", "Het codewoord is Roos. Eerder was het Fleur.")
    }

    fn reviewed(file: TeamFile, choices: &[Choice], said: &[Given]) -> Reviewed {
        let (names, team) = (&Names::default(), &InTeam::default());
        let with = Reviewing { names, stays: &[], koppeling: None, team, choices, said, asks_labels: false };
        review(file, &with)
    }

    fn asked(answers: &[&'static str], people: &[&str]) -> (Asked, Vec<String>, usize) {
        let mut script = Script::new(answers);
        let people: Vec<String> = people.iter().map(|label| (*label).to_owned()).collect();
        let mut kept = 0;
        let asked = ask(
            &[],
            &people,
            Some(&mut script),
            &Screen::default(),
            |choices, said| reviewed(file(), choices, said),
            &mut |_| {
                kept += 1;
                Ok(())
            },
        );
        let asked = asked.unwrap();
        assert!(script.answers.is_empty(), "an answer too many");
        (asked, script.asked, kept)
    }

    #[test]
    fn enter_replaces_and_a_word_that_stays_has_a_reason() {
        let (all, said, kept) = asked(&["x", "b", "9", "1", ""], &[]);
        let choices: Vec<_> = all.new.choices.iter().map(|choice| (choice.tekst.as_str(), choice.blijft)).collect();
        assert_eq!(choices, [("Roos", Some(BlijftReden::GewoonWoord)), ("Fleur", None)]);
        assert!(all.reviewed.questions.is_empty() && all.stopped.is_none());
        assert!(said[0].contains("Vraag 1 van 2, bij je reden: is dit een naam?"), "{}", said[0]);
        assert!(said.iter().any(|line| line.starts_with("Typ Enter of b.")));
        assert!(said.iter().any(|line| line.starts_with("Typ een cijfer van 1 tot en met 4")));
        assert_eq!(kept, 2, "each answer is kept");
    }

    #[test]
    fn a_nickname_is_said_to_be_someone_s() {
        let (all, said, _) = asked(&["g", "2", ""], &["Moeder", "Kind 1"]);
        assert!(said[0].contains("g       de naam van iemand van het gezin"), "{}", said[0]);
        let given: Vec<_> = all.new.said.iter().map(|one| (one.tekst.as_str(), one.door.as_str())).collect();
        assert_eq!(given, [("Roos", "Kind 1")]);
        assert_eq!(all.new.choices.len(), 2);
    }

    #[test]
    fn who_keeps_an_agreement_may_be_a_professional() {
        let talk = "afspraken:\n  - {nr: 1, wat: Saskia Verhagen belt oma., wie: Saskia Verhagen}\n";
        let talk: crate::model::Bespreking = crate::yaml::parse(talk.as_bytes()).unwrap().read().0.unwrap();
        let with = |choices: &[Choice], said: &[Given]| reviewed(TeamFile::from(&talk), choices, said);
        let mut script = Script::new(&["b", "2"]);
        let all = ask(&[], &[], Some(&mut script), &Screen::default(), with, &mut |_| Ok(())).unwrap();
        assert!(script.asked[0].contains("Vraag 1 van 1, bij wie afspraak 1 doet"), "{}", script.asked[0]);
        let kept: Vec<_> = all.reviewed.kept.iter().map(|kept| (kept.tekst.as_str(), kept.r#in.as_str())).collect();
        assert_eq!(kept, [("Saskia Verhagen", "afspraken[1].wie")]);
        assert_eq!(all.reviewed.replaced, 1, "in what is agreed it is nobody who may be named");
    }

    #[test]
    fn without_anybody_nothing_is_answered() {
        let with = |choices: &[Choice], said: &[Given]| reviewed(file(), choices, said);
        let all = ask(&[], &[], None, &Screen::default(), with, &mut |_| Ok(())).unwrap();
        assert_eq!((all.new.choices.len(), all.reviewed.questions.len()), (0, 2));
    }
}
