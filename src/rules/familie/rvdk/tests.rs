//! RVK01 to RVK04 on a few keys of a card.

use crate::rules::familie::trial::{found, paths};

/// What a rule finds on a card with these keys of the Raad.
fn rvdk(rule: &str, keys: &str) -> Vec<String> {
    paths(rule, &format!("rvdk: {{{keys}}}"))
}

#[test]
fn the_casusregisseur_leads_the_talk_with_the_family_there() {
    assert!(rvdk("RVK01", "gesprek: null").is_empty(), "nothing was said yet");
    assert_eq!(rvdk("RVK01", "uitkomst: geen_rekest"), ["rvdk.gesprek"]);
    assert_eq!(rvdk("RVK01", "gesprek: 2026-02-12"), ["rvdk.geleid_door", "rvdk.aanwezig"]);
    let led = "gesprek: 2026-02-12, geleid_door: casusregisseur";
    assert_eq!(rvdk("RVK01", &format!("{led}, aanwezig: geen")), ["rvdk.aanwezig"]);
    assert!(rvdk("RVK01", &format!("{led}, aanwezig: [moeder]")).is_empty());
    assert_eq!(rvdk("RVK01", "gesprek: 2026-02-12, geleid_door: ander, aanwezig: [moeder]"), ["rvdk.geleid_door"]);
    // Planned, or in a month of which the end is still to come.
    assert!(rvdk("RVK01", "gesprek: 2026-03-13").is_empty() && rvdk("RVK01", "gesprek: 2026-03").is_empty());
}

#[test]
fn a_relative_is_not_the_family_that_it_is_about() {
    let family = "gezin: {leden: [{wie: oma, rol: grootouder}, {wie: kind1, rol: jeugdige}]}";
    let talk = |who: &str| {
        let talk = format!("gesprek: 2026-02-12, geleid_door: casusregisseur, aanwezig: [{who}]");
        paths("RVK01", &format!("{family}\nrvdk: {{{talk}}}"))
    };
    assert_eq!(talk("oma"), ["rvdk.aanwezig"]);
    assert!(talk("oma, kind1").is_empty() && talk("kindd1").is_empty(), "MAP02 says the word that is nobody's");
}

#[test]
fn following_has_an_end_and_agreements() {
    let follows = "besluiten: [{wat: volgen, datum: 2026-01-29}]";
    assert_eq!(rvdk("RVK02", follows), ["rvdk.volgen_tot"]);
    assert_eq!(rvdk("RVK02", &format!("{follows}, volgen_tot: 2026-04-29")), ["rvdk.afspraken"]);
    let whole = |until: &str| rvdk("RVK02", &format!("{follows}, afspraken: Elke week bellen., volgen_tot: {until}"));
    assert!(whole("2026-04-29").is_empty());
    assert_eq!(whole("2026-04-30"), ["rvdk.volgen_tot"]);
    assert!(whole("2026-04").is_empty(), "perhaps within three months");
    assert_eq!(whole("2026-05").len(), 1);
    // Another decision or an outcome ends it.
    assert!(rvdk("RVK02", "besluiten: [{wat: volgen}, {wat: onderzoek}]").is_empty());
    assert!(rvdk("RVK02", &format!("{follows}, uitkomst: geen_rekest")).is_empty());
    assert!(rvdk("RVK02", "gesprek: 2026-01-29").is_empty());
}

#[test]
fn a_decision_has_a_date_and_with_an_outcome_its_message() {
    assert_eq!(rvdk("RVK03", "besluiten: [{wat: volgen}]"), ["rvdk.besluiten[0].datum"]);
    assert!(rvdk("RVK03", "besluiten: [{wat: volgen, datum: 2026-01}]").is_empty());
    let outcome = "uitkomst: geen_rekest";
    assert_eq!(rvdk("RVK03", outcome), ["rvdk.besluiten"]);
    let decided = format!("{outcome}, besluiten: [{{wat: onderzoek, datum: 2026-01-29}}]");
    assert_eq!(rvdk("RVK03", &decided), ["rvdk.besluiten[0].via"]);
}

