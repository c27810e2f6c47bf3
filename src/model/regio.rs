//! `regio.yaml`: the region. Nothing of one region is in the code.

use super::{
    BlijftStaan, Datum, Kloktijd, Lijst, MinimumEis, MomentSoort, OrganisatieSoort, Schakelaar, TafelRol,
    Verantwoording, Versie, Weekdag,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `regio.yaml`: de regio.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Regio {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// De naam van de regio.
    pub regio: Option<String>,
    /// De handleiding die de regio volgt.
    pub handboek: Option<String>,
    /// De gemeenten.
    pub gemeenten: Lijst<Gemeente>,
    /// De andere organisaties.
    pub organisaties: Lijst<Organisatie>,
    /// Wie bij elke vergadering zit.
    pub vaste_deelnemers: Lijst<VasteDeelnemer>,
    /// De stoelen die bij toerbeurt bezet worden.
    pub toerbeurt: Lijst<Groep>,
    /// Wie er ten minste aan tafel moet zitten.
    pub minimale_bezetting: Lijst<MinimumEis>,
    /// De professionals, met hun zakelijke adres.
    pub personen: Lijst<Persoon>,
    /// Wanneer er vergaderd wordt.
    pub vergaderpatroon: Option<Vergaderpatroon>,
    /// Weken zonder vergaderingen. Nationale feestdagen worden berekend.
    pub vakanties: Lijst<Vakantie>,
    /// Vergaderingen buiten het patroon.
    pub extra: Lijst<Extra>,
    /// De termijnen.
    pub termijnen: Termijnen,
    /// De leeftijden.
    pub leeftijden: Leeftijden,
    /// De minuten op de agenda.
    pub minuten: Minuten,
    /// Hoeveel stoelen er zijn voor genodigden.
    pub lege_stoelen: Option<u32>,
    /// Hoeveel momenten het jaar heeft.
    pub jaarprogramma: Option<Jaarprogramma>,
    /// Regels die de regio uitzet; een fout blijft altijd aan.
    pub regels: BTreeMap<String, Schakelaar>,
    /// Wat de voorzitter in het jaar heeft vastgelegd.
    pub momenten: Lijst<Moment>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Een gemeente.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Gemeente {
    /// De naam.
    pub naam: Option<String>,
    /// Andere spellingen.
    pub ook: Lijst<String>,
    /// De laatste dag, als de gemeente opgaat in een andere.
    pub tot: Option<Datum>,
    /// De gemeente waarin zij opgaat.
    pub op_in: Option<String>,
}

/// Een organisatie.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Organisatie {
    /// De naam.
    pub naam: Option<String>,
    /// Wat voor organisatie.
    pub soort: Option<OrganisatieSoort>,
    /// Andere namen.
    pub ook: Lijst<String>,
}

/// Wie bij elke vergadering zit.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct VasteDeelnemer {
    /// De rol.
    pub rol: Option<TafelRol>,
    /// De organisatie.
    pub organisatie: Option<String>,
    /// Wie vervangt, op volgorde.
    pub vervanging: Lijst<Vervanger>,
}

/// Wie een vaste deelnemer vervangt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vervanger {
    /// De eigen rol van de vervanger.
    pub rol: Option<TafelRol>,
    /// De organisatie van de vervanger.
    pub organisatie: Option<String>,
}

/// Een groep zetels waaruit bij toerbeurt iemand komt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Groep {
    /// De naam van de groep.
    pub groep: Option<String>,
    /// De rol aan tafel.
    pub rol: Option<TafelRol>,
    /// Hoeveel er per vergadering komen; 1 als er niets staat.
    pub aantal: Option<u32>,
    /// De zetels.
    pub zetels: Lijst<Zetel>,
}

/// Een zetel die bij toerbeurt komt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Zetel {
    /// De naam van de zetel.
    pub naam: Option<String>,
    /// De gemeenten die deze zetel delen.
    pub gemeenten: Lijst<String>,
    /// Hoe zwaar de zetel telt; 1 als er niets staat.
    pub gewicht: Option<u32>,
    /// De eerste dag.
    pub vanaf: Option<Datum>,
    /// De laatste dag.
    pub tot: Option<Datum>,
}

/// Een professional.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Persoon {
    /// De naam.
    pub naam: Option<String>,
    /// De organisatie.
    pub organisatie: Option<String>,
    /// De rol aan tafel.
    pub rol: Option<TafelRol>,
    /// Het zakelijke adres.
    pub email: Option<String>,
}

/// Wanneer er vergaderd wordt.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vergaderpatroon {
    /// De dag van de week.
    pub weekdag: Option<Weekdag>,
    /// Om de hoeveel weken; 1 als er niets staat.
    pub elke_weken: Option<u32>,
    /// De eerste vergadering.
    pub vanaf: Option<Datum>,
    /// De begintijd.
    pub begin: Option<Kloktijd>,
    /// De eindtijd.
    pub eind: Option<Kloktijd>,
    /// De plaats.
    pub locatie: Option<String>,
}

