//! A finding: which rule, where, what is wrong and how to mend it.

use super::{Rule, Severity};
use crate::yaml::Path;
use std::{borrow::Cow, ops::Range};

/// The place of a finding in the text, with the line itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The line without its end; of a very long one the part around the mark.
    pub text: String,
    /// The marked characters of the line.
    pub mark: Range<usize>,
}

/// Something that a rule found.
///
/// Its words are made from the rule and the path, never from a value of the file.
#[derive(Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The file, from the root of its tree with `/`; a lone file as it was given.
    pub file: String,
    /// How many bytes of that are the way to the root of its tree, where several trees were checked.
    pub above: usize,
    /// The path of keys; none for a text that is no YAML, and for a file that is absent.
    pub key: Option<Path>,
    /// The path to mark, when that is another than `key`.
    pub at: Option<Path>,
    /// The same place as people write it in `verantwoording`, when it has no path yet.
    pub alias: Option<String>,
    /// The place; none for a file that is absent or unreadable.
    pub spot: Option<Spot>,
    /// The line on which it ends, when it goes on.
    pub last_line: Option<u32>,
    /// What is wrong, as a sentence.
    pub message: Cow<'static, str>,
    /// A few words under the mark.
    pub label: Option<Cow<'static, str>>,
    /// How to mend it.
    pub mend: Cow<'static, str>,
    /// The reason given, when people answered for it.
    pub answer: Option<String>,
    /// What may stand in that reason: professionals, and words that people judged.
    pub may_stand: Vec<String>,
    /// Whether the line is of a card that may name a family.
    pub identifiable: bool,
    /// Whether it is about a file of the team's folder, or about its name.
    pub of_team: bool,
}

impl Finding {
    /// A finding without a place yet.
    #[must_use]
    pub fn new(rule: &'static Rule, file: String, key: Option<Path>, message: Cow<'static, str>) -> Self {
        Self {
            rule,
            file,
            above: 0,
            key,
            at: None,
            alias: None,
            spot: None,
            last_line: None,
            message,
            label: None,
            mend: Cow::Borrowed(rule.mend),
            answer: None,
            may_stand: Vec::new(),
            identifiable: false,
            of_team: false,
        }
    }

    /// Whether nobody answered for it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    /// The keys that its label says are missing: those between backticks, as `missing` in
    /// `familie/words.rs` writes them.
    #[must_use]
    pub fn open_keys(&self) -> Vec<&str> {
        let label = self.label.as_deref().filter(|label| label.starts_with("hier ontbre"));
        label.map(|label| label.split('`').skip(1).step_by(2).collect()).unwrap_or_default()
    }

    /// Whether it stops handing in.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.is_open() && self.rule.severity == Severity::Fout
    }
}

/// Where a check puts what it finds.
pub struct Findings<'o> {
    rule: &'static Rule,
    file: Cow<'o, str>,
    out: &'o mut Vec<Finding>,
}

impl<'o> Findings<'o> {
    /// For one rule over one file (or over several, when the check says which).
    pub fn new(rule: &'static Rule, file: impl Into<Cow<'o, str>>, out: &'o mut Vec<Finding>) -> Self {
        Self { rule, file: file.into(), out }
    }

    /// Notes a finding at a path of keys (`gezin.leden[1]`, `""` for the file as a whole)
    /// in the file of the view; the rest of the finding can be filled in on what it returns.
    pub fn add(&mut self, key: impl AsRef<str>, message: impl Into<Cow<'static, str>>) -> &mut Finding {
        let file = self.file.clone().into_owned();
        self.push(file, Some(key.as_ref()), message.into())
    }

    /// Notes a finding in the file of the view that is at no path of keys.
    pub fn add_here(&mut self, message: impl Into<Cow<'static, str>>) -> &mut Finding {
        let file = self.file.clone().into_owned();
        self.push(file, None, message.into())
    }

    /// Notes a finding in another file of the tree.
    #[allow(clippy::needless_pass_by_value, reason = "a slot, a path or a text, as the caller has it")]
    pub fn add_in(
        &mut self,
        file: impl ToString,
        key: impl AsRef<str>,
        message: impl Into<Cow<'static, str>>,
    ) -> &mut Finding {
        self.push(file.to_string(), Some(key.as_ref()), message.into())
    }

    /// Notes that a file is absent, or that it has no text to point into.
    #[allow(clippy::needless_pass_by_value, reason = "a slot, a path or a text, as the caller has it")]
    pub fn add_file(&mut self, file: impl ToString, message: impl Into<Cow<'static, str>>) -> &mut Finding {
        self.push(file.to_string(), None, message.into())
    }

    fn push(&mut self, file: String, key: Option<&str>, message: Cow<'static, str>) -> &mut Finding {
        let key = key.map(|key| key.parse().unwrap_or_else(|_| Path::root()));
        let at = self.out.len();
        self.out.push(Finding::new(self.rule, file, key, message));
        &mut self.out[at]
    }
}