/// Chapter 4: who is concerned, on the day.
#[test]
fn everyone_concerned_reacts_to_an_outcome() {
    let reacts = |member: &str, reactions: &str| {
        let rvdk =
            format!("uitkomst: geen_rekest, besluiten: [{{wat: onderzoek, datum: 2026-01-29, via: corv}}]{reactions}");
        paths("RVK03", &format!("gezin: {{leden: [{{{member}}}]}}\nrvdk: {{{rvdk}}}"))
    };
    let missing = ["gezin.leden[0]"];
    for member in [
        "wie: moeder, rol: ouder_met_gezag",
        "wie: voogd, rol: voogd",
        "wie: pleegmoeder, rol: pleegouder",
        "wie: stiefvader, rol: stiefouder",
        "wie: vader, rol: ouder_zonder_gezag, contact: ja",
        "wie: kind1, rol: jeugdige, geboortedatum: 2018-03-12",
        "wie: kind1, rol: jeugdige, leeftijd: 8-11",
    ] {
        assert_eq!(reacts(member, ""), missing, "{member}");
    }
    for member in [
        "wie: oma, rol: grootouder",
        "wie: vader, rol: ouder_zonder_gezag, contact: nee",
        "wie: vader, rol: ouder_zonder_gezag, contact: woont_samen",
        "wie: vader, rol: ouder_zonder_gezag, contact: onbekend",
        "wie: kind1, rol: jeugdige, geboortedatum: 2018-03-13",
        "wie: kind1, rol: jeugdige, geboortedatum: 2018-03",
        "wie: kind1, rol: jeugdige, geboortedatum: 2008-03-12",
    ] {
        assert!(reacts(member, "").is_empty(), "{member}");
    }
    let mother = "wie: moeder, rol: ouder_met_gezag";
    assert!(reacts(mother, ", reacties: [{wie: moeder, reactie: Goed.}]").is_empty());
    assert_eq!(reacts(mother, ", reacties: [{wie: moeder}]"), ["rvdk.reacties[0].reactie"]);
    assert!(reacts(mother, ", reacties: [{wie: moeder}, {wie: moeder, reactie: Goed.}]").is_empty());
    assert!(reacts(mother, ", reacties: [{wie: moder, reactie: Goed.}]").is_empty(), "a slip is MAP02's");
    // Answered by the path that the reaction would have.
    let card = format!(
        "gezin: {{leden: [{{{mother}}}]}}\nrvdk: {{uitkomst: geen_rekest, besluiten: [{{wat: onderzoek, datum: 2026-01-29, via: corv}}]}}"
    );
    assert_eq!(found("RVK03", &card)[0].alias.as_deref(), Some("rvdk.reacties[moeder]"));
}

#[test]
fn after_a_court_order_the_gi_has_the_case() {
    let case = |organisation: &str, rest: &str| {
        paths(
            "RVK04",
            &format!("casusregisseur: {{organisatie: {organisation}}}\nrvdk: {{uitkomst: maatregel_opgelegd}}\n{rest}"),
        )
    };
    assert_eq!(case("Gemeente Roosendaal", ""), ["casusregisseur.organisatie"]);
    assert!(case("WSS", "").is_empty() && case("Een Andere Instelling", "").is_empty());
    // The measure is over, or was handed back.
    let ends = |end: &str| case("Roosendaal", &format!("maatregelen: [{{wie: kind1, soort: ots, einde: {end}}}]"));
    assert!(ends("2026-03-12").is_empty() && ends("2026-03").is_empty());
    assert_eq!(ends("2026-09-01").len(), 1);
    let back = |date: &str| case("Roosendaal", &format!("overdracht: {{van: LdH, aan: Roosendaal, datum: {date}}}"));
    assert!(back("2026-02-01").is_empty());
    assert_eq!(back("2026-04-01").len(), 1);
    let other =
        "casusregisseur: {organisatie: Roosendaal}\nrvdk: {uitkomst: geen_maatregel_opgelegd, beschikking: 2026-02}";
    assert!(paths("RVK04", other).is_empty());
    let to_come =
        "casusregisseur: {organisatie: Roosendaal}\nrvdk: {uitkomst: maatregel_opgelegd, beschikking: 2026-03}";
    assert!(paths("RVK04", to_come).is_empty(), "perhaps after the meeting");
}
