//! What the family was told, what parents think of it, and whether leave was asked.
//!
//! One gap, one finding: of someone who wasn't told, neither reaction nor leave is asked.

use super::gesprek::{Talk, When, entry_of, talk};
use super::words::{filled, missing};
use super::{Betrokkene, CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::calendar::words::capital;
use crate::model::{Akkoord, Geinformeerd, JaNee, Lijst, MaatregelSoort};

pub(super) const RULES: &[Rule] = &[INB02, INB03, INB15, INB18];

/// How it looks right when everyone was told.
const EVERYONE_TOLD: Example = Example::Dossierkaart(
    "gesprek_gezin:
  geinformeerd:
    - {wie: moeder, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik wil hulp.}
    - {wie: vader, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik denk mee.}
    - {wie: kind1, datum: 2026-02-20, waarom_uitgelegd: ja}
",
);

const INB02: Rule = Rule {
    id: "INB02",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::StemKlinktDoor],
    title: "Het gezin weet dat en waarom je de casus bespreekt.",
    asks: "Elke ouder met gezag en elke voogd heeft gehoord dat je de casus gepseudonimiseerd bespreekt, en waarom. \
           Of op de kaart staat waarom dat niet kon. Mag iemand niets horen? Dan staat de reden in het dossier, bij \
           `niet_informeren`. Komt de casus terug? Dan vertel je het opnieuw, na de vorige bespreking. Is niet bekend \
           of een ouder gezag heeft? Dan is dat de vraag.",
    reason: "Eerlijk zijn vanaf het begin houdt het vertrouwen heel.",
    mend: "Vertel het deze persoon. Schrijf dan bij `geinformeerd` de `datum` en zet `waarom_uitgelegd` op ja. Kon \
           het niet? Vul `reden_niet` in.",
    see: &["INB18", "INB15"],
    wrong: Example::Dossierkaart(
        "gesprek_gezin:
  geinformeerd:
    - wie: moeder
    - {wie: vader, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik denk mee.}
    - {wie: kind1, datum: 2026-02-20, waarom_uitgelegd: ja}
",
    ),
    right: EVERYONE_TOLD,
    checks: &[Check::Card(inb02)],
};

fn inb02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    for person in view.betrokkenen.all.iter().filter(|person| !person.is_jeugdige()) {
        match person.moet_weten {
            JaNee::Ja => told(view, person, findings),
            // Authority that is not known is a question, not a guess; a role that is missing is VOL01's.
            JaNee::Onbekend if may_be_withheld(view, person) => {}
            JaNee::Onbekend if person.rol.is_some() => {
                let key = format!("gezin.leden[{}].rol", person.index);
                let finding = findings.add(key, "Van deze ouder is nog niet bekend of die gezag heeft.");
                finding.mend = "Zoek uit of deze ouder gezag heeft. Zet dan bij `rol`: ouder_met_gezag of \
                                ouder_zonder_gezag."
                    .into();
            }
            _ => {}
        }
    }
    if nobody_has_authority(view) {
        let finding = findings.add("gezin.leden", "Op de kaart staat nog niet wie het gezag heeft.");
        finding.mend = "Zet bij `leden` ook wie het gezag heeft, met bij `rol`: ouder_met_gezag of voogd.".into();
    }
}

/// Each minor is under someone's authority (without a jeugdige VOL01 asks for one). Of a guardianship it is the organisation's, which
/// is no one of the family; a jeugdige of age is under nobody's.
fn nobody_has_authority(view: &CardView<'_>) -> bool {
    let people = &view.betrokkenen.all;
    let of_age = view.regio.leeftijden.meerderjarig;
    let has_minor = people.iter().any(|person| person.is_jeugdige() && !person.has_reached(of_age));
    let guardianship = view.card.maatregelen.values().any(|measure| measure.soort == Some(MaatregelSoort::Voogdij));
    has_minor && !guardianship && people.iter().all(|person| person.gezag == JaNee::Nee)
}

