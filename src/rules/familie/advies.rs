//! The advice of a discussion: one, or the one that most share; what it rests on, and what
//! bearing it together asks (chapter 4, stap 2 and Verschil van visie).

use super::words::{filled, missing, note_missing};
use super::{Check, DiscussionView, Example, Findings, Heading, Moment, Rule, Severity};
use crate::calendar::words::days;
use crate::model::{Advies, AdviesSoort, AdviesUitkomst, JaNee, Visie};
use chrono::Days;

pub(super) const RULES: &[Rule] = &[BSP02, BSP03, BSP09, BSP10];

const BSP02: Rule = Rule {
    id: "BSP02",
    severity: Severity::Fout,
    moments: &[Moment::Na],
    sources: &[Heading::Bespreking, Heading::Stap2, Heading::VerschilVanVisie],
    title: "Er is één advies; verschilden de visies, dan staat elke visie erbij.",
    asks: "Er staat één helder advies, en hoe het tot stand kwam. Verschilden de visies, dan is het advies de visie die \
           de meeste deelnemers delen. Elke visie staat erbij met wie haar deelt, de geadviseerde eerst. Delen evenveel \
           deelnemers twee visies, dan kiest de inbrenger, met een reden.",
    reason: "De inbrenger moet weten wat het team adviseert, en ook wat anderen zagen.",
    mend: "Schrijf het advies bij `tekst` en zet bij `uitkomst` eensluidend, meeste_stemmen of gelijk. Zet bij \
           verschil elke visie bij `visies`, met `deelnemers`. Bij gelijk hoort een `keuze_inbrenger` met `wat` en `reden`.",
    see: &["BSP03", "BSP09"],
    wrong: Example::Bespreking(
        "advies: {uitkomst: eensluidend}
visies:
  - visie: Eerst een netwerkberaad.
    deelnemers: [SPRING, Moerdijk, Roosendaal, Woensdrecht]
  - visie: Nu een gesprek met de Raad.
    deelnemers: [Veilig Thuis, Jeugdbescherming Brabant]
",
    ),
    right: Example::Bespreking("advies: {uitkomst: eensluidend}\nvisies: []\n"),
    checks: &[Check::Discussion(bsp02)],
};

fn bsp02(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let Some(advies) = &view.bespreking.advies else { return };
    let Some(uitkomst) = advies.uitkomst else {
        let finding = findings.add("advies.uitkomst", "Er staat nog niet hoe het advies tot stand kwam.");
        finding.label = Some(missing(&["uitkomst"]).into());
        return;
    };
    if view.bespreking.visies.is_whole() {
        views(view, uitkomst, findings);
    }
    if uitkomst == AdviesUitkomst::Gelijk {
        choice(advies, findings);
    }
}

/// How the views stand to the outcome.
fn views(view: &DiscussionView<'_>, uitkomst: AdviesUitkomst, findings: &mut Findings<'_>) {
    let visies: Vec<&Visie> = view.bespreking.visies.values().collect();
    if uitkomst == AdviesUitkomst::Eensluidend {
        if visies.len() > 1 {
            findings.add("advies.uitkomst", "Het advies heet eensluidend, en er staan verschillende visies.");
        }
        return;
    }
    if visies.len() < 2 {
        findings.add("visies", "De visies verschilden, maar niet elke visie staat erbij.");
        return;
    }
    let count = |visie: &Visie| visie.deelnemers.values().filter(|name| filled(Some(name))).count();
    let mut is_whole = true;
    for (index, visie) in visies.iter().enumerate() {
        let parts = [("visie", filled(visie.visie.as_deref())), ("deelnemers", count(visie) > 0)];
        let open: Vec<&str> = parts.iter().filter(|(_, is_there)| !is_there).map(|(key, _)| *key).collect();
        is_whole &= open.is_empty() && visie.deelnemers.is_whole();
        note_missing(findings, &format!("visies[{index}]"), &open, "Deze visie is nog niet af.");
    }
    if !is_whole {
        return;
    }
    let most = visies.iter().map(|visie| count(visie)).max().unwrap_or(0);
    let is_tie = visies.iter().filter(|visie| count(visie) == most).count() > 1;
    let is_first = count(visies[0]) == most;
    match (uitkomst == AdviesUitkomst::Gelijk, is_tie) {
        (false, true) => {
            findings.add("advies.uitkomst", "Evenveel deelnemers delen twee visies; dan heet de uitkomst gelijk.");
        }
        (true, false) => {
            let message = "De meeste deelnemers delen één visie; dan heet de uitkomst meeste_stemmen.";
            findings.add("advies.uitkomst", message);
        }
        _ if !is_first => {
            findings.add("visies[0].deelnemers", "Een andere visie wordt door meer deelnemers gedeeld.");
        }
        _ => {}
    }
}

