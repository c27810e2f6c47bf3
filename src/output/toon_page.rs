//! A page of rows under headings. What comes from a file stands in it as what it is, a text or
//! a name, so that the veil can be held over all of it at once before anything is laid out.

use super::agenda_text::{keep, settled, wrap};
use super::{Ink, Screen, ShownPage, escape};
use crate::calendar::words;
use crate::model::{Lijst, Tijdstip, is_role};
use chrono::{Datelike as _, NaiveDate};
use std::io::{self, Write};

/// A piece of a row.
pub(super) enum Piece {
    /// The program's own words: a label, a date, a number, a choice.
    Own(String),
    /// Of a file: the name of a professional or an organisation.
    Name(String),
    /// Of a file: words that a person wrote.
    Text(String),
    /// Of a file: the word for someone of the family, such as `kind1`.
    Who(String),
}

/// What one row says.
#[derive(Default)]
pub(super) struct Said(pub(super) Vec<Piece>);

impl Said {
    pub fn own(words: impl Into<String>) -> Self {
        Self(vec![Piece::Own(words.into())])
    }

    /// A text; of one that is blank nothing.
    pub fn text(text: Option<&str>) -> Self {
        Self::filled(text, Piece::Text)
    }

    pub fn name(name: Option<&str>) -> Self {
        Self::filled(name, Piece::Name)
    }

    pub fn who(wie: Option<&str>) -> Self {
        Self::filled(wie, Piece::Who)
    }

    fn filled(text: Option<&str>, piece: fn(String) -> Piece) -> Self {
        let text = text.map(str::trim).filter(|text| !text.is_empty());
        Self(text.map(|text| piece(text.to_owned())).into_iter().collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Someone of the family by the word for who it is, or others in words.
    pub fn somebody(who: &str) -> Self {
        if is_role(who) { Self::who(Some(who)) } else { Self::text(Some(who)) }
    }

    /// With these words before it, when it says something.
    pub fn after(mut self, words: &str) -> Self {
        if !self.is_empty() {
            self.0.insert(0, Piece::Own(words.to_owned()));
        }
        self
    }

    /// With these words behind it, when it says something.
    pub fn then(mut self, words: &str) -> Self {
        if !self.is_empty() {
            self.0.push(Piece::Own(words.to_owned()));
        }
        self
    }

    /// Those that say something, with a sign between them.
    pub fn joined(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut all = Self::default();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !all.is_empty() {
                all.0.push(Piece::Own(between.to_owned()));
            }
            all.0.extend(part.0);
        }
        all
    }

    /// As a sentence says it: "a, b en c".
    pub fn listed(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut parts: Vec<Self> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let last = parts.pop().unwrap_or_default();
        Self::joined([Self::joined(parts, ", "), last], " en ")
    }
}

/// A row, or a line of white between two.
pub(super) enum Line {
    Gap,
    /// A command that can be pasted: never broken.
    Command(String),
    Row {
        /// The program's own words before it, from the edge of the screen.
        lead: String,
        /// Where the row itself begins.
        column: usize,
        said: Said,
    },
}

/// What stands under one heading.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
    /// Where the words of the last item begin.
    column: usize,
}

/// Where the words behind a label begin: the longest label is `Casusregisseur`.
const LABELLED: usize = 18;

impl Section {
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), lines: Vec::new(), column: 2 }
    }

    /// A label and what belongs to it.
    pub fn row(&mut self, label: &str, said: Said) {
        self.push(format!("  {label}"), LABELLED, said);
    }

    /// The same under an item.
    pub fn under(&mut self, label: &str, said: Said) {
        self.push(format!("{}{label}", " ".repeat(self.column)), LABELLED + self.column - 2, said);
    }

    /// An item of a list.
    pub fn item(&mut self, said: Said) {
        self.column = 4;
        self.push("  -".to_owned(), self.column, said);
    }

    /// The same with a number.
    pub fn numbered(&mut self, number: &str, said: Said) {
        self.column = 5;
        self.push(format!("  {number}"), self.column, said);
    }

    /// A figure and who gave it.
    pub fn figure(&mut self, figure: &str, said: Said) {
        self.push(format!("  {figure}"), 8, said);
    }

    /// Words that belong to the item above.
    pub fn more(&mut self, said: Said) {
        self.push(String::new(), self.column, said);
    }

    /// Words without a label.
    pub fn say(&mut self, said: Said) {
        self.push(String::new(), 2, said);
    }

    /// White before what comes next, when something stands there already.
    pub fn gap(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(Line::Gap);
        }
    }

    /// Whether a list has items. Of one without, it says that there are none when that was
    /// answered, and that it was not asked where a reader has to know.
    pub fn lists<T>(&mut self, list: &Lijst<T>, must_know: bool) -> bool {
        if list.is_asked() && list.is_whole() && list.is_empty() {
            self.say(Said::own("geen"));
        } else if !list.is_asked() && must_know {
            self.say(Said::own("nog niet gevraagd"));
        }
        !list.is_empty()
    }

    /// A command that can be pasted.
    pub fn command(&mut self, command: &str) {
        self.lines.push(Line::Command(command.to_owned()));
    }

    fn push(&mut self, lead: String, column: usize, said: Said) {
        if !said.is_empty() {
            self.lines.push(Line::Row { lead, column, said });
        }
    }
}

