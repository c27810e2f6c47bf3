//! A discussion in the order in which it was held, and what followed it.

use super::agenda_cases::became;
use super::toon_gesprek::{feasible, verantwoording};
use super::toon_kaart::{people, text, yes_no};
use super::toon_page::{Days, Page, Said, Section};
use super::toon_zaak::{extremes, kind_of};
use crate::agenda::{Afgesproken, Cijfers, Eerder};
use crate::model::{
    Advies, Bespreking, Cijfer, Interventie, JaNee, KaartAanvulling, Keuze, MonitorAfspraak, Nazorg, Notulist,
    OverdrachtNaar, ReactieInbrenger, TafelRol, Terugkoppeling, Visie,
};

/// The discussion. Its figures and agreements come ready, in `besproken`.
pub(super) fn bespreking(file: &Bespreking, besproken: Option<&Eerder>, days: Days, page: &mut Page) {
    let Bespreking {
        versie: _,
        inbrenger_aanwezig,
        notulist,
        vragenronde_gehouden,
        stem_gehoord,
        weging: _,
        advies,
        visies,
        reactie_inbrenger,
        nodig,
        interventies,
        afspraken: _,
        aanvulling_kaart,
        monitor,
        verantwoording: answers,
        blijft_staan: _,
    } = file;
    let mut held = Section::new("De bespreking");
    held.row("Inbrenger", yes_no(*inbrenger_aanwezig).after("erbij: "));
    if let Some(Notulist { naam, organisatie }) = notulist {
        held.row("Aantekeningen", Said::joined([naam, organisatie].map(|name| Said::name(name.as_deref())), ", "));
    }
    held.row("Vragenronde", yes_no(*vragenronde_gehouden));
    held.row("Stem gehoord", yes_no(*stem_gehoord));
    page.add(held);
    if let Some(besproken) = besproken {
        page.add(figures(besproken));
    }
    if let Some(advies) = advies {
        page.add(advice(advies));
    }
    let mut views = Section::new("Verschil van visie");
    for (nth, Visie { visie, deelnemers }) in visies.iter() {
        views.numbered(&(nth + 1).to_string(), text(visie));
        let who = Said::listed(deelnemers.values().map(|who| Said::name(Some(who))));
        views.more(who.after("Gedeeld door: "));
    }
    page.add(views);
    let mut reaction = Section::new("Reactie van de inbrenger");
    if let Some(ReactieInbrenger { neemt_mee, passend }) = reactie_inbrenger {
        reaction.row("Neemt mee", text(neemt_mee));
        reaction.row("Passend", text(passend));
    }
    reaction.row("Heeft nodig", text(nodig));
    page.add(reaction);
    let mut next = Section::new("Interventies");
    for Interventie { soort, met, verwijzing } in interventies.values() {
        let kind = soort.map(|soort| Said::own(soort.woorden())).unwrap_or_default();
        let with = Said::listed(met.values().map(|who| Said::somebody(who))).after("met ");
        let referral = match verwijzing {
            Some(JaNee::Ja) => Said::own("met een verwijzing"),
            Some(JaNee::Nee) => Said::own("zonder verwijzing"),
            Some(JaNee::Onbekend) | None => Said::default(),
        };
        next.item(Said::joined([kind, with, referral], ", "));
    }
    page.add(next);
    if let Some(besproken) = besproken {
        page.add(agreements(besproken, days));
    }
    if let Some(KaartAanvulling { tekst, successen, haalbaar }) = aanvulling_kaart {
        let mut section = Section::new("Aanvulling op de kaart");
        section.say(text(tekst));
        successen.values().for_each(|success| section.row("Succes", Said::text(Some(success))));
        if let Some(haalbaar) = haalbaar {
            feasible(haalbaar, &mut section);
        }
        page.add(section);
    }
    if let Some(MonitorAfspraak { terug, datum, hoe }) = monitor {
        let mut section = Section::new("Hoe de casus wordt gevolgd");
        let back = Said::joined([yes_no(*terug), datum.map(|day| days.day(day.0)).unwrap_or_default()], ", ");
        section.row("Komt terug", back);
        section.row("Hoe", text(hoe));
        page.add(section);
    }
    page.add(verantwoording(answers));
}

