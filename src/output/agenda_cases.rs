//! The cases of an agenda in order, with their times.

use super::agenda_text::{keep, on, when, who, wrap};
use super::{Ink, Screen, escape};
use crate::agenda::{Afgesproken, Agenda, Cijfers, Eerder, Punt};
use crate::model::{AdviesUitkomst, Cijfer, Soort, TafelRol, Tijdstip};
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
        if let Some(pauze) = punt.pauze {
            lines.push(format!("   {}-{}  pauze", pauze.van.format("%H:%M"), pauze.tot.format("%H:%M")));
            lines.push(String::new());
        }
        title(index + 1, punt, screen, lines);
        body(agenda, punt, screen, lines);
        lines.push(String::new());
    }
    lines.extend(wrap(screen, &end(agenda), "   ", "   "));
}

fn end(agenda: &Agenda) -> String {
    let planning = &agenda.planning;
    let done = planning.klaar.format("%H:%M");
    if agenda.eind <= agenda.begin {
        return format!("{done}        klaar");
    }
    if planning.te_veel > 0 {
        let move_it = planning.kan_verschuiven.map(|casus| format!(" {casus} kan naar een volgende vergadering."));
        let minutes = if planning.te_veel == 1 { "minuut" } else { "minuten" };
        let over = format!("{done}        klaar, dat is {} {minutes} te veel.", planning.te_veel);
        return over + &move_it.unwrap_or_default();
    }
    match planning.ruimte {
        0 => format!("{done}        klaar"),
        1 => format!("{done}        klaar; er is nog 1 minuut ruimte"),
        minutes => format!("{done}        klaar; er zijn nog {minutes} minuten ruimte"),
    }
}

fn title(number: usize, punt: &Punt, screen: &Screen, lines: &mut Vec<String>) {
    let times = format!("{}-{}", punt.van.format("%H:%M"), punt.tot.format("%H:%M"));
    let place = punt.kaart.gemeente.as_deref().map(|name| format!(", {}", escape::flat(name))).unwrap_or_default();
    let spoed = if punt.kaart.spoed.is_some() { ", spoed" } else { "" };
    let left = format!("{number:<3}{times}  {}  {}{place}{spoed}", punt.casus, punt.soort.woord());
    let state = if punt.besloten { "besloten" } else { "voorstel" };
    screen_title(screen, &left, state, None, lines);
}

/// A bold line with a word at its right end; that word goes below when there is no room.
pub(super) fn screen_title(screen: &Screen, left: &str, state: &str, ink: Option<Ink>, lines: &mut Vec<String>) {
    let shown = ink.map_or_else(|| state.to_owned(), |ink| screen.paint(ink, state));
    let taken = textwrap::core::display_width(left) + state.len();
    if let Some(gap) = screen.width.min(80).checked_sub(taken).filter(|gap| *gap >= 2) {
        lines.push(format!("{}{}{shown}", screen.paint(Ink::Bold, left), " ".repeat(gap)));
    } else {
        lines.extend(screen.wrap(left, "", "   ").iter().map(|line| screen.paint(Ink::Bold, line)));
        lines.push(format!("   {shown}"));
    }
}

/// One row of a case: a word and what belongs to it.
fn row(screen: &Screen, lines: &mut Vec<String>, word: &str, text: &str) {
    let first = format!("   {word:<12}");
    lines.extend(wrap(screen, text, &first, &" ".repeat(ROW)));
}

/// A row under `Eerder`.
fn under(screen: &Screen, lines: &mut Vec<String>, word: &str, text: &str) {
    let first = format!("     {word:<10}");
    lines.extend(wrap(screen, text, &first, &" ".repeat(ROW)));
}

