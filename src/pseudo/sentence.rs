//! The sentence in which a word stands, as a question shows it.

use std::ops::Range;

/// The sentence around a stretch of a text, on one line, and where the stretch stands in it.
pub(super) fn sentence(text: &str, bytes: &Range<usize>) -> (String, Range<usize>) {
    let ends = |c: char| matches!(c, '.' | '!' | '?');
    let from = text[..bytes.start]
        .rmatch_indices(ends)
        .find(|(at, _)| text[at + 1..].starts_with([' ', '\n']))
        .map_or(0, |(at, _)| at + 1);
    let to = text[bytes.end..].find(ends).map_or(text.len(), |at| bytes.end + at + 1);
    let from = from + text[from..].len() - text[from..].trim_start().len();
    let from = from.min(bytes.start);
    let line = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = line(&text[from..bytes.start]);
    if !out.is_empty() && text[..bytes.start].ends_with(char::is_whitespace) {
        out.push(' ');
    }
    let start = out.len();
    out.push_str(&line(&text[bytes.clone()]));
    let end = out.len();
    let rest = &text[bytes.end..to];
    if rest.starts_with(char::is_whitespace) {
        out.push(' ');
    }
    out.push_str(&line(rest));
    (out, start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_shows_the_sentence_on_one_line() {
        let text = "Eerst dit.\nDaan belt oma als\n  het misgaat met Roos. Dan dat.\n";
        let at = text.find("Roos").unwrap();
        let (sentence, place) = sentence(text, &(at..at + 4));
        assert_eq!(sentence, "Daan belt oma als het misgaat met Roos.");
        assert_eq!(&sentence[place], "Roos");
    }
}