/// A page: its head, what stands under each heading, and a last line.
pub(super) struct Page {
    pub(super) head: Section,
    pub(super) sections: Vec<Section>,
    pub(super) foot: &'static str,
}

impl Page {
    /// Adds what stands under a heading, when there is something.
    pub fn add(&mut self, section: Section) {
        if !section.lines.is_empty() {
            self.sections.push(section);
        }
    }
}

/// Days as a page says them: the year where it differs from that of the head.
#[derive(Clone, Copy)]
pub(super) struct Days(pub(super) Option<i32>);

impl Days {
    pub fn words(self, time: Tijdstip) -> String {
        keep(&match time {
            Tijdstip::Dag(day) if self.0 == Some(day.year()) => words::date_without_weekday(day),
            time => words::span(time),
        })
    }

    pub fn day(self, day: NaiveDate) -> Said {
        Said::own(self.words(Tijdstip::Dag(day)))
    }

    pub fn when(self, time: Option<Tijdstip>) -> Said {
        time.map(|time| Said::own(self.words(time))).unwrap_or_default()
    }
}

/// Writes a page.
pub fn toon_text(shown: &ShownPage, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let page = shown.page();
    let mut lines = Vec::new();
    for section in std::iter::once(&page.head).chain(&page.sections) {
        lines.extend(wrap(screen, &section.title, "", "  ").iter().map(|line| screen.paint(Ink::Bold, line)));
        for line in &section.lines {
            lay_out(line, screen, &mut lines);
        }
        lines.push(String::new());
    }
    lines.extend(wrap(screen, page.foot, "", ""));
    for line in lines {
        writeln!(out, "{}", settled(&line))?;
    }
    Ok(())
}

fn lay_out(line: &Line, screen: &Screen, lines: &mut Vec<String>) {
    let (lead, column, said) = match line {
        Line::Gap => return lines.push(String::new()),
        Line::Command(command) => return lines.push(format!("    {}", escape::line(command))),
        Line::Row { lead, column, said } => (lead, column, said),
    };
    let words: String = said
        .0
        .iter()
        .map(|piece| match piece {
            Piece::Own(words) | Piece::Name(words) | Piece::Text(words) | Piece::Who(words) => words.as_str(),
        })
        .collect();
    let rest = " ".repeat(*column);
    let mut first = format!("{lead:<column$}");
    for (nth, paragraph) in paragraphs(&words).into_iter().enumerate() {
        if nth > 0 {
            lines.push(String::new());
        }
        for line in paragraph {
            let hang = if is_bullet(&line) { format!("{rest}  ") } else { rest.clone() };
            lines.extend(wrap(screen, &line, &first, &hang));
            first.clone_from(&rest);
        }
    }
}

/// A text as its writer divided it: paragraphs with a line of white between them, in each the
/// items of a list on lines of their own. How long its lines were says nothing.
fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    for line in text.lines().map(flat) {
        let Some(last) = all.last_mut() else { break };
        if line.is_empty() {
            all.push(Vec::new());
        } else if let Some(before) = last.last_mut().filter(|_| !is_bullet(&line)) {
            before.push(' ');
            before.push_str(&line);
        } else {
            last.push(line);
        }
    }
    all.retain(|paragraph| !paragraph.is_empty());
    all
}

/// As `escape::flat`, but what was kept together stays so.
fn flat(line: &str) -> String {
    line.split('\u{a0}').map(escape::flat).collect::<Vec<_>>().join("\u{a0}")
}

fn is_bullet(line: &str) -> bool {
    ["- ", "* ", "• "].iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_lists_of_a_text_stay() {
        let text = "Een zin over\ntwee regels.\n\n \nDaarna:\n- een\n  punt\n- twee\t\u{1b}[2J\r\n";
        let expected = [vec!["Een zin over twee regels."], vec!["Daarna:", "- een punt", "- twee <U+001B>[2J"]];
        assert_eq!(paragraphs(text), expected);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn what_says_nothing_leaves_no_sign() {
        let said = Said::joined([Said::text(Some("  ")), Said::own("a"), Said::name(None), Said::own("b")], ", ");
        assert_eq!(said.0.len(), 3);
        assert!(Said::listed([Said::default(), Said::text(None)]).is_empty());
        assert!(Said::text(None).after("door ").then(".").is_empty());
    }
}