/// What the inbrenger chose when views were shared by as many.
fn choice(advies: &Advies, findings: &mut Findings<'_>) {
    let Some(keuze) = &advies.keuze_inbrenger else {
        let finding = findings.add("advies.keuze_inbrenger", "Er staat nog niet wat de inbrenger kiest, en waarom.");
        finding.label = Some(missing(&["keuze_inbrenger"]).into());
        return;
    };
    let parts = [("wat", &keuze.wat), ("reden", &keuze.reden)];
    let open: Vec<&str> = parts.iter().filter(|(_, text)| !filled(text.as_deref())).map(|(key, _)| *key).collect();
    note_missing(findings, "advies.keuze_inbrenger", &open, "De keuze van de inbrenger is nog niet af.");
}

const BSP03: Rule = Rule {
    id: "BSP03",
    severity: Severity::Fout,
    moments: &[Moment::Na],
    sources: &[Heading::VerschilVanVisie],
    title: "Verschilden de visies, dan komt de casus snel terug.",
    asks: "Verschilden de visies, dan is meteen afgesproken wanneer de casus terugkomt: binnen de dagen die de regio \
           noemt bij `verschil_monitor_dagen` (standaard 56).",
    reason: "Zo blijkt na enkele weken of het advies werkt, of dat de andere visie gelijk had.",
    mend: "Zet bij `monitor` `terug` op ja en kies bij `datum` een vergadering binnen die termijn.",
    see: &["BSP02", "BSP06"],
    wrong: Example::Bespreking(
        "advies: {uitkomst: meeste_stemmen}
visies:
  - visie: Eerst een netwerkberaad.
    deelnemers: [SPRING, Moerdijk, Roosendaal, Woensdrecht]
  - visie: Nu een gesprek met de Raad.
    deelnemers: [Veilig Thuis, Jeugdbescherming Brabant]
monitor: {terug: ja, datum: 2026-03-26}
",
    ),
    right: Example::Teammap(&[
        (
            "vergaderingen/2026-01-15/pqtw-3kz3/bespreking.yaml",
            "versie: 1
inbrenger_aanwezig: ja
notulist: {naam: Hanna Bos, organisatie: Gemeente Moerdijk}
vragenronde_gehouden: ja
stem_gehoord: ja
weging:
  - {rol: gedragswetenschapper, organisatie: SPRING, cijfer: 4}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, cijfer: 3}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant, cijfer: \"3,5\"}
  - {rol: cvc, organisatie: Roosendaal, cijfer: 5}
  - {rol: cvc, organisatie: Woensdrecht, cijfer: 4}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, cijfer: 4}
  - {rol: verantwoordelijke_gemeente, organisatie: Moerdijk, cijfer: 4.5}
advies:
  soort: andere_aanpak
  uitkomst: meeste_stemmen
  tekst: Houd een netwerkberaad met familie en school.
  steunt_op: [1]
visies:
  - visie: Eerst een netwerkberaad.
    deelnemers: [SPRING, Moerdijk, Roosendaal, Woensdrecht, Leger des Heils]
  - visie: Nu een gesprek met de Raad.
    deelnemers: [Veilig Thuis, Jeugdbescherming Brabant]
reactie_inbrenger: {neemt_mee: Ik vraag Oma als vaste oppas., passend: Dit past bij wat Moeder wil.}
nodig: De gedragswetenschapper denkt mee bij het netwerkberaad.
interventies:
  - {soort: netwerkberaad, met: [moeder, oma, school]}
afspraken:
  - {nr: 1, wat: weekendafspraken op papier zetten, wie: Samira Aydin, wanneer: 2026-02-01}
  - {nr: 2, wat: netwerkberaad houden, wie: Samira Aydin, wanneer: 2026-02-15}
monitor: {terug: ja, datum: 2026-03-05, hoe: De inbrenger vertelt wat het netwerkberaad bracht.}
",
        ),
        ("vergaderingen/2026-03-26/pqtw-3kz3/verwacht.yaml", ""),
        ("vergaderingen/2026-03-05/pqtw-3kz3/verwacht.yaml", "versie: 1\nwaarom: monitor\nvan: 2026-01-15\n"),
    ]),
    checks: &[Check::Discussion(bsp03)],
};

