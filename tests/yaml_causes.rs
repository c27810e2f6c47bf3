//! Broken YAML: for each the cause and the place where a person has to look, by hand.

use vt::yaml::{Cause, What, parse};

fn spots(bytes: &[u8]) -> Vec<(What, u32, u32)> {
    let found = parse(bytes).err().into_iter();
    found.map(|p| (p.what, p.place.line, p.place.column)).collect()
}

fn assert_syntax(cases: &[(&str, Cause, u32, u32)]) {
    for (text, cause, line, column) in cases {
        let expected = vec![(What::Syntax(*cause), *line, *column)];
        assert_eq!(spots(text.as_bytes()), expected, "{text:?}");
        // Windows' line ends change nothing before the end of a line.
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(spots(crlf.as_bytes()), expected, "{crlf:?}");
        // Nor does a BOM, which has no column.
        let bom = format!("\u{feff}{text}");
        assert_eq!(spots(bom.as_bytes()), expected, "{bom:?}");
    }
}

#[test]
fn causes_of_broken_lines() {
    assert_syntax(&[
        ("a: 1\n\tb: 2\n", Cause::Tab, 2, 1),
        ("a:\n\t- b\n", Cause::Tab, 2, 1),
        ("a:\n  - b\n  \t- c\n", Cause::Tab, 3, 3),
        ("a: |\n\tx\n", Cause::Tab, 2, 1),
        ("a: |\n  x\n\ty\n", Cause::Tab, 3, 1),
        ("\ta: 1\n", Cause::Tab, 1, 1),
        ("a:\n  b: 1\n \tc: 2\n", Cause::Tab, 3, 2),
        ("a:\n \t- b\n", Cause::Tab, 2, 2),
        ("a: b\n c: d\n", Cause::Indentation, 2, 2),
        ("a:\n  b: 1\n c: 2\n", Cause::Indentation, 3, 2),
        ("a:\n  b: 1\n   c: 2\n", Cause::Indentation, 3, 4),
        ("a:\n  - b: 1\n   c: 2\n", Cause::Indentation, 3, 4),
        ("- a\nb: 1\n", Cause::Indentation, 2, 1),
        ("a: |\n   x\n  y\nb: z\n", Cause::Indentation, 3, 3),
        ("é: hij zei: nee\n", Cause::ColonInText, 1, 11),
        ("a: hij kwam\n  en zei: nee\n", Cause::ColonInText, 2, 9),
        ("a: {b: hij zei: nee}\n", Cause::ColonInText, 1, 15),
        ("a: 1\nb\nc: 3\n", Cause::NoColon, 2, 1),
        ("a\nb: 1\n", Cause::NoColon, 1, 1),
        ("a: 1\nb\n", Cause::NoColon, 2, 1),
        ("a:\n  tekst\n  b: c\n", Cause::NoColon, 2, 3),
        ("a: 1\nb:2\nc: 3\n", Cause::NoSpaceAfterColon, 2, 2),
        ("a:1\n# c\n\nb: 2\n", Cause::NoSpaceAfterColon, 1, 2),
        ("a: - b\n", Cause::Dash, 1, 4),
        ("a: 1\n- b\n", Cause::Dash, 2, 1),
        ("a: x # c\n  y\n", Cause::Comment, 1, 6),
        ("a: > 3 keer\n", Cause::BlockHeader, 1, 4),
        ("a: | tekst\n  x\n", Cause::BlockHeader, 1, 4),
    ]);
}

#[test]
fn causes_of_broken_quotes_and_brackets() {
    assert_syntax(&[
        ("a: \"foo\nb: 2\nc: 3\n", Cause::UnclosedQuote, 1, 4),
        ("a: 'foo\nb: 2\n", Cause::UnclosedQuote, 1, 4),
        ("a: \"foo\n  bar\nb: \"x\"\n", Cause::UnclosedQuote, 1, 4),
        ("a: 'x\n---\n", Cause::UnclosedQuote, 1, 4),
        ("a: \"ja\" zei hij\nb: 1\n", Cause::AfterQuote, 1, 9),
        ("a: 'zo'n dag\n", Cause::AfterQuote, 1, 8),
        ("a: \"x\"y\n", Cause::AfterQuote, 1, 7),
        ("a: \"C:\\Users\"\n", Cause::Escape, 1, 7),
        ("é: \"a\\nb\\q\"\n", Cause::Escape, 1, 9),
        ("a: [b, c\nd: 1\n", Cause::UnclosedBracket, 1, 4),
        ("a: {b: [c}\n", Cause::UnclosedBracket, 1, 8),
        ("a: [b, , c]\n", Cause::DoubleComma, 1, 8),
        ("a: [b, c\n", Cause::UnclosedBracket, 1, 4),
        ("a: {b: c\nd: 1\n", Cause::UnclosedBracket, 1, 4),
        ("a: {b: c\n", Cause::UnclosedBracket, 1, 4),
        ("a: [b,\n- c]\n", Cause::UnclosedBracket, 1, 4),
        ("a: ]\n", Cause::WrongBracket, 1, 4),
        ("{a: b}}\n", Cause::WrongBracket, 1, 7),
        ("a: [naam] zei dat\nb: 1\n", Cause::AfterBracket, 1, 11),
        ("[a]\nb: 1\n", Cause::AfterBracket, 2, 1),
        ("a: @naam\n", Cause::StartCharacter, 1, 4),
        ("a: `x`\n", Cause::StartCharacter, 1, 4),
        ("a: %x\n", Cause::StartCharacter, 1, 4),
        ("a: één\u{1}twee\n", Cause::ControlCharacter, 1, 7),
        ("a: |\n  x\n  y\u{1b}[0m\n", Cause::ControlCharacter, 3, 4),
        ("# \u{7f}\n", Cause::ControlCharacter, 1, 3),
        ("a: 1\n\u{feff}b: 2\n", Cause::ControlCharacter, 2, 1),
    ]);
    let long = format!("a: 1\n{}: 2\n", "x".repeat(1100));
    assert_eq!(spots(long.as_bytes()), [(What::Syntax(Cause::KeyTooLong), 2, 1)]);
}
