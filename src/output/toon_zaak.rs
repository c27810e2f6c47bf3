//! A case in one meeting: how far it is, what the chair decided, and what came before.

use super::agenda_cases::{became, spread};
use super::toon_bespreking::{agreed, bespreking, nazorg};
use super::toon_gesprek::verantwoording;
use super::toon_kaart::{Reading, card, professionals, text};
use super::toon_page::{Days, Page, Said, Section};
use crate::agenda::{Casusblad, Eerder};
use crate::calendar::words;
use crate::model::{Advies, Besluit, Ingebracht, Ingetrokken, Uitgenodigde, UitnodigingRol};
use crate::route::Stand;
use chrono::{Datelike as _, NaiveDate};

/// The page of a case. `offer` is the command that shows it in another meeting, `unread` the
/// checks of what could not be read whole.
pub(super) fn page(blad: &Casusblad<'_>, offer: &dyn Fn(NaiveDate) -> String, unread: &[String]) -> Page {
    let days = Days(Some(blad.day.year()));
    let mut page = Page { head: head(blad, days), sections: Vec::new(), foot: "Gepseudonimiseerd, niet anoniem." };
    not_read(unread, &mut page.head);
    if let Some(kaart) = blad.kaart {
        card(kaart, Reading { days, own: false }, &mut page);
    }
    if let Some(Ingetrokken { versie: _, op, door, reden, verantwoording: _, blijft_staan: _ }) = blad.ingetrokken {
        let mut section = Section::new("Ingetrokken");
        let when = op.map(|op| days.day(op.day())).unwrap_or_default();
        section.row("Wanneer", Said::joined([when, Said::name(door.as_deref()).after("door ")], ", "));
        section.row("Waarom", text(reden));
        page.add(section);
    }
    if let Some(besluit) = blad.besluit {
        page.add(decision(besluit, days));
        page.add(verantwoording(&besluit.verantwoording));
    }
    if let Some(file) = blad.bespreking {
        bespreking(file, blad.besproken.as_ref(), days, &mut page);
    }
    if let Some(file) = blad.nazorg {
        nazorg(file, days, &mut page);
    }
    let mut before = Section::new("Eerder besproken");
    for eerder in &blad.eerder {
        before.gap();
        earlier(eerder, days, &mut before);
        before.command(&offer(eerder.vergadering));
    }
    page.add(before);
    page
}

/// Says what of the files is not on the page, since it could not be read.
pub(super) fn not_read(unread: &[String], head: &mut Section) {
    if unread.is_empty() {
        return;
    }
    head.gap();
    head.say(Said::own("Let op: niet alles is te lezen. Wat vt niet begrijpt, staat hier niet. Wat het is, zegt:"));
    for command in unread {
        head.command(command);
    }
}

fn head(blad: &Casusblad<'_>, days: Days) -> Section {
    let day = words::day_in_words(blad.day);
    let mut head = Section::new(format!("Casus {}, vergadering van {day}", blad.casus));
    let kind = blad.soort.map(|soort| Said::own(soort.woord())).unwrap_or_default();
    head.row("Soort", Said::joined([kind, Said::name(blad.gemeente.as_deref())], ", "));
    head.row("Stand", stand(blad, days));
    head.row("Afgesproken", blad.afgesproken_op.map(|day| days.day(day)).unwrap_or_default().after("op "));
    head.row("Verschoven", blad.verschoven_van.map(|day| days.day(day)).unwrap_or_default().after("van "));
    let Some(kaart) = blad.kaart else { return head };
    professionals(kaart, days, &mut head);
    if let Some(Ingebracht { op, door, spoed }) = &kaart.ingebracht {
        let when = op.map(|op| days.day(op.day())).unwrap_or_default();
        let for_meeting = blad.kaart_van.map(|day| days.day(day)).unwrap_or_default();
        let parts = [when, Said::name(door.as_deref()).after("door "), for_meeting.after("voor de vergadering van ")];
        head.row("Ingebracht", Said::joined(parts, ", "));
        head.row("Spoed", text(spoed));
    }
    head
}

