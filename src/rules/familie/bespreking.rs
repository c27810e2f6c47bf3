//! How a discussion went: the weighing, who took notes, the questions and the voice of the
//! family (chapter 4, Hoe verloopt een bespreking?).

use super::words::{enumeration, filled, missing};
use super::{Check, DiscussionView, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::{Cijfer, JaNee, Soort, TafelRol, Weging};
use crate::tafel::Plaats;

pub(super) const RULES: &[Rule] = &[BSP01, BSP07, BSP11];

const BSP01: Rule = Rule {
    id: "BSP01",
    severity: Severity::Fout,
    moments: &[Moment::Na],
    sources: &[Heading::Bespreking],
    title: "Iedereen die weegt, gaf een cijfer of zei waarom niet.",
    asks: "Iedereen bij de casus geeft een cijfer voor de veiligheid, behalve de voorzitter en de inbrenger. Wie geen \
           cijfer geeft, zegt waarom. Een vaste deelnemer die er in plaats van de inbrenger is, hoeft geen cijfer te \
           geven.",
    reason: "Verschil tussen cijfers laat zien waar het gesprek over moet gaan. Een stille stem gaat verloren.",
    mend: "Zet bij `weging` iedereen die bij de casus zat, met `rol`, `organisatie` en `cijfer`. Gaf iemand geen \
           cijfer? Schrijf dan `cijfer: geen` met `waarom`.",
    see: &["BSP02", "VRG01"],
    wrong: Example::Bespreking(
        "weging:
  - {rol: gedragswetenschapper, organisatie: SPRING, cijfer: 4}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, cijfer: geen}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant, cijfer: 3.5}
  - {rol: cvc, organisatie: Roosendaal, cijfer: 5}
  - {rol: cvc, organisatie: Woensdrecht, cijfer: 4}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, cijfer: 4}
",
    ),
    right: Example::Bespreking(
        "weging:
  - {rol: gedragswetenschapper, organisatie: SPRING, cijfer: 4}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, cijfer: geen, waarom: Ik kwam later binnen.}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant, cijfer: 3.5}
  - {rol: cvc, organisatie: Roosendaal, cijfer: 5}
  - {rol: cvc, organisatie: Woensdrecht, cijfer: 4}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, cijfer: 4}
  - {rol: verantwoordelijke_gemeente, organisatie: Moerdijk, cijfer: 4.5}
",
    ),
    checks: &[Check::Discussion(bsp01)],
};

fn bsp01(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let weging = &view.bespreking.weging;
    for (index, entry) in weging.iter() {
        let (key, message) = match entry.cijfer {
            None => ("cijfer", "Hier staat nog geen cijfer."),
            Some(Cijfer::Geen) if !filled(entry.waarom.as_deref()) => {
                ("waarom", "Hier staat geen cijfer, en nog niet waarom.")
            }
            Some(_) => continue,
        };
        findings.add(format!("weging[{index}].{key}"), message).label = Some(missing(&[key]).into());
    }
    let silent = view.aan_tafel.as_ref().map(|table| without_figure(view, table)).unwrap_or_default();
    if weging.is_empty() {
        findings.add("weging", "De weging van de veiligheid staat er nog niet.");
    } else if !silent.is_empty() {
        findings.add("weging", format!("Het cijfer ontbreekt nog van: {}.", enumeration(&silent)));
    }
}

/// Someone at the table, with every role in which they sat there.
struct Person<'a> {
    rollen: Vec<TafelRol>,
    plaats: &'a Plaats,
}

