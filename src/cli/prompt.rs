//! Asking on a terminal, behind one trait that tests script.

use super::context::stderr_screen;
use super::error::{Kind, ToolError};
use crate::model::Deelnemer;
use std::env;
use std::fmt;
use std::io::{self, IsTerminal as _, Write as _};

/// Whoever answers.
pub trait Prompt {
    /// The answer in one line, without white space around it; `None` when it was left empty.
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError>;

    /// A text of one or more lines; `None` when it was left empty.
    fn text(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        self.line(question)
    }

    /// Lines to read before the next question, as they are.
    fn say(&mut self, text: &str);

    /// A sentence to read, in lines that fit; the white space before it stands before each.
    fn tell(&mut self, text: &str) {
        let bare = text.trim_start();
        let indent = &text[..text.len() - bare.len()];
        self.say(&(stderr_screen().wrap(bare, indent, indent).join("\n") + "\n"));
    }
}

/// Whether somebody says yes.
pub fn yes(prompt: &mut dyn Prompt, question: &str) -> Result<bool, ToolError> {
    loop {
        match prompt.line(&format!("{question} (ja/nee)"))?.as_deref().and_then(is_yes) {
            Some(is_yes) => return Ok(is_yes),
            None => prompt.say("Typ ja of nee.\n"),
        }
    }
}

/// Whether an answer says yes or no; nothing when it says neither.
pub fn is_yes(answer: &str) -> Option<bool> {
    match said(answer).as_str() {
        "ja" | "j" | "ja hoor" => Some(true),
        "nee" | "n" | "nee hoor" => Some(false),
        _ => None,
    }
}

/// Whether an answer to who it is says that it is nobody.
pub fn is_nobody(answer: &str) -> bool {
    is_yes(answer) == Some(false) || ["niemand", "niemand meer", "geen", "niets"].contains(&said(answer).as_str())
}

/// Whether a name was typed, and no word with which people answer otherwise.
pub fn is_name(text: &str) -> bool {
    let unsure = ["weet niet", "weet ik niet", "onbekend", "geen idee"];
    is_yes(text).is_none() && !is_nobody(text) && !unsure.contains(&said(text).as_str())
}

/// A professional as typed: a name, or a name and an organisation.
///
/// # Errors
///
/// When there is no name: a sign alone is none.
pub fn professional(text: &str) -> Result<Deelnemer, ToolError> {
    let (name, organisation) = text.split_once(',').map_or((text, None), |(name, own)| (name, Some(own)));
    let part = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty() && text.len() <= 100);
    let naam = part(name)
        .filter(|name| name.chars().any(char::is_alphabetic))
        .ok_or_else(|| ToolError::new(Kind::Usage, "hier hoort een naam.").advise("Schrijf: \"Naam, Organisatie\"."))?;
    Ok(Deelnemer { naam: Some(naam), organisatie: organisation.and_then(part) })
}

/// A professional as somebody types one at a question: the name, and behind a comma of what.
pub fn somebody(answer: &str) -> Option<Deelnemer> {
    professional(answer).ok().filter(|one| one.naam.as_deref().is_some_and(is_name))
}

fn said(answer: &str) -> String {
    answer.trim().trim_end_matches(['.', '!']).to_lowercase()
}

/// What stands above the place of an answer, and what before it: a long question has lines of its
/// own.
pub fn laid_out(question: &str) -> (String, String) {
    let screen = stderr_screen();
    if question.chars().count() <= screen.width / 2 {
        return (String::new(), question.to_owned());
    }
    (screen.wrap(question, "", "").into_iter().map(|line| line + "\n").collect(), "Je antwoord".to_owned())
}

/// A colon stands behind words that are no question.
struct Plain;

impl dialoguer::theme::Theme for Plain {
    fn format_input_prompt(&self, f: &mut dyn fmt::Write, prompt: &str, _: Option<&str>) -> fmt::Result {
        self.format_input_prompt_selection(f, prompt, "")
    }

    fn format_input_prompt_selection(&self, f: &mut dyn fmt::Write, prompt: &str, given: &str) -> fmt::Result {
        write!(f, "{prompt}{} {given}", if prompt.contains('?') { "" } else { ":" })
    }
}

