//! What a card says about the case itself: who brings it in and through whom, why, for
//! which municipality, and who is there for the family.

use super::words::{enumeration, filled, missing};
use super::{CardView, Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity};
use crate::model::{BesluitSoort, Persoon, Soort};
use crate::store::{Case, CaseFile, Slot};

pub(super) const RULES: &[Rule] = &[INB09, INB10, INB11, INB12, INB13, INB14];

const INB09: Rule = Rule {
    id: "INB09",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::Inbrenger],
    title: "De casus komt binnen via de vaste deelnemer van je organisatie.",
    asks: "Op de kaart staat van welke organisatie de inbrenger is en welke collega namens die organisatie in het \
           team zit. Staan de collega's van die organisatie in regio.yaml, dan is het een van hen.",
    reason: "Die collega helpt je met de vraag en de kaart, en maakt de aantekeningen als jij er niet bij kunt zijn.",
    mend: "Vraag wie namens jouw organisatie in het team zit en zet die naam bij `via`.",
    see: &["INB11"],
    wrong: Example::Dossierkaart("inbrenger: {via: null}\n"),
    right: Example::Dossierkaart("inbrenger: {via: Bram Looijmans}\n"),
    checks: &[Check::Card(inb09)],
};

fn inb09(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let inbrenger = view.card.inbrenger.as_ref();
    let organisation = inbrenger.and_then(|inbrenger| inbrenger.organisatie.as_deref()).filter(|o| filled(Some(o)));
    let via = inbrenger.and_then(|inbrenger| inbrenger.via.as_deref()).filter(|via| filled(Some(via)));
    let Some(via) = via else {
        let open: &[&str] = if organisation.is_some() { &["via"] } else { &["organisatie", "via"] };
        let message = "Op de kaart staat nog niet via welke vaste deelnemer de casus binnenkomt.";
        let finding = findings.add("inbrenger.via", message);
        finding.label = inbrenger.map(|_| missing(open).into());
        if organisation.is_none() {
            finding.mend =
                "Zet bij `organisatie` waar de inbrenger werkt. Vraag wie namens die organisatie in het team \
                            zit en zet die naam bij `via`."
                    .into();
        }
        return;
    };
    let Some(organisation) = organisation else {
        let finding =
            findings.add("inbrenger.organisatie", "Op de kaart staat nog niet van welke organisatie de inbrenger is.");
        finding.label = Some(missing(&["organisatie"]).into());
        finding.mend = "Zet bij `organisatie` waar de inbrenger werkt, bijvoorbeeld: Gemeente Roosendaal.".into();
        return;
    };
    // Of nearly every card the one who is named is found at once, without a look at all others.
    let is_own = |person: &Persoon| {
        let own = person.organisatie.as_deref().is_some_and(|name| view.regio.zelfde(name, organisation, view.day));
        own && person.naam.is_some()
    };
    let is_named = |person: &&Persoon| person.naam.as_deref().is_some_and(|name| same_name(name, via));
    let people = || view.regio.personen.values();
    if !people().filter(is_named).any(is_own) && people().any(is_own) {
        let message = "Deze collega staat in regio.yaml niet bij de organisatie van de inbrenger.";
        findings.add("inbrenger.via", message).mend =
            "Zet bij `via` de vaste deelnemer van je organisatie, met de naam zoals in regio.yaml. Klopt regio.yaml \
             niet meer? Vraag de voorzitter om `personen` aan te passen."
                .into();
    }
}

fn same_name(a: &str, b: &str) -> bool {
    a.to_lowercase().split_whitespace().eq(b.to_lowercase().split_whitespace())
}

