//! What a discussion leaves behind for the inbrenger: the reaction, the agreements, whether
//! the case comes back, and what is needed (chapter 4, stap 1, stap 2 and stap 3).

use super::words::{filled, missing, note_missing};
use super::{Check, DiscussionView, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::JaNee;

pub(super) const RULES: &[Rule] = &[BSP04, BSP05, BSP06, BSP12];

const BSP04: Rule = Rule {
    id: "BSP04",
    severity: Severity::Fout,
    moments: &[Moment::Na],
    sources: &[Heading::Bespreking],
    title: "De reactie van de inbrenger staat erbij.",
    asks: "In de bespreking staat wat de inbrenger meeneemt uit het advies, en of het past.",
    reason: "Een advies helpt alleen als de inbrenger ermee verder kan. De reactie laat zien of dat zo is.",
    mend: "Schrijf bij `reactie_inbrenger` wat de inbrenger meeneemt (`neemt_mee`) en wat past (`passend`). Was de \
           inbrenger er niet? Vraag het dan na.",
    see: &["BSP12", "BSP07"],
    wrong: Example::Bespreking("reactie_inbrenger: {passend: null}\n"),
    right: Example::Bespreking(
        "reactie_inbrenger:
  neemt_mee: Ik vraag Oma als vaste oppas.
  passend: Dit past bij wat Moeder wil.
",
    ),
    checks: &[Check::Discussion(bsp04)],
};

fn bsp04(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let Some(reactie) = &view.bespreking.reactie_inbrenger else {
        findings.add("reactie_inbrenger", "De reactie van de inbrenger staat er nog niet.");
        return;
    };
    let parts = [("neemt_mee", &reactie.neemt_mee), ("passend", &reactie.passend)];
    let open: Vec<&str> = parts.iter().filter(|(_, text)| !filled(text.as_deref())).map(|(key, _)| *key).collect();
    note_missing(findings, "reactie_inbrenger", &open, "De reactie van de inbrenger is nog niet af.");
}

const BSP05: Rule = Rule {
    id: "BSP05",
    severity: Severity::Fout,
    moments: &[Moment::Na],
    sources: &[Heading::Bespreking, Heading::Stap2],
    title: "Er zijn afspraken: wie doet wat, en wanneer.",
    asks: "De bespreking levert ten minste één afspraak op. Elke afspraak heeft een nummer en zegt wat, wie en wanneer.",
    reason: "Zonder naam en datum gebeurt er niets, en weet niemand later wat er is gedaan.",
    mend: "Vul bij elke afspraak in `afspraken` `nr`, `wat`, `wie` en `wanneer` in. `wanneer` mag ook een maand zijn.",
    see: &["BSP06"],
    wrong: Example::Bespreking(
        "afspraken:
  - {nr: 1, wat: weekendafspraken op papier zetten, wie: Samira Aydin, wanneer: 2026-02-01}
  - {nr: 2, wat: netwerkberaad houden, wie: Samira Aydin}
",
    ),
    right: Example::Bespreking(
        "afspraken:
  - {nr: 1, wat: weekendafspraken op papier zetten, wie: Samira Aydin, wanneer: 2026-02-01}
  - {nr: 2, wat: netwerkberaad houden, wie: Samira Aydin, wanneer: 2026-02}
",
    ),
    checks: &[Check::Discussion(bsp05)],
};

fn bsp05(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let afspraken = &view.bespreking.afspraken;
    if afspraken.is_empty() {
        findings.add("afspraken", "Er staat nog geen afspraak over de uitvoering van het advies.");
    }
    for (index, afspraak) in afspraken.iter() {
        let parts = [
            ("nr", afspraak.nr.is_some()),
            ("wat", filled(afspraak.wat.as_deref())),
            ("wie", filled(afspraak.wie.as_deref())),
            ("wanneer", afspraak.wanneer.is_some()),
        ];
        let open: Vec<&str> = parts.iter().filter(|(_, is_there)| !is_there).map(|(key, _)| *key).collect();
        note_missing(findings, &format!("afspraken[{index}]"), &open, "Deze afspraak is nog niet af.");
    }
}

const BSP06: Rule = Rule {
    id: "BSP06",
    severity: Severity::Fout,
    moments: &[Moment::Na],
    sources: &[Heading::Stap2, Heading::Nazorg],
    title: "Er staat of, hoe en wanneer de casus wordt gevolgd.",
    asks: "Afgesproken is of de casus terugkomt in het team, in welke vergadering, en hoe de casus wordt gevolgd. Ook als \
           de casus niet terugkomt, staat er hoe.",
    reason: "Zo blijft een gezin in beeld, ook als iedereen het druk heeft.",
    mend: "Zet bij `monitor` `terug` op ja met de `datum` van een vergadering, of op nee. Schrijf bij `hoe` hoe de casus \
           wordt gevolgd.",
    see: &["BSP03", "BSP05"],
    wrong: Example::Bespreking("monitor: {terug: nee, datum: null, hoe: null}\n"),
    right: Example::Bespreking(
        "monitor:
  terug: ja
  datum: 2026-03-26
  hoe: De inbrenger vertelt wat het netwerkberaad bracht.
",
    ),
    checks: &[Check::Discussion(bsp06)],
};

fn bsp06(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    let Some(monitor) = &view.bespreking.monitor else {
        findings.add("monitor", "Er staat nog niet of en hoe de casus wordt gevolgd.");
        return;
    };
    let Some(terug) = monitor.terug.filter(|terug| *terug != JaNee::Onbekend) else {
        let finding = findings.add("monitor.terug", "Er staat nog niet of de casus terugkomt.");
        finding.label = monitor.terug.is_none().then(|| missing(&["terug"]).into());
        return;
    };
    let comes_back = terug == JaNee::Ja;
    let parts = [("datum", !comes_back || monitor.datum.is_some()), ("hoe", filled(monitor.hoe.as_deref()))];
    let open: Vec<&str> = parts.iter().filter(|(_, is_there)| !is_there).map(|(key, _)| *key).collect();
    note_missing(findings, "monitor", &open, "De afspraak over het volgen van de casus is nog niet af.");
}

const BSP12: Rule = Rule {
    id: "BSP12",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Na],
    sources: &[Heading::Bespreking],
    title: "Er staat wat de inbrenger nodig heeft om het advies uit te voeren.",
    asks: "In de bespreking staat wat de inbrenger nodig heeft. Is dat niets, dan staat dat er.",
    reason: "Wie met een advies alleen blijft, voert het niet uit.",
    mend: "Vraag de inbrenger wat die nodig heeft en schrijf dat bij `nodig`.",
    see: &["BSP04"],
    wrong: Example::Bespreking("nodig: null\n"),
    right: Example::Bespreking("nodig: De gedragswetenschapper denkt mee bij het netwerkberaad.\n"),
    checks: &[Check::Discussion(bsp12)],
};

