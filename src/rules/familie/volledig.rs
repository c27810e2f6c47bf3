//! Whether a file says what it is for: VOL01 and VER01.
//!
//! Only the keys without which a file of its kind says nothing. That more is asked of a
//! card or a discussion is for their own rules.

use super::words::{filled, missing};
use super::{Check, Example, FileView, Findings, Moment, Rule, Severity};
use crate::model::{Regio, Rol, Veiligheidskaart, Versie};
use crate::store::Content;

pub(super) const RULES: &[Rule] = &[VOL01, VER01];

const VOL01: Rule = Rule {
    id: "VOL01",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "De sleutels waar dit bestand om draait, zijn ingevuld.",
    asks: "Elk soort bestand heeft een paar sleutels zonder welke het niets zegt: een kaart de soort, de gemeente, de jeugdige en ieders rol, een besluit het besluit en de datum, een bespreking het advies.",
    reason: "Zonder deze sleutel is niet te zien wat het bestand zegt.",
    mend: "Vul de sleutel in die ontbreekt.",
    see: &["VER01"],
    wrong: Example::Dossierkaart("soort: null"),
    right: Example::Dossierkaart("soort: nieuw"),
    checks: &[Check::File(vol01)],
};

/// A key, whether it is filled in, and how to fill it in.
type Asked = (&'static str, bool, &'static str);

fn vol01(view: &FileView<'_>, findings: &mut Findings<'_>) {
    for (key, _, mend) in asked(view.content).into_iter().filter(|(_, given, _)| !given) {
        let finding = findings.add(key, format!("Hier ontbreekt `{key}`."));
        finding.label = Some(missing(&[key]).into());
        finding.mend = mend.into();
    }
    if let Content::Kaart(card) = view.content {
        family(card, findings);
    }
}

/// Which child the card is about. Someone without a role is judged by no rule, so each has one.
fn family(card: &Veiligheidskaart, findings: &mut Findings<'_>) {
    let members = || card.gezin.iter().flat_map(|family| family.leden.iter());
    for (index, _) in members().filter(|(_, member)| member.rol.is_none()) {
        let finding = findings.add(format!("gezin.leden[{index}].rol"), "Bij dit lid van het gezin ontbreekt `rol`.");
        finding.label = Some(missing(&["rol"]).into());
        finding.mend =
            "Zet bij `rol` wie dit is, bijvoorbeeld: jeugdige, ouder_met_gezag, stiefouder of broer_zus.".into();
    }
    if members().all(|(_, member)| member.rol.is_some_and(|rol| rol != Rol::Jeugdige)) {
        findings.add("gezin.leden", "Op de kaart staat nog niet om welke jeugdige het gaat.").mend =
            "Zet bij `leden` elke jeugdige om wie het gaat, met `wie` en `rol`: jeugdige.".into();
    }
}

fn asked(content: &Content) -> Vec<Asked> {
    match content {
        Content::Kaart(file) => vec![
            ("soort", file.soort.is_some(), "Zet bij `soort` nieuw, vervolg, monitor of afsluiten_maatregel."),
            ("gemeente", filled(file.gemeente.as_deref()), "Zet bij `gemeente` de gemeente waar de jeugdige woont."),
        ],
        Content::Verwacht(file) => vec![
            ("waarom", file.waarom.is_some(), "Zet bij `waarom` monitor, uitgesteld of vervolg."),
            ("van", file.van.is_some(), "Zet bij `van` de vergadering waar dit is afgesproken."),
        ],
        Content::Ingetrokken(file) => {
            vec![("reden", filled(file.reden.as_deref()), "Schrijf bij `reden` waarom de casus is ingetrokken.")]
        }
        Content::Besluit(file) => vec![
            ("besluit", file.besluit.is_some(), "Zet bij `besluit` agenderen, uitstellen of afwijzen."),
            ("datum", file.datum.is_some(), "Zet bij `datum` de dag van het besluit."),
        ],
        Content::Verzonden(file) => vec![
            ("op", file.op.is_some(), "Zet bij `op` wanneer de agenda is verstuurd."),
            ("kaarten", !file.kaarten.is_empty(), "Zet bij `kaarten` welke kaarten zijn meegestuurd."),
        ],
        Content::Aanwezig(file) => {
            vec![("aanwezig", file.aanwezig.is_asked(), "Zet bij `aanwezig` wie er aan tafel zat.")]
        }
        // Put ready for who takes notes: it says nothing yet, and need not.
        Content::Bespreking(file) if file.is_leeg() => Vec::new(),
        Content::Bespreking(file) => {
            let key = if file.advies.is_some() { "advies.tekst" } else { "advies" };
            let mend = "Schrijf bij `advies`, achter `tekst`, wat het team adviseert. Zonder advies telt dit niet als bespreking.";
            vec![(key, file.heeft_advies(), mend)]
        }
        Content::Regio(file) => asked_of_region(file),
        Content::Rooster(file) => {
            vec![(
                "beurten",
                !file.beurten.is_empty() || !file.ruilingen.is_empty(),
                "Zet bij `beurten` per vergadering wie er komt.",
            )]
        }
        Content::Afwezigheid(file) => {
            vec![("afwezig", file.afwezig.is_asked(), "Zet bij `afwezig` wanneer de organisatie er niet is, of [].")]
        }
        Content::Dossier(file) => vec![
            ("organisatie", filled(file.organisatie.as_deref()), "Zet bij `organisatie` waar je werkt."),
            ("naam", filled(file.naam.as_deref()), "Zet bij `naam` je eigen naam."),
        ],
        Content::Koppeling(file) => vec![
            (
                "dossiernummer",
                filled(file.dossiernummer.as_deref()),
                "Zet bij `dossiernummer` het nummer van de kaart.",
            ),
            ("casus", filled(file.casus.as_deref()), "Zet bij `casus` het pseudoniem van deze casus."),
        ],
        Content::Vergadering(_) | Content::Nazorg(_) => Vec::new(),
    }
}

