//! A discussion of a case, and what followed it.

use super::{
    AdviesSoort, AdviesUitkomst, AfspraakStand, BlijftStaan, Cijfer, Datum, InterventieSoort, JaNee, Lijst, Notulist,
    TafelRol, Tijdstip, Verantwoording, VerderGeholpen, Versie,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// `bespreking.yaml`: de bespreking van een casus.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Bespreking {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Of de inbrenger er was.
    pub inbrenger_aanwezig: Option<JaNee>,
    /// Wie de aantekeningen maakte; de vaste deelnemer als de inbrenger er niet was.
    pub notulist: Option<Notulist>,
    /// Of de vragenronde is gehouden.
    pub vragenronde_gehouden: Option<JaNee>,
    /// Of de stem van het gezin is gehoord.
    pub stem_gehoord: Option<JaNee>,
    /// Het cijfer van iedereen aan tafel, behalve voorzitter en inbrenger.
    pub weging: Lijst<Weging>,
    /// Het advies.
    pub advies: Option<Advies>,
    /// Als visies verschillen: elke visie, de geadviseerde eerst.
    pub visies: Lijst<Visie>,
    /// Wat de inbrenger meeneemt en wat past.
    pub reactie_inbrenger: Option<ReactieInbrenger>,
    /// Wat de inbrenger nodig heeft om het advies uit te voeren.
    pub nodig: Option<String>,
    /// De interventies.
    pub interventies: Lijst<Interventie>,
    /// De afspraken: wie doet wat, wanneer.
    pub afspraken: Lijst<Afspraak>,
    /// Wat er bij de kaart komt.
    pub aanvulling_kaart: Option<KaartAanvulling>,
    /// Of, wanneer en hoe de casus wordt gevolgd.
    pub monitor: Option<MonitorAfspraak>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

impl Bespreking {
    /// Whether there is an advice: it is what a discussion yields (chapter 4, stap 2). Without one
    /// it only began.
    #[must_use]
    pub fn heeft_advies(&self) -> bool {
        let tekst = self.advies.as_ref().and_then(|advies| advies.tekst.as_deref());
        tekst.is_some_and(|text| text.chars().any(char::is_alphanumeric))
    }

    /// Whether nothing was filled in yet, as in the file that is put ready: it did not even begin.
    #[must_use]
    pub fn is_leeg(&self) -> bool {
        let is_blank = |text: Option<&String>| text.is_none_or(|text| text.trim().is_empty());
        let advies = self.advies.as_ref();
        let is_open = |advies: &Advies| advies.soort.is_none() && advies.uitkomst.is_none();
        let talk = [self.inbrenger_aanwezig, self.vragenronde_gehouden, self.stem_gehoord];
        talk.iter().all(Option::is_none)
            && self.weging.values().all(|one| one.cijfer.is_none())
            && advies.is_none_or(|advies| is_open(advies) && is_blank(advies.tekst.as_ref()))
            && self.visies.values().all(|one| is_blank(one.visie.as_ref()))
            && self
                .notulist
                .as_ref()
                .is_none_or(|own| is_blank(own.naam.as_ref()) && is_blank(own.organisatie.as_ref()))
            && self
                .reactie_inbrenger
                .as_ref()
                .is_none_or(|own| is_blank(own.neemt_mee.as_ref()) && is_blank(own.passend.as_ref()))
            && is_blank(self.nodig.as_ref())
            && self.interventies.is_empty()
            && self.aanvulling_kaart.as_ref().is_none_or(|own| is_blank(own.tekst.as_ref()) && own.successen.is_empty())
            && self.afspraken.values().all(|one| is_blank(one.wat.as_ref()))
            && self.monitor.as_ref().is_none_or(|own| own.terug.is_none())
    }
}

/// Het cijfer dat een deelnemer aan de veiligheid geeft.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Weging {
    /// In welke rol.
    pub rol: Option<TafelRol>,
    /// Van welke organisatie.
    pub organisatie: Option<String>,
    /// 0 is niet veilig, 10 is veilig; halven mogen. Of geen.
    pub cijfer: Option<Cijfer>,
    /// Waarom er geen cijfer is.
    pub waarom: Option<String>,
}

