//! What is needed before a case can be brought in: the family, the own colleagues, the
//! question, the experts and the day.

use super::betrokkenen::sounds_like_parent;
use super::gesprek::{When, last_discussion, when};
use super::words::{filled, keys, missing};
use super::{Betrokkene, CardView, Check, Example, Findings, Heading, MeetingDay, Moment, Rule, Severity};
use crate::calendar::words::days;

pub(super) const RULES: &[Rule] = &[INB01, INB04, INB05, INB06, INB07, INB08];

const INB01: Rule = Rule {
    id: "INB01",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::DeVeiligheidskaart],
    title: "De kaart is samen met het gezin ingevuld.",
    asks: "Je hebt de kaart ingevuld met iemand uit het gezin: ten minste een ouder of een jeugdige.",
    reason: "Het gezin weet het best wat er gebeurt. Samen invullen voorkomt dat jouw uitleg de doorslag geeft.",
    mend: "Vul de kaart samen met het gezin in en zet bij `ingevuld_met` met wie, bijvoorbeeld: [moeder, kind1].",
    see: &["INB02", "STM01"],
    wrong: Example::Dossierkaart("gesprek_gezin: {ingevuld_met: geen}\n"),
    right: Example::Dossierkaart("gesprek_gezin: {ingevuld_met: [moeder, kind1]}\n"),
    checks: &[Check::Card(inb01)],
};

fn inb01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    const KEY: &str = "gesprek_gezin.ingevuld_met";
    let Some(talk) = view.card.gesprek_gezin.as_ref().filter(|talk| talk.ingevuld_met.is_asked()) else {
        findings.add(KEY, "Op de kaart staat nog niet met wie van het gezin je haar invulde.").label =
            Some(missing(&["ingevuld_met"]).into());
        return;
    };
    let people = &view.betrokkenen;
    let is_family = |person: &Betrokkene<'_>| person.is_jeugdige() || person.is_opvoeder();
    let may_be_family = |wie: &String| match people.find(wie) {
        Some(person) => person.rol.is_none() || is_family(person),
        // Another rule names the word that is nobody's.
        None => {
            sounds_like_parent(Some(wie)) || people.all.iter().any(|person| people.may_be_meant(person, [wie.as_str()]))
        }
    };
    if !talk.ingevuld_met.values().any(may_be_family) {
        findings.add(KEY, "De kaart is nog niet samen met een ouder of jeugdige ingevuld.");
    }
}

const INB04: Rule = Rule {
    id: "INB04",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig],
    title: "Je hebt de casus met een collega besproken.",
    asks: "Je hebt de casus in je eigen organisatie besproken met ten minste één collega. Komt de casus terug? Dan is \
           dat gebeurd na de vorige bespreking in het team.",
    reason: "Met een collega erbij zie je meer, en komt er een scherpere vraag op tafel.",
    mend: "Bespreek de casus met een collega. Zet onder `intern_besproken` bij `met` de functie van die collega, \
           zoals [gedragswetenschapper], en bij `datum` wanneer het was.",
    see: &["INB05", "INB06"],
    wrong: Example::Dossierkaart("intern_besproken: {met: geen}\n"),
    right: Example::Dossierkaart(
        "intern_besproken:
  datum: 2026-02-24
  met: [gedragswetenschapper toegang]
",
    ),
    checks: &[Check::Card(inb04)],
};

fn inb04(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(gap) = missing_talk(view) else { return };
    let finding = findings.add(gap.key, gap.message);
    finding.label = gap.missing.map(|key| missing(&[key]).into());
}

/// What is open about the talk with a colleague.
struct Gap {
    key: &'static str,
    message: &'static str,
    missing: Option<&'static str>,
}

fn missing_talk(view: &CardView<'_>) -> Option<Gap> {
    const DATE: &str = "intern_besproken.datum";
    let talk = view.card.intern_besproken.as_ref();
    let colleagues = talk.map(|talk| &talk.met).filter(|met| met.is_asked());
    if colleagues.is_none_or(|met| !met.values().any(|name| filled(Some(name)))) {
        let message = "De casus is volgens de kaart nog niet met een collega besproken.";
        let missing = colleagues.is_none().then_some("met");
        return Some(Gap { key: "intern_besproken.met", message, missing });
    }
    match when(talk.and_then(|talk| talk.datum), view) {
        When::BeforeLast => {
            let message = "Sinds de vorige bespreking is de casus nog niet opnieuw met een collega besproken.";
            Some(Gap { key: DATE, message, missing: None })
        }
        When::Ahead => {
            let message = "Volgens deze datum moet het overleg met je collega nog komen.";
            Some(Gap { key: DATE, message, missing: None })
        }
        // Only of a case that comes back it matters when.
        When::Undated if last_discussion(view.card).is_some() => {
            let message = "Op de kaart staat nog niet wanneer je de casus met een collega besprak.";
            Some(Gap { key: DATE, message, missing: Some("datum") })
        }
        When::Undated | When::Held => None,
    }
}

const INB05: Rule = Rule {
    id: "INB05",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig],
    title: "Het overleg met je collega leverde een visie op.",
    asks: "Op de kaart staat wat jullie zelf van de situatie vinden, na het overleg in de eigen organisatie.",
    reason: "Het team denkt verder op wat jullie zelf al vinden, en kan je dan gericht tegenspreken.",
    mend: "Schrijf bij `visie` wat jullie van de situatie vinden en waarom.",
    see: &["INB04"],
    wrong: Example::Dossierkaart("intern_besproken: {visie: null}\n"),
    right: Example::Dossierkaart(
        "intern_besproken:
  visie: Wij denken dat het met hulp van familie veilig kan worden.
",
    ),
    checks: &[Check::Card(inb05)],
};