fn asked_of_region(file: &Regio) -> Vec<Asked> {
    let mut asked = vec![
        ("gemeenten", file.gemeenten.is_asked(), "Zet bij `gemeenten` de gemeenten van de regio."),
        ("organisaties", file.organisaties.is_asked(), "Zet bij `organisaties` de partners van de regio."),
        ("vergaderpatroon", file.vergaderpatroon.is_some(), "Zet bij `vergaderpatroon` wanneer het team vergadert."),
        ("toerbeurt", file.toerbeurt.is_asked(), "Zet bij `toerbeurt` welke zetels om de beurt komen."),
    ];
    if let Some(pattern) = &file.vergaderpatroon {
        // Without these there is no telling on which days the team meets.
        let weekly = pattern.elke_weken.unwrap_or(1) <= 1;
        asked.extend([
            ("vergaderpatroon.weekdag", pattern.weekdag.is_some(), "Zet bij `weekdag` de dag van de vergadering."),
            ("vergaderpatroon.vanaf", weekly || pattern.vanaf.is_some(), "Zet bij `vanaf` de eerste vergadering."),
        ]);
    }
    asked
}

const VER01: Rule = Rule {
    id: "VER01",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Het bestand begint met de versie die vt leest.",
    asks: "Bovenaan staat `versie: 1`. Een bestand van een andere versie kijkt vt verder niet na.",
    reason: "In een andere versie kan een sleutel iets anders betekenen.",
    mend: "Zet bovenaan `versie: 1`.",
    see: &["VOL01"],
    wrong: Example::Dossierkaart("versie: 2"),
    right: Example::Dossierkaart("versie: 1"),
    checks: &[Check::File(ver01)],
};

fn ver01(view: &FileView<'_>, findings: &mut Findings<'_>) {
    match versie(view.content) {
        None => {
            findings.add("versie", "Hier ontbreekt `versie`.").label = Some(missing(&["versie"]).into());
        }
        Some(versie) if !versie.is_known() => {
            let finding = findings.add("versie", "Dit bestand heeft een andere versie; deze vt leest versie 1.");
            finding.mend =
                "Neem een nieuwere vt. Is het bestand voor deze vt gemaakt? Zet dan bovenaan `versie: 1`.".into();
        }
        Some(_) => {}
    }
}

/// The version that a file says it has.
pub(in crate::rules) fn versie(content: &Content) -> Option<&Versie> {
    match content {
        Content::Regio(file) => file.versie.as_ref(),
        Content::Vergadering(file) => file.versie.as_ref(),
        Content::Verzonden(file) => file.versie.as_ref(),
        Content::Aanwezig(file) => file.versie.as_ref(),
        Content::Verwacht(file) => file.versie.as_ref(),
        Content::Kaart(file) => file.versie.as_ref(),
        Content::Ingetrokken(file) => file.versie.as_ref(),
        Content::Besluit(file) => file.versie.as_ref(),
        Content::Bespreking(file) => file.versie.as_ref(),
        Content::Nazorg(file) => file.versie.as_ref(),
        Content::Rooster(file) => file.versie.as_ref(),
        Content::Afwezigheid(file) => file.versie.as_ref(),
        Content::Dossier(file) => file.versie.as_ref(),
        Content::Koppeling(file) => file.versie.as_ref(),
    }
}
