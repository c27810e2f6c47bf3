//! The second half of a card: what the family was told and thinks of it, the view of one's own
//! organisation, measures and the ways they end.

use super::toon_kaart::{people, text, yes_no};
use super::toon_page::{Days, Page, Said, Section};
use crate::model::{
    Geinformeerd, GesprekGezin, Haalbaar, InternBesproken, Lijst, Maatregel, Overdracht, Reactie, RvdkBesluit,
    RvdkTraject, Verantwoording,
};

/// The parts of a card that this file shows.
pub(super) type Around<'k> = (
    &'k Option<GesprekGezin>,
    &'k Option<InternBesproken>,
    &'k Lijst<Maatregel>,
    &'k Option<RvdkTraject>,
    &'k Option<Overdracht>,
    &'k Lijst<String>,
    &'k Option<Haalbaar>,
);

pub(super) fn around(parts: Around<'_>, days: Days, page: &mut Page) {
    let (gesprek_gezin, intern_besproken, maatregelen, rvdk, overdracht, successen, haalbaar) = parts;
    if let Some(talk) = gesprek_gezin {
        page.add(told(talk, days));
    }
    if let Some(InternBesproken { datum, met, visie }) = intern_besproken {
        let mut section = Section::new("Besproken in de eigen organisatie");
        let with = Said::listed(met.values().map(|who| Said::text(Some(who)))).after("met ");
        section.row("Wanneer", Said::joined([days.when(*datum), with], ", "));
        section.row("Visie", text(visie));
        page.add(section);
    }
    page.add(measures(maatregelen, days));
    if let Some(rvdk) = rvdk {
        page.add(raad(rvdk, days));
    }
    if let Some(overdracht) = overdracht {
        page.add(handover(overdracht, days));
    }
    page.add(successes(successen));
    if let Some(haalbaar) = haalbaar {
        let mut section = Section::new("Haalbare veiligheid");
        feasible(haalbaar, &mut section);
        page.add(section);
    }
}

/// What was told to whom, and what they think of it.
fn told(talk: &GesprekGezin, days: Days) -> Section {
    let GesprekGezin { ingevuld_met, routes_besproken, geinformeerd } = talk;
    let mut section = Section::new("Het gesprek met het gezin");
    section.row("Ingevuld met", people(ingevuld_met));
    section.row("Routes", Said::listed(routes_besproken.values().map(|route| Said::own(route.woorden()))));
    for told in geinformeerd.values() {
        let Geinformeerd { wie, datum, wijze, waarom_uitgelegd, reden_niet, akkoord, reden_toch, reactie } = told;
        let how = wijze.map(|wijze| Said::own(wijze.woorden())).unwrap_or_default();
        let when = Said::joined([days.when(*datum), how], ", ").after("verteld op ");
        section.item(Said::joined([Said::who(wie.as_deref()), when], ", "));
        section.under("Waarom verteld", yes_no(*waarom_uitgelegd));
        section.under("Niet verteld", text(reden_niet));
        section.under("Akkoord", akkoord.map(|leave| Said::own(leave.woorden())).unwrap_or_default());
        section.under("Toch, omdat", text(reden_toch));
        let reaction = text(reactie);
        let must_know = reaction.is_empty() && reden_niet.is_none();
        section.under("Reactie", if must_know { Said::own("nog niet gevraagd") } else { reaction });
    }
    section
}

fn measures(list: &Lijst<Maatregel>, days: Days) -> Section {
    let mut section = Section::new("Maatregelen");
    for measure in list.values() {
        let Maatregel { wie, soort, einde, reden, twijfel_borging, jeugdhulp_na_afloop, aandacht, rvdk_getoetst } =
            measure;
        let kind = soort.map(|soort| Said::own(soort.woorden())).unwrap_or_default();
        section.item(Said::joined([Said::who(wie.as_deref()), kind], ": "));
        let why = reden.map(|reden| Said::own(reden.woorden())).unwrap_or_default();
        section.under("Stopt", Said::joined([days.when(*einde), why], ", "));
        section.under("Twijfel", yes_no(*twijfel_borging).then(" (of de veiligheid blijft)"));
        let after = jeugdhulp_na_afloop.map(|after| Said::own(after.woorden())).unwrap_or_default();
        section.under("Jeugdhulp erna", after);
        section.under("Gekeken naar", Said::listed(aandacht.values().map(|field| Said::own(field.woorden()))));
        section.under("Getoetst", days.when(*rvdk_getoetst).after("door de Raad voor de Kinderbescherming op "));
    }
    section
}

fn raad(rvdk: &RvdkTraject, days: Days) -> Section {
    let RvdkTraject {
        gesprek,
        geleid_door,
        aanwezig,
        afspraken,
        volgen_tot,
        besluiten,
        uitkomst,
        reacties,
        beschikking,
    } = rvdk;
    let mut section = Section::new("Raad voor de Kinderbescherming");
    let led = geleid_door.map(|led| Said::own(led.woorden())).unwrap_or_default().after("geleid door ");
    section.row("Gesprek", Said::joined([days.when(*gesprek), led], ", "));
    section.row("Erbij", people(aanwezig));
    section.row("Afspraken", text(afspraken));
    section.row("Volgen tot", days.when(*volgen_tot));
    for RvdkBesluit { wat, datum, via } in besluiten.values() {
        let what = wat.map(|what| Said::own(what.woorden())).unwrap_or_default();
        let via = if via.is_some() { Said::own("via CORV") } else { Said::default() };
        section.row("Besluit", Said::joined([what, days.when(*datum), via], ", "));
    }
    section.row("Uitkomst", uitkomst.map(|outcome| Said::own(outcome.woorden())).unwrap_or_default());
    for (nth, Reactie { wie, reactie }) in reacties.iter() {
        let said = Said::joined([Said::who(wie.as_deref()), text(reactie)], ": ");
        section.row(if nth == 0 { "Reacties" } else { "" }, said);
    }
    section.row("Beschikking", days.when(*beschikking));
    section
}

fn handover(overdracht: &Overdracht, days: Days) -> Section {
    let Overdracht { van, aan, datum, aanwezig, reden_zonder_gezin, blijft_aangehaakt } = overdracht;
    let mut section = Section::new("Overdracht");
    section.row("Van", Said::name(van.as_deref()));
    section.row("Aan", Said::name(aan.as_deref()));
    section.row("Wanneer", days.when(*datum));
    section.row("Erbij", people(aanwezig));
    section.row("Zonder gezin", text(reden_zonder_gezin));
    section.row("Aangehaakt", yes_no(*blijft_aangehaakt).after("de vorige casusregisseur blijft dat: "));
    section
}

fn successes(list: &Lijst<String>) -> Section {
    let mut section = Section::new("Successen");
    list.values().for_each(|success| section.item(Said::text(Some(success))));
    section
}

/// The safety that this family can reach, and what keeps it.
pub(super) fn feasible(haalbaar: &Haalbaar, section: &mut Section) {
    let Haalbaar { niveau, wat_houdt_het } = haalbaar;
    section.row("Haalbaar", text(niveau));
    section.row("Wat houdt het", text(wat_houdt_het));
}

/// What people answered to a rule.
pub(super) fn verantwoording(answers: &Lijst<Verantwoording>) -> Section {
    let mut section = Section::new("Verantwoording");
    for Verantwoording { regel, sleutel, reden } in answers.values() {
        let at = text(sleutel).after("bij `").then("`");
        section.item(Said::joined([Said::joined([text(regel), at], " "), text(reden)], ": "));
    }
    section
}
