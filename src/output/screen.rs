//! A screen: how wide it is, whether it takes colour, and who may look at it.

use super::escape;
use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use textwrap::{Options, WordSplitter};

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// How many columns there are.
    pub width: usize,
    /// Whether bold, dim and colour are used.
    pub colour: bool,
    /// Whether its owner looks at it, and not a file, a pipe or another program.
    pub terminal: bool,
}

impl Default for Screen {
    /// A pipe.
    fn default() -> Self {
        Self { width: 80, colour: false, terminal: false }
    }
}

/// How a piece of text stands out. Colour only doubles a word that stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after what they are for")]
pub enum Ink {
    Bold,
    Dim,
    Fout,
    Waarschuwing,
    Tip,
}

impl Ink {
    pub(super) fn style(self) -> Style {
        match self {
            Self::Bold => Style::new().effects(Effects::BOLD),
            Self::Dim => Style::new().effects(Effects::DIMMED),
            Self::Fout => AnsiColor::Red.on_default().effects(Effects::BOLD),
            Self::Waarschuwing => AnsiColor::Yellow.on_default().effects(Effects::BOLD),
            Self::Tip => AnsiColor::Cyan.on_default().effects(Effects::BOLD),
        }
    }
}

impl Screen {
    /// The text in this ink, when the screen takes colour.
    #[must_use]
    pub fn paint(&self, ink: Ink, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let style = ink.style();
        format!("{style}{text}{style:#}")
    }

    /// The text broken at words into lines that fit, the first after `first`, the others
    /// after `rest`. Nothing is broken inside a word that fits on a line of its own.
    #[must_use]
    pub fn wrap(&self, text: &str, first: &str, rest: &str) -> Vec<String> {
        let options = Options::new(self.width.max(20))
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
        textwrap::wrap(&escape::line(text), options).into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    /// The same for a text that may have lines of its own; the empty ones are left out.
    #[must_use]
    pub fn wrap_lines(&self, text: &str, first: &str, rest: &str) -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.enumerate().flat_map(|(nth, line)| self.wrap(line, if nth == 0 { first } else { rest }, rest)).collect()
    }

    /// Rows of a command and what it does, two spaces in, the second column under each
    /// other; a command that leaves no room for the words gets a line of its own.
    #[must_use]
    pub fn rows(&self, rows: &[(String, String)], indent: &str) -> Vec<String> {
        let widths = rows.iter().map(|(left, _)| textwrap::core::display_width(&escape::line(left)));
        let room = self.width.saturating_sub(indent.len());
        let column = widths.filter(|width| width + 24 <= room).max().unwrap_or(0);
        let mut lines = Vec::new();
        for (left, right) in rows {
            let left = escape::line(left);
            let width = textwrap::core::display_width(&left);
            let hanging = " ".repeat(indent.len() + column + 3);
            if right.is_empty() {
                lines.push(format!("{indent}{left}"));
            } else if width <= column {
                let first = format!("{indent}{left}{}", " ".repeat(column - width + 3));
                lines.extend(self.wrap(right, &first, &hanging));
            } else {
                lines.push(format!("{indent}{left}"));
                let under = format!("{indent}  ");
                lines.extend(self.wrap(right, &under, &under));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_hang() {
        let screen = Screen { width: 24, ..Screen::default() };
        let lines = screen.wrap("Schrijf het als 2026-03-02 bij `bijgewerkt`.", "  = ", "    ");
        assert_eq!(lines, ["  = Schrijf het als", "    2026-03-02 bij", "    `bijgewerkt`."]);
    }

    #[test]
    fn rows_line_up_and_a_long_one_gets_its_own_line() {
        let screen = Screen { width: 50, ..Screen::default() };
        let rows =
            [("vt check", "kijkt alles na"), ("vt check een-heel-lang-pad/kaart.yaml", "kijkt dit na"), ("vt", "")];
        let rows = rows.map(|(left, right)| (left.to_owned(), right.to_owned()));
        let lines = screen.rows(&rows, "  ");
        let expected =
            ["  vt check   kijkt alles na", "  vt check een-heel-lang-pad/kaart.yaml", "    kijkt dit na", "  vt"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn without_colour_there_are_no_codes() {
        let plain = Screen::default();
        assert_eq!(plain.paint(Ink::Fout, "fout"), "fout");
        let colour = Screen { colour: true, ..plain };
        assert_eq!(colour.paint(Ink::Bold, "fout"), "\u{1b}[1mfout\u{1b}[0m");
    }
}
