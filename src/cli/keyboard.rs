//! Whole answers from a keyboard, also when they are pasted.
//!
//! A question on one line is asked with `dialoguer`; but it gives the second line of a text
//! that was pasted to the next question. Here every line goes through one reader, and what
//! comes in one go is one answer.

use super::error::{Kind, ToolError};
use super::prompt::{Prompt, Terminal, is_somebody_there, laid_out};
use std::io::{self, BufRead as _, Write as _};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// Lines that follow each other faster were not typed.
const PASTED: Duration = Duration::from_millis(150);
/// How long an empty line waits for more of a text that has empty lines of its own: the lines of a
/// paste come within a millisecond, and nobody types a next answer this fast.
const ENDED: Duration = Duration::from_millis(200);
/// A terminal gives no longer line than this, and drops the rest of it.
const LONGEST: usize = 4095;

/// The keyboard of the person at the terminal.
pub struct Keyboard {
    lines: Receiver<String>,
    /// A word that ended the answer before, and is the next one itself.
    word: Option<String>,
    /// Whether who asks knows what to do with a word that is no answer.
    is_talk: bool,
}

/// The keyboard for a few questions, when somebody is there to type: there is nothing to go back
/// to, and who stops stops all of it.
pub fn typed() -> Option<Keyboard> {
    keyboard().map(|keyboard| Keyboard { is_talk: false, ..keyboard })
}

/// The keyboard for a conversation.
pub fn keyboard() -> Option<Keyboard> {
    is_somebody_there().then(|| {
        let (typed, lines) = channel();
        // It ends with the program: nothing else reads what is typed.
        thread::spawn(move || {
            let mut stdin = io::stdin().lock();
            let mut line = Vec::new();
            while stdin.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
                let text = String::from_utf8_lossy(&line).into_owned();
                if typed.send(text).is_err() {
                    break;
                }
                line.clear();
            }
        });
        Keyboard { lines, word: None, is_talk: true }
    })
}

/// What came in one go.
#[derive(Debug, PartialEq, Eq)]
enum Given {
    /// Nothing but Enter.
    Empty,
    /// This.
    Text(String),
    /// A line of which the end was lost.
    Cut,
}

/// Words that are no answer.
const WORDS: [&str; 3] = ["?", "terug", "stop"];

/// One answer: the first line and what follows it, and the word that ended it. `next` gives the
/// line that comes within that time, if one does. A text of several lines ends with an empty line
/// behind which nothing comes, or with a word that was typed and not pasted; where one line is
/// asked, more is taken in too, so that it answers nothing else. Who asks for help under a text
/// hears through `help` how it ends: the question is not over yet.
fn collect(
    first: &str,
    is_text: bool,
    mut next: impl FnMut(Option<Duration>) -> Option<String>,
    mut help: impl FnMut(),
) -> (Given, Option<String>) {
    let mut lines = vec![first.to_owned()];
    let mut word = None;
    let said = |line: &str| clean(line).trim().to_lowercase();
    let is_alone = said(first).is_empty() || WORDS.contains(&said(first).as_str());
    let mut wait = if is_text && !is_alone { None } else { Some(PASTED) };
    loop {
        let pasted = next(Some(wait.unwrap_or(PASTED)));
        let is_typed = pasted.is_none();
        let Some(line) = (if wait.is_none() { pasted.or_else(|| next(None)) } else { pasted }) else { break };
        if is_typed && ["terug", "stop"].contains(&said(&line).as_str()) {
            word = Some(said(&line));
            break;
        }
        if is_typed && said(&line) == "?" {
            help();
            continue;
        }
        wait = match (is_text, said(&line).is_empty()) {
            (true, false) => None,
            (true, true) => Some(ENDED),
            (false, _) => Some(PASTED),
        };
        lines.push(line);
    }
    if lines.iter().any(|line| line.len() >= LONGEST) {
        return (Given::Cut, None);
    }
    let text = lines.iter().map(|line| clean(line)).collect::<Vec<_>>().join("\n");
    let text = text.trim();
    (if text.is_empty() { Given::Empty } else { Given::Text(text.to_owned()) }, word)
}

/// A line without its end, and without what keys such as the arrows send.
fn clean(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\u{1b}' => {
                if characters.next_if(|c| *c == '[' || *c == 'O').is_some() {
                    let in_code = |c: &char| c.is_ascii_digit() || *c == ';';
                    while characters.next_if(in_code).is_some() {}
                    characters.next();
                }
            }
            '\t' => out.push(' '),
            '\u{feff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.trim_end().to_owned()
}

