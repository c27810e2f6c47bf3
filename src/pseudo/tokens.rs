//! Words, numbers and signs of the searched copy, in order.
//!
//! A word is a run of letters; hyphens and apostrophes are signs of their own, so that
//! "Daan's" and "El-Amrani" fall apart and grammar puts them together again.

use super::lexicon;
use std::ops::Range;

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A word in lower case.
    Lower,
    /// A word with a capital and the rest in lower case; also a single capital.
    Capital,
    /// A word of two or more capitals.
    Upper,
    /// Capitals elsewhere in the word.
    Mixed,
    /// Digits.
    Number,
    /// Anything else.
    Sign,
}

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: it is glued.
    None,
    /// Blanks.
    Space,
    /// One line end.
    Line,
    /// An empty line, or the start of the text.
    Paragraph,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    start: u32,
    end: u32,
    fold_start: u32,
    fold_end: u32,
    /// How it is written.
    pub shape: Shape,
    /// What stands before it.
    pub gap: Gap,
    /// Whether a sentence may begin here.
    pub first: bool,
}

impl Token {
    /// Where it stands in the copy.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        !matches!(self.shape, Shape::Number | Shape::Sign)
    }

    /// Whether it is a word that begins with a capital.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
    }
}

/// The tokens of a text.
pub struct Tokens<'t> {
    text: &'t str,
    list: Vec<Token>,
    folds: String,
}

impl<'t> Tokens<'t> {
    /// Cuts a text up.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let list = Vec::with_capacity(text.len() / 5 + 4);
        let mut tokens = Self { text, list, folds: String::with_capacity(text.len()) };
        let mut gap = Gap::Paragraph;
        let mut at = 0;
        while let Some(first) = text.as_bytes().get(at) {
            if *first == b' ' {
                gap = gap.max(Gap::Space);
                at += 1;
                continue;
            }
            let Some((length, shape)) = plain(&text.as_bytes()[at..]) else {
                let c = text[at..].chars().next().unwrap_or(' ');
                let end = at + run(&text[at..], c);
                if c.is_whitespace() {
                    gap = gap.max(blank(&text[at..end]));
                } else {
                    tokens.push(at..end, shape(&text[at..end], c), gap);
                    gap = Gap::None;
                }
                at = end;
                continue;
            };
            tokens.push(at..at + length, shape, gap);
            gap = Gap::None;
            at += length;
        }
        tokens
    }

    fn push(&mut self, range: Range<usize>, shape: Shape, gap: Gap) {
        let word = &self.text[range.clone()];
        let fold_start = small(self.folds.len());
        if matches!(shape, Shape::Sign | Shape::Number | Shape::Lower) && word.is_ascii() {
            self.folds.push_str(word);
        } else {
            fold_into(&mut self.folds, word);
        }
        let first = self.may_begin(gap);
        let (fold_end, start, end) = (small(self.folds.len()), small(range.start), small(range.end));
        self.list.push(Token { start, end, fold_start, fold_end, shape, gap, first });
    }

    /// Whether a sentence may begin after what came so far.
    fn may_begin(&self, gap: Gap) -> bool {
        let count = self.list.len();
        let Some(last) = self.list.last() else { return true };
        if gap == Gap::Paragraph {
            return true;
        }
        if last.shape != Shape::Sign {
            return false;
        }
        match &self.text[last.range()] {
            "\"" => gap == Gap::None || last.first,
            "!" | "?" | ":" | ";" | "*" | ">" | "#" | "|" => true,
            // The dash of a list, not that of a word.
            "-" => last.gap >= Gap::Line || last.gap == Gap::Space && gap == Gap::Space || last.first,
            "(" | "[" => last.first,
            "'" => last.first || gap == Gap::None && last.gap != Gap::None,
            // "D. Verhagen" and "dhr. Bakker" go on.
            "." => gap != Gap::None && !(count > 1 && self.is_short(count - 2)),
            ")" => count > 1 && self.list[count - 2].shape == Shape::Number && count < 4,
            _ => false,
        }
    }

    /// Whether the dot after this token is that of an abbreviation.
    fn is_short(&self, index: usize) -> bool {
        let token = &self.list[index];
        let fold = self.fold(index);
        token.is_word() && (token.end - token.start == 1 && token.is_capital() || ABBREVIATIONS.contains(&fold))
    }

    /// Whether the words around a token are in capitals.
    #[must_use]
    pub fn shouts(&self, index: usize) -> bool {
        let near = index.saturating_sub(3)..(index + 4).min(self.len());
        let others = near.filter(|at| *at != index && self.word(*at).len() > 1 && self.is_word(*at));
        let (mut upper, mut all) = (0, 0);
        for at in others {
            all += 1;
            upper += usize::from(self.list[at].shape == Shape::Upper);
        }
        upper * 2 > all
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at an index.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// The text that was cut up.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// A token as it is written; nothing when there is none.
    #[must_use]
    pub fn word(&self, index: usize) -> &'t str {
        self.list.get(index).map_or("", |token| &self.text[token.range()])
    }

    /// A token in lower case without diacritics; nothing when there is none.
    #[must_use]
    pub fn fold(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |token| &self.folds[token.fold_start as usize..token.fold_end as usize])
    }

    /// What stands before a token; behind the last one a paragraph ends.
    #[must_use]
    pub fn gap(&self, index: usize) -> Gap {
        self.list.get(index).map_or(Gap::Paragraph, |token| token.gap)
    }

    /// From the first byte of one token to the last of another.
    #[must_use]
    pub fn span(&self, from: usize, to: usize) -> Range<usize> {
        let last = self.list.len().saturating_sub(1);
        self.list[from.min(last)].range().start..self.list[to.min(last)].range().end
    }

    /// The index of the token before, when there is one in the same paragraph.
    #[must_use]
    pub fn before(&self, index: usize) -> Option<usize> {
        (self.gap(index) != Gap::Paragraph).then(|| index.checked_sub(1)).flatten()
    }

    /// Whether a token is there and a word.
    #[must_use]
    pub fn is_word(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(Token::is_word)
    }

    /// Whether a token is there and a word with a capital.
    #[must_use]
    pub fn is_capital(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(Token::is_capital)
    }

    /// Whether a token is one capital letter.
    #[must_use]
    pub fn is_initial(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|token| {
            let length = token.end - token.start;
            token.is_capital() && (length == 1 || length <= 4 && self.word(index).chars().count() == 1)
        })
    }
}

