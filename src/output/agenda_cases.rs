//! The cases of an agenda in order, with their times.

use super::agenda_text::{on, who};
use super::{Ink, Screen, escape};
use crate::agenda::{Afgesproken, Agenda, Eerder, Punt};
use crate::model::{AfspraakStand, Cijfer, Soort, TafelRol, Tijdstip};
use crate::rules::Severity;
use crate::tafel::{Plaats, Reden};
use std::fmt::Write as _;

/// What stands before the words of a row, and under it.
const ROW: usize = 15;

pub(super) fn cases(agenda: &Agenda, screen: &Screen, lines: &mut Vec<String>) {
    if agenda.zaken.is_empty() {
        lines.push("  Er zijn geen casussen om te bespreken.".to_owned());
        return;
    }
    for (index, punt) in agenda.zaken.iter().enumerate() {
        if let Some(pauze) = agenda.planning.pauzes.iter().find(|pauze| pauze.tot == punt.van) {
            lines.push(format!("   {}-{}  pauze", pauze.van.format("%H:%M"), pauze.tot.format("%H:%M")));
            lines.push(String::new());
        }
        title(index + 1, punt, screen, lines);
        body(agenda, punt, screen, lines);
        lines.push(String::new());
    }
    lines.extend(screen.wrap(&end(agenda), "   ", "   "));
}

fn end(agenda: &Agenda) -> String {
    let planning = &agenda.planning;
    if planning.te_veel > 0 {
        let move_it = planning.kan_verschuiven.map(|casus| format!(" {casus} kan naar een volgende vergadering."));
        let minutes = if planning.te_veel == 1 { "minuut" } else { "minuten" };
        let over = format!("{} klaar, dat is {} {minutes} te veel.", planning.klaar.format("%H:%M"), planning.te_veel);
        return over + &move_it.unwrap_or_default();
    }
    let room = match planning.ruimte {
        0 => String::new(),
        1 => "; er is nog 1 minuut ruimte".to_owned(),
        minutes => format!("; er is nog {minutes} minuten ruimte").replace("is nog", "zijn nog"),
    };
    format!("{}        klaar{room}", planning.klaar.format("%H:%M"))
}

fn title(number: usize, punt: &Punt, screen: &Screen, lines: &mut Vec<String>) {
    let number = format!("{number:<3}");
    let times = format!("{}-{}", punt.van.format("%H:%M"), punt.tot.format("%H:%M"));
    let place = punt.kaart.gemeente.as_deref().map(|name| format!(", {}", escape::flat(name))).unwrap_or_default();
    let spoed = if punt.kaart.spoed.is_some() { ", spoed" } else { "" };
    let left = format!("{number}{times}  {}  {}{place}{spoed}", punt.casus, punt.soort.woord());
    let state = if punt.besloten { "besloten" } else { "voorstel" };
    let gap = screen.width.min(80).saturating_sub(textwrap::core::display_width(&left) + state.len()).max(2);
    lines.push(format!("{}{}{state}", screen.paint(Ink::Bold, &left), " ".repeat(gap)));
}

/// One row of a case: a word and what belongs to it.
fn row(screen: &Screen, lines: &mut Vec<String>, word: &str, text: &str) {
    let first = format!("   {word:<12}");
    lines.extend(screen.wrap(text, &first, &" ".repeat(ROW)));
}

/// A row under `Eerder`.
fn under(screen: &Screen, lines: &mut Vec<String>, word: &str, text: &str) {
    let first = format!("     {word:<10}");
    lines.extend(screen.wrap(text, &first, &" ".repeat(ROW)));
}

fn body(agenda: &Agenda, punt: &Punt, screen: &Screen, lines: &mut Vec<String>) {
    let kaart = &punt.kaart;
    let names = [kaart.inbrenger.as_deref(), kaart.organisatie.as_deref()];
    let mut inbrenger = escape::flat(&names.into_iter().flatten().collect::<Vec<_>>().join(", "));
    let away =
        agenda.tafel.plaatsen.iter().any(|plaats| plaats.rol == TafelRol::VasteDeelnemer && plaats.is_at(punt.casus));
    if punt.soort == Soort::Monitor {
        inbrenger.push_str(" (moet erbij zijn)");
    } else if away {
        inbrenger.push_str(" (afwezig)");
    }
    row(screen, lines, "Inbrenger", &inbrenger);
    let grounds: Vec<&str> = punt.aanleiding.iter().map(|ground| ground.woorden()).collect();
    row(screen, lines, "Aanleiding", &grounds.join("; "));
    row(screen, lines, "Vraag", &escape::flat(punt.vraag.as_deref().unwrap_or("staat er nog niet")));
    if let Some(spoed) = &kaart.spoed {
        row(screen, lines, "Spoed", &escape::flat(spoed));
    }
    row(screen, lines, "Kaart", &warnings(punt));
    if let Some(from) = punt.verschoven_van {
        row(screen, lines, "Verschoven", &format!("van {}", on(from, agenda)));
    }
    if let Some(reason) = &punt.ondanks {
        row(screen, lines, "Toch", &escape::flat(reason));
    }
    if let Some(advice) = &punt.advies_vooraf {
        row(screen, lines, "Vooraf", &escape::flat(advice));
    }
    let beside = beside(agenda, punt);
    if !beside.is_empty() {
        row(screen, lines, "Erbij", &beside.join("; "));
    }
    if let Some(eerder) = &punt.eerder {
        earlier(agenda, eerder, screen, lines);
    }
}