fn stand(blad: &Casusblad<'_>, days: Days) -> Said {
    let words = match blad.stand {
        Stand::Verwacht => {
            let last = blad.inbrengen_tot.map(|day| days.day(day)).unwrap_or_default();
            let last = last.after("dat kan tot en met ");
            return Said::joined([Said::own("verwacht; nog niet ingebracht"), last], ", ");
        }
        Stand::Uitgesteld => {
            let to = blad.besluit.and_then(|besluit| besluit.naar).map(|naar| days.day(naar.0));
            return Said::joined([Said::own("besloten: uitgesteld"), to.unwrap_or_default().after("naar ")], " ");
        }
        Stand::Ingebracht => "ingebracht; de voorzitter besluit nog",
        Stand::Geagendeerd => "besloten: op de agenda",
        Stand::Afgewezen => "besloten: afgewezen",
        Stand::Ingetrokken => "ingetrokken",
        Stand::Besproken if blad.nazorg.is_some() => "besproken en nagezorgd",
        Stand::Besproken => "besproken",
    };
    Said::own(words)
}

fn decision(besluit: &Besluit, days: Days) -> Section {
    let Besluit {
        versie: _,
        besluit,
        datum,
        door,
        reden,
        naar,
        volgorde,
        minuten,
        uitnodigen,
        advies_vooraf,
        verantwoording: _,
        blijft_staan: _,
    } = besluit;
    let mut section = Section::new("Besluit van de voorzitter");
    let what = besluit.map(|besluit| Said::own(besluit.woorden())).unwrap_or_default();
    let to = naar.map(|naar| days.day(naar.0)).unwrap_or_default().after("naar ");
    let by = Said::name(door.as_deref());
    section.row("Besluit", Said::joined([Said::joined([what, to], " "), days.when(*datum), by], ", "));
    section.row("Reden", text(reden));
    section.row("Volgorde", volgorde.map(|place| Said::own(place.to_string())).unwrap_or_default());
    section.row("Minuten", minuten.map(|minutes| Said::own(minutes.to_string())).unwrap_or_default());
    for (nth, guest) in uitnodigen.iter() {
        let Uitgenodigde { rol, expertise, naam, organisatie, reden, zorgaanbieder } = guest;
        let role = rol.map(UitnodigingRol::woorden).filter(|word| !word.is_empty()).map(Said::own).unwrap_or_default();
        let who = [Said::joined([role, text(expertise)], " "), Said::name(naam.as_deref())];
        let who = Said::joined(who.into_iter().chain([Said::name(organisatie.as_deref())]), ", ");
        let why = zorgaanbieder.map(|why| Said::own(format!(" ({})", why.woorden()))).unwrap_or_default();
        let who = Said::joined([who, why], "");
        section.row(if nth == 0 { "Uitgenodigd" } else { "" }, Said::joined([who, text(reden)], ": "));
    }
    section.row("Advies vooraf", text(advies_vooraf));
    section
}

/// The lowest figure, the highest and what lies between; never a mean.
pub(super) fn extremes(eerder: &Eerder) -> Said {
    let said = eerder
        .uitersten
        .map(|(low, high)| Said::own(format!("laagste {low}, hoogste {high}, verschil {}", spread(low, high))));
    said.unwrap_or_default()
}

/// What kind of advice, and how it came about when that was not of one mind.
pub(super) fn kind_of(advies: &Advies) -> Said {
    let how = advies.uitkomst.map(|how| Said::own(how.woorden())).unwrap_or_default();
    Said::joined([advies.soort.map(|soort| Said::own(soort.woorden())).unwrap_or_default(), how], ", ")
}

/// An earlier discussion in short: figures, advice, agreements then and now.
fn earlier(eerder: &Eerder, days: Days, section: &mut Section) {
    section.say(days.day(eerder.vergadering));
    let figures = eerder
        .weging
        .iter()
        .map(|figure| Said::joined([Said::name(Some(&figure.organisatie)), Said::own(figure.cijfer.to_string())], " "));
    section.row("Cijfers", Said::joined(figures, "; "));
    section.row("", extremes(eerder));
    if let Some(advies) = &eerder.advies {
        section.row("Advies", Said::joined([kind_of(advies), text(&advies.tekst)], ": "));
    }
    for (nth, made) in eerder.afspraken.iter().enumerate() {
        let state = Said::own(became(made, |day| days.words(day)));
        let said = Said::joined([agreed(made), state], ": ");
        section.row(if nth == 0 { "Afspraken" } else { "" }, said);
    }
}