/// Who should have weighed and stands nowhere in the weighing, as a screen says it. Each
/// entry is of one person; who has two roles gives one figure.
fn without_figure(view: &DiscussionView<'_>, table: &[Plaats]) -> Vec<String> {
    let mut people: Vec<Person<'_>> = Vec::new();
    for plaats in table {
        let same = |one: &&mut Person<'_>| {
            plaats.naam.is_some() && one.plaats.naam == plaats.naam && one.plaats.organisatie == plaats.organisatie
        };
        match people.iter_mut().find(same) {
            Some(person) => person.rollen.push(plaats.rol),
            None => people.push(Person { rollen: vec![plaats.rol], plaats }),
        }
    }
    let inbrenger_sat = table.iter().any(|plaats| plaats.rol == TafelRol::Inbrenger);
    people.retain(|person| {
        let is = |rol| person.rollen.contains(&rol);
        let in_place_of_inbrenger = person.rollen == [TafelRol::VasteDeelnemer] && !inbrenger_sat;
        !(is(TafelRol::Voorzitter) || is(TafelRol::Inbrenger) || in_place_of_inbrenger)
    });
    // Who can be meant by one entry only takes it first.
    people.sort_by_key(|person| person.rollen.len());
    let mut entries: Vec<&Weging> = view.bespreking.weging.values().collect();
    let regio = view.regio;
    let is_known = |name: &str| regio.bekend(name, view.day).is_some();
    let same_role = |entry: &Weging, person: &Person<'_>| entry.rol.is_none_or(|rol| person.rollen.contains(&rol));
    let same_name = |entry: &Weging, person: &Person<'_>| {
        let names = entry.organisatie.as_deref().zip(person.plaats.organisatie.as_deref());
        names.is_some_and(|(written, own)| regio.zelfde(written, own, view.day))
    };
    // A name that is missing may be any; of who is from outside the region one name may be
    // written in two ways.
    let may_be = |entry: &Weging, person: &Person<'_>| {
        let names = entry.organisatie.as_deref().zip(person.plaats.organisatie.as_deref());
        names.is_none_or(|(written, own)| !is_known(written) && !is_known(own))
    };
    let mut take = |is_own: &dyn Fn(&Weging, &Person<'_>) -> bool| {
        people.retain(|person| {
            let own = entries.iter().position(|entry| is_own(entry, person));
            own.map(|at| entries.swap_remove(at)).is_none()
        });
    };
    take(&|entry, person| same_role(entry, person) && same_name(entry, person));
    take(&|entry, person| same_role(entry, person) && may_be(entry, person));
    // What is left of the same organisation is meant for who is left of it: a CVC'er weighs as
    // the responsible municipality as well.
    take(&same_name);
    people.iter().map(|person| who(view, person.plaats)).collect()
}

/// Someone at the table by role and, when the region knows it, organisation.
fn who(view: &DiscussionView<'_>, plaats: &Plaats) -> String {
    let known = plaats.organisatie.as_deref().and_then(|name| view.regio.bekend(name, view.day));
    match known.filter(|_| plaats.rol != TafelRol::VeiligThuis) {
        Some(known) => format!("{} van {}", plaats.rol.woord(), known.naam),
        None => plaats.rol.woord().to_owned(),
    }
}

const BSP07: Rule = Rule {
    id: "BSP07",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Na],
    sources: &[Heading::WatIsNodig],
    title: "Was de inbrenger er niet, dan maakte de vaste deelnemer de aantekeningen.",
    asks: "Was de inbrenger er niet bij, dan schreef de vaste deelnemer van dezelfde organisatie het advies, de afspraken \
           en de aanvullingen op.",
    reason: "Zo hoort de inbrenger van een eigen collega precies wat het team meegaf.",
    mend: "Zet bij `notulist` de naam en organisatie van de vaste deelnemer van de inbrenger. Was de inbrenger er wel? \
           Zet dan `inbrenger_aanwezig` op ja.",
    see: &["VRG12", "NAZ02"],
    wrong: Example::Bespreking("inbrenger_aanwezig: nee\nnotulist: null\n"),
    right: Example::Bespreking(
        "inbrenger_aanwezig: nee\nnotulist: {naam: Hanna Bos, organisatie: Gemeente Moerdijk}\n",
    ),
    checks: &[Check::Discussion(bsp07)],
};

