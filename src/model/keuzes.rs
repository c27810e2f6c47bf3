//! The choices of the meeting, the region and the way back, each with the words in which a
//! screen says it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why a case is expected in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum VerwachtWaarom {
    Monitor,
    Uitgesteld,
    Vervolg,
}

/// What the chair decides on a case that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum BesluitSoort {
    Agenderen,
    Uitstellen,
    Afwijzen,
}

/// As what someone is invited to one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum UitnodigingRol {
    Expert,
    Zorgaanbieder,
    Overig,
}

/// The roles in which people sit at the table (chapter 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "`woord` says each in full")]
pub enum TafelRol {
    Voorzitter,
    Gedragswetenschapper,
    VeiligThuis,
    GecertificeerdeInstelling,
    Cvc,
    VerantwoordelijkeGemeente,
    Inbrenger,
    VasteDeelnemer,
    Expert,
    Zorgaanbieder,
    Overig,
}

impl TafelRol {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Voorzitter,
        Self::Gedragswetenschapper,
        Self::VeiligThuis,
        Self::GecertificeerdeInstelling,
        Self::Cvc,
        Self::VerantwoordelijkeGemeente,
        Self::Inbrenger,
        Self::VasteDeelnemer,
        Self::Expert,
        Self::Zorgaanbieder,
        Self::Overig,
    ];

    /// As a file writes it.
    #[must_use]
    pub fn sleutel(self) -> &'static str {
        match self {
            Self::Voorzitter => "voorzitter",
            Self::Gedragswetenschapper => "gedragswetenschapper",
            Self::VeiligThuis => "veilig_thuis",
            Self::GecertificeerdeInstelling => "gecertificeerde_instelling",
            Self::Cvc => "cvc",
            Self::VerantwoordelijkeGemeente => "verantwoordelijke_gemeente",
            Self::Inbrenger => "inbrenger",
            Self::VasteDeelnemer => "vaste_deelnemer",
            Self::Expert => "expert",
            Self::Zorgaanbieder => "zorgaanbieder",
            Self::Overig => "overig",
        }
    }

    /// The role of this word, as a file writes it.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rol| rol.sleutel() == word)
    }

    /// As a screen says it.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::Voorzitter => "voorzitter",
            Self::Gedragswetenschapper => "gedragswetenschapper",
            Self::VeiligThuis => "Veilig Thuis",
            Self::GecertificeerdeInstelling => "GI",
            Self::Cvc => "CVC'er",
            Self::VerantwoordelijkeGemeente => "gemeente",
            Self::Inbrenger => "inbrenger",
            Self::VasteDeelnemer => "vaste deelnemer",
            Self::Expert => "expert",
            Self::Zorgaanbieder => "zorgaanbieder",
            Self::Overig => "overig",
        }
    }
}

/// The kinds of advice (chapter 4, stap 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "`woorden` says each in full")]
pub enum AdviesSoort {
    AndereAanpak,
    GedwongenKader,
    DragenEnVerdragen,
    Voortzetten,
    Afschalen,
}

impl AdviesSoort {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::AndereAanpak, Self::GedwongenKader, Self::DragenEnVerdragen, Self::Voortzetten, Self::Afschalen];

    /// As a file writes it.
    #[must_use]
    pub fn sleutel(self) -> &'static str {
        match self {
            Self::AndereAanpak => "andere_aanpak",
            Self::GedwongenKader => "gedwongen_kader",
            Self::DragenEnVerdragen => "dragen_en_verdragen",
            Self::Voortzetten => "voortzetten",
            Self::Afschalen => "afschalen",
        }
    }

    /// As a screen says it.
    #[must_use]
    pub fn woorden(self) -> &'static str {
        match self {
            Self::AndereAanpak => "andere aanpak",
            Self::GedwongenKader => "gedwongen kader",
            Self::DragenEnVerdragen => "dragen en verdragen",
            Self::Voortzetten => "voortzetten",
            Self::Afschalen => "afschalen",
        }
    }
}

/// How the advice came about (chapter 4, Verschil van visie).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum AdviesUitkomst {
    Eensluidend,
    MeesteStemmen,
    Gelijk,
}

/// The interventions of the handbook (chapter 4, stap 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the handbook say it")]
pub enum InterventieSoort {
    OndersteuningEnZorg,
    Netwerkberaad,
    Interventiegesprek,
    InterventiegesprekRvdk,
    WarmeOverdracht,
}

