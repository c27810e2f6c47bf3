//! A year as the chair hangs it on the wall: month by month, what is on which day and until
//! when a case can be handed in.

use super::{Ink, Screen, ShownYear, escape};
use crate::calendar::words::{MONTHS, date_with_year, day_column};
use crate::calendar::{Meeting, Planned, Year, school_holidays_known};
use crate::model::MomentSoort;
use chrono::{Datelike, NaiveDate};
use std::io::{self, Write};

/// Where the last day to hand in stands, in columns from 0.
const RIGHT: usize = 38;
/// Under what it is about: behind `  do  5  `.
const UNDER: &str = "         ";

/// One line of the year.
struct Row {
    day: NaiveDate,
    /// Where it stands among the lines of its day.
    place: u8,
    words: String,
    last_day: Option<NaiveDate>,
    /// What stands under it.
    more: Option<String>,
}

/// Writes a year; `next` are the commands to offer, `quiet` leaves out remarks.
pub fn year_text(
    shown: &ShownYear,
    screen: &Screen,
    quiet: bool,
    next: &[(String, String)],
    out: &mut impl Write,
) -> io::Result<()> {
    let year = shown.year();
    let mut lines = vec![screen.paint(Ink::Bold, &format!("Kalender {}", year.year))];
    let rows = rows(year);
    let mut is_told = false;
    for month in 1..=12 {
        let own: Vec<&Row> = rows.iter().filter(|row| row.day.month() == month).collect();
        if own.is_empty() {
            continue;
        }
        if lines.len() > 1 {
            lines.push(String::new());
        }
        let name = MONTHS[month as usize - 1];
        let tells = !is_told && own.iter().any(|row| row.last_day.is_some());
        is_told |= tells;
        lines.push(screen.paint(
            Ink::Bold,
            &if tells {
                format!("  {name:<width$}inbrengen tot en met", width = RIGHT - 2)
            } else {
                format!("  {name}")
            },
        ));
        for row in own {
            line(row, year.year, screen, &mut lines);
        }
    }
    if !quiet {
        remarks(year, screen, &mut lines);
        if !next.is_empty() {
            lines.extend([String::new(), "Wat nu?".to_owned()]);
            lines.extend(screen.rows(next, "  "));
        }
    }
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn line(row: &Row, year: i32, screen: &Screen, lines: &mut Vec<String>) {
    let day = day_column(row.day);
    let first = format!("  {}  ", &day[..5]);
    let Some(last_day) = row.last_day else {
        lines.extend(screen.wrap(&row.words, &first, UNDER));
        return;
    };
    lines.push(format!("{:<RIGHT$}{}", format!("{first}{}", row.words), until(last_day, year)));
    lines.extend(row.more.iter().flat_map(|more| screen.wrap(more, UNDER, UNDER)));
}

/// `do  5 maart`, with the year when it is another.
fn until(day: NaiveDate, year: i32) -> String {
    if day.year() == year { day_column(day) } else { format!("{} {}", day_column(day), day.year()) }
}

/// All lines of the year, in order.
fn rows(year: &Year) -> Vec<Row> {
    let first = NaiveDate::from_ymd_opt(year.year, 1, 1).unwrap_or(NaiveDate::MIN);
    let mut rows = Vec::new();
    let mut add = |day: NaiveDate, place: u8, words: String| {
        rows.push(Row { day: day.max(first), place, words, last_day: None, more: None });
    };
    for holiday in &year.holidays {
        add(holiday.day, 0, holiday.name.to_owned());
    }
    for vacation in &year.vacations {
        let words = format!("{}: geen vergadering {}", vacation.name, through(vacation.from, vacation.to, year.year));
        add(vacation.from, 1, words);
    }
    for holiday in &year.school {
        let words = format!("scholen: {} {}", holiday.name, through(holiday.from, holiday.to, year.year));
        add(holiday.from, 2, words);
    }
    for planned in &year.moments {
        add(planned.day, 4, title(planned));
    }
    let meetings = year.meetings.iter().map(|meeting| Row {
        day: meeting.day,
        place: 3,
        words: meeting_words(meeting, year.year),
        last_day: meeting.cancelled.is_none().then_some(meeting.last_day),
        more: Some(more(meeting)).filter(|more| !more.is_empty()),
    });
    let mut rows: Vec<Row> = rows.into_iter().chain(meetings).collect();
    rows.sort_by_key(|row| (row.day, row.place));
    rows
}

fn through(from: NaiveDate, to: NaiveDate, year: i32) -> String {
    let until = until(to, year).replace("  ", " ");
    if from == to { format!("op {until}") } else { format!("tot en met {until}") }
}

fn meeting_words(meeting: &Meeting, year: i32) -> String {
    if let Some((reason, to)) = &meeting.cancelled {
        let to = to.map(|to| format!("; casussen naar {}", until(to, year).replace("  ", " ")));
        let reason = reason.as_ref().map(|reason| format!(" ({})", escape::flat(reason.trim_end_matches('.'))));
        return format!("vergadering vervalt{}{}", reason.unwrap_or_default(), to.unwrap_or_default());
    }
    let extra = if meeting.extra.is_some() { " (extra)" } else { "" };
    let time = meeting.begin.zip(meeting.end).filter(|_| meeting.has_own_time);
    let time = time.map(|(begin, end)| format!(", {} - {}", begin.format("%H:%M"), end.format("%H:%M")));
    format!("vergadering{extra}{}", time.unwrap_or_default())
}

/// Why a meeting is there, and where it is when that is not the usual place.
fn more(meeting: &Meeting) -> String {
    let reason = meeting.extra.iter().flatten().map(|reason| escape::flat(reason));
    let place = meeting.place.as_deref().filter(|_| meeting.has_own_place).map(escape::flat);
    reason.chain(place).collect::<Vec<_>>().join(" ")
}

/// What a moment is called: its kind, unless its name says that already.
pub(super) fn title(planned: &Planned) -> String {
    let kind = match planned.soort {
        MomentSoort::Training => "training Veiligheidskaart",
        other => other.sleutel(),
    };
    let words = match planned.titel.as_deref().map(escape::flat).filter(|titel| !titel.is_empty()) {
        Some(titel) if titel.to_lowercase().starts_with(planned.soort.sleutel()) => {
            let mut rest = titel.chars();
            let first: String = rest.by_ref().take(1).flat_map(char::to_lowercase).collect();
            first + rest.as_str()
        }
        Some(titel) => format!("{}: {titel}", planned.soort.sleutel()),
        None => kind.to_owned(),
    };
    if planned.is_proposal { format!("{words} (voorstel)") } else { words }
}

fn remarks(year: &Year, screen: &Screen, lines: &mut Vec<String>) {
    let mut add = |text: &str| {
        lines.push(String::new());
        lines.extend(screen.wrap(text, "", ""));
    };
    if year.meetings.is_empty() {
        add("Dit jaar zijn er geen vergaderingen. Ze volgen uit `vergaderpatroon` en `extra` in regio.yaml.");
    }
    if !year.to_plan.is_empty() {
        let to_plan: Vec<String> = year.to_plan.iter().map(|(soort, count)| soort.aantal(*count)).collect();
        add(&format!("Nog te plannen: {}", to_plan.join(", ")));
    }
    let (from, to) = school_holidays_known();
    let known = if year.year < from.year() || year.year > to.year() {
        format!(
            "De schoolvakanties van {} kent vt niet: alleen die van {} tot en met {}.",
            year.year,
            from.year(),
            date_with_year(to)
        )
    } else if year.year == to.year() {
        format!("De schoolvakanties na {} kent vt nog niet.", date_with_year(to))
    } else {
        String::new()
    };
    let source = "Schoolvakanties: regio Zuid, volgens de Rijksoverheid. Door een schoolvakantie vervalt geen \
                  vergadering; alleen door `vakanties` in regio.yaml.";
    add(&if year.school.is_empty() { known } else { format!("{source} {known}").trim_end().to_owned() });
}
