//! What the professional answers without the family: who brings in, why, the Meldcode, the
//! talk with colleagues, and the question to the team.

use super::Form::{
    Choice, Choices, Day, FewItems, Group, Known, Line, Member, Members, Municipality, Text, Words, YesNo,
};
use super::{END, Only, Question, SELDOM, ask};

const AANLEIDING: &[&str] = &[
    "zorgen_veiligheid",
    "hulp_onvoldoende",
    "andere_mogelijkheden",
    "vrijwillig_uitgeput",
    "interventies_onvoldoende",
    "veiligheid_behouden",
];
const AANDACHTSGEBIED: &[&str] =
    &["huiselijk_geweld", "kindermishandeling", "eergerelateerd_geweld", "intieme_terreur"];
const VRAAG: &[&str] = &["weging", "inzet", "anders"];
const ZORGAANBIEDER: &[&str] = &["expertise_nodig", "casusregisseur_onvoldoende_op_de_hoogte"];
const MAATREGEL: &[&str] = &["ots", "voogdij"];
const EINDE: &[&str] = &["achttien", "doelen_behaald", "overig"];
const JEUGDHULP: &[&str] = &["ja", "verlengd", "nee"];
const AANDACHT: &[&str] = &["wonen", "wmo", "maatschappelijk_werk"];
const GELEID: &[&str] = &["casusregisseur", "rvdk", "ander"];
const BESLUIT: &[&str] = &["volgen", "onderzoek", "geen_onderzoek"];
const KANAAL: &[&str] = &["corv"];
const UITKOMST: &[&str] = &["verzoek_afgewezen", "geen_rekest", "maatregel_opgelegd", "geen_maatregel_opgelegd"];
const BLIJFT: &[&str] = &["gewoon_woord", "professional", "organisatie", "plaats"];

