//! Numbers in groups: the burgerservicenummer, and long numbers of any sort.

use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::tokens::{Gap, Shape, Tokens};

/// Groups of digits that may be one number, with what stands between them.
pub(super) struct Groups {
    /// All digits so far, after each group.
    digits: String,
    /// Where each group ends: in `digits`, and as a token.
    ends: Vec<(usize, usize)>,
}

/// More digits than any number that is looked for.
const MOST: usize = 20;

impl Groups {
    /// The groups from this token on. `bridges` are the signs that may stand between two.
    pub fn at(tokens: &Tokens<'_>, index: usize, bridges: &str) -> Self {
        let mut groups = Self { digits: String::new(), ends: Vec::new() };
        let mut at = index;
        while tokens.get(at).is_some_and(|token| token.shape == Shape::Number) {
            groups.digits.push_str(tokens.word(at));
            groups.ends.push((groups.digits.len(), at));
            if groups.digits.len() > MOST {
                break;
            }
            match bridge(tokens, at + 1, bridges) {
                Some(next) => at = next,
                None => break,
            }
        }
        groups
    }

    /// The digits of the first groups and the last token of them, from most groups to fewest.
    pub fn prefixes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.ends.iter().rev().map(|(length, token)| (&self.digits[..*length], *token))
    }

    /// How many groups there are up to a token.
    pub fn count_to(&self, token: usize) -> usize {
        self.ends.iter().filter(|(_, end)| *end <= token).count()
    }

    /// The lengths of the groups up to a token.
    pub fn lengths_to(&self, token: usize) -> Vec<usize> {
        let mut last = 0;
        let ends = self.ends.iter().take_while(|(_, end)| *end <= token);
        ends.map(|(length, _)| length - std::mem::replace(&mut last, *length)).collect()
    }
}

/// The next group of digits, when no more than one sign and blanks lie between.
fn bridge(tokens: &Tokens<'_>, at: usize, bridges: &str) -> Option<usize> {
    if tokens.gap(at) == Gap::Paragraph {
        return None;
    }
    let mut next = at;
    let mut sign = None;
    for _ in 0..3 {
        let token = tokens.get(next)?;
        match token.shape {
            // A dot or stroke before a blank ends something.
            Shape::Number if matches!(sign, Some('.' | '/')) && token.gap != Gap::None => return None,
            Shape::Number => return Some(next),
            Shape::Sign => {
                let c = tokens.word(next).chars().next().filter(|c| bridges.contains(*c))?;
                // "(0165)-551234" has two.
                let closed = sign == Some(')') && matches!(c, '-' | '/' | '.');
                if sign.is_some() && !closed || c != '(' && c != '-' && token.gap != Gap::None {
                    return None;
                }
                sign = Some(c);
                next += 1;
            }
            _ => return None,
        }
    }
    // Two signs: ")-" of an area code.
    tokens.get(next).filter(|token| token.shape == Shape::Number).map(|_| next)
}

/// Whether a number is part of something longer to its left or right.
pub(super) fn is_part(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    glued_before(tokens, from) || glued_after(tokens, to)
}

/// Whether something longer begins to the left.
pub(super) fn glued_before(tokens: &Tokens<'_>, from: usize) -> bool {
    let Some(before) = from.checked_sub(1).filter(|_| tokens.gap(from) == Gap::None) else { return false };
    match tokens.word(before) {
        "-" | "/" | "." | "," | "_" => {
            tokens.gap(before) == Gap::None && before.checked_sub(1).is_some_and(|b| alphanumeric(tokens, b))
        }
        "€" | "$" => true,
        _ => alphanumeric(tokens, before),
    }
}

/// Whether something longer goes on to the right.
pub(super) fn glued_after(tokens: &Tokens<'_>, to: usize) -> bool {
    if tokens.gap(to + 1) != Gap::None {
        return false;
    }
    match tokens.word(to + 1) {
        "-" | "/" | "." | "," | "_" => tokens.gap(to + 2) == Gap::None && alphanumeric(tokens, to + 2),
        "%" => true,
        _ => alphanumeric(tokens, to + 1),
    }
}