/// The figures one by one, each with who gave it.
fn figures(besproken: &Eerder) -> Section {
    let mut section = Section::new("Weging van de veiligheid");
    for Cijfers { rol, organisatie, cijfer, waarom } in &besproken.weging {
        let figure = match cijfer {
            Cijfer::Geen => "geen".to_owned(),
            figure @ Cijfer::Halven(_) => figure.to_string(),
        };
        let role = rol.filter(|rol| *rol != TafelRol::Overig).map(TafelRol::woord);
        let role = role.filter(|word| *word != organisatie.as_str());
        let who = [role.map(Said::own).unwrap_or_default(), Said::name(Some(organisatie))];
        section.figure(&figure, Said::joined([Said::joined(who, ", "), text(waarom)], ": "));
    }
    section.say(extremes(besproken));
    section
}

fn advice(advies: &Advies) -> Section {
    let Advies { soort: _, uitkomst: _, tekst, steunt_op, reden, samen_met, keuze_inbrenger } = advies;
    let mut section = Section::new("Advies");
    section.row("Soort", kind_of(advies));
    section.row("Advies", text(tekst));
    let word = if steunt_op.values().count() == 1 { "feit " } else { "feiten " };
    let rests_on = Said::listed(steunt_op.values().map(|nr| Said::own(nr.to_string())));
    section.row("Steunt op", rests_on.after(word));
    section.row("Reden", text(reden));
    section.row("Samen met", Said::listed(samen_met.values().map(|who| Said::text(Some(who)))));
    if let Some(Keuze { wat, reden }) = keuze_inbrenger {
        section.row("De inbrenger", text(wat).after("kiest: "));
        section.row("", text(reden).after("Waarom: "));
    }
    section
}

fn agreements(besproken: &Eerder, days: Days) -> Section {
    let mut section = Section::new("Afspraken");
    for (nth, made) in besproken.afspraken.iter().enumerate() {
        let number = made.nr.map_or_else(|| (nth + 1).to_string(), |nr| nr.to_string());
        let what = text(&made.wat);
        section.numbered(&number, if what.is_empty() { Said::own("(geen tekst)") } else { what });
        let state = Said::own(became(made, |day| days.words(day)));
        section.more(Said::joined([Said::name(made.wie.as_deref()), state], ": "));
        section.more(text(&made.reden).after("Waarom: "));
    }
    section
}

/// Who does what, in one line.
pub(super) fn agreed(made: &Afgesproken) -> Said {
    let what = made.wat.as_deref().map(|what| what.trim().trim_end_matches('.'));
    Said::joined([Said::name(made.wie.as_deref()), Said::text(what)], ", ")
}

/// What came of it. Of the agreements the page says it where they stand.
pub(super) fn nazorg(file: &Nazorg, days: Days, page: &mut Page) {
    let Nazorg {
        versie: _,
        terugkoppeling,
        afspraken: _,
        verder_geholpen,
        overgedragen,
        verantwoording: answers,
        blijft_staan: _,
    } = file;
    let mut section = Section::new("Nazorg");
    if let Some(Terugkoppeling { datum, met, reactie }) = terugkoppeling {
        let with = people(met).after("met ");
        section.row("Besproken", Said::joined([days.when(*datum).after("op "), with], ", "));
        section.row("Reactie", text(reactie));
    }
    section.row("Kon verder", verder_geholpen.map(|helped| Said::own(helped.woorden())).unwrap_or_default());
    if let Some(OverdrachtNaar { aan, op }) = overgedragen {
        let to = Said::name(aan.as_deref()).after("aan ");
        section.row("Overgedragen", Said::joined([to, days.when(*op).after("op ")], ", "));
    }
    page.add(section);
    page.add(verantwoording(answers));
}
