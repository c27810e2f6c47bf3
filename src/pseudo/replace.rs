//! One text with labels in the place of what names the family, so that it still reads as
//! Dutch: possessives stay, "oma Tonny" becomes Oma and "de Korstmosweg" Straat 1.

use super::hit::Kind;
use super::lexicon::fold;
use std::ops::Range;

/// What comes in the place of a stretch of a text.
pub(super) struct Change {
    pub bytes: Range<usize>,
    pub kind: Kind,
    pub label: String,
    pub suffix: &'static str,
    /// Whether the label is the role of someone of the family.
    pub known: bool,
}

/// The text with the changes made. They are in order and do not overlap.
pub(super) fn replaced(text: &str, changes: &[Change]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut at = 0;
    for change in changes {
        let start = taken_from(text, at, change);
        out.push_str(&text[at..start]);
        // "#TeamDaan" and "Daan2015": a label is a word of its own.
        if out.ends_with(char::is_alphanumeric) {
            out.push(' ');
        }
        out.push_str(&change.label);
        out.push_str(change.suffix);
        if text[change.bytes.end..].starts_with(char::is_alphanumeric) {
            out.push(' ');
        }
        // A line end inside a name stays, so that the lines after it keep their length.
        if text[change.bytes.clone()].contains('\n') {
            out.push('\n');
            at = change.bytes.end + text[change.bytes.end..].len()
                - text[change.bytes.end..].trim_start_matches(' ').len();
        } else {
            at = change.bytes.end;
        }
    }
    out.push_str(&text[at..]);
    out
}

/// Words of address, which a label that is a role makes double.
const ADDRESS: [&str; 12] =
    ["mevrouw", "mevr", "mevr.", "mw", "mw.", "meneer", "dhr", "dhr.", "heer", "juffrouw", "fam", "fam."];

/// Words for the same role.
const SAME: [(&str, &[&str]); 6] = [
    ("vader", &["papa", "pap", "pappa"]),
    ("moeder", &["mama", "mam", "mamma"]),
    ("oma", &["grootmoeder", "omi"]),
    ("opa", &["grootvader"]),
    ("leerkracht", &["juf", "juffrouw", "meester", "leraar", "lerares", "docent", "mentor"]),
    ("buurvrouw", &["buuf"]),
];

/// Where the label begins: words before it that say the same go with it.
fn taken_from(text: &str, least: usize, change: &Change) -> usize {
    let mut start = change.bytes.start;
    while let Some((from, word)) = word_before(text, least, start) {
        let word = fold(word);
        let goes = match change.kind {
            Kind::Persoon if change.known => {
                is_role(&change.label, &word)
                    || ADDRESS.contains(&word.as_str())
                    || word == "de" && start < change.bytes.start
            }
            Kind::School | Kind::Straat | Kind::Organisatie | Kind::Adres => {
                matches!(word.as_str(), "de" | "het" | "'t" | "t")
            }
            // "BSN Bsn 1", "kenteken Kenteken 1".
            _ => fold(&change.label).starts_with(&format!("{word} ")),
        };
        if !goes {
            break;
        }
        start = from;
        if !matches!(change.kind, Kind::Persoon) {
            break;
        }
    }
    start
}

/// Whether a word says the role that the label says: "oma" before Oma, "juf" before Leerkracht.
fn is_role(label: &str, word: &str) -> bool {
    let label = fold(label);
    let role = label.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    role == word || SAME.iter().any(|(own, others)| *own == role && others.contains(&word))
}

/// The word right before a place, with blanks in between, and where it begins.
fn word_before(text: &str, least: usize, end: usize) -> Option<(usize, &str)> {
    let before = text.get(least..end)?;
    let trimmed = before.trim_end_matches([' ', '\n']);
    if trimmed.len() == before.len() || before[trimmed.len()..].matches('\n').count() > 1 {
        return None;
    }
    let from = trimmed
        .rfind([' ', '\n', '(', '"', '\u{201c}', ',', ':', ';'])
        .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
    Some((least + from, &trimmed[from..])).filter(|(_, word)| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str, words: &str, kind: Kind, label: &str, suffix: &'static str, known: bool) -> String {
        let start = text.find(words).unwrap();
        let bytes = start..start + words.len();
        replaced(text, &[Change { bytes, kind, label: label.to_owned(), suffix, known }])
    }

    #[test]
    fn a_text_still_reads_as_dutch() {
        let known = |text: &str, words: &str, label: &str| with(text, words, Kind::Persoon, label, "", true);
        assert_eq!(known("Hij belt oma Tonny op.", "Tonny", "Oma"), "Hij belt Oma op.");
        assert_eq!(known("Juf Marleen ziet het.", "Marleen", "Leerkracht"), "Leerkracht ziet het.");
        assert_eq!(known("Met mevrouw Van Hees.", "Van Hees", "Moeder"), "Met Moeder.");
        assert_eq!(known("Met de heer Bos.", "Bos", "Vader"), "Met Vader.");
        assert_eq!(known("Zoon Daan en (mama Kim).", "Kim", "Moeder"), "Zoon Daan en (Moeder).");
        assert_eq!(known("Zij is de Kim die.", "Kim", "Moeder"), "Zij is de Moeder die.");
        let other = |text: &str, words: &str, kind, label: &str| with(text, words, kind, label, "", false);
        assert_eq!(other("buurvrouw Ria zag", "Ria", Kind::Persoon, "Persoon A"), "buurvrouw Persoon A zag");
        assert_eq!(other("in de Korstmosweg zijn", "Korstmosweg", Kind::Straat, "Straat 1"), "in Straat 1 zijn");
        assert_eq!(other("Haar BSN 111222333 staat er.", "111222333", Kind::Bsn, "Bsn 1"), "Haar Bsn 1 staat er.");
        assert_eq!(with("Daans fiets", "Daans", Kind::Persoon, "Kind 1", "'s", true), "Kind 1's fiets");
    }

    #[test]
    fn a_name_over_two_lines_keeps_the_line_end() {
        assert_eq!(with("Met Daan\nBos mee.", "Daan\nBos", Kind::Persoon, "Kind 1", "", true), "Met Kind 1\nmee.");
    }
}
