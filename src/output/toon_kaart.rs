//! A card under the handbook's headings, in the order of a reader at the table: why and what is
//! asked, what is unsafe, what goes well. Each type is taken apart whole, so that a new key
//! does not compile until someone has decided where it is read.

use super::toon_gesprek::{around, verantwoording};
use super::toon_page::{Days, Page, Said, Section};
use crate::model::{
    Adres, Casusregisseur, Contact, Expert, Feit, Geboorte, Gemeld, Gezin, Hulp, InDeTekst, Inbrenger, JaNee, Leeftijd,
    Lid, Lijst, Meldcode, Risicofactor, Stem, SterkPunt, Veiligheidsafspraak, Veiligheidskaart, Vraag, VraagSoort,
};

/// How a card is read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// The days on it.
    pub days: Days,
    /// Whether it lies in the dossier of whoever reads it: then it names people.
    pub own: bool,
}

/// Who brings the case in and who guards it, for the head of a page.
pub(super) fn professionals(kaart: &Veiligheidskaart, days: Days, head: &mut Section) {
    if let Some(Inbrenger { naam, organisatie, via }) = &kaart.inbrenger {
        let via = Said::name(via.as_deref()).after("via ");
        head.row("Inbrenger", Said::joined([name(naam), name(organisatie), via], ", "));
    }
    if let Some(Casusregisseur { naam, organisatie, sinds }) = &kaart.casusregisseur {
        let since = days.when(*sinds).after("sinds ");
        head.row("Casusregisseur", Said::joined([name(naam), name(organisatie), since], ", "));
    }
    head.row("Bijgewerkt", days.when(kaart.bijgewerkt));
}

#[allow(clippy::ref_option, reason = "a key of a file as it was read")]
fn name(name: &Option<String>) -> Said {
    Said::name(name.as_deref())
}

#[allow(clippy::ref_option, reason = "a key of a file as it was read")]
pub(super) fn text(text: &Option<String>) -> Said {
    Said::text(text.as_deref())
}

pub(super) fn yes_no(answer: Option<JaNee>) -> Said {
    answer.map(|answer| Said::own(answer.to_string())).unwrap_or_default()
}

/// People of the family as a sentence says them.
pub(super) fn people(who: &Lijst<String>) -> Said {
    Said::listed(who.values().map(|wie| Said::who(Some(wie))))
}

/// The whole card; what stands in the head of the page is left to it.
pub(super) fn card(kaart: &Veiligheidskaart, reading: Reading, page: &mut Page) {
    let Veiligheidskaart {
        versie: _,
        dossiernummer: _,
        casus: _,
        ingebracht: _,
        soort: _,
        eerder: _,
        bijgewerkt: _,
        gemeente: _,
        inbrenger: _,
        casusregisseur: _,
        gezin,
        aanleiding,
        aandachtsgebied,
        meldcode,
        verloop,
        veilig_nu,
        hulpvraag,
        wat_is_nodig,
        onveiligheid,
        risicofactoren,
        sterke_punten,
        hulp_tot_nu_toe,
        veiligheidsafspraken,
        stem,
        gesprek_gezin,
        intern_besproken,
        vraag,
        experts,
        maatregelen,
        haalbaar,
        rvdk,
        overdracht,
        successen,
        verantwoording: answers,
        blijft_staan: _,
    } = kaart;
    let days = reading.days;
    let mut why = Section::new("Aanleiding en vraag");
    why.row("Aanleiding", Said::joined(aanleiding.values().map(|ground| Said::own(ground.woorden())), "; "));
    why.row("Aandacht voor", Said::joined(aandachtsgebied.values().map(|field| Said::own(field.woorden())), "; "));
    question(vraag.as_ref(), &mut why);
    wishes(experts, &mut why);
    page.add(why);
    if let Some(gezin) = gezin {
        page.add(family(gezin, reading));
    }
    for (title, words) in [
        ("Sinds de vorige bespreking", verloop),
        ("Hulpvraag van het gezin", hulpvraag),
        ("Wat nodig is om weer veilig te zijn", wat_is_nodig),
        ("Wat nu veilig is", veilig_nu),
    ] {
        let mut section = Section::new(title);
        section.say(text(words));
        page.add(section);
    }
    page.add(facts(onveiligheid, veilig_nu.is_none()));
    if let Some(meldcode) = meldcode {
        page.add(reporting(meldcode, days));
    }
    page.add(risks(risicofactoren));
    page.add(strengths(sterke_punten));
    page.add(help(hulp_tot_nu_toe, days));
    page.add(safety(veiligheidsafspraken, days));
    page.add(voices(stem, days));
    let parts = (gesprek_gezin, intern_besproken, maatregelen, rvdk, overdracht, successen, haalbaar);
    around(parts, days, page);
    page.add(verantwoording(answers));
}

