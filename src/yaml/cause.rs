//! From the parser's error and the text around it to a cause that helps a person, at the
//! place where that person has to look.

use super::bytes;
use super::problem::{Cause, Feature, Place, Problem, What};
use granit_parser::{ErrorKind, ScanError};

/// The lines of a head (all before `---`) that are directives.
pub(super) fn directives(head: &str) -> Vec<Place> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in head.split_inclusive('\n') {
        let bare = line.trim_start_matches('\u{feff}');
        if bare.starts_with('%') {
            let start = at + line.len() - bare.len();
            found.push(bytes::place(head.as_bytes(), start..start + bare.trim_end().len()));
        }
        at += line.len();
    }
    found
}

/// Everything known about the point where the parser gave up.
struct Scene<'s> {
    text: &'s str,
    /// Where the parser points, in bytes.
    at: usize,
    /// The end of what it read before.
    last: usize,
    /// The innermost open bracket.
    bracket: Option<usize>,
}

/// The problem for a parser error. `last` is the end of the last node, `bracket` the start
/// of the innermost open list or map in brackets, both in bytes.
pub(super) fn problem(text: &str, error: &ScanError, last: usize, bracket: Option<usize>) -> Problem {
    let at = text.floor_char_boundary(error.marker().byte_offset().unwrap_or(0));
    let scene = Scene { text, at, last: last.min(at), bracket };
    let (what, at) = scene.what(error.kind());
    let end = at + text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    bytes::problem(what, bytes::place(text.as_bytes(), at..end))
}

impl Scene<'_> {
    fn what(&self, kind: &ErrorKind) -> (What, usize) {
        use ErrorKind as E;
        let (cause, at) = match kind {
            E::RecursionLimitExceeded => return (What::TooDeep, self.at),
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
            E::UnclosedFlowCollection { .. }
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping => (Cause::UnclosedBracket, self.bracket.unwrap_or(self.at)),
            E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => (Cause::WrongBracket, self.at),
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
            | E::InvalidUnicodeEscape => (Cause::Escape, self.at),
            E::MappingValueNotAllowed | E::MappingKeyNotAllowed => self.colon(),
            E::SimpleKeyExpected => self.no_colon(self.at),
            E::InvalidSimpleKey => (Cause::KeyTooLong, self.at),
            E::BlockSequenceEntryNotAllowed
            | E::InvalidBlockEntryWhitespace
            | E::PlainScalarStartsWithDashFlowIndicator => (Cause::Dash, self.at),
            E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry => self.unexpected(),
            E::ExpectedDocumentStart => (Cause::AfterBracket, self.at),
            E::InvalidIndentation | E::InvalidBlockScalarIndent => (Cause::Indentation, self.at),
            _ => (Cause::Other, self.at),
        }
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
        if line.contains(": ") {
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
                    (Cause::Indentation, start + indent(line))
                };
            }
        }
        (Cause::Other, self.at)
    }

    /// A line that should have a colon and a space behind its key.
    fn no_colon(&self, at: usize) -> (Cause, usize) {
        let line = self.text[at..].lines().next().unwrap_or_default();
        match line.find(':') {
            Some(colon) if !line[colon + 1..].starts_with(' ') => (Cause::NoSpaceAfterColon, at + colon),
            _ => (Cause::NoColon, at),
        }
    }

    /// Something that is neither the next key nor the next item.
    fn unexpected(&self) -> (Cause, usize) {
        let before = self.text[self.line_start(self.at)..self.at].trim_start();
        if before.ends_with("- ") && before.len() == 2 {
            return (Cause::Dash, self.at - 2);
        }
        if before.is_empty() {
            return (Cause::Indentation, self.at);
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
