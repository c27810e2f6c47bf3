//! The parts of a card: what was asked, heard, tried and agreed.

use super::{
    Aandacht, Akkoord, EindeReden, GeleidDoor, Gemeld, JaNee, JeugdhulpNaAfloop, Kanaal, Lijst, MaatregelSoort, Route,
    RvdkBesluitSoort, RvdkUitkomst, Tijdstip, VraagSoort, Wijze, ZorgaanbiederReden,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// De stappen van de Meldcode.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Meldcode {
    /// Stap 1: wanneer de signalen in kaart zijn gebracht.
    pub signalen_in_kaart: Option<Tijdstip>,
    /// Stap 2: wanneer Veilig Thuis om advies is gevraagd.
    pub advies_veilig_thuis: Option<Tijdstip>,
    /// Of het nu acuut onveilig is.
    pub acuut: Option<JaNee>,
    /// Of de onveiligheid structureel is.
    pub structureel: Option<JaNee>,
    /// Wanneer er gemeld is bij Veilig Thuis, of nee.
    pub gemeld: Option<Gemeld>,
}

/// Iets dat het risico groter maakt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Risicofactor {
    /// Wat het is.
    pub wat: Option<String>,
    /// Of het directe gevolgen heeft voor de veiligheid.
    pub maakt_onveilig: Option<JaNee>,
}

/// Iets dat goed gaat.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SterkPunt {
    /// Wat het is.
    pub wat: Option<String>,
    /// Of het directe veiligheid geeft.
    pub maakt_veilig: Option<JaNee>,
    /// Waar dat uit blijkt.
    pub blijkt_uit: Option<String>,
}

/// Hulp die het gezin kreeg of krijgt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Hulp {
    /// Welke hulp.
    pub wat: Option<String>,
    /// Van wie.
    pub door: Option<String>,
    /// Vanaf wanneer.
    pub van: Option<Tijdstip>,
    /// Tot wanneer; leeg als de hulp nog loopt.
    pub tot: Option<Tijdstip>,
    /// Wat de hulp bracht.
    pub resultaat: Option<String>,
}

/// Een afspraak over veiligheid met het gezin.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Veiligheidsafspraak {
    /// De afspraak.
    pub afspraak: Option<String>,
    /// Wie hem nakomt; vrije woorden.
    pub wie: Option<String>,
    /// Vanaf wanneer.
    pub vanaf: Option<Tijdstip>,
    /// Tot wanneer.
    pub tot: Option<Tijdstip>,
}

/// De stem van iemand uit het gezin, in de eigen woorden.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Stem {
    /// Wie het zegt.
    pub wie: Option<String>,
    /// De eigen woorden.
    pub woorden: Option<String>,
    /// Wanneer het gezegd is.
    pub datum: Option<Tijdstip>,
}

/// Het gesprek met het gezin over het inbrengen.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct GesprekGezin {
    /// Met wie de kaart is ingevuld.
    pub ingevuld_met: Lijst<String>,
    /// Welke mogelijke routes met het gezin zijn besproken.
    pub routes_besproken: Lijst<Route>,
    /// Per persoon: verteld dat en waarom, gevraagd of het mag, en de reactie.
    pub geinformeerd: Lijst<Geinformeerd>,
}

/// Wat een persoon hoorde over het inbrengen, en wat die ervan vindt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Geinformeerd {
    /// Wie.
    pub wie: Option<String>,
    /// Wanneer het verteld is.
    pub datum: Option<Tijdstip>,
    /// Hoe het verteld is.
    pub wijze: Option<Wijze>,
    /// Of is uitgelegd waarom de casus besproken wordt.
    pub waarom_uitgelegd: Option<JaNee>,
    /// Waarom het niet verteld is.
    pub reden_niet: Option<String>,
    /// Of deze persoon akkoord is.
    pub akkoord: Option<Akkoord>,
    /// Waarom het toch doorgaat zonder akkoord.
    pub reden_toch: Option<String>,
    /// De reactie, kort en in eigen woorden.
    pub reactie: Option<String>,
}