const INB10: Rule = Rule {
    id: "INB10",
    severity: Severity::Fout,
    moments: &[Moment::Kaart, Moment::Agenda],
    sources: &[Heading::WatIsNodig, Heading::Bijlage],
    title: "Een casus die terugkomt, zegt dat ook.",
    asks: "Is de casus eerder in het team besproken? Dan breng je die in als vervolg, monitor of afsluiten_maatregel, \
           met bij `eerder` de vorige vergadering. Een vervolg of monitor is altijd eerder besproken.",
    reason: "Dan liggen het vorige advies en de afspraken mee op tafel.",
    mend: "Zet `soort` op vervolg, monitor of afsluiten_maatregel. Is de casus nog nooit besproken? Haal dan `eerder` \
           weg.",
    see: &["NAZ01"],
    wrong: Example::Dossierkaart("soort: nieuw\neerder: 2025-12-11\n"),
    right: Example::Dossierkaart(
        "soort: vervolg
eerder: 2025-12-11
verloop: |
  De oppas door familie werkte goed tot de zomer. Daarna was er weer
  elke week ruzie.
",
    ),
    checks: &[Check::Card(inb10), Check::Meeting(inb10_by_folder)],
};

const SAYS_NEW: &str = "Deze casus is eerder besproken, maar staat op de kaart nog als nieuw.";

fn inb10(view: &CardView<'_>, findings: &mut Findings<'_>) {
    match (view.card.soort, view.card.eerder) {
        (Some(Soort::Nieuw), Some(_)) => {
            findings.add("soort", SAYS_NEW);
        }
        (Some(Soort::Vervolg | Soort::Monitor), None) => {
            let message = "Op de kaart staat nog niet wanneer deze casus eerder is besproken.";
            findings.add("eerder", message).mend =
                "Zet bij `eerder` de datum van de vorige vergadering. Is de casus nog nooit besproken? Zet dan `soort` \
                 op nieuw."
                    .into();
        }
        _ => {}
    }
}

/// In the team's folder an earlier discussion may stand that the card doesn't name.
fn inb10_by_folder(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    for (casus, case) in &view.meeting.cases {
        let Some(card) = &case.kaart else { continue };
        let decision = case.besluit.as_ref().and_then(|decision| decision.besluit);
        let settled =
            case.ingetrokken.is_some() || matches!(decision, Some(BesluitSoort::Uitstellen | BesluitSoort::Afwijzen));
        if settled || card.soort != Some(Soort::Nieuw) || card.eerder.is_some() {
            continue;
        }
        let before = view.team.meetings.range(..view.day);
        let mut before = before.filter_map(|(_, meeting)| meeting.cases.get(casus));
        if before.any(Case::is_besproken) {
            let finding = findings.add_in(Slot::Case(view.day, *casus, CaseFile::Kaart), "soort", SAYS_NEW);
            finding.mend = "Zet `soort` op vervolg, monitor of afsluiten_maatregel, en bij `eerder` de datum van de \
                            vorige vergadering."
                .into();
        }
    }
}

const INB11: Rule = Rule {
    id: "INB11",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatMagDeInbrengerVerwachten, Heading::Inbrenger],
    title: "De inbrenger is van een organisatie die de regio kent.",
    asks: "De inbrenger werkt bij een gemeente of organisatie die in regio.yaml staat. Iedereen die de kaart invult \
           mag inbrengen; van een andere organisatie is de vraag via welke vaste deelnemer dat gaat.",
    reason: "Elke casus komt binnen via iemand die in het team zit. Die vangt jou en de afspraken op.",
    mend: "Schrijf `organisatie` zoals in regio.yaml. Is het een andere organisatie? Spreek dan met de voorzitter af \
           wie bij `via` hoort.",
    see: &["INB09"],
    wrong: Example::Dossierkaart("inbrenger: {organisatie: Stichting Samenloop}\n"),
    right: Example::Dossierkaart("inbrenger: {organisatie: Gemeente Roosendaal}\n"),
    checks: &[Check::Card(inb11)],
};

fn inb11(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let organisation = view.card.inbrenger.as_ref().and_then(|inbrenger| inbrenger.organisatie.as_deref());
    let Some(organisation) = organisation.filter(|name| filled(Some(name))) else { return };
    if view.regio.kent_iedereen() && view.regio.bekend(organisation, view.day).is_none() {
        findings.add("inbrenger.organisatie", "De regio kent de organisatie van de inbrenger nog niet.");
    }
}

