//! A whole card on its way to the team: what stays behind, what comes in the place of names,
//! what is asked.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod crossing;

use common::{DOSSIERKAART, Good};
use crossing::{Case, value};
use serde_yaml::Value;
use vt::model::Koppeling;
use vt::store::Zone;
use vt::yaml::parse;

/// The words of every text, whatever the lines they stand on; empty keys are no keys.
fn plain(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Sequence(items) => Value::Sequence(items.iter().map(plain).collect()),
        Value::Mapping(entries) => {
            let full = entries.iter().filter(|(_, value)| !value.is_null());
            Value::Mapping(full.map(|(key, value)| (key.clone(), plain(value))).collect())
        }
        other => other.clone(),
    }
}

/// The team's card of the example was written by hand, before there was a program to make it.
#[test]
fn the_card_of_the_example_becomes_the_one_that_was_written_by_hand() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    let card = parse(read("dossier/RSD-2026-00412/kaart.yaml").as_bytes()).unwrap().read().0.unwrap();
    let case = Case { card, koppeling: Koppeling::default(), bands: false };
    let crossed = case.with_koppeling(&read("dossier/RSD-2026-00412/koppeling.yaml")).crossed();
    let by_hand = read("west-brabant-west/vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml");
    assert_eq!(plain(&value(&crossed)), plain(&value(&by_hand)));
}

#[test]
fn what_names_people_by_structure_stays_behind() {
    let crossed = Case::new(
        "gezin:\n  leden:\n    - {wie: kind1, rol: jeugdige, voornaam: Daan, achternaam: Verhagen, geboortedatum: 2015-04-21, \
         school: De Korenwolf, woont_bij: [moeder], gemeente: Rucphen, adres: {straat: Korstmosweg, huisnummer: 203-b, postcode: 4799 XR, woonplaats: Wouwse Plantage}}\n    \
         - {wie: moeder, rol: ouder_met_gezag, voornaam: Kim, geboortedatum: 1988-02-03}\n    - {wie: vader, rol: ouder_zonder_gezag, \
         contact: nee, niet_informeren: Hij bedreigde haar.}\n  in_de_tekst: [{naam: Marleen Goossens, wie: leerkracht}]\n",
    )
    .crossed();
    let expected = value(
        "leden:\n  - {wie: kind1, rol: jeugdige, leeftijd: 10, woont_bij: [moeder], gemeente: Rucphen}\n  \
         - {wie: moeder, rol: ouder_met_gezag}\n  - {wie: vader, rol: ouder_zonder_gezag, contact: nee}\n",
    );
    assert_eq!(value(&crossed)["gezin"], expected);
    assert!(value(&crossed).get("dossiernummer").is_none());
    for word in ["Daan", "Verhagen", "Korstmosweg", "4799", "Wouwse", "1988", "bedreigde", "Marleen", "RSD"] {
        assert!(!crossed.contains(word), "{word}");
    }
}

#[test]
fn dates_that_give_a_birth_or_a_ruling_away_become_a_month() {
    // 12 March less ninety days is 12 December.
    let crossed = Case::new(
        "bijgewerkt: 2026-03-02\nintern_besproken: {datum: 2025-12-12}\nmeldcode: {signalen_in_kaart: 2025-12-11}\nmaatregelen:\n  \
         - {wie: kind1, soort: ots, einde: 2026-04-21, reden: achttien}\n  - {wie: kind1, soort: ots, einde: 2026-06-01, reden: overig}\nrvdk: \
         {gesprek: 2026-01-05, beschikking: 2026-02-11}\n",
    )
    .crossed();
    let value = value(&crossed);
    let date = |value: &Value| value.as_str().unwrap().to_owned();
    assert_eq!(date(&value["bijgewerkt"]), "2026-03-02");
    assert_eq!(date(&value["intern_besproken"]["datum"]), "2025-12-12");
    assert_eq!(date(&value["meldcode"]["signalen_in_kaart"]), "2025-12");
    assert_eq!(date(&value["maatregelen"][0]["einde"]), "2026-04");
    assert_eq!(date(&value["maatregelen"][1]["einde"]), "2026-06-01");
    assert_eq!(date(&value["rvdk"]["gesprek"]), "2026-01-05");
    assert_eq!(date(&value["rvdk"]["beschikking"]), "2026-02");
}

/// The end of a measure at eighteen says when the child was born, whatever the reason that is
/// given; so does any other date in a key of its own that is that day.
#[test]
fn the_day_on_which_someone_comes_of_age_is_told_as_a_month() {
    let crossed = Case::new(
        "gezin: {leden: [{wie: kind1, rol: jeugdige, voornaam: Daan, geboortedatum: 2008-05-20, woont_bij: [moeder]}, {wie: moeder, rol: \
         ouder_met_gezag}]}\nmaatregelen: [{wie: kind1, soort: ots, einde: 2026-05-20, reden: doelen_behaald}]\nrvdk: {volgen_tot: 2026-05-20}\n",
    )
    .crossed();
    assert_eq!(value(&crossed)["maatregelen"][0]["einde"].as_str(), Some("2026-05"));
    assert_eq!(value(&crossed)["rvdk"]["volgen_tot"].as_str(), Some("2026-05"));
}

