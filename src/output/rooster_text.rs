//! The roster of a year as the planner reads it, prints it or mails it.

use super::agenda_text::and;
use super::rooster_fair::{hundredths, with_comma};
use super::{Ink, Screen, ShownRooster, escape};
use crate::calendar::words::{day_column, day_month, day_short};
use crate::model::TafelRol;
use crate::roster::{Eerlijk, Groepsrooster, Herkomst, Jaarrooster, Komst, Scheef, TURN, ZetelCijfers};
use chrono::NaiveDate;
use comfy_table::{Cell, ContentArrangement, Table, presets::NOTHING};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes a roster; `next` are the commands to offer, `quiet` leaves out remarks.
pub fn rooster_text(
    shown: &ShownRooster,
    screen: &Screen,
    quiet: bool,
    next: &[(String, String)],
    out: &mut impl Write,
) -> io::Result<()> {
    let rooster = shown.rooster();
    let days = days(rooster);
    let mut lines = Vec::new();
    let state = if rooster.gepubliceerd { "vastgelegd" } else { "een voorstel, nog niet vastgelegd" };
    let head = format!("Rooster {}: {state}, {}", rooster.jaar, meetings(days.len()));
    lines.push(screen.paint(Ink::Bold, &head));
    lines.push(String::new());
    lines.extend(table(rooster, &days, screen));
    if !quiet {
        lines.extend(marks(rooster));
        lines.extend(remarks(rooster, screen));
        lines.extend(screen.wrap(&verdict(rooster), "", ""));
        lines.extend(what_next(next, screen));
    }
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// The commands to offer, under their heading.
#[must_use]
pub fn what_next(next: &[(String, String)], screen: &Screen) -> Vec<String> {
    if next.is_empty() {
        return Vec::new();
    }
    let heading = [String::new(), "Wat nu?".to_owned()];
    heading.into_iter().chain(screen.rows(next, "  ")).collect()
}

/// `1 vergadering`, `2 vergaderingen`.
pub(super) fn meetings(count: usize) -> String {
    if count == 1 { "1 vergadering".to_owned() } else { format!("{count} vergaderingen") }
}

/// What a group is called: "CVC'er klein", "GI bij toerbeurt".
pub(super) fn group_name(groep: &Groepsrooster) -> String {
    let naam = escape::flat(&groep.plan.naam);
    match groep.rol {
        Some(rol) if naam.eq_ignore_ascii_case(rol.woord()) => format!("{} bij toerbeurt", rol.woord()),
        Some(TafelRol::GecertificeerdeInstelling) if naam.eq_ignore_ascii_case("gi") => "GI bij toerbeurt".to_owned(),
        Some(rol) => format!("{} {naam}", rol.woord()),
        None => naam,
    }
}

fn days(rooster: &Jaarrooster) -> BTreeSet<NaiveDate> {
    rooster.groepen.iter().flat_map(|groep| &groep.beurten).map(|komst| komst.datum).collect()
}

const SWAPPED: &str = "*";
const NEW: &str = "+";
const OPEN: &str = "(open)";

/// Whether turns that were not published stand out: only where others were.
fn marks_new(rooster: &Jaarrooster) -> bool {
    rooster.gepubliceerd
}

fn table(rooster: &Jaarrooster, days: &BTreeSet<NaiveDate>, screen: &Screen) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(screen.width).unwrap_or(80));
    let names = rooster.groepen.iter().map(group_name);
    table.add_row(std::iter::once(String::new()).chain(names).map(Cell::new));
    for day in days {
        let cells = rooster.groepen.iter().map(|groep| {
            let komst = groep.beurten.iter().find(|komst| komst.datum == *day);
            komst.map(|komst| cell(komst, marks_new(rooster))).unwrap_or_default()
        });
        table.add_row(std::iter::once(day_column(*day)).chain(cells).map(Cell::new));
    }
    for column in table.column_iter_mut() {
        column.set_padding((2, 0));
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}

fn cell(komst: &Komst, marks_new: bool) -> String {
    let names = komst.wie.iter().map(|zit| {
        let swapped = if zit.geruild { format!(" {SWAPPED}") } else { String::new() };
        let new = if marks_new && zit.herkomst == Herkomst::Nieuw && !zit.geruild {
            format!(" {NEW}")
        } else {
            String::new()
        };
        format!("{}{swapped}{new}", escape::flat(&zit.wie))
    });
    let open = std::iter::repeat_n(OPEN.to_owned(), komst.open.min(1));
    names.chain(open).collect::<Vec<_>>().join(", ")
}

fn marks(rooster: &Jaarrooster) -> Vec<String> {
    let sits = || rooster.groepen.iter().flat_map(|groep| &groep.beurten).flat_map(|komst| &komst.wie);
    let mut lines = Vec::new();
    if sits().any(|zit| zit.geruild) {
        lines.push(format!("{SWAPPED} geruild"));
    }
    if marks_new(rooster) && sits().any(|zit| zit.herkomst == Herkomst::Nieuw && !zit.geruild) {
        lines.push(format!("{NEW} nieuw: nog niet vastgelegd"));
    }
    lines
}