const INB12: Rule = Rule {
    id: "INB12",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::Aanleiding],
    title: "Op de kaart staat waarom de casus naar het team gaat.",
    asks: "Ten minste een van de zes aanleidingen van de handleiding staat op de kaart.",
    reason: "De aanleiding zegt waar je mee zit, nog voor de vraag.",
    mend: "Zet bij `aanleiding` wat past: zorgen_veiligheid, hulp_onvoldoende, andere_mogelijkheden, \
           vrijwillig_uitgeput, interventies_onvoldoende of veiligheid_behouden.",
    see: &["INB06"],
    wrong: Example::Dossierkaart("aanleiding: geen\n"),
    right: Example::Dossierkaart("aanleiding: [zorgen_veiligheid, hulp_onvoldoende]\n"),
    checks: &[Check::Card(inb12)],
};

fn inb12(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if view.card.aanleiding.is_empty() {
        findings.add("aanleiding", "De aanleiding staat nog niet op de kaart.");
    }
}

const INB13: Rule = Rule {
    id: "INB13",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::VerantwoordelijkeGemeente, Heading::Cvc],
    title: "De verantwoordelijke gemeente is een gemeente van de regio.",
    asks: "De gemeente waar de jeugdige woont (of voor een plaatsing woonde) is op de dag van de vergadering een van \
           de gemeenten van de regio, met de naam zoals de regio die schrijft.",
    reason: "Deze gemeente zit bij de bespreking aan tafel.",
    mend: "Zet bij `gemeente` een gemeente van de regio.",
    see: &["VRG06"],
    wrong: Example::Dossierkaart("gemeente: Breda\n"),
    right: Example::Dossierkaart("gemeente: Roosendaal\n"),
    checks: &[Check::Card(inb13)],
};

fn inb13(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(name) = view.card.gemeente.as_deref().filter(|name| filled(Some(name))) else { return };
    match view.regio.gemeente(name, view.day) {
        Some(known) if !known.andere_spelling => {}
        Some(known) => {
            let finding = findings.add("gemeente", "De regio kent deze gemeente onder een andere naam.");
            finding.mend = format!("Schrijf bij `gemeente`: {}.", known.naam).into();
        }
        // What is wrong with the region itself is said there.
        None if !view.regio.kent_gemeenten() => {}
        None => {
            let finding = findings.add("gemeente", "Deze gemeente hoort niet bij de regio.");
            let is_now = |name: &&String| view.regio.gemeente(name, view.day).is_some_and(|now| now.naam == **name);
            let all = view.regio.gemeenten.values().filter_map(|gemeente| gemeente.naam.as_ref());
            let names: Vec<String> = all.filter(is_now).cloned().collect();
            finding.mend = format!("Kies bij `gemeente` uit {}.", enumeration(&names)).into();
        }
    }
}

const INB14: Rule = Rule {
    id: "INB14",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0],
    title: "Op de kaart staat wie de casusregisseur is, en sinds wanneer.",
    asks: "Het gezin heeft één vast aanspreekpunt. Op de kaart staat wie dat is en sinds wanneer.",
    reason: "Iedereen, ook het gezin, moet weten wie de hulp bij elkaar houdt.",
    mend: "Schrijf bij `casusregisseur` de `naam` en bij `sinds` de dag of maand.",
    see: &["OVD01"],
    wrong: Example::Dossierkaart("casusregisseur: {sinds: null}\n"),
    right: Example::Dossierkaart("casusregisseur: {naam: Anke Wouters, sinds: 2025-11-03}\n"),
    checks: &[Check::Card(inb14)],
};

fn inb14(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let regisseur = view.card.casusregisseur.as_ref();
    let named = filled(regisseur.and_then(|regisseur| regisseur.naam.as_deref()));
    let since = regisseur.is_some_and(|regisseur| regisseur.sinds.is_some());
    let (key, message, open): (_, _, &[&str]) = match (named, since) {
        (true, true) => return,
        (true, false) => ("sinds", "Op de kaart staat nog niet sinds wanneer dit de casusregisseur is.", &["sinds"]),
        (false, true) => ("naam", "De naam van de casusregisseur staat nog niet op de kaart.", &["naam"]),
        (false, false) => ("naam", "De casusregisseur staat nog niet op de kaart.", &["naam", "sinds"]),
    };
    let finding = findings.add(format!("casusregisseur.{key}"), message);
    finding.label = regisseur.map(|_| missing(open).into());
}

#[cfg(test)]
mod tests;
