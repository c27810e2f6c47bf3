//! The commented file of a discussion, to be filled in an editor.

use super::Recording;
use crate::cli::Answer;
use crate::cli::desk::Desk;
use crate::cli::error::{Kind, ToolError};
use crate::cli::meeting::check_file;
use crate::cli::paste;
use crate::interview::bespreking::{Vraag, Weger};
use crate::model::{AdviesSoort, InterventieSoort};
use crate::pseudo::gate_edited;
use crate::route::Zaak;
use crate::store::{Act, At, CaseFile, Change, Slot};
use crate::yaml::quoted;
use std::fmt::Write as _;

/// Puts the commented file in its place.
pub fn written(desk: &Desk<'_>, zaak: &Zaak<'_>, wegers: &[Weger], droog: bool) -> Result<Answer, ToolError> {
    let refused = || ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven.");
    let gated = gate_edited(text(wegers), desk.regio).map_err(|_| refused())?;
    let slot = Slot::Case(zaak.day, zaak.casus, CaseFile::Bespreking);
    let changes = [Change::Team(At::of(&slot).map_err(|_| refused())?, Act::Create(gated))];
    let said = vec![format!("Klaargezet: {}. Vul het in met een editor.", slot.path())];
    let next = [(paste::command("check", desk.context), "wat er nog open is".to_owned())];
    desk.done(&changes, droog, said, &next)
}

impl Recording<'_> {
    /// What stands in the place of the discussion: nothing, or the file as it was put ready.
    pub(super) fn template(&self, slot: &Slot) -> Result<Option<Vec<u8>>, ToolError> {
        let standing = self.desk.standing(slot)?;
        if standing.as_ref().is_none_or(|bytes| *bytes == text(&self.wegers).as_bytes()) {
            return Ok(standing);
        }
        Err(ToolError::new(Kind::Refused, "in bespreking.yaml van deze casus staat al iets.")
            .because("Iemand begon het in te vullen. vt zet daar niets overheen.")
            .try_command(check_file(self.root, &slot.path(), self.desk.context), "wat er nog mist")
            .try_command(self.again("--weggooien"), "als het een vergissing was")
            .advise("Vul dat bestand verder in, of gooi het weg en begin opnieuw."))
    }
}

/// Every key with its question above it, and nothing answered.
pub fn text(wegers: &[Weger]) -> String {
    let mut out =
        "# De bespreking. Vul in wat er gezegd is; een naam van het gezin hoort hier niet.\nversie: 1\n".to_owned();
    let mut key = |vraag: Option<Vraag>, hint: &str, line: &str| {
        // In a file nothing is answered with a key.
        let ask = vraag.map(Vraag::tekst).and_then(|text| text.split(" Enter:").next()).unwrap_or_default();
        for text in [ask, hint].into_iter().filter(|text| !text.is_empty()) {
            let _ = writeln!(out, "# {text}");
        }
        let _ = writeln!(out, "{line}");
    };
    let soorten: Vec<&str> = AdviesSoort::ALL.iter().map(|soort| soort.sleutel()).collect();
    let interventies: Vec<&str> = InterventieSoort::ALL.iter().map(|soort| soort.sleutel()).collect();
    key(Some(Vraag::InbrengerAanwezig), "ja of nee", "inbrenger_aanwezig:");
    key(Some(Vraag::Notulist), "alleen als de inbrenger er niet was", "notulist:\n  naam:\n  organisatie:");
    key(Some(Vraag::Vragenronde), "ja of nee", "vragenronde_gehouden:");
    key(Some(Vraag::Stem), "ja of nee", "stem_gehoord:");
    let figures: Vec<String> = wegers
        .iter()
        .map(|own| format!("  - rol: {}\n    organisatie: {}\n    cijfer:", own.rol.sleutel(), quoted(&own.wie)))
        .collect();
    key(Some(Vraag::Cijfer(0)), "bij geen ook: waarom", &format!("weging:\n{}", figures.join("\n")));
    key(
        Some(Vraag::Tekst),
        &format!("soort: {}; uitkomst: eensluidend, meeste_stemmen of gelijk", soorten.join(", ")),
        "advies:\n  soort:\n  uitkomst:\n  tekst: |\n\n  steunt_op:\n  reden:\n  samen_met:",
    );
    key(None, "Verschillen de visies? Elke visie, met wie het daarmee eens is; die van de meesten eerst.", "visies:");
    key(Some(Vraag::NeemtMee), Vraag::Passend.tekst(), "reactie_inbrenger:\n  neemt_mee: |\n\n  passend: |\n");
    key(Some(Vraag::Nodig), "", "nodig: |\n");
    key(Some(Vraag::Interventies), &format!("kies uit {}", interventies.join(", ")), "interventies:");
    key(
        Some(Vraag::Afspraken),
        "zet elke afspraak achter een eigen streepje",
        "afspraken:\n  - nr: 1\n    wat:\n    wie:\n    wanneer:",
    );
    key(Some(Vraag::Aanvulling), "", "aanvulling_kaart:\n  tekst: |\n\n  successen:");
    key(Some(Vraag::Terug), "terug: ja of nee; datum: de vergadering", "monitor:\n  terug:\n  datum:\n  hoe: |\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bespreking, TafelRol};

    #[test]
    fn the_template_reads_as_a_discussion_and_answers_nothing() {
        let wegers = [Weger { rol: TafelRol::VeiligThuis, wie: "Veilig Thuis".to_owned() }];
        let text = text(&wegers);
        let (own, problems) = crate::yaml::parse(text.as_bytes()).ok().unwrap().read::<Bespreking>();
        assert!(problems.is_empty(), "{problems:?}\n{text}");
        let own = own.unwrap();
        assert_eq!(own.weging.values().count(), 1);
        assert!(own.weging.values().all(|one| one.cijfer.is_none()) && !own.visies.is_asked(), "{text}");
    }
}