/// What is open, what can't be, what was published and is not kept.
fn remarks(rooster: &Jaarrooster, screen: &Screen) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |text: String| lines.extend(screen.wrap(&text, "", "  "));
    for groep in &rooster.groepen {
        let name = group_name(groep);
        for komst in groep.beurten.iter().filter(|komst| komst.open > 0) {
            let places = if komst.open == 1 { "niemand kan".to_owned() } else { format!("{} plaatsen", komst.open) };
            let instead = match rooster.invaller(groep, komst.datum) {
                Some(other) => format!("Vraag {}: die kan, en had het minst.", escape::flat(other)),
                None => "Kan er toch iemand? Haal die dag dan weg uit de map afwezigheid.".to_owned(),
            };
            say(format!("Open op {}, {name}: {places}. {instead}", day_short(komst.datum)));
        }
        for one in &groep.plan.onmogelijk {
            let why = one.waarom.text();
            say(format!("Kan niet: {} op {} ({name}). {why}", escape::flat(&one.zetel), day_short(one.datum)));
        }
        if let Some(text) = changed(groep) {
            say(text);
        }
        skewed_lines(rooster, groep).for_each(&mut say);
    }
    lines
}

/// How many turns to come that were published are not kept.
pub(super) fn changed(groep: &Groepsrooster) -> Option<String> {
    let gone = groep.vervallen.iter().filter(|gone| gone.staat_er_nog);
    let name = group_name(groep);
    match gone.count() {
        0 => None,
        1 => Some(format!("Van {name} verandert 1 beurt die al vastlag.")),
        more => Some(format!("Van {name} veranderen {more} beurten die al vastlagen.")),
    }
}

/// Who of a group comes off badly by what was published.
pub(super) fn skewed_lines<'a>(
    rooster: &'a Jaarrooster,
    groep: &'a Groepsrooster,
) -> impl Iterator<Item = String> + 'a {
    rooster.scheef(groep).map(|(seat, why)| skewed(seat, why))
}

fn skewed(seat: &ZetelCijfers, why: Scheef) -> String {
    let name = escape::flat(&seat.naam);
    let turns = |parts: i64| with_comma(hundredths(i128::from(parts), i128::from(TURN)));
    match (why, seat.afwijking()) {
        (Scheef::NietInRooster, _) => {
            format!("{name} doet mee, maar staat nog niet in het rooster: recht op {}.", turns(seat.recht))
        }
        (_, more @ 0..) => format!("{name} komt {} beurten vaker dan waar de zetel recht op heeft.", turns(more)),
        (_, less) => format!("{name} komt {} beurten minder dan waar de zetel recht op heeft.", turns(-less)),
    }
}

/// The last line. "Bewezen" is said only of what was proven.
fn verdict(rooster: &Jaarrooster) -> String {
    let named = |wanted: Eerlijk| {
        let groups = rooster.groepen.iter().filter(|groep| groep.eerlijk == wanted);
        groups.map(group_name).collect::<Vec<_>>()
    };
    let (fairer, unproven) = (named(Eerlijk::KanEerlijker), named(Eerlijk::Onbewezen));
    if !unproven.is_empty() {
        return format!("Niet bewezen dat dit het eerlijkste rooster is: {}.", and(&unproven));
    }
    if !fairer.is_empty() {
        return format!(
            "Eerlijker kan voor {}, maar niet zonder vastgelegde beurten te veranderen. Die blijven zoals ze zijn.",
            and(&fairer)
        );
    }
    "Bewezen: met deze ruilingen en afwezigheid bestaat er geen eerlijker rooster.".to_owned()
}

/// What publishing adds and frees, a line for each turn that was published before.
#[must_use]
pub fn rooster_changes(shown: &ShownRooster, screen: &Screen) -> Vec<String> {
    let rooster = shown.rooster();
    let days = days(rooster);
    let mut new: BTreeSet<NaiveDate> = BTreeSet::new();
    let mut rows = Vec::new();
    for groep in &rooster.groepen {
        let freed: Vec<_> = groep.vervallen.iter().filter(|gone| gone.staat_er_nog).collect();
        for komst in &groep.beurten {
            let added: Vec<&str> =
                komst.wie.iter().filter(|zit| zit.herkomst == Herkomst::Nieuw).map(|zit| zit.wie.as_str()).collect();
            let gone = freed.iter().filter(|gone| gone.datum == komst.datum);
            let gone: Vec<&str> = gone.map(|gone| gone.wie.as_str()).collect();
            if gone.is_empty() && !added.is_empty() {
                new.insert(komst.datum);
            } else if !gone.is_empty() {
                let comes = match (added.as_slice(), komst.wie.is_empty()) {
                    ([], true) => "niemand komt, ".to_owned(),
                    ([], false) => String::new(),
                    (added, _) => format!("{} komt, ", escape::flat(&added.join(", "))),
                };
                let freed = escape::flat(&gone.join(", "));
                rows.push((komst.datum, format!("{}: {comes}{freed} is vrij", group_name(groep))));
            }
        }
        for gone in freed.iter().filter(|gone| !days.contains(&gone.datum)) {
            let text = format!("{}: geen vergadering, {} is vrij", group_name(groep), escape::flat(&gone.wie));
            rows.push((gone.datum, text));
        }
    }
    rows.sort();
    let mut lines = Vec::new();
    if let (Some(first), Some(last)) = (new.first(), new.last()) {
        let span = format!("{} t/m {}", day_month(*first, rooster.jaar), day_month(*last, rooster.jaar));
        lines.extend(screen.wrap(&format!("Erbij: beurten voor {}, {span}.", meetings(new.len())), "", ""));
    }
    let column = rows.iter().map(|(day, _)| day_column(*day).len()).max().unwrap_or(0);
    let rest = " ".repeat(column + 4);
    for (day, text) in rows {
        lines.extend(screen.wrap(&text, &format!("  {:column$}  ", day_column(day)), &rest));
    }
    lines
}