impl Keyboard {
    /// An answer that is one.
    fn ask(&mut self, question: &str, is_text: bool) -> Result<Option<String>, ToolError> {
        loop {
            let answer = self.given(question, is_text)?;
            if self.is_talk {
                return Ok(answer);
            }
            match self.said(answer.as_deref()).as_deref() {
                Some("stop") => return Err(self.gone()),
                Some("?") => self.tell("  Hier is geen uitleg bij. Stoppen kan: typ stop."),
                Some(_) => self.tell("  Terug kan hier niet. Er is niets mee gedaan. Stoppen kan: typ stop."),
                None => return Ok(answer),
            }
        }
    }

    /// The word that was given in place of an answer, or under it. There may be no question any
    /// more at which a word under the last answer could be heard: then it would be written down.
    fn said(&mut self, answer: Option<&str>) -> Option<String> {
        let answer = answer.map(str::to_lowercase);
        self.word.take().or_else(|| answer.filter(|answer| WORDS.contains(&answer.as_str())))
    }

    fn given(&mut self, question: &str, is_text: bool) -> Result<Option<String>, ToolError> {
        if let Some(word) = self.word.take() {
            return Ok(Some(word));
        }
        // What came before the question was seen is no answer to it.
        if self.lines.try_recv().is_ok() {
            while self.lines.recv_timeout(PASTED).is_ok() {}
            self.tell("  Er kwam nog tekst binnen voor deze vraag er stond. Die is niet gebruikt.");
        }
        let (above, before) = laid_out(question);
        self.say(&above);
        loop {
            self.say(&format!("{before}> "));
            let Ok(first) = self.lines.recv() else { return Err(self.gone()) };
            let lines = &self.lines;
            let next = |wait: Option<Duration>| match wait {
                None => lines.recv().ok(),
                Some(wait) => lines.recv_timeout(wait).ok(),
            };
            let how = if self.is_talk { " Uitleg krijg je met ? op de eerste regel." } else { "" };
            let help = || Terminal.tell(&format!("  Je antwoord is nog niet af: een lege regel is klaar.{how}"));
            let (given, word) = collect(&first, is_text, next, help);
            self.word = word;
            match given {
                Given::Empty => return Ok(None),
                Given::Text(text) if !is_text && text.contains('\n') => {
                    self.tell("  Dat waren meer regels; hier past er één. Er is niets mee gedaan.");
                }
                Given::Text(text) => return Ok(Some(text)),
                Given::Cut => {
                    self.tell(
                        "  Een regel was te lang: je terminal geeft er niet meer dan 4000 tekens van door. Er is \
                         niets mee gedaan. Knip de regel in stukken met Enter ertussen.",
                    );
                }
            }
        }
    }

    /// Nobody answers any more. Of a conversation who asks knows what was kept.
    fn gone(&self) -> ToolError {
        let kept = if self.is_talk { "" } else { " Er is niets geschreven." };
        ToolError::new(Kind::Usage, format!("je bent gestopt.{kept}"))
            .advise("Geef de opdracht opnieuw als je verder wilt.")
    }
}