impl InterventieSoort {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::OndersteuningEnZorg,
        Self::Netwerkberaad,
        Self::Interventiegesprek,
        Self::InterventiegesprekRvdk,
        Self::WarmeOverdracht,
    ];

    /// As a file writes it.
    #[must_use]
    pub fn sleutel(self) -> &'static str {
        match self {
            Self::OndersteuningEnZorg => "ondersteuning_en_zorg",
            Self::Netwerkberaad => "netwerkberaad",
            Self::Interventiegesprek => "interventiegesprek",
            Self::InterventiegesprekRvdk => "interventiegesprek_rvdk",
            Self::WarmeOverdracht => "warme_overdracht",
        }
    }
}

/// What became of an agreement: *could not* is another thing than *did not*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "`woorden` says each in full")]
pub enum AfspraakStand {
    Gedaan,
    KonNiet,
    NietGedaan,
}

impl AfspraakStand {
    /// As a screen says it.
    #[must_use]
    pub fn woorden(self) -> &'static str {
        match self {
            Self::Gedaan => "gedaan",
            Self::KonNiet => "kon niet",
            Self::NietGedaan => "niet gedaan",
        }
    }
}

/// Whether the inbrenger could go on after the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum VerderGeholpen {
    Ja,
    Deels,
    Nee,
}

/// The kinds of organisation in a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum OrganisatieSoort {
    GecertificeerdeInstelling,
    VeiligThuis,
    Gedragswetenschap,
    Voorzitter,
    Partner,
}

/// What must be at the table (chapter 1, Opdracht).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "`woorden` says each in full")]
pub enum MinimumEis {
    VeiligThuis,
    GecertificeerdeInstelling,
    Jeugdprofessional,
}

impl MinimumEis {
    /// As a screen says it.
    #[must_use]
    pub fn woorden(self) -> &'static str {
        match self {
            Self::VeiligThuis => "Veilig Thuis",
            Self::GecertificeerdeInstelling => "GI",
            Self::Jeugdprofessional => "jeugdprofessional",
        }
    }
}

/// A day of the week on which the team meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the days of the week")]
pub enum Weekdag {
    Maandag,
    Dinsdag,
    Woensdag,
    Donderdag,
    Vrijdag,
    Zaterdag,
    Zondag,
}

/// What the chair fixes in the year (chapter 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words of the handbook say it")]
pub enum MomentSoort {
    Themabijeenkomst,
    Evaluatie,
    Managersoverleg,
    Training,
    Leersessie,
}

impl MomentSoort {
    /// As a file writes it.
    #[must_use]
    pub fn sleutel(self) -> &'static str {
        match self {
            Self::Themabijeenkomst => "themabijeenkomst",
            Self::Evaluatie => "evaluatie",
            Self::Managersoverleg => "managersoverleg",
            Self::Training => "training",
            Self::Leersessie => "leersessie",
        }
    }

    /// `1 evaluatie`, `2 evaluaties`.
    #[must_use]
    pub fn aantal(self, aantal: usize) -> String {
        let meer = match self {
            Self::Themabijeenkomst => "themabijeenkomsten",
            Self::Evaluatie => "evaluaties",
            Self::Managersoverleg => "managersoverleggen",
            Self::Training => "trainingen",
            Self::Leersessie => "leersessies",
        };
        if aantal == 1 { format!("1 {}", self.sleutel()) } else { format!("{aantal} {meer}") }
    }
}

/// Whether a region asks a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Schakelaar {
    /// It is asked, as it is when nothing stands here.
    Aan,
    /// It is not asked.
    Uit,
}

/// Why words that look like an identifier may stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum BlijftReden {
    GewoonWoord,
    Professional,
    Organisatie,
    Plaats,
}

impl BlijftReden {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::GewoonWoord, Self::Professional, Self::Organisatie, Self::Plaats];

    /// As a screen says it.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::GewoonWoord => "gewoon woord",
            Self::Professional => "professional",
            Self::Organisatie => "organisatie",
            Self::Plaats => "plaats",
        }
    }
}

/// What was decided about words that the scanner was not sure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum TekstBesluit {
    Blijft,
    Vervangen,
}