/// Weken zonder vergaderingen.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Vakantie {
    /// De naam.
    pub naam: Option<String>,
    /// De eerste dag.
    pub van: Option<Datum>,
    /// De laatste dag.
    pub tot: Option<Datum>,
}

/// Een vergadering buiten het patroon.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Extra {
    /// De dag.
    pub datum: Option<Datum>,
    /// Waarom.
    pub reden: Option<String>,
    /// Hoeveel dagen vooraf een kaart er moet zijn, als dat anders is dan in de regio.
    pub inbreng_dagen: Option<u32>,
}

/// De termijnen van de regio.
#[derive(Deserialize, JsonSchema)]
#[serde(default)]
pub struct Termijnen {
    /// Hoeveel dagen voor de vergadering een kaart er moet zijn.
    pub inbreng_dagen: u32,
    /// Hoe lang de Raad meestal volgt, in maanden.
    pub rvdk_volgen_maanden: u32,
    /// Hoe oud een kaart mag zijn op de dag van de vergadering, in dagen.
    pub kaart_actueel_dagen: u32,
    /// Hoe snel een casus terugkomt na verschil van visie, in dagen.
    pub verschil_monitor_dagen: u32,
    /// Hoe lang voor de achttiende verjaardag een casus besproken wordt, in maanden.
    pub achttien_vooraf_maanden: u32,
    /// Hoe snel het gezin het advies hoort, in dagen.
    pub terugkoppeling_dagen: u32,
    /// Hoe lang een casus bewaard blijft, in maanden.
    pub bewaren_maanden: u32,
}

impl Default for Termijnen {
    fn default() -> Self {
        Self {
            inbreng_dagen: 7,
            rvdk_volgen_maanden: 3,
            kaart_actueel_dagen: 42,
            verschil_monitor_dagen: 56,
            achttien_vooraf_maanden: 6,
            terugkoppeling_dagen: 14,
            bewaren_maanden: 24,
        }
    }
}

/// De leeftijden waarop iets verandert, in jaren.
#[derive(Deserialize, JsonSchema)]
#[serde(default)]
pub struct Leeftijden {
    /// Vanaf wanneer een kind een eigen stem op de kaart heeft.
    pub stem: u8,
    /// Vanaf wanneer aan een kind gevraagd wordt of het akkoord is.
    pub akkoord: u8,
    /// Vanaf wanneer een kind betrokkene is.
    pub betrokkene: u8,
    /// Vanaf wanneer iemand volwassen is.
    pub meerderjarig: u8,
    /// Tot wanneer verlengde jeugdhulp kan.
    pub verlengde_jeugdhulp: u8,
}

impl Default for Leeftijden {
    fn default() -> Self {
        Self { stem: 8, akkoord: 12, betrokkene: 8, meerderjarig: 18, verlengde_jeugdhulp: 23 }
    }
}

/// De minuten op de agenda.
#[derive(Deserialize, JsonSchema)]
#[serde(default)]
pub struct Minuten {
    /// Voor een nieuwe casus.
    pub nieuw: u32,
    /// Voor een vervolg.
    pub vervolg: u32,
    /// Voor het afsluiten van een maatregel.
    pub afsluiten_maatregel: u32,
    /// Voor een monitor.
    pub monitor: u32,
    /// De duur van de pauze; 0 is geen pauze.
    pub pauze: u32,
    /// Na hoeveel minuten er pauze is.
    pub pauze_na: u32,
}

impl Default for Minuten {
    fn default() -> Self {
        Self { nieuw: 45, vervolg: 30, afsluiten_maatregel: 30, monitor: 20, pauze: 10, pauze_na: 90 }
    }
}

/// Hoeveel momenten het jaar heeft.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Jaarprogramma {
    /// Themabijeenkomsten.
    pub themabijeenkomst: Option<Spreiding>,
    /// Evaluaties.
    pub evaluatie: Option<Spreiding>,
    /// Overleggen van de managers.
    pub managersoverleg: Option<Spreiding>,
    /// Trainingen.
    pub training: Option<Spreiding>,
}

/// Het kleinste en grootste aantal in een jaar.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Spreiding {
    /// Ten minste.
    pub min: Option<u32>,
    /// Ten hoogste.
    pub max: Option<u32>,
}

/// Een vastgelegd moment in het jaar.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Moment {
    /// Wat het is.
    pub soort: Option<MomentSoort>,
    /// De dag.
    pub datum: Option<Datum>,
    /// De titel.
    pub titel: Option<String>,
}
