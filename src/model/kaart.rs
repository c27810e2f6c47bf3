//! The Veiligheidskaart, as it lies in a dossier and as it lies in the team's folder.
//!
//! One type reads both, identifying keys included: a rule must see a name in the
//! team's folder to say that it may not stand there.

use super::{
    Aandachtsgebied, Aanleiding, BlijftReden, Bron, Datum, Expert, GesprekGezin, Gezin, Haalbaar, Hulp,
    InternBesproken, Lijst, Maatregel, Meldcode, Moment, Overdracht, Risicofactor, RvdkTraject, Soort, Stem, SterkPunt,
    Tijdstip, Veiligheidsafspraak, Versie, Vraag,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;

/// De Veiligheidskaart: de actuele samenvatting van de situatie in een gezin.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Veiligheidskaart {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Het nummer van het dossier. Blijft in het dossier.
    pub dossiernummer: Option<String>,
    /// Alleen op een kaart van het team: het pseudoniem van de casus.
    pub casus: Option<String>,
    /// Alleen op een kaart van het team: wanneer en door wie de kaart is ingebracht.
    pub ingebracht: Option<Ingebracht>,
    /// nieuw, vervolg, monitor of afsluiten_maatregel.
    pub soort: Option<Soort>,
    /// De vergadering waarin deze casus het laatst is besproken.
    pub eerder: Option<Datum>,
    /// De dag waarop de kaart het laatst is bijgewerkt.
    pub bijgewerkt: Option<Tijdstip>,
    /// De verantwoordelijke gemeente: waar de jeugdige woont, of voor een plaatsing woonde.
    pub gemeente: Option<String>,
    /// Wie de casus inbrengt.
    pub inbrenger: Option<Inbrenger>,
    /// Het vaste aanspreekpunt van het gezin.
    pub casusregisseur: Option<Casusregisseur>,
    /// Het gezin.
    pub gezin: Option<Gezin>,
    /// Waarom de casus naar het team gaat: een of meer van de zes aanleidingen.
    pub aanleiding: Lijst<Aanleiding>,
    /// Waar extra op gelet wordt.
    pub aandachtsgebied: Lijst<Aandachtsgebied>,
    /// De stappen van de Meldcode.
    pub meldcode: Option<Meldcode>,
    /// Van een casus die terugkomt: hoe het ging sinds de vorige bespreking.
    pub verloop: Option<String>,
    /// Bij monitor en afsluiten_maatregel: wat nu veilig is.
    pub veilig_nu: Option<String>,
    /// De hulpvraag van het gezin.
    pub hulpvraag: Option<String>,
    /// Wat nodig is om weer veilig te zijn.
    pub wat_is_nodig: Option<String>,
    /// De feiten over de onveiligheid.
    pub onveiligheid: Lijst<Feit>,
    /// Wat het risico groter maakt.
    pub risicofactoren: Lijst<Risicofactor>,
    /// Wat goed gaat.
    pub sterke_punten: Lijst<SterkPunt>,
    /// De hulp tot nu toe en wat die bracht.
    pub hulp_tot_nu_toe: Lijst<Hulp>,
    /// De afspraken over veiligheid met het gezin.
    pub veiligheidsafspraken: Lijst<Veiligheidsafspraak>,
    /// De stem van jeugdigen en ouders, in hun eigen woorden.
    pub stem: Lijst<Stem>,
    /// Het gesprek met het gezin over het inbrengen.
    pub gesprek_gezin: Option<GesprekGezin>,
    /// Het overleg in de eigen organisatie.
    pub intern_besproken: Option<InternBesproken>,
    /// De vraag aan het team.
    pub vraag: Option<Vraag>,
    /// Welke experts of zorgaanbieders je erbij wilt; geen is ook een antwoord.
    pub experts: Lijst<Expert>,
    /// De maatregelen van kinderbescherming.
    pub maatregelen: Lijst<Maatregel>,
    /// Bij afsluiten: welke veiligheid voor dit gezin haalbaar is.
    pub haalbaar: Option<Haalbaar>,
    /// Het traject met de Raad voor de Kinderbescherming.
    pub rvdk: Option<RvdkTraject>,
    /// De overdracht aan een andere casusregisseur.
    pub overdracht: Option<Overdracht>,
    /// De successen van het gezin.
    pub successen: Lijst<String>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

impl fmt::Debug for Veiligheidskaart {
    /// Never a value: a card may name a family.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Veiligheidskaart { .. }")
    }
}

/// Wanneer en door wie de kaart is ingebracht.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Ingebracht {
    /// Het moment van de eerste inbreng, volgens de klok van de inbrenger.
    pub op: Option<Moment>,
    /// Wie inbracht.
    pub door: Option<String>,
    /// Waarom de casus niet kan wachten, als de laatste dag voorbij was.
    pub spoed: Option<String>,
}

/// Wie de casus inbrengt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Inbrenger {
    /// De naam van de professional.
    pub naam: Option<String>,
    /// De organisatie van de professional.
    pub organisatie: Option<String>,
    /// De vaste deelnemer van de eigen organisatie.
    pub via: Option<String>,
}

/// Het vaste aanspreekpunt van het gezin.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Casusregisseur {
    /// De naam van de professional.
    pub naam: Option<String>,
    /// De organisatie van de professional.
    pub organisatie: Option<String>,
    /// Sinds wanneer.
    pub sinds: Option<Tijdstip>,
}

/// Een feit over de onveiligheid, met de vijf vragen van de handleiding.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Feit {
    /// Het nummer waarmee andere bestanden naar dit feit wijzen.
    pub nr: Option<u32>,
    /// Wat er gebeurt.
    pub wat: Option<String>,
    /// Hoe vaak het voorkomt. Bij eenmalig hoeven hoe_lang en wanneer_niet niet.
    pub hoe_vaak: Option<String>,
    /// In welke situatie het gebeurt.
    pub situatie: Option<String>,
    /// Hoe lang het duurt.
    pub hoe_lang: Option<String>,
    /// Wanneer het niet gebeurt.
    pub wanneer_niet: Option<String>,
    /// Wat dan de omstandigheden zijn.
    pub omstandigheden: Option<String>,
    /// Waar het feit vandaan komt. Nooit wie er heeft gemeld.
    pub bron: Option<Bron>,
}

impl Feit {
    /// Whether it says that it happened once: then it has no length and no time that it does not.
    #[must_use]
    pub fn is_eenmalig(&self) -> bool {
        self.hoe_vaak.as_deref().is_some_and(|often| often.trim().to_lowercase().starts_with("eenmalig"))
    }
}

/// Een bevinding waarop een mens antwoord geeft.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Verantwoording {
    /// De regel, bijvoorbeeld INB03.
    pub regel: Option<String>,
    /// Het pad van de bevinding; zonder sleutel geldt het antwoord voor die regel in het hele bestand.
    pub sleutel: Option<String>,
    /// Waarom het zo is.
    pub reden: Option<String>,
}

/// Woorden die lijken op een naam of nummer, maar beoordeeld zijn.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct BlijftStaan {
    /// De woorden.
    pub tekst: Option<String>,
    /// In welk veld.
    pub r#in: Option<String>,
    /// Waarom ze blijven.
    pub reden: Option<BlijftReden>,
}