fn question(vraag: Option<&Vraag>, why: &mut Section) {
    let (kind, question) = match vraag {
        Some(Vraag { soort, tekst }) => (*soort, text(tekst)),
        None => (None, Said::default()),
    };
    why.row("Vraag", if question.is_empty() { Said::own("nog niet gevraagd") } else { question });
    // That it is another question than the handbook's two, the question itself says.
    let kind = kind.filter(|kind| *kind != VraagSoort::Anders);
    why.row("Soort vraag", kind.map(|kind| Said::own(kind.woorden())).unwrap_or_default());
}

fn wishes(experts: &Lijst<Expert>, why: &mut Section) {
    if experts.is_asked() && experts.is_whole() && experts.is_empty() {
        why.row("Experts erbij", Said::own("geen"));
    }
    for (nth, Expert { expertise, reden, zorgaanbieder }) in experts.iter() {
        let role = zorgaanbieder.map(|why| Said::own(format!("({})", why.woorden()))).unwrap_or_default();
        let what = Said::joined([text(expertise), role], " ");
        why.row(if nth == 0 { "Experts erbij" } else { "" }, Said::joined([what, text(reden)], ": "));
    }
}

fn family(gezin: &Gezin, reading: Reading) -> Section {
    let Gezin { leden, in_de_tekst } = gezin;
    let mut section = Section::new("Het gezin");
    for lid in leden.values() {
        member(lid, reading, &mut section);
    }
    if reading.own {
        for InDeTekst { naam, wie } in in_de_tekst.values() {
            section.item(Said::joined([text(naam), text(wie).after("in de tekst, ")], ": "));
        }
    }
    section
}

fn member(lid: &Lid, reading: Reading, section: &mut Section) {
    let Lid {
        wie,
        rol,
        voornaam,
        roepnaam,
        tussenvoegsel,
        achternaam,
        geboortedatum,
        leeftijd,
        school,
        woont_bij,
        gemeente,
        adres,
        contact,
        niet_informeren,
    } = lid;
    let role = rol.map(|rol| Said::own(rol.woorden())).unwrap_or_default();
    let age = leeftijd.map(|age| match age {
        Leeftijd::Jaren(..) => format!("{age} jaar"),
        Leeftijd::Onbekend => "leeftijd onbekend".to_owned(),
        Leeftijd::Ongeboren => "nog niet geboren".to_owned(),
    });
    let age = age.map(Said::own).unwrap_or_default();
    let lives = people(woont_bij).after("woont bij ");
    let place = text(gemeente).after("in ");
    let contact = contact.map(|contact: Contact| Said::own(contact.woorden())).unwrap_or_default();
    let rest = Said::joined([role, age, lives, place, contact], ", ");
    section.item(Said::joined([Said::who(wie.as_deref()), rest], ": "));
    if !reading.own {
        return;
    }
    // Of a card of the team these are never shown, whatever stands there.
    let whole = Said::joined([voornaam, tussenvoegsel, achternaam].map(text), " ");
    let birth = match geboortedatum {
        Some(Geboorte::Op(day)) => reading.days.when(Some(*day)).after("geboren "),
        Some(Geboorte::Onbekend) => Said::own("geboortedatum onbekend"),
        Some(Geboorte::Ongeboren) => Said::own("nog niet geboren"),
        None => Said::default(),
    };
    let called = text(roepnaam).after("roepnaam ");
    section.more(Said::joined([whole, called, birth, text(school)], ", "));
    if let Some(Adres { straat, huisnummer, postcode, woonplaats }) = adres {
        let street = Said::joined([straat, huisnummer].map(text), " ");
        section.more(Said::joined([street, Said::joined([postcode, woonplaats].map(text), " ")], ", "));
    }
    section.more(text(niet_informeren).after("Niet informeren: "));
}