fn bsp07(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let bespreking = view.bespreking;
    let sat = view.aan_tafel.as_ref().map(|table| table.iter().any(|plaats| plaats.rol == TafelRol::Inbrenger));
    let was_away = match bespreking.inbrenger_aanwezig {
        Some(JaNee::Ja) => false,
        Some(JaNee::Nee) => true,
        Some(JaNee::Onbekend) | None => sat == Some(false),
    };
    // A monitoring without its inbrenger is not discussed at all: NAZ02.
    if !was_away || view.soort == Some(Soort::Monitor) {
        return;
    }
    let notulist = bespreking.notulist.as_ref();
    let organisatie = notulist.and_then(|who| who.organisatie.as_deref()).filter(|name| filled(Some(name)));
    if organisatie.is_none() && !filled(notulist.and_then(|who| who.naam.as_deref())) {
        let message = "De inbrenger was er niet, en er staat nog niet wie de aantekeningen maakte.";
        findings.add("notulist", message);
        return;
    }
    let own = view.kaart.and_then(|kaart| kaart.inbrenger.as_ref()?.organisatie.as_deref());
    if organisatie.zip(own).is_some_and(|(organisatie, own)| !view.regio.zelfde(organisatie, own, view.day)) {
        let message = "Wie de aantekeningen maakte, is niet van de organisatie van de inbrenger.";
        findings.add("notulist.organisatie", message);
    }
}

const BSP11: Rule = Rule {
    id: "BSP11",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Na],
    sources: &[Heading::Bespreking, Heading::StemKlinktDoor],
    title: "Er was een vragenronde, en de stem van het gezin is gehoord.",
    asks: "Alle deelnemers konden vragen stellen, en de stem van jeugdige en ouders is in de bespreking gehoord.",
    reason: "Vragen geven een nieuwe blik. En het gaat over een gezin dat er zelf niet bij zit.",
    mend: "Zet `vragenronde_gehouden` en `stem_gehoord` op ja. Ging het anders? Leg bij `verantwoording` uit waarom.",
    see: &["STM01", "BSP01"],
    wrong: Example::Bespreking("vragenronde_gehouden: ja\nstem_gehoord: null\n"),
    right: Example::Bespreking("vragenronde_gehouden: ja\nstem_gehoord: ja\n"),
    checks: &[Check::Discussion(bsp11)],
};