fn body(agenda: &Agenda, punt: &Punt, screen: &Screen, lines: &mut Vec<String>) {
    let kaart = &punt.kaart;
    let names = [kaart.inbrenger.as_deref(), kaart.organisatie.as_deref()];
    let mut inbrenger = escape::flat(&names.into_iter().flatten().collect::<Vec<_>>().join(", "));
    if punt.inbrenger_afwezig {
        inbrenger.push_str(" (afwezig)");
    } else if punt.soort == Soort::Monitor {
        inbrenger.push_str(" (moet erbij zijn)");
    }
    row(screen, lines, "Inbrenger", inbrenger.trim());
    let grounds: Vec<&str> = punt.aanleiding.iter().map(|ground| ground.woorden()).collect();
    if !grounds.is_empty() {
        row(screen, lines, "Aanleiding", &grounds.join("; "));
    }
    row(screen, lines, "Vraag", &escape::flat(punt.vraag.as_deref().unwrap_or("staat er nog niet")));
    if let Some(spoed) = &kaart.spoed {
        row(screen, lines, "Spoed", &escape::flat(spoed));
    }
    row(screen, lines, "Kaart", &warnings(punt));
    if let Some(from) = punt.verschoven_van {
        row(screen, lines, "Verschoven", &format!("van {}", on(from, agenda)));
    }
    if let Some(reason) = &punt.ondanks {
        row(screen, lines, "Waarom toch", &escape::flat(reason));
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
        ids.sort_unstable();
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

/// Who is there for this case: the municipality first, also when it sits at the table
/// already; the inbrenger stands above.
fn beside(agenda: &Agenda, punt: &Punt) -> Vec<String> {
    let here = || agenda.tafel.plaatsen.iter().filter(|plaats| plaats.is_at(punt.casus));
    let own = |plaats: &&Plaats| {
        plaats.redenen.contains(&Reden::VerantwoordelijkeGemeente) && plaats.organisatie == punt.kaart.gemeente
    };
    let sits = here().find(|plaats| own(plaats) && plaats.rol != TafelRol::VerantwoordelijkeGemeente);
    let sits = sits.map(|plaats| {
        let why = if plaats.rol == TafelRol::Inbrenger { "de inbrenger" } else { "zit al aan tafel" };
        format!("gemeente {} ({why})", plaats.organisatie.as_deref().map(escape::flat).unwrap_or_default())
    });
    let notes = here().find(|plaats| plaats.voor.is_none() && takes_notes(punt, plaats));
    let notes = notes.map(|plaats| format!("{} (maakt de aantekeningen)", who(plaats)));
    let alone = here().filter(|plaats| plaats.voor.is_some() && plaats.rol != TafelRol::Inbrenger);
    sits.into_iter().chain(notes).chain(alone.map(one_beside)).collect()
}

/// Whether someone at the table takes the notes at this case.
pub(super) fn takes_notes(punt: &Punt, plaats: &Plaats) -> bool {
    punt.inbrenger_afwezig && plaats.redenen.contains(&Reden::Notulist) && plaats.naam == punt.kaart.via
}

fn one_beside(plaats: &Plaats) -> String {
    let who = who(plaats);
    let instead = plaats.vervangt.as_ref().map(|(_, own)| format!(", in plaats van {}", escape::flat(own)));
    let instead = instead.unwrap_or_default();
    match plaats.rol {
        TafelRol::VerantwoordelijkeGemeente => format!("gemeente {who}{instead}"),
        TafelRol::VasteDeelnemer => format!("{who}{instead} (maakt de aantekeningen)"),
        rol => {
            let rol = if rol == TafelRol::Overig { "" } else { rol.woord() };
            let expertise = plaats.expertise.as_deref().map(escape::flat).unwrap_or_default();
            let what = [rol, &expertise].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            let parts = [what, who].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            let asked = plaats.redenen.contains(&Reden::Gevraagd);
            let state = if asked { "gevraagd, nog te besluiten" } else { "uitgenodigd" };
            format!("{} ({state})", parts.join(", "))
        }
    }
}

fn earlier(agenda: &Agenda, eerder: &Eerder, screen: &Screen, lines: &mut Vec<String>) {
    row(screen, lines, "Eerder", &on(eerder.vergadering, agenda));
    let figure = |figure: &Cijfers| keep(&format!("{} {}", escape::flat(&figure.organisatie), figure.cijfer));
    let figures: Vec<String> = eerder.weging.iter().map(figure).collect();
    if !figures.is_empty() {
        under(screen, lines, "Cijfers", &figures.join("; "));
    }
    if let Some((low, high)) = eerder.uitersten {
        under(screen, lines, "", &format!("laagste {low}, hoogste {high}, verschil {}", spread(low, high)));
    }
    if let Some(advies) = &eerder.advies {
        let came = match advies.uitkomst {
            Some(AdviesUitkomst::MeesteStemmen) => " (meeste stemmen)",
            Some(AdviesUitkomst::Gelijk) => " (gelijke stemmen)",
            Some(AdviesUitkomst::Eensluidend) | None => "",
        };
        let kind = advies.soort.map(|soort| format!("{}{came}", soort.woorden()));
        let text = advies.tekst.as_deref().map(escape::flat);
        let parts: Vec<String> = [kind, text].into_iter().flatten().collect();
        under(screen, lines, "Advies", &parts.join(": "));
    }
    let numbers = eerder.afspraken.iter().enumerate();
    let numbers: Vec<String> =
        numbers.map(|(index, made)| made.nr.map_or_else(|| (index + 1).to_string(), |nr| nr.to_string())).collect();
    let width = numbers.iter().map(String::len).max().unwrap_or(0) + 1;
    for (index, (number, made)) in numbers.iter().zip(&eerder.afspraken).enumerate() {
        let first = format!("     {:<10}{number:<width$}", if index == 0 { "Afspraken" } else { "" });
        let what = escape::flat(made.wat.as_deref().unwrap_or("(geen tekst)"));
        let text = format!("{}: {}", what.trim_end_matches('.'), became(made, |day| keep(&when(day, agenda))));
        lines.extend(wrap(screen, &text, &first, &" ".repeat(ROW + width)));
    }
}

pub(super) fn spread(low: Cijfer, high: Cijfer) -> Cijfer {
    match (low, high) {
        (Cijfer::Halven(low), Cijfer::Halven(high)) => Cijfer::Halven(high.saturating_sub(low)),
        _ => Cijfer::Geen,
    }
}

/// What became of an agreement; while it is open, for when it was.
pub(super) fn became(made: &Afgesproken, in_words: impl Fn(Tijdstip) -> String) -> String {
    let with = |word: &str, before: &str, day: Option<Tijdstip>| {
        day.map_or_else(|| word.to_owned(), |day| format!("{word}, {before}{}", in_words(day)))
    };
    match made.stand {
        None if made.te_laat => with("te laat", "uiterlijk ", made.wanneer),
        None => with("open", "uiterlijk ", made.wanneer),
        Some(stand) => with(stand.woorden(), "", made.op),
    }
}
