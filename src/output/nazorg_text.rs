//! What is open, laid out by owner and day.

use super::shown_nazorg::{ShownOpvolging, ShownPunt};
use super::{Ink, Screen, escape};
use crate::agenda::ZonderUitkomst;
use crate::calendar::words;
use textwrap::core::display_width;

/// Commands that go with what is open, made by who knows the folders.
pub struct Wegen<'a> {
    /// A command of `vt` for the folders that were asked for.
    pub command: &'a dyn Fn(&str) -> String,
    /// Whether everything could be read; else more may be open.
    pub is_whole: bool,
    /// Whether it is about the reader's own cases; else the team's, with the chair's commands.
    pub is_own: bool,
    /// Rows of commands to go on with, and what each does.
    pub next: Vec<(String, String)>,
}

/// The lines of an overview; `kop` is its first line.
#[must_use]
pub fn nazorg_text(shown: &ShownOpvolging<'_>, kop: &str, wegen: &Wegen<'_>, screen: &Screen) -> String {
    let mut blocks = vec![vec![screen.paint(Ink::Bold, &escape::line(kop))]];
    if !shown.zonder_uitkomst.is_empty() {
        let mut block = vec![screen.paint(Ink::Bold, "Vergadering voorbij, nog geen uitkomst")];
        block.extend(shown.zonder_uitkomst.iter().flat_map(|one| without_outcome(one, wegen, screen)));
        blocks.push(block);
    }
    let mut rest = shown.punten.as_slice();
    let widths = [widest(&shown.punten, |punt| &punt.wanneer), widest(&shown.punten, |punt| &punt.zaak)];
    let any_late = shown.punten.iter().any(|punt| punt.te_laat);
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|punt| punt.wie == first.wie).count();
        let (own, others) = rest.split_at(same);
        let name = first.wie.as_deref().unwrap_or("Nog van niemand");
        let mut block = vec![screen.paint(Ink::Bold, &escape::line(name))];
        block.extend(own.iter().flat_map(|punt| row(punt, widths, any_late, screen)));
        blocks.push(block);
        rest = others;
    }
    if !shown.voorbij.is_empty() {
        let mut block = vec![screen.paint(Ink::Bold, "Bewaartermijn voorbij, niets meer open")];
        block.extend(
            shown
                .voorbij
                .iter()
                .map(|one| format!("  {}  laatste vergadering {}", one.casus, words::date_with_year(one.laatst))),
        );
        blocks.push(block);
    }
    if blocks.len() == 1 {
        let nothing = if wegen.is_whole { "Er staat niets open." } else { "vt vond niets, maar kan niet alles lezen." };
        blocks.push(vec![nothing.to_owned()]);
    }
    if !wegen.next.is_empty() {
        let mut block = vec!["Wat nu?".to_owned()];
        block.extend(screen.rows(&wegen.next, "  "));
        blocks.push(block);
    }
    blocks.into_iter().map(|lines| lines.join("\n") + "\n").collect::<Vec<_>>().join("\n")
}

/// What is said of a case without an outcome, and what is typed behind `vt`: for the team what
/// gives it one, for who handed it in what shows how it stands, as deciding is the chair's.
#[must_use]
pub fn zonder_uitkomst(one: &ZonderUitkomst, is_own: bool) -> (String, String) {
    let ZonderUitkomst { casus, day, geagendeerd } = one;
    let (what, verb) = match (is_own, geagendeerd) {
        (true, true) => ("nog geen bespreking; bel de voorzitter", "toon"),
        (true, false) => ("nog geen besluit en geen bespreking; bel de voorzitter", "toon"),
        (false, true) => ("nog geen bespreking", "bespreking"),
        (false, false) => ("nog geen besluit en geen bespreking", "besluit"),
    };
    (format!("{casus}: {what}"), format!("{verb} {casus} --vergadering {day}"))
}

fn without_outcome(one: &ZonderUitkomst, wegen: &Wegen<'_>, screen: &Screen) -> Vec<String> {
    let (what, typed) = zonder_uitkomst(one, wegen.is_own);
    let mut lines = screen.wrap(&what, &format!("  {}  ", words::day_column(one.day)), "    ");
    lines.push(format!("    {}", (wegen.command)(&typed)));
    lines
}

fn widest<'p>(punten: &'p [ShownPunt], part: impl Fn(&'p ShownPunt) -> &'p String) -> usize {
    punten.iter().map(|punt| display_width(part(punt))).max().unwrap_or(0)
}

fn row(punt: &ShownPunt, [when, zaak]: [usize; 2], any_late: bool, screen: &Screen) -> Vec<String> {
    let late = if punt.te_laat { "te laat" } else { "" };
    let columns = [(late, if any_late { 7 } else { 0 }), (&*punt.wanneer, when), (&*punt.zaak, zaak)];
    let mut first = String::from("  ");
    for (text, width) in columns.into_iter().filter(|(_, width)| *width > 0) {
        let text = escape::line(text);
        first.push_str(&text);
        first.push_str(&" ".repeat(width + 2 - display_width(&text).min(width)));
    }
    screen.wrap(&punt.wat, &first, &" ".repeat(display_width(&first)))
}
