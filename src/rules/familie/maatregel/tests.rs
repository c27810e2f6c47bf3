//! MTR01 to MTR03 on a few keys of a card.

use crate::rules::familie::trial::{found_in, paths, region};

const GI: &str = "organisatie: Jeugdbescherming Brabant";

#[test]
fn a_closing_is_brought_in_by_a_gi_and_names_the_measure() {
    let closing = |rest: &str| paths("MTR01", &format!("{{soort: afsluiten_maatregel, {rest}}}"));
    assert_eq!(closing("inbrenger: {organisatie: Zundert}, maatregelen: [{soort: ots}]"), ["inbrenger.organisatie"]);
    assert_eq!(closing(&format!("inbrenger: {{{GI}}}")), ["maatregelen"]);
    assert_eq!(closing(&format!("inbrenger: {{{GI}}}, maatregelen: geen")), ["maatregelen"]);
    // Who an organisation is that the region doesn't list, nobody knows.
    assert!(closing("inbrenger: {organisatie: Elders}, maatregelen: [{soort: ots}]").is_empty());
}

#[test]
fn a_measure_that_ends_is_no_new_case() {
    let card = |soort: &str, regisseur: &str, measure: &str| {
        paths("MTR01", &format!("{{soort: {soort}, casusregisseur: {{{regisseur}}}, maatregelen: [{{{measure}}}]}}"))
    };
    let ends = "soort: ots, einde: 2026-06-30, reden: doelen_behaald";
    assert_eq!(card("nieuw", GI, ends), ["soort"]);
    assert!(card("nieuw", "organisatie: Zundert", ends).is_empty(), "a measure of before");
    assert!(card("nieuw", GI, "soort: ots, einde: 2026-06-30").is_empty(), "it may be prolonged");
    assert!(card("nieuw", GI, "soort: ots, einde: 2026-03, reden: overig").is_empty(), "it may be over");
    assert!(card("monitor, eerder: 2026-01-15", GI, ends).is_empty(), "it may have passed the team");
}

#[test]
fn an_ots_that_ends_at_eighteen_is_discussed_in_the_months_before() {
    let ots = |end: &str| {
        paths("MTR02", &format!("{{soort: vervolg, maatregelen: [{{soort: ots, reden: achttien, einde: {end}}}]}}"))
    };
    assert_eq!(ots("2026-09-12"), ["soort"]);
    assert!(ots("2026-09-13").is_empty(), "more than six months");
    assert_eq!(ots("2026-03-12").len(), 1);
    assert!(ots("2026-03-11").is_empty(), "too late to discuss");
    // A month counts when it is so on each of its days.
    assert_eq!(ots("2026-08").len(), 1);
    assert!(ots("2026-09").is_empty());
    assert_eq!(ots("2026-03").len(), 1);
    assert!(ots("2026-02").is_empty());
}

#[test]
fn a_birth_date_tells_when_the_reason_does_not() {
    let card = |birth: &str, measure: &str| {
        let family = format!("gezin: {{leden: [{{wie: kind1, rol: jeugdige, {birth}}}]}}");
        paths("MTR02", &format!("soort: nieuw\n{family}\nmaatregelen: [{{wie: kind1, {measure}}}]"))
    };
    let born = "geboortedatum: 2008-06-20";
    assert_eq!(card(born, "soort: ots, einde: 2026-06-20"), ["soort"]);
    assert_eq!(card(born, "soort: ots, reden: achttien"), ["soort"], "the birthday is the end");
    assert!(card(born, "soort: ots, einde: 2026-06-19").is_empty(), "it ends before, and may be prolonged");
    assert!(card(born, "soort: ots").is_empty());
    assert!(card(born, "soort: ots, einde: 2026-06-20, reden: overig").is_empty());
    assert!(card("geboortedatum: 2008-06", "soort: ots, einde: 2026-06-29").is_empty(), "perhaps a day too early");
    assert_eq!(card("geboortedatum: 2008-06", "soort: ots, einde: 2026-06-30").len(), 1);
    assert!(card("leeftijd: 17", "soort: ots, einde: 2026-06-20").is_empty(), "the team doesn't know the day");
    assert!(card("geboortedatum: 2010-06-20", "soort: ots, einde: 2028-06-20").is_empty(), "not yet");
    // A voogdij is only discussed when there is doubt.
    assert!(card(born, "soort: voogdij, einde: 2026-06-20").is_empty());
}

#[test]
fn a_discussion_within_those_months_may_have_been_about_it() {
    let earlier = |day: &str| {
        paths(
            "MTR02",
            &format!(
                "{{soort: monitor, eerder: {day}, maatregelen: [{{soort: ots, reden: achttien, einde: 2026-06-20}}]}}"
            ),
        )
    };
    assert!(earlier("2025-12-20").is_empty());
    assert_eq!(earlier("2025-12-19"), ["soort"]);
    let closing = "{soort: afsluiten_maatregel, maatregelen: [{soort: ots, reden: achttien, einde: 2026-06-20}]}";
    assert!(paths("MTR02", closing).is_empty());
}

#[test]
fn the_months_and_the_age_are_the_regions() {
    let mut regio = region();
    let card = "{soort: nieuw, maatregelen: [{soort: ots, reden: achttien, einde: 2026-12-20}]}";
    assert!(found_in("MTR02", card, &regio, None).is_empty());
    regio.termijnen.achttien_vooraf_maanden = 12;
    assert_eq!(found_in("MTR02", card, &regio, None).len(), 1);
}

#[test]
fn a_voogdij_at_eighteen_is_discussed_only_with_doubt() {
    let closing =
        |measures: &str| paths("MTR03", &format!("{{soort: afsluiten_maatregel, maatregelen: [{measures}]}}"));
    let voogdij = "soort: voogdij, reden: achttien, einde: 2026-06";
    let key = ["maatregelen[0].twijfel_borging"];
    assert_eq!(closing(&format!("{{{voogdij}, twijfel_borging: nee}}")), key);
    assert_eq!(closing(&format!("{{{voogdij}}}")), key);
    assert!(closing(&format!("{{{voogdij}, twijfel_borging: ja}}")).is_empty());
    // Another child or another reason brings it in all the same.
    assert!(
        closing(&format!("{{{voogdij}, twijfel_borging: nee}}, {{soort: ots, reden: achttien, einde: 2026-06}}"))
            .is_empty()
    );
    assert!(closing("{soort: voogdij, reden: doelen_behaald, twijfel_borging: nee}").is_empty());
}
