//! The choices on a card, each with the words in which a screen says it.

use super::scalar::{ScalarError, scalar};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What kind of discussion the card asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// A case that is brought in for the first time.
    Nieuw,
    /// A case that was discussed before, with a new question.
    Vervolg,
    /// A case that comes back because that was agreed.
    Monitor,
    /// A measure that ends: the case goes back to the municipality.
    AfsluitenMaatregel,
}

impl Soort {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Nieuw, Self::Vervolg, Self::Monitor, Self::AfsluitenMaatregel];

    /// As a file says it.
    #[must_use]
    pub fn sleutel(self) -> &'static str {
        match self {
            Self::Nieuw => "nieuw",
            Self::Vervolg => "vervolg",
            Self::Monitor => "monitor",
            Self::AfsluitenMaatregel => "afsluiten_maatregel",
        }
    }

    /// As a screen says it.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::Nieuw => "nieuw",
            Self::Vervolg => "vervolg",
            Self::Monitor => "monitor",
            Self::AfsluitenMaatregel => "afsluiten maatregel",
        }
    }
}

/// `ja`, `nee` or `onbekend`. `true`, `false`, `yes` and `no` are read too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JaNee {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// Nobody knows yet.
    Onbekend,
}

impl FromStr for JaNee {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        match text.to_ascii_lowercase().as_str() {
            "ja" | "true" | "yes" => Ok(Self::Ja),
            "nee" | "false" | "no" => Ok(Self::Nee),
            "onbekend" => Ok(Self::Onbekend),
            _ => Err(ScalarError::Wrong),
        }
    }
}

scalar!(JaNee, "ja, nee of onbekend");

impl fmt::Display for JaNee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ja => "ja",
            Self::Nee => "nee",
            Self::Onbekend => "onbekend",
        })
    }
}

/// The role of someone in the family. The words follow the national reference list of
/// roles in youth care (Referentielijst Jeugdzorgrol, StUF-Jeugdzorg).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the national list say it")]
pub enum Rol {
    Jeugdige,
    OuderMetGezag,
    OuderZonderGezag,
    OuderGezagOnbekend,
    Voogd,
    Pleegouder,
    Stiefouder,
    Opvoeder,
    BroerZus,
    Grootouder,
    Overig,
}

/// Whether a parent without authority has contact with the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// Visits, regular contact or family life.
    Ja,
    /// None.
    Nee,
    /// Not known yet.
    Onbekend,
    /// Lives with the parent who has authority.
    WoontSamen,
}

/// The six grounds of the handbook to bring a case in (chapter 4, Aanleiding).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "`woorden` says each in full")]
pub enum Aanleiding {
    ZorgenVeiligheid,
    HulpOnvoldoende,
    AndereMogelijkheden,
    VrijwilligUitgeput,
    InterventiesOnvoldoende,
    VeiligheidBehouden,
}

impl Aanleiding {
    /// As a screen says it.
    #[must_use]
    pub fn woorden(self) -> &'static str {
        match self {
            Self::ZorgenVeiligheid => "zorgen over de veiligheid",
            Self::HulpOnvoldoende => "de hulp helpt nog onvoldoende",
            Self::AndereMogelijkheden => "andere mogelijkheden gezocht",
            Self::VrijwilligUitgeput => "vrijwillige hulp lijkt uitgeput",
            Self::InterventiesOnvoldoende => "de interventies lijken niet genoeg",
            Self::VeiligheidBehouden => "veiligheid behouden of vergroten",
        }
    }
}

/// The fields in which Veilig Thuis is the specialist (chapter 2, Veilig Thuis).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the handbook say it")]
pub enum Aandachtsgebied {
    HuiselijkGeweld,
    Kindermishandeling,
    EergerelateerdGeweld,
    IntiemeTerreur,
}

/// Where a fact comes from. Who reported to Veilig Thuis is never named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum Bron {
    EigenWaarneming,
    Jeugdige,
    Ouder,
    Familie,
    Professional,
    Ander,
}

/// How someone of the family was told (StUF-Jeugdzorg, wijzeVanInformering).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the Dutch words of the national list say it")]
pub enum Wijze {
    Mondeling,
    Schriftelijk,
    Telefonisch,
    EMail,
}

/// Whether someone gave leave to bring the case in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Akkoord {
    /// Leave was given.
    Ja,
    /// Leave was refused; `reden_toch` says why it goes on.
    Nee,
    /// Leave was not asked; `reden_toch` says why not.
    NietGevraagd,
}

/// A possible route that is discussed with the family (chapter 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "names of organisations")]
pub enum Route {
    Veiligheidsteam,
    VeiligThuis,
    Rvdk,
}

/// Which of the handbook's questions it is (chapter 1, what an inbrenger may expect).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VraagSoort {
    /// Do I weigh the facts and the people rightly?
    Weging,
    /// What is needed, and from which organisation?
    Inzet,
    /// Another question.
    Anders,
}

/// The two reasons for which a care provider joins (chapter 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the handbook say it")]
pub enum ZorgaanbiederReden {
    ExpertiseNodig,
    CasusregisseurOnvoldoendeOpDeHoogte,
}

/// A child protection measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the law say it")]
pub enum MaatregelSoort {
    Ots,
    Voogdij,
}

/// Why a measure ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum EindeReden {
    Achttien,
    DoelenBehaald,
    Overig,
}

/// Whether youth help goes on after a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum JeugdhulpNaAfloop {
    Ja,
    Verlengd,
    Nee,
}

/// What is looked at when no youth help follows (chapter 4, Afsluiten maatregel).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the handbook say it")]
pub enum Aandacht {
    Wonen,
    Wmo,
    MaatschappelijkWerk,
}

/// Who led the talk with the Raad voor de Kinderbescherming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum GeleidDoor {
    Casusregisseur,
    Rvdk,
    Ander,
}

/// What the Raad voor de Kinderbescherming decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum RvdkBesluitSoort {
    Volgen,
    Onderzoek,
    GeenOnderzoek,
}

/// Along which way a decision of the Raad came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kanaal {
    /// The Collectieve Opdracht Routeer Voorziening.
    Corv,
}

/// What came out of an investigation of the Raad (StUF-Jeugdzorg).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the national list say it")]
pub enum RvdkUitkomst {
    VerzoekAfgewezen,
    GeenRekest,
    MaatregelOpgelegd,
    GeenMaatregelOpgelegd,
}