/// Short forms whose dot ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mw", "mevr", "dhr", "hr", "dr", "drs", "mr", "ir", "ing", "prof", "ds", "th", "ph", "chr", "st", "tel", "nr",
    "bijv", "bv", "o", "a", "e", "v", "d", "m", "z", "n", "b", "c", "fam", "geb", "burg", "past", "min", "mej", "t",
    "jr", "sr", "gem", "wed",
];

#[allow(clippy::cast_possible_truncation, reason = "a text is far below 4 GiB; what is beyond is not scanned")]
fn small(n: usize) -> u32 {
    n as u32
}

/// The length of what begins with this character.
fn run(text: &str, first: char) -> usize {
    let same: fn(char) -> bool = if first.is_alphabetic() {
        char::is_alphabetic
    } else if first.is_ascii_digit() {
        |c| c.is_ascii_digit()
    } else if first.is_whitespace() {
        char::is_whitespace
    } else {
        return first.len_utf8();
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (c, width) = if byte.is_ascii() {
            (char::from(*byte), 1)
        } else {
            let c = text[at..].chars().next().unwrap_or(' ');
            (c, c.len_utf8())
        };
        if !same(c) {
            break;
        }
        at += width;
    }
    at
}

/// The length and the shape of a token of ASCII; nothing for a blank and where other letters begin.
fn plain(bytes: &[u8]) -> Option<(usize, Shape)> {
    let first = *bytes.first()?;
    let run = |of: fn(&u8) -> bool| bytes.iter().position(|byte| !of(byte)).unwrap_or(bytes.len());
    if first.is_ascii_alphabetic() {
        let length = run(u8::is_ascii_alphabetic);
        if bytes.get(length).is_some_and(|byte| *byte >= 0x80) {
            return None;
        }
        let upper = bytes[..length].iter().filter(|byte| byte.is_ascii_uppercase()).count();
        return Some((length, shape_of(&bytes[..length], first.is_ascii_uppercase(), upper, length)));
    }
    if first.is_ascii_digit() {
        return Some((run(u8::is_ascii_digit), Shape::Number));
    }
    (first.is_ascii_graphic() || first.is_ascii_control() && !char::from(first).is_whitespace())
        .then_some((1, Shape::Sign))
}

fn blank(text: &str) -> Gap {
    match text.bytes().filter(|b| *b == b'\n').count() {
        0 => Gap::Space,
        1 => Gap::Line,
        _ => Gap::Paragraph,
    }
}

fn shape(word: &str, first: char) -> Shape {
    if first.is_ascii_digit() {
        return Shape::Number;
    }
    if !first.is_alphabetic() {
        return Shape::Sign;
    }
    if word.is_ascii() {
        let upper = word.bytes().filter(u8::is_ascii_uppercase).count();
        return shape_of(word.as_bytes(), first.is_ascii_uppercase(), upper, word.len());
    }
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    shape_of(word.as_bytes(), first.is_uppercase(), upper, word.chars().count())
}

fn shape_of(word: &[u8], capital: bool, upper: usize, length: usize) -> Shape {
    match upper {
        0 => Shape::Lower,
        1 if capital => Shape::Capital,
        2 if length > 2 && word.starts_with(b"IJ") => Shape::Capital,
        n if n == length => Shape::Upper,
        _ => Shape::Mixed,
    }
}

fn fold_into(out: &mut String, word: &str) {
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
    } else {
        out.push_str(&lexicon::fold(word));
    }
}