#[rustfmt::skip]
pub(super) const QUESTIONS: &[Question] = &[
    ask("gemeente", "Welke gemeente is verantwoordelijk?", "waar het kind woont, of voor een plaatsing woonde", Municipality).rules(&["INB13", "VOL01"]),
    ask("inbrenger", "Wie brengt de casus in?", "", Group),
    ask("inbrenger.naam", "Wat is de naam?", "", Known),
    ask("inbrenger.organisatie", "Wat is de organisatie?", "", Known).rules(&["INB09", "INB11", "MTR01"]),
    ask("inbrenger.via", "De vaste deelnemer van je organisatie.", "", Known).rules(&["INB09"]),
    ask("casusregisseur", "Wie is het vaste aanspreekpunt van het gezin?", "", Group),
    ask("casusregisseur.naam", "Wat is de naam?", "", Line).rules(&["INB14"]),
    ask("casusregisseur.organisatie", "Wat is de organisatie?", "", Line).rules(&["INB14", "RVK04"]),
    ask("casusregisseur.sinds", "Sinds wanneer?", "", Day).rules(&["INB14"]),
    ask("aanleiding", "Waarom gaat de casus naar het VeiligheidsTeam?", "", Choices(AANLEIDING)).rules(&["INB12"]),
    ask("aandachtsgebied", "Is er sprake van een van deze?", "", Choices(AANDACHTSGEBIED)).file("Geen? Schrijf dan: geen."),
    ask("meldcode", "De stappen van de Meldcode.", "", Group),
    ask("meldcode.signalen_in_kaart", "Stap 1: wanneer heb je de signalen in kaart gebracht?", "", Day).rules(&["MEL01"]),
    ask("meldcode.advies_veilig_thuis", "Stap 2: wanneer heb je Veilig Thuis om advies gevraagd?", "", Day).rules(&["MEL02"]),
    ask("meldcode.acuut", "Is het nu acuut onveilig? Wacht dan niet op het team: bel Veilig Thuis of 112.", "", YesNo).rules(&["MEL03", "MEL04"]),
    ask("meldcode.structureel", "Is het steeds weer onveilig?", "", YesNo).rules(&["MEL04"]),
    ask("meldcode.gemeld", "Wanneer is er gemeld bij Veilig Thuis?", "een datum, of nee", Line).rules(&["MEL03", "MEL04"]),
    ask("intern_besproken", "Het overleg in je eigen organisatie.", "", Group),
    ask("intern_besproken.datum", "Wanneer?", "", Day).rules(&["INB04"]),
    ask("intern_besproken.met", "Met welke collega's?", "functies, geen namen, zoals gedragswetenschapper", Words).file("Zet er haken om: [gedragswetenschapper].").rules(&["INB04"]),
    ask("intern_besproken.visie", "Wat vinden jullie zelf van de situatie, en waarom?", "", Text).rules(&["INB05"]),
    ask("vraag", "Je vraag aan het team.", "", Group),
    ask("vraag.soort", "Wat voor vraag is het?", "", Choice(VRAAG)).rules(&["INB06"]),
    ask("vraag.tekst", "Wat wil je van het team weten?", "één vraag, met wie wat zou doen en waarvoor", Text).rules(&["INB06"]),
    ask("experts", "Welke experts of zorgaanbieders wil je erbij?", "", FewItems).file("Niemand? Schrijf dan: geen.").each("Expert", "Nog een expert?").rules(&["INB08"]),
    ask("experts[].expertise", "Welke kennis is nodig?", "", Line).rules(&["INB08"]),
    ask("experts[].reden", "Waarom?", "", Line).rules(&["INB08"]),
    ask("experts[].zorgaanbieder", "Alleen bij een zorgaanbieder: waarom moet die erbij zijn?", "", Choice(ZORGAANBIEDER)).rules(&["VRG08"]).may_stay_empty(),

    ask("maatregelen", "Welke maatregelen van kinderbescherming zijn er?", "", FewItems).of(END).each("Maatregel", "Nog een maatregel?"),
    ask("maatregelen[].wie", "Voor welk kind?", "een woord van `wie`", Member).of(END).rules(&["MAP02"]),
    ask("maatregelen[].soort", "Welke maatregel?", "", Choice(MAATREGEL)).of(END),
    ask("maatregelen[].einde", "Wanneer stopt de maatregel?", "", Day).of(END),
    ask("maatregelen[].reden", "Waarom stopt die?", "", Choice(EINDE)).of(END),
    ask("maatregelen[].twijfel_borging", "Is er twijfel of het veilig blijft?", "", YesNo).of(END).rules(&["MTR03"]),
    ask("maatregelen[].jeugdhulp_na_afloop", "Is er daarna jeugdhulp?", "", Choice(JEUGDHULP)).of(END),
    ask("maatregelen[].aandacht", "Geen jeugdhulp meer? Waar is naar gekeken?", "", Choices(AANDACHT)).of(END).only(Only::ZonderJeugdhulp).rules(&["MTR04"]),
    ask("maatregelen[].rvdk_getoetst", "Wanneer toetste de Raad voor de Kinderbescherming dit?", "", Day).of(END).rules(&["MTR05"]),
    ask("haalbaar", "Welke veiligheid is voor dit gezin haalbaar?", "", Group).of(END),
    ask("haalbaar.niveau", "Hoe veilig, in woorden?", "", Text).of(END).rules(&["VIE02"]),
    ask("haalbaar.wat_houdt_het", "Wat houdt het zo?", "", Text).of(END).rules(&["VIE02"]),
    ask("rvdk", "Is er een traject met de Raad voor de Kinderbescherming?", "", Group).of(SELDOM),
    ask("rvdk.gesprek", "Wanneer was het gesprek?", "", Day).of(SELDOM).rules(&["RVK01"]),
    ask("rvdk.geleid_door", "Wie leidde het gesprek?", "", Choice(GELEID)).of(SELDOM).rules(&["RVK01"]),
    ask("rvdk.aanwezig", "Wie van het gezin waren erbij?", "woorden van `wie`", Members).of(SELDOM).rules(&["MAP02", "RVK01"]),
    ask("rvdk.afspraken", "Wat is er afgesproken?", "", Text).of(SELDOM).rules(&["RVK02"]),
    ask("rvdk.volgen_tot", "Tot wanneer volgt de Raad?", "", Day).of(SELDOM).rules(&["RVK02"]),
    ask("rvdk.besluiten", "Wat besloot de Raad?", "", FewItems).of(SELDOM).each("Besluit", "Nog een besluit?"),
    ask("rvdk.besluiten[].wat", "Welk besluit?", "", Choice(BESLUIT)).of(SELDOM),
    ask("rvdk.besluiten[].datum", "Wanneer?", "", Day).of(SELDOM),
    ask("rvdk.besluiten[].via", "Langs welke weg kwam het bericht?", "", Choice(KANAAL)).of(SELDOM),
    ask("rvdk.uitkomst", "Wat kwam eruit?", "", Choice(UITKOMST)).of(SELDOM),
    ask("rvdk.reacties", "Wat vinden de betrokkenen daarvan?", "", FewItems).of(SELDOM).each("Reactie", "Nog een reactie?").rules(&["RVK03"]),
    ask("rvdk.reacties[].wie", "Wie?", "een woord van `wie`", Member).of(SELDOM).rules(&["MAP02"]),
    ask("rvdk.reacties[].reactie", "De reactie.", "", Text).of(SELDOM),
    ask("rvdk.beschikking", "Wanneer besliste de rechter?", "", Day).of(SELDOM),

    ask("verantwoording", "Mag iets wat `vt check` noemt, blijven zoals het is? Leg hier uit waarom.", "", FewItems).only(Only::Nooit),
    ask("verantwoording[].regel", "Welke regel?", "zoals INB03", Line).only(Only::Nooit),
    ask("verantwoording[].sleutel", "Waar op de kaart?", "zoals gesprek_gezin.geinformeerd[vader]; leeg is de hele kaart", Line).only(Only::Nooit),
    ask("verantwoording[].reden", "Waarom is het zo?", "", Text).only(Only::Nooit),
    ask("blijft_staan", "Woorden die op een naam lijken en toch mogen blijven.", "", FewItems).of(SELDOM),
    ask("blijft_staan[].tekst", "De woorden.", "", Line).of(SELDOM),
    ask("blijft_staan[].in", "Bij welke sleutel?", "", Line).of(SELDOM),
    ask("blijft_staan[].reden", "Waarom mogen ze blijven?", "", Choice(BLIJFT)).of(SELDOM),
];