/// Whether someone was told that and why, or why not.
fn told(view: &CardView<'_>, person: &Betrokkene<'_>, findings: &mut Findings<'_>) {
    let who = person.words();
    match talk(view, person) {
        Talk::Held(talks) => {
            let reasons = || talks.iter().map(|(_, entry)| entry.waarom_uitgelegd);
            if let Some((index, _)) = talks.last().filter(|_| reasons().all(|reason| reason != Some(JaNee::Ja))) {
                let message = if reasons().any(|reason| reason == Some(JaNee::Nee)) {
                    format!("{} weet nog niet waarom je de casus bespreekt.", capital(who))
                } else {
                    format!("Op de kaart staat nog niet of {who} weet waarom je de casus bespreekt.")
                };
                let finding = findings.add(entry_key(*index, "waarom_uitgelegd"), message);
                let unsaid = reasons().all(|reason| reason.is_none());
                finding.label = unsaid.then(|| missing(&["waarom_uitgelegd"]).into());
            }
        }
        Talk::NotYet(index, entry, when) => not_yet(who, index, entry, when, findings),
        Talk::None if !may_be_withheld(view, person) => {
            let message = format!("Op de kaart staat nog niet of {who} weet dat en waarom je de casus bespreekt.");
            no_entry(person, message, findings);
        }
        Talk::None | Talk::Reasoned | Talk::Unclear => {}
    }
}

/// On a team's card whoever may not be told anything has no entry, and `niet_informeren`
/// stayed in the dossier. With no entry at all it is a card on which nothing was filled in.
fn may_be_withheld(view: &CardView<'_>, person: &Betrokkene<'_>) -> bool {
    let talks = view.card.gesprek_gezin.as_ref().map(|talk| &talk.geinformeerd);
    view.of_team && talks.is_some_and(Lijst::is_asked) && matches!(talk(view, person), Talk::None)
}

fn not_yet(who: &str, index: usize, entry: &Geinformeerd, when: When, findings: &mut Findings<'_>) {
    let message = match when {
        When::BeforeLast => format!("Sinds de vorige bespreking is het {who} nog niet opnieuw verteld."),
        When::Ahead => format!("Volgens deze datum moet het gesprek met {who} nog komen."),
        _ => format!("Op de kaart staat nog niet wanneer {who} hoorde dat je de casus bespreekt."),
    };
    let finding = findings.add(entry_key(index, "datum"), message);
    if when == When::Undated {
        let open = ["datum", "waarom_uitgelegd"];
        let open = if entry.waarom_uitgelegd.is_some() { &open[..1] } else { &open[..] };
        finding.label = Some(missing(open).into());
    }
}

const INB18: Rule = Rule {
    id: "INB18",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::StemKlinktDoor],
    title: "Jeugdigen die oud genoeg zijn, weten dat en waarom je de casus bespreekt.",
    asks: "Elke jeugdige vanaf de leeftijd `stem` van de regio (standaard 8 jaar) heeft gehoord dat je de casus \
           gepseudonimiseerd bespreekt, en waarom. Of op de kaart staat waarom dat niet kon. Komt de casus terug? Dan \
           vertel je het opnieuw, na de vorige bespreking.",
    reason: "Het gaat over hun leven. Wie weet wat er gebeurt, is minder bang en durft vragen te stellen.",
    mend: "Vertel het de jeugdige in eigen woorden. Schrijf dan bij `geinformeerd` de `datum` en zet \
           `waarom_uitgelegd` op ja. Kon het niet? Vul `reden_niet` in.",
    see: &["INB02", "STM02"],
    wrong: Example::Dossierkaart(
        "gesprek_gezin:
  geinformeerd:
    - {wie: moeder, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik wil hulp.}
    - {wie: vader, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik denk mee.}
",
    ),
    right: EVERYONE_TOLD,
    checks: &[Check::Card(inb18)],
};

fn inb18(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let people = view.betrokkenen.all.iter();
    for person in people.filter(|person| person.is_jeugdige() && person.moet_weten == JaNee::Ja) {
        told(view, person, findings);
    }
}

const INB03: Rule = Rule {
    id: "INB03",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig],
    title: "De reactie van de ouders staat op de kaart.",
    asks: "Van elke ouder met gezag die weet dat je de casus bespreekt, staat op de kaart wat die ervan vindt.",
    reason: "De stem van ouders telt mee, ook als ze niet aan tafel zitten.",
    mend: "Vraag deze ouder wat die ervan vindt en schrijf dat bij `reactie`. Lukt dat niet? Leg bij \
           `verantwoording` uit waarom.",
    see: &["INB02", "STM01"],
    wrong: Example::Dossierkaart(
        "gesprek_gezin:
  geinformeerd:
    - {wie: moeder, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik wil hulp.}
    - {wie: vader, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja}
    - {wie: kind1, datum: 2026-02-20, waarom_uitgelegd: ja}
",
    ),
    right: EVERYONE_TOLD,
    checks: &[Check::Card(inb03)],
};

