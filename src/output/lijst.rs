//! The checklist of one card: what must be there to hand it in, point by point.

use super::check_text::{Next, next, write_blocks};
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

/// The room for the rules of a point: three of them.
const RULES: usize = 17;
/// The width of a box with the space around it.
const BOX: usize = 6;

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
    let column = longest.min(screen.width.saturating_sub(BOX + 2 + RULES));
    let left = Screen { width: column, ..*screen };
    let right = Screen { width: screen.width - BOX - 2 - column, ..*screen };
    for point in &lijst.points {
        let words = left.wrap(&point.words, "", "");
        let rules = right.wrap(&point.rules.join(" "), "", "");
        for index in 0..words.len().max(rules.len()).max(1) {
            let tick = if index == 0 { point.tick.text() } else { "   " };
            let word = words.get(index).map_or("", String::as_str);
            let fill = " ".repeat(column.saturating_sub(word.width()) + 2);
            let rule = screen.paint(Ink::Dim, rules.get(index).map_or("", String::as_str));
            writeln!(out, "{}", format!("  {tick} {word}{fill}{rule}").trim_end())?;
        }
    }
    let next = next(&lijst.next, screen);
    if !next.is_empty() {
        writeln!(out)?;
    }
    write_blocks(&[next], out)
}