fn bsp12(view: &DiscussionView<'_>, findings: &mut Findings<'_>) {
    if !filled(view.bespreking.nodig.as_deref()) {
        findings.add("nodig", "Er staat nog niet wat de inbrenger nodig heeft.");
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::discussion_paths as paths;

    #[test]
    fn the_reaction_has_two_parts() {
        assert_eq!(paths("BSP04", "nodig: x"), ["reactie_inbrenger"]);
        assert_eq!(paths("BSP04", "reactie_inbrenger: {neemt_mee: ' '}"), ["reactie_inbrenger.neemt_mee"]);
        assert!(paths("BSP04", "reactie_inbrenger: {neemt_mee: a, passend: b}").is_empty());
    }

    #[test]
    fn an_agreement_is_whole_and_there_is_one() {
        assert_eq!(paths("BSP05", "afspraken: geen"), ["afspraken"]);
        let rest = "wat: bellen, wie: Anke, wanneer: 2026-04";
        assert!(paths("BSP05", &format!("afspraken: [{{nr: 1, {rest}}}]")).is_empty());
        assert_eq!(paths("BSP05", &format!("afspraken: [{{nr: 1, {rest}}}, {{{rest}}}]")), ["afspraken[1].nr"]);
        assert_eq!(paths("BSP05", "afspraken: [{nr: 1, wat: bellen}]"), ["afspraken[0].wie"], "one gap, one finding");
    }

    #[test]
    fn a_case_is_followed_also_when_it_does_not_come_back() {
        assert_eq!(paths("BSP06", "nodig: x"), ["monitor"]);
        assert_eq!(paths("BSP06", "monitor: {hoe: bellen}"), ["monitor.terug"]);
        assert_eq!(paths("BSP06", "monitor: {terug: onbekend, hoe: bellen}"), ["monitor.terug"]);
        assert_eq!(paths("BSP06", "monitor: {terug: ja}"), ["monitor.datum"]);
        assert_eq!(paths("BSP06", "monitor: {terug: nee}"), ["monitor.hoe"]);
        assert!(paths("BSP06", "monitor: {terug: nee, hoe: bellen}").is_empty());
    }
}