/// Het overleg in de eigen organisatie.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct InternBesproken {
    /// Wanneer.
    pub datum: Option<Tijdstip>,
    /// Met welke collega's, als functie.
    pub met: Lijst<String>,
    /// De visie die eruit kwam.
    pub visie: Option<String>,
}

/// De vraag aan het team.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vraag {
    /// weging, inzet of anders.
    pub soort: Option<VraagSoort>,
    /// De vraag zelf.
    pub tekst: Option<String>,
}

/// Een expert of zorgaanbieder die je erbij wilt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Expert {
    /// Welke kennis nodig is.
    pub expertise: Option<String>,
    /// Waarom.
    pub reden: Option<String>,
    /// Alleen bij een zorgaanbieder: een van de twee redenen van de handleiding.
    pub zorgaanbieder: Option<ZorgaanbiederReden>,
}

/// Een maatregel van kinderbescherming.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Maatregel {
    /// Voor welk kind.
    pub wie: Option<String>,
    /// ots of voogdij.
    pub soort: Option<MaatregelSoort>,
    /// Wanneer de maatregel stopt.
    pub einde: Option<Tijdstip>,
    /// Waarom de maatregel stopt.
    pub reden: Option<EindeReden>,
    /// Of er twijfel is of de veiligheid blijft.
    pub twijfel_borging: Option<JaNee>,
    /// Of er daarna jeugdhulp is.
    pub jeugdhulp_na_afloop: Option<JeugdhulpNaAfloop>,
    /// Waar naar gekeken is als er geen jeugdhulp volgt.
    pub aandacht: Lijst<Aandacht>,
    /// Wanneer de Raad voor de Kinderbescherming het voornemen toetste.
    pub rvdk_getoetst: Option<Tijdstip>,
}

/// Het traject met de Raad voor de Kinderbescherming.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RvdkTraject {
    /// Wanneer het gesprek was.
    pub gesprek: Option<Tijdstip>,
    /// Wie het gesprek leidde.
    pub geleid_door: Option<GeleidDoor>,
    /// Wie van het gezin erbij waren.
    pub aanwezig: Lijst<String>,
    /// De afspraken uit het gesprek.
    pub afspraken: Option<String>,
    /// Tot wanneer de Raad volgt of de afspraken worden nagekomen.
    pub volgen_tot: Option<Tijdstip>,
    /// De besluiten van de Raad.
    pub besluiten: Lijst<RvdkBesluit>,
    /// De uitkomst.
    pub uitkomst: Option<RvdkUitkomst>,
    /// De reacties van de betrokkenen op de uitkomst.
    pub reacties: Lijst<Reactie>,
    /// Wanneer de rechter besliste.
    pub beschikking: Option<Tijdstip>,
}

/// Een besluit van de Raad voor de Kinderbescherming.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RvdkBesluit {
    /// Wat er besloten is.
    pub wat: Option<RvdkBesluitSoort>,
    /// Wanneer.
    pub datum: Option<Tijdstip>,
    /// Langs welke weg het bericht kwam.
    pub via: Option<Kanaal>,
}

/// De reactie van een betrokkene.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Reactie {
    /// Wie.
    pub wie: Option<String>,
    /// De reactie.
    pub reactie: Option<String>,
}

/// De overdracht aan een andere casusregisseur.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Overdracht {
    /// De organisatie of professional die overdraagt.
    pub van: Option<String>,
    /// De organisatie of professional die overneemt.
    pub aan: Option<String>,
    /// Wanneer.
    pub datum: Option<Tijdstip>,
    /// Wie van het gezin erbij waren.
    pub aanwezig: Lijst<String>,
    /// Waarom het gezin er niet bij was.
    pub reden_zonder_gezin: Option<String>,
    /// Of de vorige casusregisseur aangehaakt blijft.
    pub blijft_aangehaakt: Option<JaNee>,
}