#[test]
fn ages_of_many_children_are_told_in_bands() {
    let mut case = Case::new(
        "gezin:\n  leden:\n    - {wie: kind1, rol: jeugdige, geboortedatum: 2015-04-21}\n    - {wie: kind2, rol: jeugdige, geboortedatum: \
         2023-01-01}\n    - {wie: kind3, rol: jeugdige, geboortedatum: onbekend}\n    - {wie: kind4, rol: jeugdige, geboortedatum: \
         ongeboren}\n    - {wie: kind5, rol: jeugdige, geboortedatum: 2009-03-13}\n    - {wie: moeder, rol: ouder_met_gezag}\n",
    );
    case.bands = true;
    assert!(vt::pseudo::ages_stand_out(case.card.gezin.as_ref().unwrap()));
    let crossed = value(&case.crossed());
    let ages: Vec<&Value> = (0..5).map(|nth| &crossed["gezin"]["leden"][nth]["leeftijd"]).collect();
    let ages: Vec<Option<&str>> = ages.into_iter().map(Value::as_str).collect();
    assert_eq!(ages, [Some("8-11"), Some("0-3"), Some("onbekend"), Some("ongeboren"), Some("16-17")]);
}

#[test]
fn twins_stand_out_and_two_children_do_not() {
    let stands_out = |second: &str| {
        let case = Case::new(&format!(
            "gezin: {{leden: [{{wie: kind1, rol: jeugdige, geboortedatum: 2015-04-21}}, {{wie: kind2, rol: jeugdige, geboortedatum: {second}}}]}}"
        ));
        vt::pseudo::ages_stand_out(case.card.gezin.as_ref().unwrap())
    };
    assert!(stands_out("2015-04-21"));
    assert!(!stands_out("2015-04-22"));
    assert!(!stands_out("onbekend"));
}

#[test]
fn each_person_has_one_label() {
    let text = "Daan belt. Daans moeder Kim van Hees en Daantje zelf. D.V. en DAAN. Mevrouw Van Hees ook.";
    let expected = "Kind 1 belt. Kind 1's Moeder en Kind 1 zelf. Kind 1 en KIND. Moeder ook.".replace("KIND", "Kind 1");
    assert_eq!(Case::text(text), expected);
}

#[test]
fn a_name_of_several_is_no_one_of_them() {
    // Two people on the good card are called Verhagen.
    assert_eq!(Case::text("De familie Verhagen woont daar."), "De familie Achternaam 1 woont daar.");
}

#[test]
fn others_get_a_letter_and_keep_it() {
    let text =
        "Buurman Gerrit Koolstra zag het. Gerrit belde Wilma Tiesinga. Koolstra en Wilma kwamen. Ook Bouchra kwam.";
    let expected =
        "Buurman Persoon A zag het. Persoon A belde Persoon B. Persoon A en Persoon B kwamen. Ook Persoon C kwam.";
    assert_eq!(Case::text(text), expected);
}

#[test]
fn labels_stay_between_versions_of_a_card() {
    let case = Case::new("hulpvraag: Buurman Gerrit Koolstra zag het, en juf Bouchra hoorde het.").with_koppeling(
        "casus: 7k3f-9qxr\nvervangingen:\n  - {tekst: Wilma, door: Persoon A, soort: persoon}\n  - {tekst: Gerrit, door: Persoon B, soort: \
         persoon}\n",
    );
    let crossed = value(&case.crossed());
    assert_eq!(crossed["hulpvraag"].as_str(), Some("Buurman Persoon B zag het, en juf Persoon C hoorde het."));
    let given: Vec<String> = case.reviewed().0.given.iter().map(|one| format!("{} {}", one.tekst, one.door)).collect();
    assert!(given.contains(&"Bouchra Persoon C".to_owned()), "{given:?}");
    // A longer form of a name is remembered with the same label.
    assert!(given.contains(&"Gerrit Koolstra Persoon B".to_owned()), "{given:?}");
    assert!(!given.iter().any(|one| one.ends_with("Persoon A")), "{given:?}");
}

#[test]
fn a_day_of_birth_becomes_an_age() {
    assert_eq!(Case::text("Daan (21-04-2015) slaapt slecht."), "Kind 1 ([geboortedatum: nu 10 jaar]) slaapt slecht.");
}

