//! The figures and agreements of a discussion: then and now.

use super::Ink;
use super::herleid_text::{Herleid, Page};
use crate::calendar::words::{day_month, span};
use crate::model::{Bespreking, Cijfer, Tijdstip, Weging};
use crate::route::afspraken;
use crate::store::Case;
use chrono::Datelike as _;

/// The figures one by one, beside those of the discussions before; never a mean.
pub(super) fn figures(page: &mut Page<'_>, bespreking: &Bespreking, shown: &Herleid<'_>) {
    let before: Vec<(String, &Bespreking)> = shown
        .eerder
        .iter()
        .filter_map(|day| {
            let earlier = shown.team.case(*day, shown.casus)?.bespreking.as_ref()?;
            Some((day_month(*day, shown.day.year()), earlier))
        })
        .rev()
        .collect();
    let regio = &shown.team.regio;
    let same = |one: &Weging, other: &Weging| {
        let organisations = one.organisatie.as_deref().zip(other.organisatie.as_deref());
        one.rol == other.rol && organisations.is_some_and(|(one, other)| regio.zelfde(one, other, shown.day))
    };
    let mut rows: Vec<[String; 3]> = Vec::new();
    let mut reasons: Vec<Option<String>> = Vec::new();
    let mut figures_then: Vec<Vec<String>> = Vec::new();
    for weging in bespreking.weging.values() {
        let rol = weging.rol.map(|rol| rol.woord().to_owned()).unwrap_or_default();
        let organisatie = page.tracing.name(weging.organisatie.as_deref().unwrap_or_default());
        rows.push([rol, organisatie, figure(weging.cijfer)]);
        reasons.push(weging.waarom.as_deref().map(|why| page.tracing.text(why)));
        let then = |earlier: &Bespreking| {
            let found = earlier.weging.values().find(|other| same(weging, other));
            found.map_or_else(|| "-".to_owned(), |found| figure(found.cijfer))
        };
        figures_then.push(before.iter().map(|(_, earlier)| then(earlier)).collect());
    }
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let (first, second, alone) = (width(0), width(1), width(2));
    let heads: Vec<String> =
        before.iter().map(|(day, _)| day.clone()).chain([day_month(shown.day, shown.day.year())]).collect();
    if !before.is_empty() {
        let days: Vec<String> = heads.iter().map(|day| format!("{day:>5}")).collect();
        page.lines.push(format!("  {:first$}  {:second$}  {}", "", "", days.join("  ")));
    }
    for ((row, then), reason) in rows.iter().zip(&figures_then).zip(&reasons) {
        let cells = then.iter().chain([&row[2]]).zip(&heads);
        let cells = cells.map(|(cell, head)| {
            let wide = if before.is_empty() { alone } else { head.chars().count().max(5) };
            format!("{cell:>wide$}")
        });
        let cells: Vec<String> = cells.collect();
        let line = format!("  {:<first$}  {:<second$}  {}", row[0], row[1], cells.join("  "));
        page.lines.push(line);
        if let Some(reason) = reason {
            page.say(reason, "    ");
        }
    }
    if let Some(spread) = spread(bespreking) {
        page.say(&spread, "  ");
    }
}

fn figure(cijfer: Option<Cijfer>) -> String {
    cijfer.map_or_else(|| "open".to_owned(), |cijfer| cijfer.to_string())
}

/// The lowest and the highest, and how far apart they are.
pub(super) fn spread(bespreking: &Bespreking) -> Option<String> {
    let halves = bespreking.weging.values().filter_map(|weging| match weging.cijfer? {
        Cijfer::Halven(halves) => Some(halves),
        Cijfer::Geen => None,
    });
    let halves: Vec<u8> = halves.collect();
    let (low, high) = halves.iter().min().copied().zip(halves.iter().max().copied())?;
    let apart = Cijfer::Halven(high.saturating_sub(low));
    Some(format!("laagste {}, hoogste {}, verschil {apart}", Cijfer::Halven(low), Cijfer::Halven(high)))
}

/// Agreements with who does what, for when, and what became of them.
pub(super) fn agreements(page: &mut Page<'_>, case: &Case, shown: &Herleid<'_>) {
    let made = afspraken(case);
    if made.is_empty() {
        page.say("Er staan geen afspraken.", "  ");
    }
    let day = |time: Tijdstip| match time {
        Tijdstip::Dag(day) => day_month(day, shown.day.year()),
        Tijdstip::Maand(_) => span(time),
    };
    for (at, made) in made.iter().enumerate() {
        let afspraak = made.afspraak;
        let nr = afspraak.nr.map_or_else(|| (at + 1).to_string(), |nr| nr.to_string());
        let what = page.tracing.text(afspraak.wat.as_deref().unwrap_or("(geen tekst)"));
        let who = afspraak.wie.as_deref().map(|wie| page.tracing.who(wie));
        let text = who.map_or_else(|| what.clone(), |who| format!("{who}: {what}"));
        let until = afspraak.wanneer.map(|wanneer| format!(", uiterlijk {}", day(wanneer))).unwrap_or_default();
        let is_late = made.is_late(shown.today);
        let state = match made.stand {
            None if is_late => format!("{}{until}", page.screen.paint(Ink::Fout, "te laat")),
            None => format!("open{until}"),
            Some(stand) => {
                format!("{}{}", stand.woorden(), made.op.map(|op| format!(", {}", day(op))).unwrap_or_default())
            }
        };
        page.lines.extend(page.screen.wrap(&text, &format!("  {nr:>2}  "), "      "));
        page.lines.push(format!("      {state}"));
        let settled = case.nazorg.iter().flat_map(|nazorg| nazorg.afspraken.values());
        let reason = settled
            .filter(|entry| entry.nr.is_some() && entry.nr == afspraak.nr)
            .find_map(|entry| entry.reden.as_deref());
        if let Some(reason) = reason {
            let reason = page.tracing.text(reason);
            page.say(&reason, "      ");
        }
    }
}
