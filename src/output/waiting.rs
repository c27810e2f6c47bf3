//! The cases on which the chair still has to decide, with the command for each.

use super::agenda_outside::why;
use super::{Screen, ShownAgenda, escape};
use crate::agenda::Kop;
use crate::calendar::words::day_in_words;
use crate::model::{Casus, Soort};

/// Which cases wait for a decision in a meeting. `command` decides on one, `agenda` shows all.
#[must_use]
pub fn waiting_text(shown: &ShownAgenda, command: &dyn Fn(Casus) -> String, agenda: &str, screen: &Screen) -> String {
    let made = shown.agenda();
    let day = day_in_words(made.day);
    let what = |soort: Option<Soort>, kop: &Kop| {
        let parts = [soort.map(Soort::woord), kop.gemeente.as_deref()];
        parts.into_iter().flatten().map(escape::flat).collect::<Vec<_>>().join(", ")
    };
    let row = |casus: &Casus| {
        let known = made.zaken.iter().find(|punt| punt.casus == *casus);
        let known = known.map(|punt| what(Some(punt.soort), &punt.kaart));
        let outside = made.niet_besproken.iter().find(|entry| entry.casus == *casus);
        let outside = outside.map(|entry| format!("{}; {}", what(entry.soort, &entry.kaart), why(entry.waarom)));
        (command(*casus), known.or(outside).unwrap_or_default())
    };
    let rows: Vec<(String, String)> = made.te_besluiten.iter().map(row).collect();
    let head = match rows.len() {
        0 => format!("Op {day} wacht geen casus op een besluit."),
        1 => format!("Op {day} wacht 1 casus op je besluit."),
        count => format!("Op {day} wachten {count} casussen op je besluit."),
    };
    let mut lines = screen.wrap(&head, "", "");
    lines.extend(screen.rows(&rows, "  "));
    lines.push(String::new());
    lines.push("Wat nu?".to_owned());
    lines.extend(screen.rows(&[(agenda.to_owned(), "de hele agenda".to_owned())], "  "));
    lines.into_iter().map(|line| line + "\n").collect()
}
