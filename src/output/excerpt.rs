//! The line of a finding with a mark under the part that is meant.
//!
//! annotate-snippets draws; what it is given is safe for a terminal and short enough: a
//! long line is cut to a window around the mark.

use super::escape;
use super::screen::{Ink, Screen};
use crate::rules::{Severity, Spot};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands where a line was cut.
const CUT: &str = "...";

/// An excerpt, and whether its label found no room in it.
pub(super) struct Drawn {
    /// The lines.
    pub lines: Vec<String>,
    /// The label did not fit beside the mark.
    pub label_left: bool,
}

/// Draws the line with its mark, the label beside the mark if there is room.
pub(super) fn draw(spot: &Spot, label: Option<&str>, severity: Severity, screen: &Screen) -> Drawn {
    let gutter = spot.line.to_string().len() + 3;
    let window = Window::of(spot, label.map_or(0, UnicodeWidthStr::width), screen.width.saturating_sub(gutter).max(20));
    let shown_label = label.filter(|_| window.label_fits);
    let annotation = AnnotationKind::Primary.span(window.mark).label(shown_label);
    let snippet = Snippet::source(&window.text).line_start(spot.line as usize).annotation(annotation);
    Drawn {
        lines: render(Group::with_level(level(severity)).element(snippet), screen),
        label_left: label.is_some() && !window.label_fits,
    }
}

/// Draws a line that is not shown.
pub(super) fn draw_hidden(line: u32, severity: Severity, screen: &Screen) -> Vec<String> {
    let snippet = Snippet::source("(regel niet getoond)").line_start(line as usize).fold(false);
    let snippet: Snippet<'_, annotate_snippets::Annotation<'_>> = snippet;
    render(Group::with_level(level(severity)).element(snippet), screen)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Fout => Level::ERROR,
        Severity::Waarschuwing => Level::WARNING,
        Severity::Advies => Level::INFO,
    }
}

fn render(group: Group<'_>, screen: &Screen) -> Vec<String> {
    // The window was cut already; annotate-snippets' own way of cutting must not come on top.
    let renderer = if screen.colour { styled() } else { Renderer::plain() }.term_width(4096);
    renderer.render(&[group]).lines().map(|line| line.trim_end().to_owned()).collect()
}

fn styled() -> Renderer {
    Renderer::styled()
        .error(Ink::Fout.style())
        .warning(Ink::Waarschuwing.style())
        .info(Ink::Tip.style())
        .line_num(Ink::Dim.style())
}

/// The part of a line that is shown.
struct Window {
    text: String,
    /// The marked bytes of `text`.
    mark: Range<usize>,
    label_fits: bool,
}

/// One character as it is shown.
struct Cell {
    shown: String,
    width: usize,
}

impl Window {
    /// A window of at most `room` columns.
    fn of(spot: &Spot, label: usize, room: usize) -> Self {
        let mut cells: Vec<Cell> = spot.text.chars().map(cell).collect();
        let start = spot.mark.start.min(cells.len());
        if start == cells.len() {
            // Something is missing at the end of the line: the mark stands behind it.
            cells.push(Cell { shown: " ".to_owned(), width: 1 });
        }
        let end = spot.mark.end.clamp(start + 1, cells.len());
        let width = |range: Range<usize>| cells[range].iter().map(|cell| cell.width).sum::<usize>();
        let behind = if label == 0 { 0 } else { label + 1 };
        let (before, marked, after) = (width(0..start), width(start..end), width(end..cells.len()));
        // A label never pushes a line out of view that fits by itself.
        let label_fits = if before + marked + after <= room {
            before + marked + behind <= room
        } else {
            marked + behind + 2 * CUT.len() <= room
        };
        let behind = if label_fits { behind } else { 0 };
        let mut from = 0;
        if before + marked + after.max(behind) > room {
            // Half of what is left goes before the mark, and what the other half has no use for.
            let space = room.saturating_sub(marked);
            let right = after.max(behind).min((space / 2).max(behind + CUT.len()));
            let left = space.saturating_sub(right + CUT.len());
            from = start - fitting(cells[..start].iter().rev(), left);
        }
        let mut left = room - if from > 0 { CUT.len() } else { 0 };
        left -= if width(from..cells.len()) > left { CUT.len() } else { 0 };
        let to = from + fitting(cells[from..].iter(), left);
        Self::cut(&cells, from..to, start..end.min(to.max(start + 1)), label_fits)
    }

    fn cut(cells: &[Cell], shown: Range<usize>, mark: Range<usize>, label_fits: bool) -> Self {
        let join = |range: Range<usize>| cells[range].iter().map(|cell| cell.shown.as_str()).collect::<String>();
        let mut text = if shown.start > 0 { CUT.to_owned() } else { String::new() };
        text += &join(shown.start..mark.start);
        let start = text.len();
        text += &join(mark.clone());
        let end = text.len();
        text += &join(mark.end..shown.end.max(mark.end));
        if shown.end < cells.len() {
            text += CUT;
        }
        Self { text, mark: start..end, label_fits }
    }
}

/// How many cells, from the first on, fit in this many columns.
fn fitting<'c>(cells: impl Iterator<Item = &'c Cell>, columns: usize) -> usize {
    let mut used = 0;
    cells
        .take_while(|cell| {
            used += cell.width;
            used <= columns
        })
        .count()
}

fn cell(c: char) -> Cell {
    let shown = escape::character(c).into_owned();
    // A tab and an escaped character are more than one; what stands alone may be a combining mark.
    let width = if shown.chars().count() == 1 { c.width().unwrap_or(0) } else { shown.width() };
    Cell { shown, width }
}
