//! The family on a card.
//!
//! These types hold names. None of them has a derived `Debug`, so that no log and no
//! panic can print one.

use super::{Contact, Geboorte, Leeftijd, Lijst, Rol};
use schemars::JsonSchema;
use serde::Deserialize;

/// Het gezin: wie erbij horen, en wie er verder in de teksten voorkomen.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Gezin {
    /// De leden van het gezin.
    pub leden: Lijst<Lid>,
    /// Anderen die met naam in de teksten staan. De scanner kent ze; het team niet.
    pub in_de_tekst: Lijst<InDeTekst>,
}

/// Iemand uit het gezin.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Lid {
    /// Een woord voor de rol, met een nummer als er meer zijn: kind1, moeder, vader2, oma. Nooit een naam.
    pub wie: Option<String>,
    /// De rol in het gezin.
    pub rol: Option<Rol>,
    /// Voornamen. Blijft in het dossier.
    pub voornaam: Option<String>,
    /// De naam waarmee iemand wordt geroepen. Blijft in het dossier.
    pub roepnaam: Option<String>,
    /// Het deel voor de achternaam, zoals van of el. Blijft in het dossier.
    pub tussenvoegsel: Option<String>,
    /// De achternaam. Blijft in het dossier.
    pub achternaam: Option<String>,
    /// Een datum, onbekend of ongeboren. Blijft in het dossier; het team ziet een leeftijd.
    pub geboortedatum: Option<Geboorte>,
    /// Alleen op een kaart van het team: een getal, een band zoals 8-11, onbekend of ongeboren.
    pub leeftijd: Option<Leeftijd>,
    /// De school. Blijft in het dossier.
    pub school: Option<String>,
    /// Bij wie dit kind woont: een of meer keer `wie`.
    pub woont_bij: Lijst<String>,
    /// De gemeente, als dat een andere is dan die van de kaart.
    pub gemeente: Option<String>,
    /// Het adres. Blijft in het dossier.
    pub adres: Option<Adres>,
    /// Van een ouder zonder gezag: of er contact is met het kind.
    pub contact: Option<Contact>,
    /// Waarom deze persoon niets mag horen. Blijft in het dossier.
    pub niet_informeren: Option<String>,
}

impl Lid {
    /// Why this person may not be told anything, when something like a reason stands there.
    #[must_use]
    pub fn reden_niet_informeren(&self) -> Option<&str> {
        let reason = self.niet_informeren.as_deref()?.trim();
        is_reden(reason).then_some(reason)
    }
}

/// Whether a text can be a reason: a plain yes or no or a dash is none.
#[must_use]
pub fn is_reden(text: &str) -> bool {
    const PLAIN: [&str; 20] = [
        "ja",
        "j",
        "jawel",
        "nee",
        "neen",
        "n",
        "geen",
        "reden",
        "nvt",
        "leeg",
        "klopt",
        "mag",
        "wel",
        "hoor",
        "goed",
        "prima",
        "ok",
        "oke",
        "oké",
        "natuurlijk",
    ];
    let words = text.split_whitespace().map(|word| word.to_lowercase().replace(|c: char| !c.is_alphabetic(), ""));
    words.into_iter().any(|word| !word.is_empty() && !PLAIN.contains(&word.as_str()))
}

/// Waar iemand woont. Blijft in het dossier.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Adres {
    /// De straat.
    pub straat: Option<String>,
    /// Het huisnummer, met toevoeging.
    pub huisnummer: Option<String>,
    /// De postcode.
    pub postcode: Option<String>,
    /// De woonplaats.
    pub woonplaats: Option<String>,
}

/// Iemand buiten het gezin die met naam in de teksten staat.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct InDeTekst {
    /// De naam. Blijft in het dossier.
    pub naam: Option<String>,
    /// Wie het is: buurvrouw, leerkracht.
    pub wie: Option<String>,
}
