//! What `vt` says when it could not do what was asked: what, why, and the way out.
//!
//! The words never repeat an argument: it may be a name. The kind picks the exit status.

use crate::output::Screen;
use std::{fmt, io};

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The command or its arguments.
    Usage,
    /// A folder, file, meeting or rule that is not there.
    Absent,
    /// Reading or writing failed.
    Io,
    /// What stands there may not be touched, or the two trees lie too close.
    Refused,
}

impl Kind {
    /// The exit status. All are 2 today: `vt` could not do what was asked.
    #[must_use]
    pub fn status(self) -> u8 {
        match self {
            Self::Usage | Self::Absent | Self::Io | Self::Refused => 2,
        }
    }
}

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// A command that can be pasted, and when it helps.
    Command(String, String),
    /// A sentence.
    Words(String),
}

/// An error of the tool.
#[derive(Debug, Clone)]
pub struct ToolError {
    /// What kind.
    pub kind: Kind,
    /// What can't be done: follows "Dat lukt nog niet:".
    pub what: String,
    /// Why, as a sentence.
    pub cause: Option<String>,
    /// Ways out.
    pub hints: Vec<Hint>,
}

impl ToolError {
    /// An error without cause or way out yet.
    pub fn new(kind: Kind, what: impl Into<String>) -> Self {
        Self { kind, what: what.into(), cause: None, hints: Vec::new() }
    }

    /// The error with its cause.
    #[must_use]
    pub fn because(mut self, cause: impl Into<String>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// The error with a command to try.
    #[must_use]
    pub fn try_command(mut self, command: impl Into<String>, when: impl Into<String>) -> Self {
        self.hints.push(Hint::Command(command.into(), when.into()));
        self
    }

    /// The error with a sentence that says the way out.
    #[must_use]
    pub fn advise(mut self, words: impl Into<String>) -> Self {
        self.hints.push(Hint::Words(words.into()));
        self
    }

    /// The error as people see it.
    #[must_use]
    pub fn text(&self, screen: &Screen) -> String {
        let mut lines = screen.wrap(&format!("Dat lukt nog niet: {}", self.what), "", "  ");
        if let Some(cause) = &self.cause {
            lines.extend(screen.wrap(cause, "  Oorzaak  ", HANGING));
        }
        let commands: Vec<(String, String)> = self
            .hints
            .iter()
            .filter_map(|hint| match hint {
                Hint::Command(command, when) => Some((command.clone(), when.clone())),
                Hint::Words(_) => None,
            })
            .collect();
        let mut ways = screen.rows(&commands, HANGING);
        for hint in &self.hints {
            if let Hint::Words(words) = hint {
                ways.extend(screen.wrap(words, HANGING, HANGING));
            }
        }
        for (index, line) in ways.into_iter().enumerate() {
            lines.push(if index == 0 { line.replacen(HANGING, "  Probeer  ", 1) } else { line });
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

/// As wide as "  Oorzaak  ".
const HANGING: &str = "           ";

impl fmt::Display for ToolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for ToolError {}

/// What any error says: a tool error itself, else what the system said, by its kind.
#[must_use]
pub fn as_tool_error(error: &anyhow::Error) -> ToolError {
    if let Some(error) = error.downcast_ref::<ToolError>() {
        return error.clone();
    }
    let what = error.to_string();
    let kind = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    ToolError::new(Kind::Io, what).because(io_words(kind.unwrap_or(io::ErrorKind::Other)))
}

/// An error of the system in words.
fn io_words(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "Die map of dat bestand is er niet.",
        io::ErrorKind::PermissionDenied => "Je hebt er geen recht toe.",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "De schijf is vol.",
        io::ErrorKind::ReadOnlyFilesystem => "Op deze schijf kan niets worden geschreven.",
        io::ErrorKind::TimedOut | io::ErrorKind::NetworkDown | io::ErrorKind::HostUnreachable => {
            "Het netwerk of de netwerkschijf antwoordt niet."
        }
        _ => "Het systeem gaf een fout bij lezen of schrijven.",
    }
}
