//! From a place in the decoded text of a scalar back to the bytes of the file.
//!
//! Quotes, escapes, indentation and folded lines stand between the two. Both are walked side
//! by side: white space answers to white space, an escape to what it stands for.

use super::tree::{Doc, Kind, NodeId, Style};
use std::ops::Range;

impl Doc<'_> {
    /// The scalars of the file with their decoded texts, keys not among them, in order.
    #[must_use]
    pub fn texts(&self) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut open = vec![self.root()];
        while let Some(n) = open.pop() {
            match self.kind(n) {
                Kind::Scalar(..) => found.push(n),
                Kind::Seq { items, .. } => open.extend(items.iter().rev()),
                Kind::Map { entries, .. } => open.extend(entries.iter().rev().map(|(_, value)| *value)),
            }
        }
        found
    }

    /// The bytes of the file that a part of a decoded text was made of; of a text that can't
    /// be followed, the whole scalar.
    #[must_use]
    pub fn within(&self, n: NodeId, part: &Range<usize>) -> Range<usize> {
        let whole = self.place(n).bytes;
        let Kind::Scalar(text, style) = self.kind(n) else { return whole };
        let source = &self.text[whole.clone()];
        match align(text, source, style, part) {
            Some(part) => whole.start + part.start..whole.start + part.end,
            None => whole,
        }
    }
}

fn align(text: &str, source: &str, style: Style, part: &Range<usize>) -> Option<Range<usize>> {
    let mut at = source.len() - source.trim_start().len();
    at += usize::from(matches!(style, Style::Single | Style::Double));
    let (mut start, mut end) = (None, at);
    let mut read = 0;
    while read < part.end {
        let c = text.get(read..)?.chars().next()?;
        let from = at;
        if c.is_whitespace() && !escaped_blank(source, at, style) {
            let blanks = |text: &str| text.len() - text.trim_start().len();
            let step = blanks(&text[read..]);
            at += blank_length(source.get(at..)?, style);
            if part.start < read + step && start.is_none() {
                start = Some(from);
            }
            read += step;
        } else {
            let (width, stands_for) = unit(source.get(at..)?, style)?;
            if stands_for != c {
                return None;
            }
            if read >= part.start && start.is_none() {
                start = Some(from);
            }
            at += width;
            read += c.len_utf8();
        }
        end = at;
    }
    Some(start?..end)
}

fn escaped_blank(source: &str, at: usize, style: Style) -> bool {
    style == Style::Double
        && source[at..].starts_with('\\')
        && !source[at..].starts_with("\\\n")
        && !source[at..].starts_with("\\\r")
}

/// The length of white space, with the line ends that a backslash takes away.
fn blank_length(source: &str, style: Style) -> usize {
    let mut at = 0;
    loop {
        at += source[at..].len() - source[at..].trim_start().len();
        let joins = style == Style::Double && (source[at..].starts_with("\\\n") || source[at..].starts_with("\\\r\n"));
        if !joins {
            return at;
        }
        at += 1;
    }
}

/// The length of one character as it is written, and what it stands for.
fn unit(source: &str, style: Style) -> Option<(usize, char)> {
    let first = source.chars().next()?;
    match style {
        Style::Single if source.starts_with("''") => Some((2, '\'')),
        Style::Double if first == '\\' => {
            let kind = source[1..].chars().next()?;
            let digits = match kind {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                '\n' | '\r' => {
                    let skipped = 1 + source[1..].len() - source[1..].trim_start().len();
                    let (width, c) = unit(&source[skipped..], style)?;
                    return Some((skipped + width, c));
                }
                _ => return Some((1 + kind.len_utf8(), simple(kind))),
            };
            let code = u32::from_str_radix(source.get(2..2 + digits)?, 16).ok()?;
            Some((2 + digits, char::from_u32(code)?))
        }
        _ => Some((first.len_utf8(), first)),
    }
}

/// What an escape of one letter stands for.
fn simple(kind: char) -> char {
    match kind {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' => '\0',
        '_' => '\u{a0}',
        'N' => '\u{85}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'e' => '\u{1b}',
        'f' => '\u{c}',
        'v' => '\u{b}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::yaml::{Kind, parse};

    /// What stands in the file for a word of the one text in it.
    fn source_of<'f>(file: &'f str, word: &str) -> &'f str {
        let doc = parse(file.as_bytes()).unwrap();
        let node = doc.texts()[0];
        let Kind::Scalar(text, _) = doc.kind(node) else { panic!() };
        let at = text.find(word).unwrap();
        &file[doc.within(node, &(at..at + word.len()))]
    }

    #[test]
    fn a_word_is_found_again_however_it_is_written() {
        assert_eq!(source_of("a: met Daan mee", "Daan"), "Daan");
        assert_eq!(source_of("a: \"met D\\u0061an mee\"", "Daan"), "D\\u0061an");
        assert_eq!(source_of("a: 'foto''s van Daan'", "Daan"), "Daan");
        assert_eq!(source_of("a: |\n  Eerst.\n  Dan Daan\n", "Daan"), "Daan");
        assert_eq!(source_of("a: >\n  met Daan\n  Bos mee\n", "Daan Bos"), "Daan\n  Bos");
        assert_eq!(source_of("a: \"met \\\n  Daan\"", "Daan"), "Daan");
    }
}