fn inb03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    for person in view.betrokkenen.all.iter().filter(|person| person.reactie_nodig == JaNee::Ja) {
        let Talk::Held(talks) = talk(view, person) else { continue };
        if talks.iter().any(|(_, entry)| filled(entry.reactie.as_deref())) {
            continue;
        }
        let Some((index, _)) = talks.last() else { continue };
        let key = entry_key(*index, "reactie");
        let finding = findings.add(key, "De reactie van deze ouder staat nog niet op de kaart.");
        finding.label = Some(missing(&["reactie"]).into());
    }
}

const INB15: Rule = Rule {
    id: "INB15",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::StemKlinktDoor],
    title: "Ouders en oudere jeugdigen is gevraagd of je de casus mag inbrengen.",
    asks: "Aan elke ouder met gezag en elke jeugdige vanaf de leeftijd `akkoord` van de regio (standaard 12 jaar) is gevraagd \
           of je de casus gepseudonimiseerd mag bespreken. Zei iemand nee, of kon je het niet vragen? Dan staat op de \
           kaart waarom je de casus toch inbrengt.",
    reason: "Wie het vraagt, laat merken dat het gezin meetelt. Een nee houdt de inbreng niet tegen, maar vraagt wel \
             om een goede reden.",
    mend: "Vraag of het mag en zet het antwoord bij `akkoord`: ja, nee of niet_gevraagd. Staat er geen ja? Schrijf \
           dan bij `reden_toch` waarom je de casus toch inbrengt.",
    see: &["INB02", "INB18"],
    wrong: Example::Dossierkaart(
        "gesprek_gezin:
  geinformeerd:
    - {wie: moeder, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik wil hulp.}
    - {wie: vader, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: nee, reactie: Ik wil dit niet.}
    - {wie: kind1, datum: 2026-02-20, waarom_uitgelegd: ja}
",
    ),
    right: Example::Dossierkaart(
        "gesprek_gezin:
  geinformeerd:
    - {wie: moeder, datum: 2026-02-20, waarom_uitgelegd: ja,
       akkoord: ja, reactie: Ik wil hulp.}
    - wie: vader
      datum: 2026-02-20
      wijze: mondeling
      waarom_uitgelegd: ja
      akkoord: nee
      reden_toch: Het is in de weekenden nog niet veilig voor Kind 1.
      reactie: Ik wil dit niet.
    - {wie: kind1, datum: 2026-02-20, waarom_uitgelegd: ja}
",
    ),
    checks: &[Check::Card(inb15)],
};

fn inb15(view: &CardView<'_>, findings: &mut Findings<'_>) {
    for person in view.betrokkenen.all.iter().filter(|person| person.akkoord_vragen == JaNee::Ja) {
        let who = person.words();
        let talks = match talk(view, person) {
            Talk::Held(talks) => talks,
            // A region may ask leave of a younger jeugdige than it lets be told.
            Talk::None if person.moet_weten != JaNee::Ja && !may_be_withheld(view, person) => {
                let message = format!("Op de kaart staat nog niet of {who} akkoord is.");
                no_entry(person, message, findings);
                continue;
            }
            _ => continue,
        };
        let answered = talks.iter().rev().find_map(|(index, entry)| Some((*index, *entry, entry.akkoord?)));
        match answered {
            Some((_, _, Akkoord::Ja)) => {}
            Some((_, entry, _)) if filled(entry.reden_toch.as_deref()) => {}
            Some((index, _, akkoord)) => {
                let message = if akkoord == Akkoord::Nee {
                    format!("Op de kaart staat nog niet waarom je doorgaat zonder akkoord van {who}.")
                } else {
                    format!("Op de kaart staat nog niet waarom je {who} niet om akkoord vroeg.")
                };
                let finding = findings.add(entry_key(index, "reden_toch"), message);
                finding.label = Some(missing(&["reden_toch"]).into());
            }
            None => {
                let Some((index, _)) = talks.last() else { continue };
                let message = format!("Op de kaart staat nog niet of {who} akkoord is.");
                let finding = findings.add(entry_key(*index, "akkoord"), message);
                finding.label = Some(missing(&["akkoord"]).into());
            }
        }
    }
}

fn entry_key(index: usize, key: &str) -> String {
    format!("gesprek_gezin.geinformeerd[{index}].{key}")
}

/// Points at the person, and can be answered by the path that the entry would have.
fn no_entry(person: &Betrokkene<'_>, message: String, findings: &mut Findings<'_>) {
    let finding = findings.add(format!("gezin.leden[{}]", person.index), message);
    finding.alias = entry_of(person);
    finding.label = Some("staat nog niet bij `geinformeerd`".into());
}

#[cfg(test)]
mod tests;