fn bsp11(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let bespreking = view.bespreking;
    let parts = [
        ("vragenronde_gehouden", bespreking.vragenronde_gehouden, "er een vragenronde was", "Er was geen vragenronde."),
        (
            "stem_gehoord",
            bespreking.stem_gehoord,
            "de stem van het gezin is gehoord",
            "De stem van het gezin is in de bespreking niet gehoord.",
        ),
    ];
    for (key, answer, what, denied) in parts {
        match answer {
            Some(JaNee::Ja) => {}
            Some(JaNee::Nee) => {
                findings.add(key, denied);
            }
            Some(JaNee::Onbekend) | None => {
                findings.add(key, format!("Er staat nog niet of {what}."));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::{at_table, discussion, discussion_paths as paths, sat};

    const WEIGHED: &str = "weging: [{rol: cvc, organisatie: Roosendaal, cijfer: 5}]";

    /// What BSP01 says of who sat there, as `rol organisatie naam`.
    fn silent(weging: &str, table: &[(&str, &str, &str)]) -> Vec<String> {
        let found = at_table("BSP01", weging, Some(sat(table)));
        found.into_iter().map(|finding| finding.message.into_owned()).collect()
    }

    #[test]
    fn no_figure_wants_a_reason_and_a_figure_none() {
        let one = |entry: &str| paths("BSP01", &format!("weging: [{{rol: cvc, {entry}}}]"));
        assert_eq!(one("cijfer: geen"), ["weging[0].waarom"]);
        assert_eq!(one("cijfer: geen, waarom: ' '"), ["weging[0].waarom"]);
        assert_eq!(one("waarom: Te laat."), ["weging[0].cijfer"]);
        assert!(one("cijfer: geen, waarom: Ik kwam later.").is_empty() && one("cijfer: 0").is_empty());
        assert_eq!(paths("BSP01", "weging: geen"), ["weging"]);
        assert_eq!(paths("BSP01", "nodig: niets"), ["weging"]);
    }

    #[test]
    fn everyone_weighs_but_chair_and_inbrenger() {
        let table = [
            ("voorzitter", "Zi2T", "Ria"),
            ("inbrenger", "Gemeente Rucphen", "Bo"),
            ("cvc", "Gemeente Roosendaal", "Jan"),
        ];
        assert!(silent(WEIGHED, &table).is_empty());
        let more = [&table[..], &[("veilig_thuis", "VT", "Tom"), ("cvc", "Rucphen", "Ans")]].concat();
        assert_eq!(silent(WEIGHED, &more), ["Het cijfer ontbreekt nog van: Veilig Thuis en CVC'er van Rucphen."]);
        // Who takes the notes in the place of the inbrenger need not; beside the inbrenger they do.
        let note_taker = ("vaste_deelnemer", "Rucphen", "Ans");
        assert!(silent(WEIGHED, &[table[2], note_taker]).is_empty());
        assert_eq!(silent(WEIGHED, &[table[1], table[2], note_taker]).len(), 1);
    }

    #[test]
    fn who_has_two_roles_gives_one_figure_and_two_people_give_two() {
        let both = [("cvc", "Roosendaal", "Jan"), ("verantwoordelijke_gemeente", "Roosendaal", "Jan")];
        assert!(silent(WEIGHED, &both).is_empty());
        let two = [both[0], ("cvc", "Roosendaal", "Piet")];
        assert_eq!(silent(WEIGHED, &two).len(), 1);
        // Jan may be meant by either entry, Piet by one.
        let entries = "weging: [{rol: cvc, organisatie: Roosendaal, cijfer: 5}, \
                       {rol: verantwoordelijke_gemeente, organisatie: Roosendaal, cijfer: 5}]";
        assert!(silent(entries, &[both[0], both[1], two[1]]).is_empty());
    }

    #[test]
    fn an_entry_goes_to_who_it_names_best() {
        let table = [("cvc", "Rucphen", "Ans"), ("cvc", "Zundert", "Bo")];
        let entries =
            |first: &str| format!("weging: [{{{first}, cijfer: 5}}, {{rol: cvc, organisatie: Rucphen, cijfer: 5}}]");
        assert!(silent(&entries("rol: cvc"), &table).is_empty(), "Rucphen has its own");
        assert!(silent(&entries("rol: verantwoordelijke_gemeente, organisatie: Gemeente Zundert"), &table).is_empty());
        assert_eq!(silent(&entries("rol: cvc, organisatie: Roosendaal"), &table).len(), 1);
        assert_eq!(silent(&entries("rol: veilig_thuis"), &table).len(), 1);
    }

    #[test]
    fn a_name_from_outside_the_region_is_not_repeated_and_may_be_spelled_in_two_ways() {
        let expert = [("expert", "Novadic Kentron", "Ruben")];
        let weging = |name: &str| format!("weging: [{{rol: expert, organisatie: {name}, cijfer: 5}}]");
        assert!(silent(&weging("Novadic-Kentron"), &expert).is_empty());
        assert_eq!(silent(&weging("Veilig Thuis"), &expert), ["Het cijfer ontbreekt nog van: expert."]);
    }

    #[test]
    fn without_the_inbrenger_the_own_vaste_deelnemer_takes_notes() {
        let away = |rest: &str| paths("BSP07", &format!("inbrenger_aanwezig: nee\n{rest}"));
        assert_eq!(away(""), ["notulist"]);
        assert_eq!(away("notulist: {naam: ' '}"), ["notulist"]);
        assert_eq!(away("notulist: {organisatie: Veilig Thuis}"), ["notulist.organisatie"]);
        assert!(away("notulist: {organisatie: Gemeente Roosendaal}").is_empty());
        assert!(away("notulist: {naam: Bram Looijmans}").is_empty(), "whose organisation nobody knows");
        assert!(paths("BSP07", "inbrenger_aanwezig: ja").is_empty());
        // Not said: then who sat there tells.
        assert!(paths("BSP07", "nodig: niets").is_empty());
        assert_eq!(at_table("BSP07", "nodig: niets", Some(sat(&[("cvc", "Rucphen", "Ans")]))).len(), 1);
        assert!(at_table("BSP07", "nodig: niets", Some(sat(&[("inbrenger", "Roosendaal", "Anke")]))).is_empty());
        let monitor = discussion("BSP07", "inbrenger_aanwezig: nee", "soort: monitor", None);
        assert!(monitor.is_empty(), "NAZ02 says that it should not have been discussed");
    }

    #[test]
    fn a_round_of_questions_that_was_not_held_is_said() {
        assert_eq!(paths("BSP11", "{vragenronde_gehouden: nee, stem_gehoord: onbekend}").len(), 2);
        assert!(paths("BSP11", "{vragenronde_gehouden: ja, stem_gehoord: ja}").is_empty());
    }
}