fn bsp03(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let uitkomst = view.bespreking.advies.as_ref().and_then(|advies| advies.uitkomst);
    if !matches!(uitkomst, Some(AdviesUitkomst::MeesteStemmen | AdviesUitkomst::Gelijk)) {
        return;
    }
    // Whether it comes back at all, and when, is BSP06's.
    let Some(monitor) = &view.bespreking.monitor else { return };
    let term = view.regio.termijnen.verschil_monitor_dagen;
    let last = view.day.checked_add_days(Days::new(u64::from(term)));
    match (monitor.terug, monitor.datum) {
        (Some(JaNee::Nee), _) => {
            findings.add("monitor.terug", "De visies verschilden, en de casus komt niet terug.");
        }
        (Some(JaNee::Ja), Some(datum)) if last.is_some_and(|last| datum.0 > last) => {
            let message = format!("De visies verschilden, en de casus komt pas na meer dan {} terug.", days(term));
            findings.add("monitor.datum", message);
        }
        _ => {}
    }
}

const BSP09: Rule = Rule {
    id: "BSP09",
    severity: Severity::Fout,
    moments: &[Moment::Na],
    sources: &[Heading::Stap2],
    title: "Er staat wat voor advies het is; dragen en verdragen doe je samen.",
    asks: "Het advies heeft een soort. Is het dragen en verdragen, dan staat erbij waarom, wie het samen dragen, en \
           wanneer het team opnieuw kijkt.",
    reason: "Een zekere mate van onveiligheid laten bestaan is een besluit van allen. Dat draagt niemand alleen, en het \
             duurt nooit ongemerkt voort.",
    mend: "Zet bij `soort` wat voor advies het is. Schrijf bij dragen_en_verdragen de `reden`, zet bij `samen_met` wie \
           het dragen, en zet bij `monitor` `terug` op ja met een `datum`.",
    see: &["BSP02", "BSP06"],
    wrong: Example::Bespreking("advies: {soort: dragen_en_verdragen}\n"),
    right: Example::Bespreking(
        "advies:
  soort: dragen_en_verdragen
  reden: Meer hulp kost hier meer dan het brengt.
  samen_met: [Moerdijk, Veilig Thuis]
monitor: {terug: ja, datum: 2026-03-26, hoe: Het team kijkt opnieuw.}
",
    ),
    checks: &[Check::Discussion(bsp09)],
};

fn bsp09(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let Some(advies) = &view.bespreking.advies else { return };
    let Some(soort) = advies.soort else {
        let finding = findings.add("advies.soort", "Er staat nog niet wat voor advies het is.");
        finding.label = Some(missing(&["soort"]).into());
        return;
    };
    if soort != AdviesSoort::DragenEnVerdragen {
        return;
    }
    let parts = [("reden", filled(advies.reden.as_deref())), ("samen_met", !advies.samen_met.is_empty())];
    let open: Vec<&str> = parts.iter().filter(|(_, is_there)| !is_there).map(|(key, _)| *key).collect();
    note_missing(findings, "advies", &open, "Bij dragen en verdragen staat nog niet waarom of met wie.");
    if view.bespreking.monitor.as_ref().is_some_and(|monitor| monitor.terug == Some(JaNee::Nee)) {
        let message = "Bij dragen en verdragen komt de casus terug, zodat het team opnieuw kijkt.";
        findings.add("monitor.terug", message);
    }
}

const BSP10: Rule = Rule {
    id: "BSP10",
    severity: Severity::Advies,
    moments: &[Moment::Na],
    sources: &[Heading::Waarden],
    title: "Er staat op welke feiten het advies steunt.",
    asks: "Bij het advies staan de nummers van de feiten op de kaart waar het op steunt. `[]` is ook een antwoord.",
    reason: "Wie weet op welke feiten een besluit rust, ziet ook wanneer het anders moet.",
    mend: "Zet bij `steunt_op` de nummers van de feiten bij `onveiligheid` op de kaart, bijvoorbeeld [1, 2].",
    see: &["FEI01", "BSP02"],
    wrong: Example::Bespreking("advies: {steunt_op: null}\n"),
    right: Example::Bespreking("advies: {steunt_op: [1]}\n"),
    checks: &[Check::Discussion(bsp10)],
};