impl Prompt for Keyboard {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        self.ask(question, false)
    }

    fn text(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        self.ask(question, true)
    }

    fn say(&mut self, text: &str) {
        // When stderr is gone nobody answers either.
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is collected of these lines: `typed` says which come only after a while.
    fn given(is_text: bool, lines: &[(&str, bool)]) -> (Given, usize) {
        let mut rest = lines[1..].iter().peekable();
        let next = |wait: Option<Duration>| {
            let is_near = |(_, slow): &&(&str, bool)| wait.is_none() || !*slow;
            rest.next_if(|line| is_near(line)).map(|(line, _)| format!("{line}\n"))
        };
        let (got, word) = collect(&format!("{}\n", lines[0].0), is_text, next, || panic!("nobody asks for help"));
        assert!(word.is_none());
        (got, rest.count())
    }

    fn text(text: &str) -> Given {
        Given::Text(text.to_owned())
    }

    const PASTE: bool = false;
    const TYPED: bool = true;

    #[test]
    fn a_text_ends_with_an_empty_line_behind_which_nothing_comes() {
        let typed = [("een", TYPED), ("twee", TYPED), ("", TYPED), ("volgende", TYPED)];
        assert_eq!(given(true, &typed), (text("een\ntwee"), 1));
        let pasted = [("een", PASTE), ("", PASTE), ("", PASTE), ("twee", PASTE), ("", TYPED), ("volgende", TYPED)];
        assert_eq!(given(true, &pasted), (text("een\n\n\ntwee"), 1));
        assert_eq!(given(true, &[("", PASTE), ("een", PASTE), ("", TYPED)]), (text("een"), 0));
        assert_eq!(given(true, &[("", TYPED), ("een", TYPED)]), (Given::Empty, 1));
    }

    #[test]
    fn a_word_alone_is_enough_and_in_a_paste_it_is_text() {
        assert_eq!(given(true, &[("stop", TYPED), ("een", TYPED)]), (text("stop"), 1));
        assert_eq!(given(true, &[("stop", PASTE), ("zei hij", PASTE), ("", TYPED)]), (text("stop\nzei hij"), 0));
    }

    /// Who types it under a text means it; in a paste it is part of the text.
    #[test]
    fn a_word_under_a_text_ends_it() {
        let lines = [("een", TYPED), ("twee", TYPED), ("Stop", TYPED), ("drie", TYPED)];
        let mut rest = lines[1..].iter().peekable();
        let next = |wait: Option<Duration>| {
            rest.next_if(|(_, slow)| wait.is_none() || !*slow).map(|(line, _)| format!("{line}\n"))
        };
        let no_help = || panic!("nobody asks for help");
        assert_eq!(collect("een\n", true, next, no_help), (text("een\ntwee"), Some("stop".to_owned())));
        assert_eq!(rest.count(), 1);
        let pasted = [("een", PASTE), ("stop", PASTE), ("twee", PASTE), ("", TYPED)];
        assert_eq!(given(true, &pasted), (text("een\nstop\ntwee"), 0));
    }

    /// Who asks how it goes on is told, and it does not become a part of the text.
    #[test]
    fn a_question_mark_under_a_text_is_no_text() {
        let mut rest = ["?\n", "twee\n", "\n"].into_iter();
        let next = |wait: Option<Duration>| if wait.is_none() { rest.next().map(str::to_owned) } else { None };
        let mut helped = 0;
        assert_eq!(collect("een\n", true, next, || helped += 1), (text("een\ntwee"), None));
        assert_eq!(helped, 1);
        assert_eq!(given(true, &[("een", PASTE), ("?", PASTE), ("", TYPED)]), (text("een\n?"), 0));
    }

    /// Under the last answer of a few a word has no next question to be heard at.
    #[test]
    fn a_word_under_an_answer_is_heard_before_it_is_written() {
        let (_, lines) = channel();
        let mut keyboard = Keyboard { lines, word: Some("stop".to_owned()), is_talk: false };
        assert_eq!(keyboard.said(Some("Om iets")).as_deref(), Some("stop"));
        assert_eq!(keyboard.said(Some("Om iets")), None);
        assert_eq!(keyboard.said(Some("Terug")).as_deref(), Some("terug"));
    }

    /// A few questions are answered whole or not at all, so who stops hears that nothing was kept.
    #[test]
    fn who_stops_hears_that_nothing_was_written() {
        let stopped = |is_talk| {
            let (_, lines) = channel();
            Keyboard { lines, word: None, is_talk }.line("Wie?").unwrap_err().what
        };
        assert_eq!(stopped(false), "je bent gestopt. Er is niets geschreven.");
        assert_eq!(stopped(true), "je bent gestopt.");
    }

    #[test]
    fn a_paste_never_answers_the_next_question() {
        let lines = [("een", PASTE), ("twee", PASTE), ("", PASTE), ("drie", PASTE)];
        assert_eq!(given(false, &lines), (text("een\ntwee\n\ndrie"), 0));
        assert_eq!(given(false, &[("een", TYPED), ("twee", TYPED)]), (text("een"), 1));
    }

    #[test]
    fn keys_that_are_no_text_leave_none_and_a_cut_line_is_told() {
        assert_eq!(given(false, &[("Da\u{1b}[1;5Dan\u{1b}OA\u{7}\r", TYPED)]), (text("Daan"), 0));
        assert_eq!(given(true, &[(&"a".repeat(4095), PASTE), ("", TYPED)]), (Given::Cut, 0));
        assert_eq!(given(false, &[(" \u{1b}[A ", TYPED)]), (Given::Empty, 0));
    }
}
