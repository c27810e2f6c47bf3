//! The checklist of one card: what must be there to hand it in, point by point.

use super::check_text::{Next, next};
use super::screen::{Ink, Screen};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// A checklist.
pub struct Lijst {
    /// Whether the card is ready.
    pub heading: String,
    /// Until when, as whole sentences.
    pub terms: Vec<String>,
    /// The points in order.
    pub points: Vec<Point>,
    /// What to do next.
    pub next: Next,
}

/// One point.
pub struct Point {
    /// Whether it is done.
    pub tick: Tick,
    /// What it asks.
    pub words: String,
    /// The rules behind it.
    pub rules: Vec<&'static str>,
    /// A word about it, such as that people answered for it.
    pub remark: Option<String>,
}

/// The box before a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// Done, or answered for.
    Done,
    /// Still open.
    Open,
    /// It can't be said.
    Unknown,
}

impl Tick {
    fn text(self) -> &'static str {
        match self {
            Self::Done => "[x]",
            Self::Open => "[ ]",
            Self::Unknown => "[?]",
        }
    }
}

/// The words of a point take at most this much, so that its rules stand close to them.
const MOST_WORDS: usize = 56;

/// Writes the checklist.
pub fn lijst(lijst: &Lijst, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    for line in screen.wrap(&lijst.heading, "", "  ") {
        writeln!(out, "{}", screen.paint(Ink::Bold, &line))?;
    }
    for line in lijst.terms.iter().flat_map(|term| screen.wrap(term, "", "  ")) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    let longest = lijst.points.iter().map(|point| point.words.width()).max().unwrap_or(0);
    let column = longest.min(MOST_WORDS).min(screen.width.saturating_sub(24));
    let narrow = Screen { width: column, ..*screen };
    for point in &lijst.points {
        let mut lines = narrow.wrap(&point.words, "", "").into_iter();
        let first = lines.next().unwrap_or_default();
        let fill = " ".repeat(column.saturating_sub(first.width()));
        let rules = screen.paint(Ink::Dim, &point.rules.join(" "));
        let remark = point.remark.as_ref().map(|remark| format!("  {remark}")).unwrap_or_default();
        writeln!(out, "  {} {first}{fill}  {rules}{remark}", point.tick.text())?;
        for line in lines {
            writeln!(out, "      {line}")?;
        }
    }
    if let Some(next) = next(&lijst.next, screen) {
        write!(out, "\n{next}")?;
    }
    Ok(())
}
