//! The copy that is searched: one spelling for what looks the same to a reader.
//!
//! NFKC, without invisible characters and soft hyphens, look-alikes of other scripts as
//! Latin, every kind of space, dash and apostrophe as one, words joined that were broken
//! at a line end. Each place in the copy leads back to the bytes of the original.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A stretch of the copy. One that is the same maps byte for byte, another maps whole.
struct Stretch {
    at: usize,
    from: usize,
    length: usize,
    same: bool,
}

/// The copy with the way back.
pub struct Searched {
    text: String,
    stretches: Vec<Stretch>,
}

impl Searched {
    /// Makes the copy.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let mut copy = Self { text: String::with_capacity(original.len()), stretches: Vec::new() };
        let bytes = original.as_bytes();
        let (mut at, mut plain) = (0, 0);
        while at < bytes.len() {
            let Some(special) = bytes[at..].iter().position(|b| *b >= 0x80 || *b == b'-' || *b == b'`') else { break };
            at += special;
            let step = copy.special(original, plain, at);
            match step {
                Some(end) => (at, plain) = (end, end),
                None => at += original[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        copy.same(original, plain..original.len());
        copy
    }

    /// The copy itself.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes what stands at `at` when it is not to be copied as it is, after what was plain
    /// before it; returns where it ends.
    fn special(&mut self, original: &str, plain: usize, mut at: usize) -> Option<usize> {
        if original[at..].starts_with(is_combining_mark) {
            // The letter that carries the mark was passed over as plain.
            at -= original[plain..at].chars().next_back().map_or(0, char::len_utf8);
        }
        let rest = &original[at..];
        let first = rest.chars().next()?;
        let width = first.len_utf8();
        if first == '-' {
            let end = at + broken_word(original, at)?;
            let goes_on = original[end..].chars().next()?;
            self.same(original, plain..at);
            if !goes_on.is_lowercase() {
                self.put("-", at..end);
            }
            return Some(end);
        }
        let cluster =
            width + rest[width..].chars().take_while(|c| is_combining_mark(*c)).map(char::len_utf8).sum::<usize>();
        if cluster == width && is_plain_letter(first) {
            return None;
        }
        self.same(original, plain..at);
        if is_invisible(first) {
            // A soft hyphen at the end of a line breaks a word; so the line end goes too.
            let end = if first == '\u{ad}' { line_end(&rest[width..]).unwrap_or(0) } else { 0 };
            return Some(at + width + end);
        }
        let mut new = String::new();
        for c in rest[..cluster].nfkc() {
            push_folded(&mut new, c);
        }
        self.put(&new, at..at + cluster);
        Some(at + cluster)
    }

    fn same(&mut self, original: &str, range: Range<usize>) {
        if !range.is_empty() {
            let (at, from, length) = (self.text.len(), range.start, range.len());
            self.stretches.push(Stretch { at, from, length, same: true });
            self.text.push_str(&original[range]);
        }
    }

    fn put(&mut self, new: &str, range: Range<usize>) {
        if !new.is_empty() {
            let (at, from, length) = (self.text.len(), range.start, range.len());
            self.stretches.push(Stretch { at, from, length, same: false });
            self.text.push_str(new);
        }
    }

    /// The bytes of the original that a stretch of the copy was made of.
    #[must_use]
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return 0..0;
        }
        let (first, last) = (self.stretch(range.start), self.stretch(range.end - 1));
        let start = if first.same { first.from + range.start - first.at } else { first.from };
        let end = if last.same { last.from + range.end - last.at } else { last.from + last.length };
        start..end
    }

    fn stretch(&self, at: usize) -> &Stretch {
        let index = self.stretches.partition_point(|stretch| stretch.at <= at);
        &self.stretches[index.saturating_sub(1)]
    }
}

/// How long the break in a word is: the hyphen, the line end and what is before the rest.
fn broken_word(original: &str, at: usize) -> Option<usize> {
    original[..at].chars().next_back().filter(|c| c.is_alphabetic())?;
    let end = 1 + line_end(&original[at + 1..])?;
    original[at + end..].chars().next().filter(|c| c.is_alphabetic())?;
    Some(end)
}

/// The length of a single line end with the blanks around it.
fn line_end(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([' ', '\t', '\r']);
    let rest = rest.strip_prefix('\n')?.trim_start_matches([' ', '\t']);
    Some(text.len() - rest.len())
}

/// Letters of Western languages that stay as they are when no mark follows.
fn is_plain_letter(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{17e}') && !matches!(c, '\u{132}' | '\u{133}' | '\u{13f}' | '\u{140}' | '\u{149}')
}

/// What shows as nothing.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn push_folded(out: &mut String, c: char) {
    if is_invisible(c) || is_combining_mark(c) {
        return;
    }
    match c {
        '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
        c if c.is_whitespace() && c != '\n' => out.push(' '),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' => out.push('-'),
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' | '\u{2b9}' | '\u{b4}' | '`' => out.push('\''),
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => out.push('"'),
        '\u{2022}' | '\u{b7}' | '\u{2219}' => out.push('*'),
        c => out.push(digit(c).or_else(|| latin(c)).unwrap_or(c)),
    }
}

/// Digits of other scripts that phones and keyboards make.
fn digit(c: char) -> Option<char> {
    let zero = ['\u{660}', '\u{6f0}', '\u{966}'].into_iter().find(|zero| (*zero..=after(*zero, 9)).contains(&c))?;
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

fn after(c: char, n: u32) -> char {
    char::from_u32(u32::from(c) + n).unwrap_or(c)
}

/// The Latin letter that a letter of another script looks like.
fn latin(c: char) -> Option<char> {
    const LOOK: [(&str, &str); 2] = [
        ("АВЕКМНОРСТХУІЈЅԚԜаеорсухіјѕԁԛԝһѵ", "ABEKMHOPCTXYIJSQWaeopcyxijsdqwhv"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυ", "ABEZHIKMNOPTYXaeikvoptu"),
    ];
    if !matches!(c, '\u{370}'..='\u{52f}') {
        return None;
    }
    LOOK.iter().find_map(|(from, to)| {
        let nth = from.chars().position(|look| look == c)?;
        to.chars().nth(nth)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(text: &str) -> String {
        Searched::new(text).text().to_owned()
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        assert_eq!(copy("Zoe\u{308} en Ze\u{301}"), "Zoë en Zé");
        assert_eq!(copy("\u{ff24}\u{ff41}\u{ff41}\u{ff4e}"), "Daan");
        assert_eq!(copy("Da\u{200b}an Ver\u{ad}hagen"), "Daan Verhagen");
        assert_eq!(copy("D\u{430}\u{430}n"), "Daan");
        assert_eq!(copy("Max\u{2019} 1\u{a0}2\u{2011}3"), "Max' 1 2-3");
        assert_eq!(copy("Ver-\n  hagen, Etten-\nLeur, ver- en -\n bij"), "Verhagen, Etten-Leur, ver- en -\n bij");
        assert_eq!(copy("Ver\u{ad}\nhagen"), "Verhagen");
    }

    #[test]
    fn every_place_leads_back() {
        let text = "Met Zoe\u{308} en D\u{200b}aan.";
        let copy = Searched::new(text);
        for (found, original) in [("Zoë", "Zoe\u{308}"), ("Daan", "D\u{200b}aan"), ("Met", "Met"), (".", ".")] {
            let at = copy.text().find(found).unwrap();
            assert_eq!(&text[copy.original(&(at..at + found.len()))], original);
        }
    }
}
