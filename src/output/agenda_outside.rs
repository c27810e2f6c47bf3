//! What was handed in or expected but is not discussed, and why.

use super::agenda_text::on;
use super::{Ink, Screen, escape};
use crate::agenda::{Agenda, NietBesproken, WaaromNiet};
use crate::calendar::words::{day_short, day_without_year, days};

pub(super) fn outside(agenda: &Agenda, screen: &Screen, lines: &mut Vec<String>) {
    for entry in &agenda.niet_besproken {
        title(entry, screen, lines);
        for text in explained(agenda, entry) {
            lines.extend(screen.wrap(&text, "   ", "   "));
        }
    }
    for finding in &agenda.niet_gelezen {
        let of_case = agenda.niet_besproken.iter().any(|entry| finding.file.contains(&entry.casus.to_string()));
        if of_case && finding.file.ends_with("kaart.yaml") {
            continue;
        }
        let place = finding.spot.as_ref().map(|spot| format!(":{}:{}", spot.line, spot.column)).unwrap_or_default();
        lines.push(format!("{}{place}", escape::line(&finding.file)));
        lines.extend(screen.wrap(&format!("{}: {} {}", finding.rule.id, finding.message, finding.mend), "   ", "   "));
    }
}

fn why(waarom: WaaromNiet) -> &'static str {
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
    let state = why(entry.waarom);
    let gap = screen.width.min(80).saturating_sub(textwrap::core::display_width(&left) + state.len()).max(2);
    let shown = if entry.waarom == WaaromNiet::TeLaat { screen.paint(Ink::Fout, state) } else { state.to_owned() };
    lines.push(format!("{}{}{shown}", screen.paint(Ink::Bold, &left), " ".repeat(gap)));
}

fn explained(agenda: &Agenda, entry: &NietBesproken) -> Vec<String> {
    let decide = if entry.te_besluiten { " Te besluiten." } else { "" };
    let reason = entry.reden.as_deref().map(|reason| format!(" {}", escape::flat(reason))).unwrap_or_default();
    let by = entry.door.as_deref().map(|door| format!(" door {}", escape::flat(door))).unwrap_or_default();
    let mut texts = Vec::new();
    match entry.waarom {
        WaaromNiet::TeLaat => {
            let on = entry.ingebracht.map(day_short).unwrap_or_default();
            texts.push(format!("Ingebracht op {on}, {} te laat (INB07).{decide}", days(entry.dagen.unwrap_or(0))));
        }
        WaaromNiet::Regels if entry.open.is_empty() => texts.push(format!("Deze kaart kan vt niet lezen.{decide}")),
        WaaromNiet::Regels => {}
        WaaromNiet::Uitgesteld => {
            let to = entry.naar.map(|naar| format!(" naar {}", day_without_year(naar))).unwrap_or_default();
            texts.push(format!("Uitgesteld{to}{by}.{reason}"));
        }
        WaaromNiet::Afgewezen => texts.push(format!("Afgewezen{by}.{reason}")),
        WaaromNiet::Ingetrokken => texts.push(format!("Ingetrokken{by}.{reason}")),
        WaaromNiet::Verwacht => {
            let agreed = entry.van.map(|van| format!("Afgesproken op {}. ", on(van, agenda))).unwrap_or_default();
            texts.push(format!("{agreed}Nog niet ingebracht; dat kon t/m {}.", day_short(entry.uiterste_dag)));
        }
        WaaromNiet::InbrengerAfwezig => {
            texts.push(format!(
                "Bij een monitor is de inbrenger er zelf bij (NAZ02). Stel uit naar een dag dat het kan.{decide}"
            ));
        }
    }
    if let Some(spoed) = &entry.kaart.spoed {
        texts.push(format!("Spoed: {}", escape::flat(spoed)));
    }
    for (index, finding) in entry.open.iter().enumerate() {
        let first = index == 0 && entry.waarom == WaaromNiet::Regels;
        texts.push(format!("{}: {}{}", finding.rule.id, finding.message, if first { decide } else { "" }));
        texts.push(finding.mend.to_string());
    }
    if entry.te_besluiten && !entry.open.is_empty() {
        texts.push("Breng de kaart daarna opnieuw in; de eerste dag blijft tellen.".to_owned());
    }
    texts
}