fn bsp10(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    if view.bespreking.advies.as_ref().is_some_and(|advies| !advies.steunt_op.is_asked()) {
        findings.add("advies.steunt_op", "Er staat nog niet op welke feiten het advies steunt.");
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::discussion_paths as paths;

    /// A discussion with this outcome and so many who share each view.
    fn shared(uitkomst: &str, counts: &[usize]) -> String {
        let visies =
            counts.iter().map(|count| format!("{{visie: Zo., deelnemers: [{}]}}", vec!["VT"; *count].join(", ")));
        let visies = visies.collect::<Vec<_>>().join(", ");
        format!("advies: {{tekst: Doe dit., uitkomst: {uitkomst}}}\nvisies: [{visies}]")
    }

    #[test]
    fn the_advice_is_the_view_that_most_share() {
        let found = |uitkomst: &str, counts: &[usize]| paths("BSP02", &shared(uitkomst, counts));
        assert!(found("eensluidend", &[]).is_empty() && found("eensluidend", &[7]).is_empty());
        assert_eq!(found("eensluidend", &[4, 3]), ["advies.uitkomst"]);
        assert!(found("meeste_stemmen", &[4, 3]).is_empty() && found("meeste_stemmen", &[3, 2, 2]).is_empty());
        assert_eq!(found("meeste_stemmen", &[3, 4]), ["visies[0].deelnemers"]);
        assert_eq!(found("meeste_stemmen", &[4]), ["visies"], "the other view goes along");
        assert_eq!(found("meeste_stemmen", &[4, 0]), ["visies[1].deelnemers"]);
    }

    #[test]
    fn of_a_tie_the_inbrenger_chooses_with_a_reason() {
        let found = |counts: &[usize], keuze: &str| {
            paths("BSP02", &shared(&format!("gelijk{keuze}"), counts)).into_iter().collect::<Vec<_>>()
        };
        let chosen = ", keuze_inbrenger: {wat: Het eerste., reden: Dat past.}";
        assert!(found(&[3, 3], chosen).is_empty() && found(&[3, 3, 1], chosen).is_empty());
        assert_eq!(found(&[3, 3], ""), ["advies.keuze_inbrenger"]);
        assert_eq!(found(&[3, 3], ", keuze_inbrenger: {wat: Het eerste.}"), ["advies.keuze_inbrenger.reden"]);
        assert_eq!(found(&[4, 3], chosen), ["advies.uitkomst"], "that is no tie");
        assert_eq!(found(&[1, 3, 3], chosen), ["visies[0].deelnemers"]);
        assert_eq!(paths("BSP02", &shared("meeste_stemmen", &[3, 3])), ["advies.uitkomst"], "and that is one");
    }

    #[test]
    fn an_advice_says_what_and_how() {
        assert_eq!(paths("BSP02", "advies: {soort: voortzetten}"), ["advies.uitkomst"]);
        assert!(paths("BSP02", "nodig: x").is_empty(), "VOL01 asks for an advice");
    }

    #[test]
    fn views_that_differ_bring_the_case_back_in_eight_weeks() {
        let found = |uitkomst: &str, monitor: &str| {
            paths("BSP03", &format!("advies: {{uitkomst: {uitkomst}}}\nmonitor: {{{monitor}}}"))
        };
        assert!(found("meeste_stemmen", "terug: ja, datum: 2026-05-07").is_empty());
        assert_eq!(found("meeste_stemmen", "terug: ja, datum: 2026-05-08"), ["monitor.datum"]);
        assert_eq!(found("gelijk", "terug: nee, hoe: bellen"), ["monitor.terug"]);
        assert!(found("eensluidend", "terug: nee").is_empty());
        assert!(found("gelijk", "terug: ja").is_empty() && found("gelijk", "hoe: bellen").is_empty(), "BSP06 asks it");
    }

    #[test]
    fn bearing_it_has_a_reason_others_and_an_end() {
        let found = |rest: &str| paths("BSP09", &format!("advies: {{soort: dragen_en_verdragen{rest}}}"));
        assert_eq!(found(""), ["advies.reden"]);
        assert_eq!(found(", reden: Zo., samen_met: geen"), ["advies.samen_met"]);
        assert!(found(", reden: Zo., samen_met: [VT]").is_empty());
        let all =
            "advies: {soort: dragen_en_verdragen, reden: Zo., samen_met: [VT]}\nmonitor: {terug: nee, hoe: bellen}";
        assert_eq!(paths("BSP09", all), ["monitor.terug"]);
        assert_eq!(paths("BSP09", "advies: {tekst: Doe dit.}"), ["advies.soort"]);
    }

    #[test]
    fn that_no_fact_was_named_is_an_answer() {
        assert_eq!(paths("BSP10", "advies: {tekst: Doe dit.}"), ["advies.steunt_op"]);
        assert!(paths("BSP10", "advies: {steunt_op: geen}").is_empty());
    }
}
