//! The last screen before a card crosses: what *stays* in it, for the professional to read
//! once more.

use super::screen::{Ink, Screen};
use crate::calendar::words;
use crate::model::{Tijdstip, Veiligheidskaart};
use crate::pseudo::Reviewed;
use chrono::Datelike as _;
use std::collections::{BTreeMap, BTreeSet};

/// Which words a label stands for: for the eyes of the owner, at a terminal, alone.
#[must_use]
pub fn replacements<'g>(given: impl Iterator<Item = (&'g str, &'g str)>, screen: &Screen) -> Vec<String> {
    if !screen.terminal {
        return Vec::new();
    }
    let mut by_label: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (words, label) in given {
        by_label.entry(label).or_default().push(words);
    }
    if by_label.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![screen.paint(Ink::Bold, "Dit is vervangen. Het team ziet alleen het label.")];
    let rows: Vec<(String, String)> =
        by_label.into_iter().map(|(label, words)| (label.to_owned(), words.join(", "))).collect();
    lines.extend(screen.rows(&rows, "  "));
    lines.push(String::new());
    lines
}

/// What stays in a reviewed card. `rare` is what may point at one family, each with how to
/// coarsen it.
#[must_use]
pub fn stays(reviewed: &Reviewed, card: &Veiligheidskaart, rare: &[String], screen: &Screen) -> Vec<String> {
    let mut lines = vec![screen.paint(Ink::Bold, "Dit blijft staan. Lees het zelf nog eens na.")];
    let rows = [
        ("gezin", reviewed.file.leden().join(", ")),
        ("woorden", kept(reviewed)),
        ("namen", professionals(card)),
        ("plaatsen", places(card)),
        ("datums", dates(&reviewed.file.dates())),
        ("zeldzaam", if rare.is_empty() { "niets gevonden".to_owned() } else { rare.join(" ") }),
    ];
    for (name, what) in rows {
        let what = if what.is_empty() { "geen" } else { &what };
        let first = format!("  {name:<9} ");
        lines.extend(screen.wrap(what, &first, &" ".repeat(first.len())));
    }
    lines.push(String::new());
    let ask = "Zou iemand uit de buurt dit gezin herkennen? Maak het feit dan algemener.";
    lines.extend(screen.wrap(ask, "", ""));
    let replaced = match reviewed.replaced {
        0 => "vt vond niets om te vervangen; lees zelf nog eens na.".to_owned(),
        1 => "Vervangen: 1 plek. Gepseudonimiseerd, niet anoniem: vt ziet niet alles.".to_owned(),
        count => format!("Vervangen: {count} plekken. Gepseudonimiseerd, niet anoniem: vt ziet niet alles."),
    };
    lines.extend(screen.wrap(&replaced, "", ""));
    lines
}

fn kept(reviewed: &Reviewed) -> String {
    let each: BTreeSet<String> =
        reviewed.kept.iter().map(|kept| format!("{} ({})", kept.tekst, kept.reden.woord())).collect();
    each.into_iter().collect::<Vec<_>>().join(", ")
}

fn professionals(card: &Veiligheidskaart) -> String {
    let inbrenger = card.inbrenger.as_ref();
    let names = [
        inbrenger.and_then(|inbrenger| inbrenger.naam.as_deref()),
        inbrenger.and_then(|inbrenger| inbrenger.via.as_deref()),
        card.casusregisseur.as_ref().and_then(|regisseur| regisseur.naam.as_deref()),
    ];
    let mut each: Vec<&str> = Vec::new();
    for name in names.into_iter().flatten() {
        if !each.contains(&name) {
            each.push(name);
        }
    }
    if each.is_empty() { String::new() } else { format!("{} (professionals)", each.join(", ")) }
}

fn places(card: &Veiligheidskaart) -> String {
    let own = card.gemeente.iter().map(|gemeente| format!("{gemeente} (gemeente van de casus)"));
    let leden = card.gezin.iter().flat_map(|gezin| gezin.leden.values());
    let others =
        leden.filter_map(|lid| lid.gemeente.as_ref()).map(|gemeente| format!("{gemeente} (gemeente van een lid)"));
    let each: BTreeSet<String> = others.collect();
    own.chain(each).collect::<Vec<_>>().join(", ")
}

/// The days and months in keys of their own: those of one month together.
fn dates(dates: &[Tijdstip]) -> String {
    let days: BTreeSet<_> =
        dates.iter().filter_map(|date| if let Tijdstip::Dag(day) = date { Some(*day) } else { None }).collect();
    let mut parts: Vec<String> = Vec::new();
    let mut rest: Vec<_> = days.into_iter().collect();
    while let Some(first) = rest.first().copied() {
        let same = rest.iter().take_while(|day| (day.year(), day.month()) == (first.year(), first.month())).count();
        let month: Vec<_> = rest.drain(..same).collect();
        let numbers: Vec<String> = month.iter().map(|day| day.day().to_string()).collect();
        let numbers = match numbers.split_last() {
            Some((last, before)) if !before.is_empty() => format!("{} en {last}", before.join(", ")),
            _ => numbers.concat(),
        };
        let whole = words::span(Tijdstip::Maand(first));
        parts.push(format!("{numbers} {whole}"));
    }
    let months: BTreeSet<_> =
        dates.iter().filter_map(|date| if let Tijdstip::Maand(month) = date { Some(*month) } else { None }).collect();
    parts.extend(months.into_iter().map(|month| format!("{} (als maand)", words::span(Tijdstip::Maand(month)))));
    if !parts.is_empty() {
        parts.push("en wat in de teksten staat".to_owned());
    }
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_one_month_stand_together() {
        let at = |text: &str| text.parse::<Tijdstip>().ok().unwrap();
        let list = ["2026-02-24", "2026-01-12", "2025-11", "2026-02-20", "2026-01-20", "2026-02-20", "2026-03-02"];
        let expected = "12 en 20 januari 2026, 20 en 24 februari 2026, 2 maart 2026, november 2025 (als maand), en wat in \
                        de teksten staat";
        assert_eq!(dates(&list.map(at)), expected);
        assert_eq!(dates(&[]), "");
    }
}
