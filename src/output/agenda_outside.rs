//! What was handed in or expected but is not discussed, and why.

use super::agenda_cases::screen_title;
use super::agenda_text::{keep, on, wrap};
use super::{Ink, Screen, escape};
use crate::agenda::{Agenda, NietBesproken, WaaromNiet};
use crate::calendar::words::{day_in_words, day_short, day_without_year, days};
use chrono::{Datelike as _, NaiveDate};

pub(super) fn outside(agenda: &Agenda, screen: &Screen, lines: &mut Vec<String>) {
    for entry in &agenda.niet_besproken {
        title(entry, screen, lines);
        for text in explained(agenda, entry) {
            lines.extend(wrap(screen, &text, "   ", "   "));
        }
    }
    for finding in &agenda.niet_gelezen {
        // What is wrong with a card stands with its case.
        if agenda.niet_besproken.iter().any(|entry| entry.open.iter().any(|own| own.file == finding.file)) {
            continue;
        }
        let place = finding.spot.as_ref().map(|spot| format!(":{}:{}", spot.line, spot.column)).unwrap_or_default();
        lines.push(format!("{}{place}", escape::line(&finding.file)));
        lines.extend(screen.wrap(&format!("{}: {} {}", finding.rule.id, finding.message, finding.mend), "   ", "   "));
    }
}

pub(super) fn why(waarom: WaaromNiet) -> &'static str {
    match waarom {
        WaaromNiet::Regels => "nog niet compleet",
        WaaromNiet::TeLaat => "te laat",
        WaaromNiet::Uitgesteld => "uitgesteld",
        WaaromNiet::Afgewezen => "afgewezen",
        WaaromNiet::Ingetrokken => "ingetrokken",
        WaaromNiet::Verwacht => "verwacht",
        WaaromNiet::InbrengerAfwezig => "inbrenger afwezig",
    }
}

fn title(entry: &NietBesproken, screen: &Screen, lines: &mut Vec<String>) {
    let kind = entry.soort.map(crate::model::Soort::woord);
    let parts = [kind, entry.kaart.gemeente.as_deref(), entry.kaart.inbrenger.as_deref()];
    let parts: Vec<String> = parts.into_iter().flatten().map(escape::flat).collect();
    let left = format!("{}  {}", entry.casus, parts.join(", "));
    let ink = Some(Ink::Fout).filter(|_| entry.waarom == WaaromNiet::TeLaat);
    screen_title(screen, left.trim_end(), why(entry.waarom), ink, lines);
}

fn explained(agenda: &Agenda, entry: &NietBesproken) -> Vec<String> {
    let decide = if entry.te_besluiten { " Te besluiten." } else { "" };
    let mut texts = vec![why_in_words(agenda, entry, decide)];
    if let Some(spoed) = &entry.kaart.spoed {
        texts.push(format!("Spoed: {}", escape::flat(spoed)));
    }
    if let Some(reason) = entry.reden.as_deref().filter(|_| entry.te_besluiten) {
        texts.push(format!("De voorzitter wil deze casus bespreken: {}", escape::flat(reason)));
    }
    for (index, finding) in entry.open.iter().enumerate() {
        let first = index == 0 && entry.waarom == WaaromNiet::Regels;
        texts.push(format!("{}: {}{}", finding.rule.id, finding.message, if first { decide } else { "" }));
        texts.push(finding.mend.to_string());
    }
    if entry.ook_inbrenger_afwezig {
        texts.push("De inbrenger kan niet; een monitor wordt dan niet besproken (NAZ02).".to_owned());
    }
    if entry.te_besluiten && !entry.open.is_empty() {
        texts.push("Breng de kaart daarna opnieuw in; de eerste dag blijft tellen.".to_owned());
    }
    texts.retain(|text| !text.is_empty());
    texts
}

fn why_in_words(agenda: &Agenda, entry: &NietBesproken, decide: &str) -> String {
    let reason = entry.reden.as_deref().map(|reason| format!(" {}", escape::flat(reason))).unwrap_or_default();
    let by = entry.door.as_deref().map(|door| format!(" door {}", escape::flat(door))).unwrap_or_default();
    match entry.waarom {
        WaaromNiet::TeLaat => {
            let on = entry.ingebracht.map(|day| keep(&day_short(day))).unwrap_or_default();
            format!("Ingebracht op {on}, {} te laat (INB07).{decide}", days(entry.dagen.unwrap_or(0)))
        }
        WaaromNiet::Regels if entry.open.is_empty() => format!("De kaart van deze casus is er niet.{decide}"),
        WaaromNiet::Regels => String::new(),
        WaaromNiet::Uitgesteld => {
            let to = entry.naar.map(|naar| format!(" naar {}", weekday_on(naar, agenda))).unwrap_or_default();
            let now = entry.nu_naar.map(|naar| format!(" De casus gaat nu naar {}.", weekday_on(naar, agenda)));
            format!("Uitgesteld{to}{by}.{reason}{}", now.unwrap_or_default())
        }
        WaaromNiet::Afgewezen => format!("Afgewezen{by}.{reason}"),
        WaaromNiet::Ingetrokken => format!("Ingetrokken{by}.{reason}"),
        WaaromNiet::Verwacht => {
            let agreed =
                entry.van.map(|van| format!("Afgesproken op {}. ", keep(&on(van, agenda)))).unwrap_or_default();
            let moved = entry.verschoven_van.map(|van| format!("Verschoven van {}. ", keep(&on(van, agenda))));
            let last = weekday_on(entry.uiterste_dag, agenda);
            format!("{agreed}{}Nog niet ingebracht; de laatste dag is {last}.", moved.unwrap_or_default())
        }
        WaaromNiet::InbrengerAfwezig => {
            format!(
                "De inbrenger kan niet; een monitor wordt dan niet besproken (NAZ02). Stel uit naar een dag waarop de inbrenger kan.{decide}"
            )
        }
    }
}

/// A day with its weekday, and the year when it is another than that of the screen.
fn weekday_on(day: NaiveDate, agenda: &Agenda) -> String {
    keep(&if day.year() == agenda.day.year() { day_without_year(day) } else { day_in_words(day) })
}
