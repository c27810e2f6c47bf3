//! A dossier's card on its way to the team, with its koppeling and a family of three.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use crate::common::{DOSSIERKAART, Good, day};
use serde_yaml::Value;
use vt::model::{Casus, Koppeling, Veiligheidskaart};
use vt::pseudo::{Choice, Crossing, Gated, InTeam, Names, Reviewed, Reviewing, Stopped, gate, names_of, review, strip};
use vt::store::{Zone, default_regio};
use vt::yaml::parse;

const FAMILY: &str = "gezin:\n  leden:\n    - {wie: kind1, rol: jeugdige, voornaam: Daan, achternaam: Verhagen, geboortedatum: 2015-04-21, \
                      woont_bij: [moeder]}\n    - {wie: moeder, rol: ouder_met_gezag, voornaam: Kimberly, roepnaam: Kim, tussenvoegsel: van, \
                      achternaam: Hees}\n    - {wie: vader, rol: ouder_met_gezag, voornaam: Jeroen, achternaam: Verhagen}\n";

/// A dossier's card and koppeling with patches laid over them.
pub struct Case {
    pub card: Veiligheidskaart,
    pub koppeling: Koppeling,
    pub bands: bool,
}

impl Case {
    pub fn new(patch: &str) -> Self {
        let good = Good::new();
        // The author of the good card typed labels; here that is a test of its own.
        let text = good.read(Zone::Dossier, DOSSIERKAART).replace("Kind 1", "het kind");
        good.write(Zone::Dossier, DOSSIERKAART, &text);
        good.lay(Zone::Dossier, DOSSIERKAART, FAMILY);
        good.lay(Zone::Dossier, DOSSIERKAART, patch);
        let text = good.read(Zone::Dossier, DOSSIERKAART);
        let card = parse(text.as_bytes()).unwrap().read().0.unwrap();
        Self { card, koppeling: Koppeling::default(), bands: false }
    }

    pub fn with_koppeling(mut self, text: &str) -> Self {
        self.koppeling = parse(text.as_bytes()).unwrap().read().0.unwrap();
        self
    }

    pub fn reviewed(&self) -> (Reviewed, Result<Gated, Stopped>) {
        let (regio, day) = (default_regio(), day("2026-03-12"));
        let crossing = Crossing {
            regio: &regio,
            casus: Casus::read("7k3f-9qxr").unwrap(),
            op: "2026-03-04T10:12:00+01:00".parse().ok().unwrap(),
            door: "Anke Wouters".to_owned(),
            spoed: None,
            day,
            bands: self.bands,
        };
        let names = Names::of(&self.card, &regio, day);
        let stays = names_of(&regio, Some(&self.card));
        let choices = Choice::of(&self.koppeling);
        let with = Reviewing {
            names: &names,
            stays: &stays,
            koppeling: Some(&self.koppeling),
            team: &InTeam::default(),
            choices: &choices,
            said: &[],
            asks_labels: true,
        };
        let reviewed = review(strip(&self.card, &crossing).into(), &with);
        let gated = gate(&reviewed.file, &names, &regio);
        (reviewed, gated)
    }

    pub fn crossed(&self) -> String {
        let (reviewed, gated) = self.reviewed();
        let asked = reviewed.questions.iter().map(|question| (&question.words, &question.fields, &question.reason));
        let asked: Vec<_> = asked.collect();
        assert!(asked.is_empty(), "{asked:?}");
        let gated = gated.unwrap_or_else(|stopped| panic!("{stopped:?}"));
        String::from_utf8(gated.as_ref().to_vec()).unwrap()
    }

    /// What one text becomes.
    pub fn text(text: &str) -> String {
        let patch = format!("hulpvraag: {}", serde_yaml::to_string(text).unwrap().trim_end());
        let crossed = Self::new(&patch).crossed();
        value(&crossed)["hulpvraag"].as_str().unwrap().to_owned()
    }
}

pub fn value(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}
