//! From the parser's error and the text around it to a cause that helps a person, at the
//! place where that person has to look.

use super::bytes;
use super::problem::{Cause, Feature, Place, Problem, What};
use granit_parser::{ErrorKind, ScanError};

/// The lines of a head (all before `---`) that are directives.
pub(super) fn directives(head: &str) -> Vec<Place> {
    let mut at = 0;
    let mut found = Vec::new();
    for (nth, line) in head.split_inclusive('\n').enumerate() {
        let bare = line.trim_start_matches('\u{feff}');
        if bare.starts_with('%') {
            let start = at + line.len() - bare.len();
            // Not looked up in the bytes before it: a head can be nothing but directives.
            let bytes = start..start + bare.trim_end().len();
            found.push(Place { bytes, line: bytes::small(nth + 1), column: 1 });
        }
        at += line.len();
    }
    found
}

/// Everything known about the point where the parser gave up. Offsets are in bytes.
pub(super) struct Scene<'s> {
    pub text: &'s str,
    /// Where the parser points.
    pub at: usize,
    /// The end of the last node before that.
    pub last: usize,
    /// The start of the innermost list or map, if that is in brackets.
    pub bracket: Option<usize>,
    /// How many more levels could have been opened.
    pub room: usize,
}

impl Scene<'_> {
    /// The problem for a parser error.
    pub fn problem(&self, error: &ScanError) -> Problem {
        let (what, at) = self.what(error.kind());
        let found = self.text[at..].chars().next().filter(|c| *c != '\n');
        let end = at + found.map_or(0, char::len_utf8);
        bytes::problem(what, bytes::place(self.text.as_bytes(), at..end))
    }

    fn what(&self, kind: &ErrorKind) -> (What, usize) {
        use ErrorKind as E;
        let (cause, at) = match kind {
            E::RecursionLimitExceeded => return (What::TooDeep, self.too_deep()),
            E::MultipleDocumentsUnsupported => {
                return (What::Refused(Feature::SecondDocument), self.at);
            }
            E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar => (Cause::Tab, self.tab()),
            E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => (Cause::UnclosedQuote, self.at),
            E::InvalidQuotedScalarIndent => (Cause::UnclosedQuote, self.quote().unwrap_or(self.at)),
            E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => self.after_quote(),
            E::UnexpectedEofImplicitFlowMapping if self.rest().starts_with(',') => (Cause::DoubleComma, self.at),
            E::MismatchedFlowCollectionEnd { .. } => (Cause::UnclosedBracket, self.at),
            E::UnclosedFlowCollection { .. }
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping => (Cause::UnclosedBracket, self.bracket.unwrap_or(self.at)),
            E::MisplacedFlowCollectionEnd => (Cause::WrongBracket, self.at),
            E::InvalidColonPlacement
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::InvalidFlowScalarIndent
            | E::BlockEntryInFlowCollection
            | E::FlowMappingValueAdjacentCollection => self.in_bracket(),
            E::UnexpectedCharacter { character } => self.character(*character),
            E::BomInsideDocument => (Cause::ControlCharacter, self.at),
            E::CommentInterceptedScalar | E::CommentNotSeparated => (Cause::Comment, self.at),
            E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => (Cause::BlockHeader, self.at),
            _ => match self.refused(kind) {
                Some(found) => return found,
                None => self.block(kind),
            },
        };
        (What::Syntax(cause), at)
    }

    /// Errors in YAML that wouldn't be taken anyhow.
    fn refused(&self, kind: &ErrorKind) -> Option<(What, usize)> {
        use ErrorKind as E;
        let feature = match kind {
            E::DuplicateVersionDirective
            | E::UnsupportedYamlMajorVersion
            | E::DuplicateTagDirective
            | E::MissingDocumentEndBeforeDirective
            | E::InvalidDirectiveTerminator
            | E::DirectiveDisallowed
            | E::MissingYamlVersionSeparator
            | E::MissingDirectiveName
            | E::InvalidDirectiveName
            | E::DirectiveByteLimitExceeded { .. }
            | E::TooManyReservedDirectiveParams { .. }
            | E::YamlVersionTooLong
            | E::MissingYamlVersion
            | E::ExpectedTagDirectiveBang
            | E::InvalidTagDirectiveTerminator => {
                return Some((What::Refused(Feature::Directive), self.line_start(self.at)));
            }
            E::ExpectedDocumentStart => {
                let place = directives(self.text).into_iter().next()?;
                return Some((What::Refused(Feature::Directive), place.bytes.start));
            }
            E::InvalidDocumentEnd => Feature::SecondDocument,
            E::UndeclaredTagHandle
            | E::ExpectedTagBang
            | E::InvalidGlobalTagCharacter
            | E::InvalidTagTerminator
            | E::MissingTagUri
            | E::UnclosedVerbatimTag
            | E::InvalidTagEscape
            | E::InvalidTagUtf8LeadingByte
            | E::InvalidTagUtf8TrailingByte
            | E::InvalidTagUtf8 => Feature::Tag,
            E::MissingAnchorOrAliasName if self.rest().starts_with('*') => Feature::Alias,
            E::MissingAnchorOrAliasName => Feature::Anchor,
            _ => return None,
        };
        Some((What::Refused(feature), self.at))
    }

    /// Errors in lines and their indentation.
    fn block(&self, kind: &ErrorKind) -> (Cause, usize) {
        use ErrorKind as E;
        match kind {
            E::UnknownQuotedScalarEscape
            | E::InvalidQuotedScalarHexEscape
            | E::InvalidLowSurrogateHexEscape
            | E::InvalidLowSurrogate
            | E::MissingLowSurrogate
            | E::UnpairedLowSurrogate
            | E::InvalidUnicodeEscape => (Cause::Escape, self.escape()),
            E::MappingValueNotAllowed | E::MappingKeyNotAllowed => self.colon(),
            E::SimpleKeyExpected => self.no_colon(self.at),
            E::InvalidSimpleKey => (Cause::KeyTooLong, self.at),
            E::BlockSequenceEntryNotAllowed
            | E::InvalidBlockEntryWhitespace
            | E::PlainScalarStartsWithDashFlowIndicator => (Cause::Dash, self.at),
            E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry => self.unexpected(),
            E::ExpectedDocumentStart => self.after_root(),
            E::InvalidIndentation | E::InvalidBlockScalarIndent => self.indentation(self.at),
            _ => (Cause::Other, self.at),
        }
    }

    /// The parser looks ahead: it counts brackets before it opens what is around them.
    fn too_deep(&self) -> usize {
        let ahead = self.text[self.last..].match_indices(['[', '{']);
        let mut unopened = ahead.map(|(at, _)| self.last + at).take_while(|at| *at <= self.at);
        unopened.nth(self.room).unwrap_or(self.at)
    }

    /// The first tab that indents, from the line of the error on.
    fn tab(&self) -> usize {
        let mut at = self.line_start(self.at);
        for line in self.text[at..].split_inclusive('\n') {
            let bare = line.trim_start_matches([' ', '\t']);
            if let Some(tab) = line[..line.len() - bare.len()].find('\t') {
                return at + tab;
            }
            at += line.len();
        }
        self.rest().find('\t').map_or(self.at, |tab| self.at + tab)
    }

    /// The first backslash of a quoted text that means nothing.
    fn escape(&self) -> usize {
        let mut chars = self.rest().char_indices();
        while let Some((at, c)) = chars.next() {
            if c != '\\' {
                continue;
            }
            let Some((_, sign)) = chars.next() else { break };
            let figures = match sign {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ if "0abt\tnvfre \"/\\N_LP\r\n".contains(sign) => 0,
                _ => return self.at + at,
            };
            let code = chars.as_str().as_bytes();
            let hex = code.iter().take(figures).filter(|b| b.is_ascii_hexdigit()).count();
            // Halves of a pair that don't fit are rare: the first is good enough.
            if hex < figures || figures == 4 && code.starts_with(b"d") {
                return self.at + at;
            }
        }
        self.at
    }

    /// A quoted text that began on an earlier line was most likely never closed.
    fn after_quote(&self) -> (Cause, usize) {
        match self.quote() {
            Some(quote) if quote < self.line_start(self.at) => (Cause::UnclosedQuote, quote),
            _ => (Cause::AfterQuote, self.at),
        }
    }

    /// The first quote behind what was read before.
    fn quote(&self) -> Option<usize> {
        self.text[self.last..self.at].find(['"', '\'']).map(|quote| self.last + quote)
    }

    /// On a later line than the bracket: it was never closed. On the same one, a colon or
    /// something else cut the text.
    fn in_bracket(&self) -> (Cause, usize) {
        match self.bracket {
            Some(bracket) if bracket < self.line_start(self.at) => (Cause::UnclosedBracket, bracket),
            _ if self.rest().starts_with(':') => (Cause::ColonInText, self.at),
            _ => (Cause::MissingComma, self.at),
        }
    }

    /// The parser points at the start of the text in which the character stands.
    fn character(&self, character: char) -> (Cause, usize) {
        let at = self.rest().find(character).map_or(self.at, |found| self.at + found);
        let control = character.is_control() || !matches!(character, ' '..='~');
        (if control { Cause::ControlCharacter } else { Cause::StartCharacter }, at)
    }

    /// A colon where none can stand: a second one on its line, a key that is indented too
    /// far, or a key under a line that lacks its colon.
    fn colon(&self) -> (Cause, usize) {
        let start = self.line_start(self.at);
        let line = &self.text[start..self.at];
        let word = line.trim_start_matches([' ', '-']);
        // No key has a space in it.
        if word.contains(' ') {
            return (Cause::ColonInText, self.at);
        }
        let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
        let before = self.text[..start].split_inclusive('\n').rev();
        let mut end = start;
        for earlier in before {
            end -= earlier.len();
            let bare = earlier.trim();
            if !bare.is_empty() && !bare.starts_with('#') {
                return if indent(earlier) == indent(line) && !ends_key(bare) {
                    self.no_colon(end + indent(earlier))
                } else {
                    self.indentation(start + indent(line))
                };
            }
        }
        (Cause::Other, self.at)
    }

    /// A line that is indented wrongly, by a tab if it has one.
    fn indentation(&self, at: usize) -> (Cause, usize) {
        let start = self.line_start(at);
        match self.text[start..at].find('\t') {
            Some(tab) => (Cause::Tab, start + tab),
            None => (Cause::Indentation, at),
        }
    }

    /// A line that should have a colon and a space behind its key.
    fn no_colon(&self, at: usize) -> (Cause, usize) {
        let line = self.text[at..].lines().next().unwrap_or_default();
        match line.find(':') {
            // It has both: the parser looks no further than 1024 characters for them.
            _ if line.contains(": ") => (Cause::KeyTooLong, at),
            Some(colon) if !line[colon + 1..].starts_with(' ') => (Cause::NoSpaceAfterColon, at + colon),
            _ => (Cause::NoColon, at),
        }
    }

    /// Something behind a root that isn't a map with a key on each line.
    fn after_root(&self) -> (Cause, usize) {
        match self.text[..self.last].chars().last() {
            Some(']' | '}') => (Cause::AfterBracket, self.at),
            Some('"' | '\'') => (Cause::AfterQuote, self.at),
            _ => self.no_colon(self.line_start(self.last)),
        }
    }

    /// Something that is neither the next key nor the next item.
    fn unexpected(&self) -> (Cause, usize) {
        let before = self.text[self.line_start(self.at)..self.at].trim_start();
        if before.ends_with("- ") && before.len() == 2 {
            return (Cause::Dash, self.at - 2);
        }
        if before.is_empty() {
            return self.indentation(self.at);
        }
        match before.trim_end().chars().last() {
            Some('"' | '\'') => (Cause::AfterQuote, self.at),
            Some(']' | '}') => (Cause::AfterBracket, self.at),
            _ => (Cause::Other, self.at),
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn line_start(&self, at: usize) -> usize {
        let bom = if self.text.starts_with('\u{feff}') { 3 } else { 0 };
        self.text[..at].rfind('\n').map_or(bom.min(at), |newline| newline + 1)
    }
}

fn ends_key(line: &str) -> bool {
    line.contains(": ") || line.ends_with(':')
}
