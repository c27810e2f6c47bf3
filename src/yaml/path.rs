//! Paths of keys and indices: `gezin.leden[1].geboortedatum`.

use std::fmt::{self, Write as _};
use std::str::FromStr;

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To the value of this key of a map.
    Key(String),
    /// To this item of a list, from 0.
    Index(usize),
    /// To the item of a list that goes by this name, as in `geinformeerd[moeder]`. Which key
    /// holds the name is the model's business: no tree finds it.
    Named(String),
}

/// The way from the root to a node; the empty path is the root.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<Step>);

impl Path {
    /// The path of the root.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// This path and then a key.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.push(Step::Key(key.into()));
        self
    }

    /// This path and then an item of a list, from 0.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Step::Index(index));
        self
    }

    /// This path and then a list item by its name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.0.push(Step::Named(name.into()));
        self
    }

    /// The path without its last step; `None` of the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.0.split_last()?;
        Some(Self(rest.to_vec()))
    }

    /// The steps from the root on.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether this is the path of the root.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }
}

/// The root shows as nothing. A key or name that could be misread stands in double quotes,
/// with `\"` and `\\` inside.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) => {
                    if nth > 0 {
                        f.write_char('.')?;
                    }
                    write_word(f, key, is_plain(key))?;
                }
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Named(name) => {
                    f.write_char('[')?;
                    // Bare figures would be read as an index.
                    write_word(f, name, is_plain(name) && !is_figures(name))?;
                    f.write_char(']')?;
                }
            }
        }
        Ok(())
    }
}

fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

fn is_figures(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

fn write_word(f: &mut fmt::Formatter<'_>, word: &str, plain: bool) -> fmt::Result {
    if plain {
        return f.write_str(word);
    }
    f.write_char('"')?;
    for c in word.chars() {
        if c == '"' || c == '\\' {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_char('"')
}

/// A text that is no path. It doesn't say which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadPath;

impl fmt::Display for BadPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("dit is geen pad van sleutels, zoals gezin.leden[1].rol")
    }
}

impl std::error::Error for BadPath {}

impl FromStr for Path {
    type Err = BadPath;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, BadPath> {
        let mut path = Path::root();
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(inner) = rest.strip_prefix('[') {
                let (word, quoted, after) = take_word(inner)?;
                rest = after.strip_prefix(']').ok_or(BadPath)?;
                path = if !quoted && is_figures(&word) {
                    path.index(word.parse().map_err(|_| BadPath)?)
                } else {
                    path.named(word)
                };
            } else {
                if !path.is_root() {
                    rest = rest.strip_prefix('.').ok_or(BadPath)?;
                }
                let (word, _, after) = take_word(rest)?;
                path = path.key(word);
                rest = after;
            }
        }
        Ok(path)
    }
}

/// A bare or quoted word, whether it was quoted, and what follows.
fn take_word(text: &str) -> Result<(String, bool, &str), BadPath> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(['.', '[', ']', '"']).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        return if word.is_empty() { Err(BadPath) } else { Ok((word.to_owned(), false, rest)) };
    };
    let mut word = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Ok((word, true, &quoted[at + 1..])),
            '\\' => word.push(chars.next().ok_or(BadPath)?.1),
            _ => word.push(c),
        }
    }
    Err(BadPath)
}