/// The facts, each with the five questions of the handbook.
fn facts(list: &Lijst<Feit>, must_know: bool) -> Section {
    let mut section = Section::new("Feiten over de onveiligheid");
    section.lists(list, must_know);
    for (nth, fact) in list.iter() {
        let Feit { nr, wat, hoe_vaak, situatie, hoe_lang, wanneer_niet, omstandigheden, bron } = fact;
        section.gap();
        let number = nr.map_or_else(|| (nth + 1).to_string(), |nr| nr.to_string());
        let what = text(wat);
        section.numbered(&number, if what.is_empty() { Said::own("(geen tekst)") } else { what });
        let questions = [
            ("Hoe vaak", hoe_vaak, true),
            ("Situatie", situatie, true),
            ("Hoe lang", hoe_lang, !fact.is_eenmalig()),
            ("Wanneer niet", wanneer_niet, !fact.is_eenmalig()),
            ("Omstandigheden", omstandigheden, true),
        ];
        let mut open = Vec::new();
        for (label, answer, counts) in questions {
            let answer = text(answer);
            if answer.is_empty() && counts {
                open.push(label.to_lowercase());
            }
            section.under(label, answer);
        }
        section.under("Bron", bron.map(|bron| Said::own(bron.woorden())).unwrap_or_default());
        if !open.is_empty() {
            section.under("Nog te vragen", Said::own(open.join(", ")));
        }
    }
    section
}

fn reporting(meldcode: &Meldcode, days: Days) -> Section {
    let Meldcode { signalen_in_kaart, advies_veilig_thuis, acuut, structureel, gemeld } = meldcode;
    let mut section = Section::new("Meldcode");
    section.row("Signalen", days.when(*signalen_in_kaart).after("in kaart gebracht op "));
    section.row("Advies", days.when(*advies_veilig_thuis).after("gevraagd aan Veilig Thuis op "));
    section.row("Acuut", yes_no(*acuut));
    section.row("Structureel", yes_no(*structureel));
    let reported = match gemeld {
        Some(Gemeld::Op(day)) => days.when(Some(*day)).after("op "),
        Some(Gemeld::Nee) => Said::own("nee"),
        None => Said::default(),
    };
    section.row("Gemeld", reported);
    section
}

fn risks(list: &Lijst<Risicofactor>) -> Section {
    let mut section = Section::new("Risicofactoren");
    section.lists(list, true);
    for Risicofactor { wat, maakt_onveilig } in list.values() {
        section.item(text(wat));
        section.more(yes_no(*maakt_onveilig).after("Maakt het direct onveilig: "));
    }
    section
}

fn strengths(list: &Lijst<SterkPunt>) -> Section {
    let mut section = Section::new("Sterke punten");
    section.lists(list, true);
    for SterkPunt { wat, maakt_veilig, blijkt_uit } in list.values() {
        section.item(text(wat));
        section.more(text(blijkt_uit).after("Blijkt uit: "));
        section.more(yes_no(*maakt_veilig).after("Maakt het direct veilig: "));
    }
    section
}

/// From when to when.
fn period(days: Days, from: Said, to: Option<crate::model::Tijdstip>) -> Said {
    Said::joined([from, days.when(to).after("tot en met ")], " ")
}

fn help(list: &Lijst<Hulp>, days: Days) -> Section {
    let mut section = Section::new("Hulp tot nu toe");
    section.lists(list, false);
    for Hulp { wat, door, van, tot, resultaat } in list.values() {
        let when = period(days, days.when(*van).after("vanaf "), *tot);
        section.item(Said::joined([text(wat), text(door).after("door "), when], ", "));
        section.more(text(resultaat).after("Resultaat: "));
    }
    section
}

fn safety(list: &Lijst<Veiligheidsafspraak>, days: Days) -> Section {
    let mut section = Section::new("Veiligheidsafspraken");
    section.lists(list, false);
    for Veiligheidsafspraak { afspraak, wie, vanaf, tot } in list.values() {
        section.item(text(afspraak));
        let when = period(days, days.when(*vanaf).after("vanaf "), *tot);
        let who = wie.as_deref().map(Said::somebody).unwrap_or_default();
        section.more(Said::joined([who, when], ", "));
    }
    section
}

fn voices(list: &Lijst<Stem>, days: Days) -> Section {
    let mut section = Section::new("De stem van jeugdigen en ouders");
    section.lists(list, true);
    for Stem { wie, woorden, datum } in list.values() {
        section.item(Said::joined([Said::who(wie.as_deref()), days.when(*datum)], ", "));
        section.more(text(woorden));
    }
    section
}
