//! Turns and absences.

use super::{BlijftStaan, Datum, Lijst, Verantwoording, Versie};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `rooster/<jaar>.yaml`: de vastgelegde beurten van een jaar.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Rooster {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Per vergadering en groep: wie er komt; van een gedeelde zetel de gemeente.
    pub beurten: BTreeMap<Datum, BTreeMap<String, Lijst<String>>>,
    /// Wat onderling is geruild.
    pub ruilingen: Lijst<Ruiling>,
    /// Beurten die vastlagen en zijn vrijgekomen: wie komt er dan niet.
    pub vervallen: Lijst<Vervallen>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Een beurt die met de hand is afgesproken.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Ruiling {
    /// De vergadering.
    pub datum: Option<Datum>,
    /// De groep.
    pub groep: Option<String>,
    /// De zetel die dan komt.
    pub zetel: Option<String>,
}

/// Een beurt die vastlag en is vrijgekomen.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vervallen {
    /// De vergadering.
    pub datum: Option<Datum>,
    /// De groep.
    pub groep: Option<String>,
    /// Wie er zou komen.
    pub wie: Option<String>,
}

/// `afwezigheid/<organisatie>.yaml`: wanneer een organisatie niet kan. Zonder redenen.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Afwezigheid {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// De tijden.
    pub afwezig: Lijst<Afwezig>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Een tijd waarin een organisatie niet kan; beide dagen tellen mee.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Afwezig {
    /// De eerste dag.
    pub van: Option<Datum>,
    /// De laatste dag.
    pub tot: Option<Datum>,
}
