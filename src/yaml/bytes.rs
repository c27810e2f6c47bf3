//! The checks on bare bytes that come before the parser, and lines of any bytes.

use super::path::Path;
use super::problem::{Cause, Place, Problem, What};
use std::borrow::Cow;
use std::ops::Range;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// The text of line `line` (from 1) without its end and without a BOM; empty when there
/// is no such line. For a file that gave no tree; bytes that are no UTF-8 become U+FFFD.
#[must_use]
pub fn line_text(bytes: &[u8], line: u32) -> Cow<'_, str> {
    let nth = usize::try_from(line).unwrap_or(usize::MAX).wrapping_sub(1);
    let found = bytes.split(|b| *b == b'\n').nth(nth).unwrap_or_default();
    let found = found.strip_suffix(b"\r").unwrap_or(found);
    let found = if line == 1 { found.strip_prefix(BOM).unwrap_or(found) } else { found };
    String::from_utf8_lossy(found)
}

/// How many characters of a line are shown before and behind the place that is meant.
const AROUND: usize = 256;

/// The part of a line around `at` that may be shown, in bytes: the whole line, without its
/// end and without a BOM, unless it is very long. A line can be as long as the file, and a
/// file can have a problem in every third byte of it.
#[must_use]
pub fn around(bytes: &[u8], at: usize) -> Range<usize> {
    let is_first = |byte: u8| byte & 0xC0 != 0x80;
    let at = at.min(bytes.len());
    let (mut start, mut before) = (at, 0);
    while start > 0 && bytes[start - 1] != b'\n' && before < AROUND {
        start -= 1;
        before += usize::from(is_first(bytes[start]));
    }
    let (mut end, mut behind) = (at, 0);
    while end < bytes.len() && bytes[end] != b'\n' {
        behind += usize::from(is_first(bytes[end]));
        if behind > AROUND {
            break;
        }
        end += 1;
    }
    let is_whole = bytes.get(end).is_none_or(|byte| *byte == b'\n');
    if is_whole && bytes[start..end].ends_with(b"\r") {
        end -= 1;
    }
    if start == 0 && bytes[..end].starts_with(BOM) {
        start = BOM.len();
    }
    start..end
}

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The bytes as text, or what makes them unfit for the parser.
pub(super) fn check(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(problem(What::TooBig, place(bytes, 0..0)));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(problem(What::Utf16, place(bytes, 0..2)));
    }
    // `contains` is far faster than a search for the place.
    if bytes.contains(&0)
        && let Some(at) = bytes.iter().position(|b| *b == 0)
    {
        return Err(problem(What::Binary, place(bytes, at..at + 1)));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let at = e.valid_up_to();
        problem(What::NotUtf8, place(bytes, at..at + e.error_len().unwrap_or(1)))
    })?;
    // The parser takes a lone CR for a line break, no editor does: places would be off.
    if bytes.contains(&b'\r')
        && let Some(at) = (0..bytes.len()).find(|i| bytes[*i] == b'\r' && bytes.get(i + 1) != Some(&b'\n'))
    {
        let what = What::Syntax(Cause::LoneCr);
        return Err(problem(what, place(bytes, at..at + 1)));
    }
    Ok(text)
}

/// The place of a range of bytes; counts characters also where the bytes are no UTF-8.
pub(super) fn place(bytes: &[u8], range: Range<usize>) -> Place {
    let before = &bytes[..range.start.min(bytes.len())];
    let line = before.split(|b| *b == b'\n').count();
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let on_line = &before[start..];
    let on_line = if start == 0 { on_line.strip_prefix(BOM).unwrap_or(on_line) } else { on_line };
    let column = on_line.iter().filter(|b| **b & 0xC0 != 0x80).count();
    Place { bytes: range, line: small(line), column: small(column + 1) }
}

/// A problem of the file as a whole.
pub(super) fn problem(what: What, place: Place) -> Problem {
    Problem { what, path: Path::root(), place }
}

/// Offsets and counts fit: a file has at most `MAX_BYTES` bytes.
pub(super) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