fn inb05(view: &CardView<'_>, findings: &mut Findings<'_>) {
    // INB04 asks for the talk itself: one gap, one finding.
    if missing_talk(view).is_some() {
        return;
    }
    if !filled(view.card.intern_besproken.as_ref().and_then(|talk| talk.visie.as_deref())) {
        findings.add("intern_besproken.visie", "De visie uit het overleg staat nog niet op de kaart.").label =
            Some(missing(&["visie"]).into());
    }
}

const INB06: Rule = Rule {
    id: "INB06",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::WatMagDeInbrengerVerwachten],
    title: "Er is een vraag aan het VeiligheidsTeam.",
    asks: "Op de kaart staat de vraag waarop het team antwoord geeft, in een hele zin.",
    reason: "Met een duidelijke vraag weet iedereen aan tafel waar het gesprek over gaat.",
    mend: "Schrijf bij `vraag` onder `tekst` wat je van het team wilt weten, bijvoorbeeld: Welke inzet van welke \
           organisatie is nodig om het voor Kind 1 weer veilig te krijgen?",
    see: &["INB17"],
    wrong: Example::Dossierkaart("vraag: null\n"),
    right: Example::Dossierkaart(
        "vraag:
  soort: inzet
  tekst: |
    Welke inzet van welke organisatie is nodig om het voor Kind 1 in
    de weekenden weer veilig te krijgen?
",
    ),
    checks: &[Check::Card(inb06)],
};

fn inb06(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !filled(view.card.vraag.as_ref().and_then(|question| question.tekst.as_deref())) {
        let finding = findings.add("vraag.tekst", "De vraag aan het team staat nog niet op de kaart.");
        finding.label = view.card.vraag.as_ref().map(|_| missing(&["tekst"]).into());
    }
}

const INB07: Rule = Rule {
    id: "INB07",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::Nazorg],
    title: "De kaart komt op tijd binnen.",
    asks: "De voorzitter heeft de kaart ten minste zoveel dagen voor de vergadering als de regio vraagt (standaard 7). Dezelfde \
           dag van de week, een week eerder, is op tijd. De eerste keer dat je de kaart inbrengt telt.",
    reason: "Zo kan de voorzitter besluiten, de goede mensen uitnodigen en alles op tijd versturen.",
    mend: "Kies een latere vergadering. Kan het niet wachten? Schrijf onder `ingebracht` bij `spoed` waarom; de \
           voorzitter beslist. Is een kind nu in gevaar? Wacht niet: bel Veilig Thuis of 112.",
    see: &["MEL03"],
    wrong: Example::Teamkaart("ingebracht: {op: 2026-03-06T09:30:00+01:00, door: Bram Looijmans}\n"),
    right: Example::Teamkaart("ingebracht: {op: 2026-03-05T16:30:00+01:00, door: Bram Looijmans}\n"),
    checks: &[Check::CardInMeeting(inb07)],
};

fn inb07(view: &CardView<'_>, meeting: &MeetingDay, findings: &mut Findings<'_>) {
    let Some(handed_in) = meeting.handed_in else {
        findings.add("ingebracht.op", "Op de kaart staat nog niet wanneer die is ingebracht.").mend =
            "Schrijf bij `ingebracht` onder `op` wanneer de kaart is ingebracht, zoals 2026-03-04T10:12:00+01:00."
                .into();
        return;
    };
    let late = handed_in.signed_duration_since(meeting.last_day).num_days();
    if late <= 0 {
        return;
    }
    if view.of_team {
        findings.add("ingebracht.op", format!("De kaart is {} te laat ingebracht.", days(late)));
    } else {
        // `ingebracht` is a key of the team's card alone.
        findings.add("", format!("Inbrengen voor deze vergadering is nu {} te laat.", days(late))).mend =
            "Kies een latere vergadering. Kan het niet wachten? Vraag de voorzitter of de casus er met spoed bij kan, \
             en zeg waarom. Is een kind nu in gevaar? Wacht niet: bel Veilig Thuis of 112."
                .into();
    }
}

const INB08: Rule = Rule {
    id: "INB08",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::Experts],
    title: "Op de kaart staat welke experts je erbij wilt, of dat er geen nodig zijn.",
    asks: "De kaart zegt welke experts je wilt uitnodigen en met welke kennis. `geen` is ook een antwoord.",
    reason: "De voorzitter nodigt de experts uit en heeft daar tijd voor nodig.",
    mend: "Zet bij `experts` wie je erbij wilt, met `expertise` en `reden`. Wil je niemand erbij? Schrijf: geen.",
    see: &["VRG08"],
    wrong: Example::Dossierkaart("experts: null\n"),
    right: Example::Dossierkaart(
        "experts:
  - expertise: GGZ
    reden: Wat betekent de somberheid van Moeder voor Kind 1?
",
    ),
    checks: &[Check::Card(inb08)],
};

fn inb08(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let experts = &view.card.experts;
    if !experts.is_asked() {
        findings.add("experts", "Op de kaart staat nog niet welke experts je erbij wilt, of dat er geen nodig zijn.");
    }
    for (index, expert) in experts.iter().filter(|(_, expert)| !filled(expert.expertise.as_deref())) {
        let open: &[&str] = if filled(expert.reden.as_deref()) { &["expertise"] } else { &["expertise", "reden"] };
        let finding =
            findings.add(format!("experts[{index}].expertise"), "Op de kaart staat nog niet welke expert dit is.");
        finding.label = Some(missing(open).into());
        finding.mend = format!("Schrijf bij deze expert {}.", keys(open)).into();
    }
}

#[cfg(test)]
mod tests;
