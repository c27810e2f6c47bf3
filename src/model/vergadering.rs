//! What a meeting writes about itself and about its cases before the discussion.

use super::{
    BesluitSoort, BlijftStaan, Datum, Kloktijd, Lijst, Moment, TafelRol, Tijdstip, UitnodigingRol, Verantwoording,
    Versie, VerwachtWaarom, ZorgaanbiederReden,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `vergadering.yaml`: waarin deze vergadering afwijkt van de regio.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vergadering {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// De begintijd, als die anders is dan die van de regio.
    pub begin: Option<Kloktijd>,
    /// De eindtijd, als die anders is dan die van de regio.
    pub eind: Option<Kloktijd>,
    /// De plaats, als die anders is dan die van de regio.
    pub locatie: Option<String>,
    /// De vergadering gaat niet door.
    pub vervalt: Option<Vervalt>,
    /// Wie zich heeft afgemeld.
    pub afgemeld: Lijst<Afgemeld>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Een vergadering die niet doorgaat.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vervalt {
    /// Waarom.
    pub reden: Option<String>,
    /// De vergadering waar de casussen heen gaan.
    pub naar: Option<Datum>,
}

/// Iemand die er niet bij is.
#[derive(Default, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Afgemeld {
    /// In welke rol.
    pub rol: Option<TafelRol>,
    /// Van welke organisatie.
    pub organisatie: Option<String>,
    /// Bij een inbrenger: van welke casus.
    pub casus: Option<String>,
    /// Wie in de plaats komt.
    pub vervanger: Option<Deelnemer>,
}

/// Een professional met naam en organisatie.
#[derive(Default, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Deelnemer {
    /// De naam.
    pub naam: Option<String>,
    /// De organisatie.
    pub organisatie: Option<String>,
}

/// `verzonden.yaml`: de agenda zoals die is verstuurd.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Verzonden {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Wanneer deze kaarten voor het eerst zijn verstuurd.
    pub op: Option<Moment>,
    /// Aan wie, ook wie er later bij kwam.
    pub aan: Lijst<String>,
    /// Per casus: de SHA-256 van de tekst van de kaart zoals die is verstuurd.
    pub kaarten: BTreeMap<String, String>,
    /// Wat daarvoor is verstuurd, met andere kaarten.
    pub eerder: Lijst<EerderVerzonden>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Een agenda die is verstuurd voordat de kaarten veranderden.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EerderVerzonden {
    /// Wanneer.
    pub op: Option<Moment>,
    /// Aan wie.
    pub aan: Lijst<String>,
    /// Per casus: de SHA-256 van de tekst van de kaart zoals die toen is verstuurd.
    pub kaarten: BTreeMap<String, String>,
}

/// `aanwezig.yaml`: wie er was.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Aanwezig {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Wie er was; wie twee rollen had, staat er twee keer.
    pub aanwezig: Lijst<Aanwezige>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Iemand die er was.
#[derive(Default, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Aanwezige {
    /// In welke rol.
    pub rol: Option<TafelRol>,
    /// Van welke organisatie.
    pub organisatie: Option<String>,
    /// De naam.
    pub naam: Option<String>,
    /// Alleen bij deze casussen; leeg is de hele vergadering.
    pub alleen_bij: Lijst<String>,
}

/// `verwacht.yaml`: deze casus komt hier terug.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Verwacht {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// monitor, uitgesteld of vervolg.
    pub waarom: Option<VerwachtWaarom>,
    /// De vergadering waar dat is afgesproken, of waarvandaan de casus verschuift.
    pub van: Option<Datum>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// `ingetrokken.yaml`: de inbrenger trok de casus in.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Ingetrokken {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Wanneer.
    pub op: Option<Moment>,
    /// Wie introk.
    pub door: Option<String>,
    /// Waarom.
    pub reden: Option<String>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// `besluit.yaml`: wat de voorzitter besloot over een ingebrachte casus.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Besluit {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// agenderen, uitstellen of afwijzen.
    pub besluit: Option<BesluitSoort>,
    /// De dag van het besluit.
    pub datum: Option<Tijdstip>,
    /// Wie besloot.
    pub door: Option<String>,
    /// Waarom. Nodig bij uitstellen, afwijzen en bij agenderen van een kaart met fouten of een kaart die te laat is.
    pub reden: Option<String>,
    /// Bij uitstellen: de vergadering waar de casus heen gaat.
    pub naar: Option<Datum>,
    /// De plaats op de agenda.
    pub volgorde: Option<u32>,
    /// De duur in minuten, als die anders is dan die van de regio.
    pub minuten: Option<u32>,
    /// Wie voor deze casus is uitgenodigd. Staat deze sleutel er, dan is over elke wens van de kaart besloten.
    pub uitnodigen: Lijst<Uitgenodigde>,
    /// Het advies vooraf van de gedragswetenschapper: of en hoe ver de inbreng kan helpen.
    pub advies_vooraf: Option<String>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Iemand die voor een casus is uitgenodigd.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Uitgenodigde {
    /// expert, zorgaanbieder of overig.
    pub rol: Option<UitnodigingRol>,
    /// Welke kennis.
    pub expertise: Option<String>,
    /// De naam.
    pub naam: Option<String>,
    /// De organisatie.
    pub organisatie: Option<String>,
    /// Waarom.
    pub reden: Option<String>,
    /// Alleen bij een zorgaanbieder: een van de twee redenen van de handleiding.
    pub zorgaanbieder: Option<ZorgaanbiederReden>,
}

/// Wie de aantekeningen maakte.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Notulist {
    /// De naam.
    pub naam: Option<String>,
    /// De organisatie.
    pub organisatie: Option<String>,
}