/// A person at a terminal, for names and choices.
pub struct Terminal;

impl Prompt for Terminal {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        let (above, before) = laid_out(question);
        self.say(&above);
        loop {
            let input = dialoguer::Input::<String>::with_theme(&Plain).with_prompt(before.as_str()).allow_empty(true);
            let stopped = || {
                ToolError::new(Kind::Usage, "je bent gestopt. Er is niets geschreven.")
                    .advise("Geef de opdracht opnieuw als je verder wilt.")
            };
            let answer = input.interact_text().map_err(|_| stopped())?;
            match answer.trim() {
                "stop" => return Err(stopped()),
                "?" => self.tell("  Hier is geen uitleg bij. Stoppen kan: typ stop."),
                "" => return Ok(None),
                answer => return Ok(Some(answer.to_owned())),
            }
        }
    }

    fn say(&mut self, text: &str) {
        // When stderr is gone nobody answers either.
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

/// The person at the terminal, when there is one.
pub fn terminal() -> Option<Terminal> {
    is_somebody_there().then_some(Terminal)
}

/// Whether somebody can answer: nobody answers a pipe or a CI server.
pub fn is_somebody_there() -> bool {
    let is_asked = io::stdin().is_terminal() && io::stderr().is_terminal();
    let is_server = env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false");
    is_asked && !is_server
}

/// Whether every line fits on the screen; a command to paste is never broken.
#[cfg(test)]
pub fn must_fit(text: &str) {
    let is_long = |line: &&str| line.chars().count() > stderr_screen().width && !line.contains(" vt ");
    assert_eq!(text.lines().find(is_long), None);
}

/// Answers from a list, for tests.
#[cfg(test)]
pub struct Script {
    /// What is answered, in order; an empty text leaves a question empty.
    pub answers: std::collections::VecDeque<&'static str>,
    /// What was asked.
    pub asked: Vec<String>,
}

#[cfg(test)]
impl Script {
    pub fn new(answers: &[&'static str]) -> Self {
        Self { answers: answers.iter().copied().collect(), asked: Vec::new() }
    }
}

#[cfg(test)]
impl Prompt for Script {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        self.asked.push(question.to_owned());
        let answer = self.answers.pop_front().expect("a question that the script does not know");
        if answer == "STOP" {
            return Err(ToolError::new(Kind::Usage, "je bent gestopt."));
        }
        Ok((!answer.is_empty()).then(|| answer.to_owned()))
    }

    fn say(&mut self, text: &str) {
        must_fit(text);
        self.asked.push(text.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_colon_stands_behind_a_question() {
        use dialoguer::theme::Theme as _;
        let shown = |prompt: &str| {
            let mut out = String::new();
            Plain.format_input_prompt(&mut out, prompt, None).unwrap();
            out
        };
        assert_eq!((shown("Hoe heet je?").as_str(), shown("Je antwoord").as_str()), ("Hoe heet je? ", "Je antwoord: "));
    }

    #[test]
    fn a_word_of_talk_is_nobody_s_name() {
        for word in ["nee", "N", "Nee hoor.", "niemand", "geen", "ja", "weet niet", "nee, Surplus"] {
            assert!(somebody(word).is_none(), "{word}");
        }
        let names = ["Noa", "Janneke Nee, Surplus", "J. de Wit"].map(|name| somebody(name).unwrap().naam.unwrap());
        assert_eq!(names, ["Noa", "Janneke Nee", "J. de Wit"]);
        assert_eq!(
            ["j", "JA", "nee hoor", "n", "misschien"].map(is_yes),
            [Some(true), Some(true), Some(false), Some(false), None]
        );
        assert!(is_nobody("Niemand meer") && !is_nobody("ja"));
    }

    #[test]
    fn a_sentence_is_broken_between_words_and_keeps_its_place() {
        let mut script = Script::new(&[]);
        script.tell(&format!("  De kaart vraagt verslaving: {}", "moeder drinkt weer. ".repeat(20).trim_end()));
        let said = script.asked.concat();
        assert!(said.ends_with("weer.\n") && said.lines().count() > 4, "{said}");
        assert!(said.lines().all(|line| line.starts_with("  ") && !line.starts_with("   ")), "{said}");
    }
}