fn alphanumeric(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.get(index).is_some_and(|token| token.shape != Shape::Sign)
}

/// The words after which a number is a burgerservicenummer.
const BSN_WORDS: &[&str] =
    &["bsn", "burgerservicenummer", "burgerservicenr", "sofinummer", "sofinr", "sofi", "bsnnummer", "bsnr"];

/// Whether one of these words stands at most `reach` tokens before, in the same paragraph.
pub(super) fn said_before(tokens: &Tokens<'_>, index: usize, reach: usize, words: &[&str]) -> bool {
    let mut at = index;
    for _ in 0..reach {
        let Some(before) = tokens.before(at) else { return false };
        at = before;
        if tokens.is_word(at) && words.contains(&tokens.fold(at)) {
            return true;
        }
    }
    false
}

/// A burgerservicenummer: eight or nine digits that hold the eleven test.
pub(super) fn bsn(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let groups = Groups::at(tokens, index, ".-");
    for (digits, last) in groups.prefixes().filter(|(digits, _)| (7..=10).contains(&digits.len())) {
        let named = said_before(tokens, index, 6, BSN_WORDS);
        let holds = eleven(digits);
        let whole = !is_part(tokens, index, last);
        let lengths = groups.lengths_to(last);
        let certainty = match digits.len() {
            8 | 9 if named && holds => Certainty::Zeker,
            7..=10 if named => Certainty::Twijfel,
            9 if whole && holds && lengths.len() == 1 => Certainty::Zeker,
            9 if whole && holds && lengths.len() <= 5 && plausible(&lengths) => Certainty::Zeker,
            9 if whole && (lengths.len() == 1 || plausible(&lengths)) => Certainty::Twijfel,
            8 if whole && holds && lengths.len() == 1 && !looks_like_day(digits) => Certainty::Twijfel,
            _ => continue,
        };
        let reason = match (named, holds) {
            (true, true) => "negen cijfers die de elfproef doorstaan, na het woord 'bsn'",
            (true, false) => "cijfers na het woord 'bsn'",
            (false, true) => "negen cijfers die de elfproef doorstaan",
            (false, false) => "negen cijfers, zoals een bsn met een tikfout",
        };
        return Some(found(tokens.span(index, last), Kind::Bsn, certainty, reason));
    }
    None
}

/// How people group nine digits.
fn plausible(lengths: &[usize]) -> bool {
    matches!(lengths, [3, 3, 3] | [4, 2, 3] | [2, 3, 4] | [4, 5] | [5, 4] | [2, 2, 2, 3] | [3, 2, 2, 2] | [1, 4, 4])
        || matches!(lengths, [4, 4, 1] | [2, 2, 3, 2] | [3, 2, 4] | [2, 2, 2, 2, 1] | [3, 6] | [6, 3] | [1, 2, 2, 2, 2])
}

fn looks_like_day(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20") || matches!(&digits[4..6], "19" | "20")
}

/// The eleven test over nine digits; a number of eight has a zero before it.
fn eleven(digits: &str) -> bool {
    if !matches!(digits.len(), 8 | 9) || digits.bytes().all(|b| b == b'0') {
        return false;
    }
    let shift = 9 - digits.len();
    let sum: i32 = digits.bytes().enumerate().fold(0, |sum, (place, digit)| {
        let place = place + shift;
        let weight = if place == 8 { -1 } else { 9 - i32::try_from(place).unwrap_or(0) };
        sum + weight * i32::from(digit - b'0')
    });
    sum % 11 == 0
}

/// A number so long that it points at one person or file, whatever it is.
pub(super) fn long(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let length = tokens.word(index).len();
    if length < 7 || is_part(tokens, index, index) {
        return None;
    }
    Some(found(tokens.span(index, index), Kind::Dossiernummer, Certainty::Twijfel, "een lang nummer"))
}
