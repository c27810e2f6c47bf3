//! Asking on a terminal, behind one trait that tests script.

use super::context::stderr_screen;
use super::error::{Kind, ToolError};
use std::env;
use std::io::{self, IsTerminal as _, Write as _};

/// Whoever answers.
pub trait Prompt {
    /// The answer in one line, without white space around it; `None` when it was left empty.
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError>;

    /// A text of one or more lines; `None` when it was left empty.
    fn text(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        self.line(question)
    }

    /// Something to read before the next question.
    fn say(&mut self, text: &str);
}

/// Whether somebody says yes.
pub fn yes(prompt: &mut dyn Prompt, question: &str) -> Result<bool, ToolError> {
    loop {
        match prompt.line(&format!("{question} (ja/nee)"))?.map(|answer| answer.to_lowercase()).as_deref() {
            Some("ja" | "j") => return Ok(true),
            Some("nee" | "n") => return Ok(false),
            _ => prompt.say("Typ ja of nee.\n"),
        }
    }
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

/// A person at a terminal, for names and choices.
pub struct Terminal;

impl Prompt for Terminal {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        let (above, before) = laid_out(question);
        self.say(&above);
        loop {
            let input = dialoguer::Input::<String>::new().with_prompt(before.as_str()).allow_empty(true);
            let stopped = || {
                ToolError::new(Kind::Usage, "je bent gestopt. Er is niets geschreven.")
                    .advise("Geef de opdracht opnieuw als je verder wilt.")
            };
            let answer = input.interact_text().map_err(|_| stopped())?;
            match answer.trim() {
                "stop" => return Err(stopped()),
                "?" => self.say("  Hier is geen uitleg bij. Stoppen kan: typ stop.\n"),
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
        self.asked.push(text.to_owned());
    }
}
