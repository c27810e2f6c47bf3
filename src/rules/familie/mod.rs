//! The rules themselves: one file for each family, in the order of the handbook's route.

mod advies;
mod agenda;
mod bespreking;
mod bewaren;
mod bezetting;
mod feiten;
mod genodigden;
mod gesprek;
mod gevonden;
mod inbreng;
mod inbreng_kaart;
mod instemming;
mod jaar;
mod kracht;
mod maatregel;
mod maatregel_einde;
mod map;
mod meldcode;
mod nazorg;
mod overdracht;
mod pseudoniem;
mod rooster;
mod route;
mod rvdk;
mod stem;
mod tafel;
#[cfg(test)]
pub(super) mod trial;
mod verslag;
mod verwijzing;
mod vieren;
mod volledig;
mod vorm;
mod words;
mod zeldzaam;
mod zorgaanbieder;

pub use self::bewaren::{Bewaard, te_lang_bewaard};
pub use self::bezetting::{clash, clash_rule};
pub(super) use map::not_opened;
pub use meldcode::ACUUT;
pub(super) use volledig::versie;
pub use vorm::Told;

// What a rule is made of, for the files below.
use super::{
    Betrokkene, CardView, Check, DiscussionView, Example, FileView, Finding, Findings, Heading, MeetingDay,
    MeetingView, Moment, Rule, Severity, TreeView, betrokkenen,
};

/// The families in the order of the handbook's route.
pub(super) const TABLES: [&[Rule]; 29] = [
    vorm::RULES,
    volledig::RULES,
    map::RULES,
    inbreng::RULES,
    inbreng_kaart::RULES,
    instemming::RULES,
    meldcode::RULES,
    feiten::RULES,
    kracht::RULES,
    stem::RULES,
    route::RULES,
    pseudoniem::RULES,
    tafel::RULES,
    bezetting::RULES,
    genodigden::RULES,
    zorgaanbieder::RULES,
    agenda::RULES,
    bespreking::RULES,
    verslag::RULES,
    advies::RULES,
    nazorg::RULES,
    rvdk::RULES,
    maatregel::RULES,
    maatregel_einde::RULES,
    overdracht::RULES,
    vieren::RULES,
    rooster::RULES,
    jaar::RULES,
    bewaren::RULES,
];