/// What the card warns of: the number and the gravest.
fn warnings(punt: &Punt) -> String {
    let count = |severity| punt.open.iter().filter(|finding| finding.rule.severity == severity).count();
    let mut parts = Vec::new();
    for (severity, one, more) in
        [(Severity::Fout, "fout", "fouten"), (Severity::Waarschuwing, "waarschuwing", "waarschuwingen")]
    {
        match count(severity) {
            0 => {}
            1 => parts.push(format!("1 {one}")),
            many => parts.push(format!("{many} {more}")),
        }
    }
    let mut text = match punt.open.first() {
        None => "niets open".to_owned(),
        Some(gravest) => format!("{}: {}, {}", parts.join(", "), gravest.rule.id, lower_first(&gravest.message)),
    };
    text = text.trim_end_matches('.').to_owned();
    if !punt.beantwoord.is_empty() {
        let mut ids: Vec<&str> = punt.beantwoord.iter().map(|finding| finding.rule.id).collect();
        ids.dedup();
        let _ = write!(text, "; beantwoord: {}", ids.join(", "));
    }
    text
}

pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// Who comes for this case alone, the inbrenger left out.
fn beside(agenda: &Agenda, punt: &Punt) -> Vec<String> {
    let here = agenda.tafel.plaatsen.iter().filter(|plaats| plaats.voor.is_some() && plaats.is_at(punt.casus));
    let mut beside: Vec<String> = here.filter(|plaats| plaats.rol != TafelRol::Inbrenger).map(one_beside).collect();
    let own = |plaats: &&Plaats| {
        plaats.redenen.contains(&Reden::VerantwoordelijkeGemeente) && plaats.organisatie == punt.kaart.gemeente
    };
    if let Some(sits) = agenda.tafel.plaatsen.iter().filter(|plaats| plaats.voor.is_none()).find(own) {
        beside.insert(
            0,
            format!(
                "gemeente {} (zit al aan tafel)",
                sits.organisatie.as_deref().map(escape::flat).unwrap_or_default()
            ),
        );
    }
    beside
}

fn one_beside(plaats: &Plaats) -> String {
    let who = who(plaats);
    match plaats.rol {
        TafelRol::VerantwoordelijkeGemeente => {
            let instead = plaats.vervangt.as_ref().map(|(_, own)| format!(", in plaats van {}", escape::flat(own)));
            format!("gemeente {who}{}", instead.unwrap_or_default())
        }
        TafelRol::VasteDeelnemer => format!("{who} (maakt de aantekeningen)"),
        rol => {
            let expertise =
                plaats.expertise.as_deref().map(|what| format!(" {}", escape::flat(what))).unwrap_or_default();
            let state =
                if plaats.redenen.contains(&Reden::Uitgenodigd) { "uitgenodigd" } else { "gevraagd, nog te besluiten" };
            let who = if who.is_empty() { String::new() } else { format!(", {who}") };
            format!("{}{expertise}{who} ({state})", rol.woord())
        }
    }
}

fn earlier(agenda: &Agenda, eerder: &Eerder, screen: &Screen, lines: &mut Vec<String>) {
    row(screen, lines, "Eerder", &on(eerder.vergadering, agenda));
    let figures: Vec<String> =
        eerder.weging.iter().map(|figure| format!("{} {}", escape::flat(&figure.organisatie), figure.cijfer)).collect();
    if !figures.is_empty() {
        under(screen, lines, "Cijfers", &figures.join("; "));
    }
    if let Some((low, high)) = eerder.uitersten {
        under(screen, lines, "", &format!("laagste {low}, hoogste {high}, verschil {}", spread(low, high)));
    }
    if let Some(advies) = &eerder.advies {
        let kind = advies.soort.map(crate::model::AdviesSoort::woorden);
        let text = advies.tekst.as_deref().map(escape::flat);
        let parts: Vec<&str> = [kind, text.as_deref()].into_iter().flatten().collect();
        under(screen, lines, "Advies", &parts.join(": "));
    }
    for (index, made) in eerder.afspraken.iter().enumerate() {
        let number = made.nr.map_or_else(|| (index + 1).to_string(), |nr| nr.to_string());
        let first = format!("     {:<10}{number:<2}", if index == 0 { "Afspraken" } else { "" });
        let text = format!(
            "{}: {}",
            escape::flat(made.wat.as_deref().unwrap_or("(geen tekst)")).trim_end_matches('.'),
            became(agenda, made)
        );
        lines.extend(screen.wrap(&text, &first, &" ".repeat(ROW + 2)));
    }
}

fn spread(low: Cijfer, high: Cijfer) -> Cijfer {
    match (low, high) {
        (Cijfer::Halven(low), Cijfer::Halven(high)) => Cijfer::Halven(high.saturating_sub(low)),
        _ => Cijfer::Geen,
    }
}

/// What became of an agreement.
fn became(agenda: &Agenda, made: &Afgesproken) -> String {
    let when = |day: Option<Tijdstip>| match day {
        Some(Tijdstip::Dag(day)) => format!(", {}", on(day, agenda)),
        Some(month) => format!(", {}", crate::calendar::words::span(month)),
        None => String::new(),
    };
    match made.stand {
        None if made.te_laat => "te laat".to_owned(),
        None => "open".to_owned(),
        Some(stand @ AfspraakStand::Gedaan) => format!("{}{}", stand.woorden(), when(made.op)),
        Some(stand) => stand.woorden().to_owned(),
    }
}
