//! The edges of the rules about facts, strengths, risks and help.

use crate::rules::trial::{found, paths, region};

#[test]
fn none_is_no_answer_for_strengths_and_risks() {
    for (rule, key) in [("KRT01", "sterke_punten"), ("KRT02", "risicofactoren")] {
        for text in ["", "geen", "[]", "[{}]", "[{wat: ' '}]"] {
            assert_eq!(paths(rule, &format!("{key}: {text}")), [key], "{text}");
        }
        assert!(paths(rule, &format!("{key}: [{{wat: a}}]")).is_empty());
    }
}

#[test]
fn none_is_an_answer_about_the_help_so_far() {
    assert_eq!(paths("KRT03", "soort: nieuw"), ["hulp_tot_nu_toe"]);
    assert!(paths("KRT03", "hulp_tot_nu_toe: geen").is_empty());
    let help = "hulp_tot_nu_toe: [{wat: a, resultaat: b}, {wat: a}, {resultaat: b}, {}]";
    assert_eq!(
        paths("KRT03", help),
        ["hulp_tot_nu_toe[1].resultaat", "hulp_tot_nu_toe[2].wat", "hulp_tot_nu_toe[3].wat"]
    );
}

#[test]
fn a_card_is_up_to_date_within_42_days() {
    // 42 days before 12 March 2026 is 29 January.
    assert_eq!(paths("KRT04", "soort: nieuw"), ["bijgewerkt"]);
    assert!(paths("KRT04", "bijgewerkt: 2026-01-29").is_empty());
    assert_eq!(paths("KRT04", "bijgewerkt: 2026-01-28"), ["bijgewerkt"]);
    assert!(paths("KRT04", "bijgewerkt: 2026-01").is_empty());
    let old = &found("KRT04", "bijgewerkt: 2025-12")[0];
    assert_eq!(old.message, "De kaart is meer dan 42 dagen voor de vergadering voor het laatst bijgewerkt.");
    // After the meeting is no day on which it was.
    assert_eq!(paths("KRT04", "bijgewerkt: 2026-03-13"), ["bijgewerkt"]);
    assert!(paths("KRT04", "bijgewerkt: 2026-03").is_empty());
    assert_eq!(region().termijnen.kaart_actueel_dagen, 42);
}

#[test]
fn unknown_is_an_answer_about_safety() {
    let card = "sterke_punten: [{wat: a}, {wat: b, maakt_veilig: onbekend}, {}]\nrisicofactoren: [{wat: a}]";
    assert_eq!(paths("KRT07", card), ["sterke_punten[0].maakt_veilig", "risicofactoren[0].maakt_onveilig"]);
}

#[test]
fn without_a_fact_a_case_that_comes_back_says_what_is_safe() {
    for soort in ["nieuw", "vervolg"] {
        assert_eq!(paths("KRT09", &format!("soort: {soort}\nveilig_nu: alles")), ["onveiligheid"], "{soort}");
    }
    for soort in ["monitor", "afsluiten_maatregel"] {
        assert!(paths("KRT09", &format!("soort: {soort}\nveilig_nu: alles")).is_empty(), "{soort}");
        assert_eq!(paths("KRT09", &format!("soort: {soort}\nveilig_nu: ' '")), ["onveiligheid"], "{soort}");
    }
    assert!(paths("KRT09", "onveiligheid: [{}, {wat: a}]").is_empty());
    assert_eq!(paths("KRT09", "onveiligheid: [{nr: 1}]"), ["onveiligheid"]);
}

#[test]
fn what_the_family_asks_and_needs_has_words() {
    for (rule, key) in [("KRT05", "hulpvraag"), ("KRT06", "wat_is_nodig")] {
        assert_eq!(paths(rule, "soort: nieuw"), [key]);
        assert_eq!(paths(rule, &format!("{key}: ' '")), [key]);
        assert!(paths(rule, &format!("{key}: a")).is_empty());
    }
}