/// Het advies van het team.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Advies {
    /// Wat voor advies het is.
    pub soort: Option<AdviesSoort>,
    /// Hoe het tot stand kwam.
    pub uitkomst: Option<AdviesUitkomst>,
    /// Het advies zelf.
    pub tekst: Option<String>,
    /// Op welke feiten van de kaart het steunt.
    pub steunt_op: Lijst<u32>,
    /// Bij dragen en verdragen: waarom.
    pub reden: Option<String>,
    /// Bij dragen en verdragen: wie het samen dragen.
    pub samen_met: Lijst<String>,
    /// Bij gelijke stemmen: wat de inbrenger kiest.
    pub keuze_inbrenger: Option<Keuze>,
}

/// Wat de inbrenger kiest als de stemmen gelijk zijn.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Keuze {
    /// De keuze.
    pub wat: Option<String>,
    /// Waarom.
    pub reden: Option<String>,
}

/// Een visie aan tafel.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Visie {
    /// De visie.
    pub visie: Option<String>,
    /// Wie haar delen.
    pub deelnemers: Lijst<String>,
}

/// De reactie van de inbrenger op het advies.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ReactieInbrenger {
    /// Wat de inbrenger meeneemt.
    pub neemt_mee: Option<String>,
    /// Wat past.
    pub passend: Option<String>,
}

/// Een interventie.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Interventie {
    /// Welke.
    pub soort: Option<InterventieSoort>,
    /// Wie meedoen.
    pub met: Lijst<String>,
    /// Bij ondersteuning en zorg: of een verwijzing nodig is.
    pub verwijzing: Option<JaNee>,
}

/// Een afspraak.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Afspraak {
    /// Het nummer waarmee de nazorg ernaar wijst.
    pub nr: Option<u32>,
    /// Wat.
    pub wat: Option<String>,
    /// Wie.
    pub wie: Option<String>,
    /// Voor wanneer.
    pub wanneer: Option<Tijdstip>,
}

/// Wat er aan tafel bij de kaart komt.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct KaartAanvulling {
    /// De aanvulling.
    pub tekst: Option<String>,
    /// De successen.
    pub successen: Lijst<String>,
    /// Welke veiligheid haalbaar is.
    pub haalbaar: Option<Haalbaar>,
}

/// Welke veiligheid voor dit gezin haalbaar is.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Haalbaar {
    /// Het niveau, in woorden.
    pub niveau: Option<String>,
    /// Wat het zo houdt.
    pub wat_houdt_het: Option<String>,
}

/// Of, wanneer en hoe de casus wordt gevolgd.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MonitorAfspraak {
    /// Of de casus terugkomt.
    pub terug: Option<JaNee>,
    /// In welke vergadering.
    pub datum: Option<Datum>,
    /// Hoe er gevolgd wordt.
    pub hoe: Option<String>,
}

/// `nazorg.yaml`: wat er na de bespreking gebeurde.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Nazorg {
    /// De versie van dit bestand: altijd 1.
    pub versie: Option<Versie>,
    /// Het gesprek met het gezin over het advies.
    pub terugkoppeling: Option<Terugkoppeling>,
    /// Wat er van de afspraken is geworden.
    pub afspraken: Lijst<NazorgAfspraak>,
    /// Of de inbrenger verder kon.
    pub verder_geholpen: Option<VerderGeholpen>,
    /// Als de casus aan een ander is overgedragen.
    pub overgedragen: Option<super::OverdrachtNaar>,
    /// Bevindingen waarop een mens antwoord geeft.
    pub verantwoording: Lijst<Verantwoording>,
    /// Woorden die lijken op een naam, maar beoordeeld zijn en blijven staan.
    pub blijft_staan: Lijst<BlijftStaan>,
}

/// Het gesprek met het gezin over het advies.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Terugkoppeling {
    /// Wanneer.
    pub datum: Option<Tijdstip>,
    /// Met wie.
    pub met: Lijst<String>,
    /// De reactie.
    pub reactie: Option<String>,
}

/// Wat er van een afspraak is geworden.
#[derive(Default, Clone, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NazorgAfspraak {
    /// Het nummer van de afspraak.
    pub nr: Option<u32>,
    /// gedaan, kon_niet of niet_gedaan.
    pub stand: Option<AfspraakStand>,
    /// Wanneer.
    pub op: Option<Tijdstip>,
    /// Waarom het niet kon of niet is gedaan.
    pub reden: Option<String>,
}
