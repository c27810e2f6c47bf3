//! What is found: its kind, how sure that is, and why, in words that repeat nothing found.

use std::borrow::Cow;
use std::ops::Range;

/// What something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "named after what they are")]
pub enum Kind {
    Bsn,
    Iban,
    Telefoon,
    Email,
    Url,
    Account,
    Documentnummer,
    Dossiernummer,
    Kenteken,
    Coordinaten,
    Geboortedatum,
    Adres,
    Postcode,
    Straat,
    Huisnummer,
    Persoon,
    School,
    Organisatie,
    Plaats,
    Leeftijd,
    Datum,
}

impl Kind {
    /// The kind as JSON and reports write it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Bsn => "bsn",
            Self::Iban => "iban",
            Self::Telefoon => "telefoon",
            Self::Email => "email",
            Self::Url => "url",
            Self::Account => "account",
            Self::Documentnummer => "documentnummer",
            Self::Dossiernummer => "dossiernummer",
            Self::Kenteken => "kenteken",
            Self::Coordinaten => "coordinaten",
            Self::Geboortedatum => "geboortedatum",
            Self::Adres => "adres",
            Self::Postcode => "postcode",
            Self::Straat => "straat",
            Self::Huisnummer => "huisnummer",
            Self::Persoon => "persoon",
            Self::School => "school",
            Self::Organisatie => "organisatie",
            Self::Plaats => "plaats",
            Self::Leeftijd => "leeftijd",
            Self::Datum => "datum",
        }
    }

    /// What it is on a screen, with its article.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Bsn => "een burgerservicenummer",
            Self::Iban => "een rekeningnummer",
            Self::Telefoon => "een telefoonnummer",
            Self::Email => "een mailadres",
            Self::Url => "een website",
            Self::Account => "een account",
            Self::Documentnummer => "een nummer van een document",
            Self::Dossiernummer => "een nummer van een dossier of zaak",
            Self::Kenteken => "een kenteken",
            Self::Coordinaten => "een plek op de kaart",
            Self::Geboortedatum => "een geboortedatum",
            Self::Adres => "een adres",
            Self::Postcode => "een postcode",
            Self::Straat => "een straat",
            Self::Huisnummer => "een huisnummer",
            Self::Persoon => "een naam",
            Self::School => "een school",
            Self::Organisatie => "een organisatie",
            Self::Plaats => "een plaats",
            Self::Leeftijd => "een zeldzame leeftijd",
            Self::Datum => "een datum die een geboortedag verraadt",
        }
    }
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Replaced without asking.
    Zeker,
    /// Replaced unless the professional says no.
    Twijfel,
}

impl Certainty {
    /// The certainty as JSON and reports write it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Zeker => "zeker",
            Self::Twijfel => "twijfel",
        }
    }
}

/// Something that may identify a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why, in Dutch words; never the words that were found.
    pub reason: Cow<'static, str>,
}

/// The same while the search goes on: `bytes` are those of the searched copy.
pub(super) fn found(
    bytes: Range<usize>,
    kind: Kind,
    certainty: Certainty,
    reason: impl Into<Cow<'static, str>>,
) -> Hit {
    Hit { bytes, kind, certainty, reason: reason.into() }
}
