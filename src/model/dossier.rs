//! The dossier of one professional, and the way back from a pseudonym.

use super::{BlijftStaan, Lijst, TekstBesluit, Tijdstip, Verantwoording, Versie};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;

/// `dossier.yaml`: van wie dit dossier is.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Dossier {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Je organisatie.
    pub organisatie: Option<String>,
    /// Je naam.
    pub naam: Option<String>,
    /// De vaste deelnemer via wie je inbrengt.
    pub via: Option<String>,
    /// Waar de teammap staat, gezien vanuit deze map.
    pub team: Option<String>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// `koppeling.yaml`: de enige weg terug van pseudoniem naar gezin. Verlaat het dossier nooit.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Koppeling {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Het nummer van het dossier; gelijk aan dat van de kaart.
    pub dossiernummer: Option<String>,
    /// Het pseudoniem.
    pub casus: Option<String>,
    /// Welke woorden door welk label vervangen zijn.
    pub vervangingen: Lijst<Vervanging>,
    /// De hoogste labels die de casus had voordat hij in dit dossier kwam; nieuwe labels tellen daarna door.
    pub labels_tot: Lijst<String>,
    /// Wat er besloten is over woorden waarover twijfel was.
    pub keuzes: Lijst<TekstKeuze>,
    /// Aan wie de casus is overgedragen; dan kan hij hiervandaan niet meer worden ingebracht.
    pub overgedragen: Option<OverdrachtNaar>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

impl Koppeling {
    /// Whether the case was handed over, so that another brings it in.
    #[must_use]
    pub fn is_overgedragen(&self) -> bool {
        self.overgedragen.as_ref().is_some_and(|over| over.aan.is_some() || over.op.is_some())
    }
}

impl fmt::Debug for Koppeling {
    /// Never a value: this is the only way back to a family.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Koppeling { .. }")
    }
}

/// Woorden en het label dat ervoor in de plaats komt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vervanging {
    /// De woorden.
    pub tekst: Option<String>,
    /// Het label, zoals Kind 1.
    pub door: Option<String>,
    /// Wat voor woorden het zijn, zoals persoon.
    pub soort: Option<String>,
}

/// Een besluit over woorden waarover twijfel was.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TekstKeuze {
    /// De woorden.
    pub tekst: Option<String>,
    /// In welk veld.
    pub r#in: Option<String>,
    /// blijft of vervangen.
    pub keuze: Option<TekstBesluit>,
    /// Waarom de woorden blijven.
    pub reden: Option<super::BlijftReden>,
}

/// Aan wie en wanneer een casus is overgedragen.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OverdrachtNaar {
    /// Aan wie.
    pub aan: Option<String>,
    /// Wanneer.
    pub op: Option<Tijdstip>,
}
