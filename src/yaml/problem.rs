//! What can be wrong with a file, and where. None of these types holds a value of the
//! file: names in them come from the program (known keys, choices, phrases).

use super::path::Path;
use std::ops::Range;

/// A stretch of the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Offsets in bytes from the start of the file, a BOM included; empty for an empty value.
    pub bytes: Range<usize>,
    /// Line of the first character, from 1.
    pub line: u32,
    /// Column of the first character, from 1, in characters; a BOM has no column.
    pub column: u32,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub what: What,
    /// Where in the tree: keys the program knows, and indices. It stops at the first key
    /// that no struct knows, since such a key is the file's own word. Of an unknown or
    /// double key: the map in which it stands.
    pub path: Path,
    /// Where in the text.
    pub place: Place,
}

/// The kinds of things that can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The text is no YAML, so there is no tree.
    Syntax(Cause),
    /// A comma or colon cut a text in two: a key without value in a flow map, or a text
    /// with a colon that became a map.
    CutText,
    /// A key the struct doesn't have, with the known key that looks most like it.
    UnknownKey(Option<&'static str>),
    /// A key that stands in the same map twice; the place is that of the first.
    DuplicateKey(Place),
    /// A value of another kind than asked for.
    WrongType(Expected),
    /// A date or time that doesn't exist; the phrase says what was expected.
    NotADate(String),
    /// A word that is none of these.
    NotAChoice(&'static [&'static str]),
    /// YAML that `vt` doesn't take.
    Refused(Feature),
    /// Deeper than [`super::MAX_DEPTH`] levels.
    TooDeep,
    /// More than [`super::MAX_BYTES`] bytes.
    TooBig,
    /// Bytes that are no UTF-8; the place is that of the first.
    NotUtf8,
    /// UTF-16, going by its byte-order mark.
    Utf16,
    /// NUL bytes: no text at all.
    Binary,
}

/// What was expected where a value of another kind stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A map.
    Keys,
    /// A list.
    List,
    /// A text.
    Text,
    /// A number in decimal figures that fits the type.
    Number,
    /// What the type itself says it expects.
    Words(String),
}

/// YAML that `vt` doesn't take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feature {
    /// `&name`.
    Anchor,
    /// `*name`.
    Alias,
    /// `!name`.
    Tag,
    /// `<<:`.
    MergeKey,
    /// `%YAML` and the like.
    Directive,
    /// A second document after `---` or `...`.
    SecondDocument,
    /// A key that is a list, a map or empty.
    KeyNotText,
}

/// Why a text is no YAML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// A tab in the indentation.
    Tab,
    /// A quote that is never closed.
    UnclosedQuote,
    /// A `[` or `{` that is never closed.
    UnclosedBracket,
    /// A `]` or `}` where none is open.
    WrongBracket,
    /// A comma missing between items in brackets.
    MissingComma,
    /// A comma with nothing before it.
    DoubleComma,
    /// A line that is indented too much or too little.
    Indentation,
    /// A colon inside an unquoted text.
    ColonInText,
    /// A line without a colon where a key belongs.
    NoColon,
    /// A colon without a space behind it.
    NoSpaceAfterColon,
    /// Something behind a quoted text.
    AfterQuote,
    /// Something behind a closed bracket.
    AfterBracket,
    /// A backslash in double quotes that means nothing.
    Escape,
    /// A text behind `|` or `>`, or one that begins with it.
    BlockHeader,
    /// A dash where no list item can stand.
    Dash,
    /// A text that goes on after a comment.
    Comment,
    /// A text that begins with a character that needs quotes.
    StartCharacter,
    /// An invisible control character.
    ControlCharacter,
    /// A carriage return that ends no line.
    LoneCr,
    /// A key longer than 1024 characters, or over several lines.
    KeyTooLong,
    /// Something else.
    Other,
}