#[test]
fn a_label_that_the_author_typed_is_asked_about() {
    let case = Case::new("hulpvraag: Kind 1 wil naar huis. Persoon A en buurman Gerrit Koolstra ook.");
    let (reviewed, _) = case.reviewed();
    let [question] = reviewed.questions.as_slice() else { panic!("{} questions", reviewed.questions.len()) };
    assert!(question.is_label && question.words == "Kind 1" && question.fields == ["hulpvraag"]);
    // A label that stands for nobody yet stays the author's own.
    let answered = |keuze: &str| {
        let case = Case::new("hulpvraag: Kind 1 wil naar huis. Persoon A en buurman Gerrit Koolstra ook.")
            .with_koppeling(&format!("keuzes: [{{tekst: Kind 1, in: hulpvraag, {keuze}}}]"));
        value(&case.crossed())["hulpvraag"].as_str().unwrap().to_owned()
    };
    assert_eq!(
        answered("keuze: blijft, reden: gewoon_woord"),
        "Kind 1 wil naar huis. Persoon A en buurman Persoon B ook."
    );
    assert_eq!(answered("keuze: vervangen"), "Persoon B wil naar huis. Persoon A en buurman Persoon C ook.");
}

#[test]
fn a_doubtful_word_is_asked_once_and_the_answer_is_kept_with_its_field() {
    let patch = "hulpvraag: Het codewoord is Roos.\nwat_is_nodig: Zij zegt Roos als het misgaat.\n";
    let (reviewed, _) = Case::new(patch).reviewed();
    let [question] = reviewed.questions.as_slice() else { panic!("{} questions", reviewed.questions.len()) };
    assert_eq!(question.fields, ["hulpvraag", "wat_is_nodig"]);
    let one =
        Case::new(patch).with_koppeling("keuzes: [{tekst: roos, in: hulpvraag, keuze: blijft, reden: gewoon_woord}]");
    let (reviewed, _) = one.reviewed();
    assert_eq!(reviewed.questions[0].fields, ["wat_is_nodig"]);
    let both = Case::new(patch).with_koppeling(
        "keuzes: [{tekst: Roos, in: hulpvraag, keuze: blijft, reden: gewoon_woord}, {tekst: Roos, in: wat_is_nodig, keuze: vervangen}]",
    );
    let crossed = value(&both.crossed());
    assert_eq!(crossed["hulpvraag"].as_str(), Some("Het codewoord is Roos."));
    assert_eq!(crossed["wat_is_nodig"].as_str(), Some("Zij zegt Persoon A als het misgaat."));
    assert_eq!(crossed["blijft_staan"], value("[{tekst: Roos, in: hulpvraag, reden: gewoon_woord}]"));
}

#[test]
fn nobody_lets_a_name_of_the_family_or_a_number_stand() {
    let case = Case::new("hulpvraag: Daan belt op 06-12345678.").with_koppeling(
        "keuzes: [{tekst: Daan, in: hulpvraag, keuze: blijft, reden: professional}, {tekst: 06-12345678, in: hulpvraag, keuze: blijft, \
         reden: gewoon_woord}]",
    );
    let crossed = case.crossed();
    assert_eq!(value(&crossed)["hulpvraag"].as_str(), Some("Kind 1 belt op Telefoonnummer 1."));
    assert!(value(&crossed).get("blijft_staan").is_none());
}

#[test]
fn another_name_may_stay_when_it_was_judged() {
    let case = Case::new("hulpvraag: Buurman Gerrit Koolstra zag het.")
        .with_koppeling("keuzes: [{tekst: Gerrit Koolstra, in: hulpvraag, keuze: blijft, reden: professional}]");
    assert_eq!(value(&case.crossed())["hulpvraag"].as_str(), Some("Buurman Gerrit Koolstra zag het."));
}

/// A family and a professional with the same surname: the professional stays where
/// professionals stand, and the name goes in the texts.
#[test]
fn a_professional_with_the_name_of_the_family_stays_a_professional() {
    let crossed = Case::new(
        "inbrenger: {naam: Anke Verhagen, organisatie: Gemeente Roosendaal, via: Bram Looijmans}\nhulpvraag: Anke Verhagen belde Daan. Mevrouw Verhagen ook.",
    )
    .crossed();
    let value = value(&crossed);
    assert_eq!(value["inbrenger"]["naam"].as_str(), Some("Anke Verhagen"));
    // By the whole name it is the professional; by the surname alone nobody can tell.
    assert_eq!(value["hulpvraag"].as_str(), Some("Anke Verhagen belde Kind 1. Mevrouw Achternaam 1 ook."));
}

/// No comment, anchor or unknown key crosses: the card is written anew.
#[test]
fn nothing_crosses_that_is_no_value_of_a_card() {
    let good = Good::new();
    let text = good.read(Zone::Dossier, DOSSIERKAART).replace("Kind 1", "het kind")
        + "# Daan Verhagen\nbijnaam: Kanjer # Daan\n";
    let card = parse(text.as_bytes()).unwrap().read().0.unwrap();
    let crossed = Case { card, koppeling: Koppeling::default(), bands: false }.crossed();
    assert!(!crossed.contains('#') && !crossed.contains("bijnaam") && !crossed.contains("Kanjer"));
}
