//! How fair a roster is: what each seat is due, and what it gets.

use super::agenda_text::and;
use super::rooster_text::{group_name, meetings};
use super::{Ink, Screen, ShownRooster, escape};
use crate::calendar::words::{date_without_weekday, day_month};
use crate::roster::{Eerlijk, Groepsrooster, Jaarrooster, TURN};
use chrono::{Datelike, NaiveDate};
use comfy_table::{Cell, CellAlignment, Table, presets::NOTHING};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes how fair a roster is, with the years that count.
pub fn rooster_fair(shown: &ShownRooster, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let rooster = shown.rooster();
    let days: BTreeSet<NaiveDate> =
        rooster.groepen.iter().flat_map(|groep| &groep.plan.beurten).map(|turn| turn.datum).collect();
    let years: BTreeSet<i32> = days.iter().map(Datelike::year).collect();
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let head = format!("Beurten in {}, {}", and(&years), meetings(days.len()));
    writeln!(out, "{}", screen.paint(Ink::Bold, &head))?;
    for (at, groep) in rooster.groepen.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let lines = table(rooster, groep, None, screen).into_iter().chain(screen.wrap(&bound(groep), "  ", "  "));
        for line in lines {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// The figures of the seats of a group; beside their turns those in another roster.
pub(super) fn table(
    rooster: &Jaarrooster,
    groep: &Groepsrooster,
    was: Option<&Groepsrooster>,
    screen: &Screen,
) -> Vec<String> {
    let with = rows(rooster, groep, was, true);
    if with.iter().all(|line| textwrap::core::display_width(line) <= screen.width) {
        return with;
    }
    let mut lines = rows(rooster, groep, was, false);
    for figures in &groep.plan.zetels {
        if let Some(away) = absences(rooster, &figures.naam) {
            lines.extend(screen.wrap(&format!("{}: {away}.", escape::flat(&figures.naam)), "  ", "    "));
        }
    }
    lines
}

fn rows(rooster: &Jaarrooster, groep: &Groepsrooster, was: Option<&Groepsrooster>, with_absences: bool) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(NOTHING);
    let mut head = vec![group_name(groep), "recht op".into(), "beurten".into()];
    head.extend(was.is_some().then(|| "nu".to_owned()));
    head.extend(["verschil".to_owned(), "langste wacht".to_owned()]);
    table.add_row(head.into_iter().enumerate().map(|(at, text)| aligned(at, text)));
    for figures in &groep.plan.zetels {
        let excess = hundredths(i128::from(figures.afwijking()), i128::from(TURN));
        let sign = if excess < 0 { '-' } else { '+' };
        let excess = if excess == 0 { "0".to_owned() } else { format!("{sign}{}", with_comma(excess.abs())) };
        let mut cells = vec![
            escape::flat(&figures.naam),
            with_comma(hundredths(i128::from(figures.recht), i128::from(TURN))),
            figures.beurten.to_string(),
        ];
        cells.extend(was.map(|was| {
            let own = was.plan.zetels.iter().find(|own| own.naam == figures.naam);
            own.map_or_else(String::new, |own| own.beurten.to_string())
        }));
        cells.extend([excess, figures.langste_wacht.to_string()]);
        let away = absences(rooster, &figures.naam).filter(|_| with_absences).unwrap_or_default();
        let cells = cells.into_iter().enumerate().map(|(at, text)| aligned(at, text));
        table.add_row(cells.chain(std::iter::once(Cell::new(away))));
    }
    for column in table.column_iter_mut() {
        column.set_padding((2, 0));
    }
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}

fn aligned(at: usize, text: String) -> Cell {
    Cell::new(text).set_alignment(if at == 0 { CellAlignment::Left } else { CellAlignment::Right })
}

/// When a seat can't come in this year.
fn absences(rooster: &Jaarrooster, seat: &str) -> Option<String> {
    let spans = rooster.instance.afwezig.iter().filter(|away| away.zetel == seat && away.van <= away.tot);
    let spans = spans.filter(|away| away.van.year() <= rooster.jaar && rooster.jaar <= away.tot.year());
    let spans: Vec<String> = spans
        .map(|away| match (away.van == NaiveDate::MIN, away.tot == NaiveDate::MAX) {
            (true, _) => format!("t/m {}", day_month(away.tot, rooster.jaar)),
            (_, true) => format!("vanaf {}", day_month(away.van, rooster.jaar)),
            _ if away.van == away.tot => date_without_weekday(away.van),
            _ => format!("{} t/m {}", day_month(away.van, rooster.jaar), day_month(away.tot, rooster.jaar)),
        })
        .collect();
    (!spans.is_empty()).then(|| format!("afwezig {}", and(&spans)))
}

/// How fair a group is, in a figure, and whether it can be fairer.
pub(super) fn bound(groep: &Groepsrooster) -> String {
    let square = i128::from(TURN) * i128::from(TURN);
    let of = |sum: i128| with_comma(hundredths(sum, square));
    let (sum, low) = (of(groep.plan.waarden.oneerlijk), of(groep.plan.ondergrens.oneerlijk));
    let end = match groep.eerlijk {
        Eerlijk::Bewezen => "Bewezen: eerlijker kan niet.".to_owned(),
        Eerlijk::KanEerlijker => "Eerlijker kan alleen als vastgelegde beurten veranderen.".to_owned(),
        Eerlijk::Onbewezen => format!("De ondergrens is {low}; dat het niet eerlijker kan, is niet bewezen."),
    };
    format!("De verschillen in het kwadraat zijn samen {sum}. {end}")
}

/// In hundredths, rounded.
pub(super) fn hundredths(parts: i128, whole: i128) -> i128 {
    let half = if parts < 0 { -whole / 2 } else { whole / 2 };
    (parts * 100 + half) / whole
}

/// With two decimals.
pub(super) fn with_comma(hundredths: i128) -> String {
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_two_decimals_and_a_comma() {
        let turn = i128::from(TURN);
        assert_eq!(with_comma(hundredths(turn * 35 / 2, turn)), "17,50");
        assert_eq!(hundredths(-turn / 2, turn), -50);
        assert_eq!(with_comma(hundredths(turn / 3, turn)), "0,33");
        assert_eq!(with_comma(hundredths(0, turn)), "0,00");
    }
}
