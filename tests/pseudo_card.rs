//! A whole card on its way to the team: what stays behind, what comes in the place of names,
//! what is asked.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;

use common::{DOSSIERKAART, Good, day};
use serde_yaml::Value;
use vt::model::{Casus, Koppeling, Veiligheidskaart};
use vt::pseudo::{Choice, Crossing, Gated, Names, Reviewed, Reviewing, Stopped, gate, names_of, review, strip};
use vt::store::{Zone, default_regio};
use vt::yaml::parse;

const FAMILY: &str = "gezin:\n  leden:\n    - {wie: kind1, rol: jeugdige, voornaam: Daan, achternaam: Verhagen, geboortedatum: 2015-04-21, \
                      woont_bij: [moeder]}\n    - {wie: moeder, rol: ouder_met_gezag, voornaam: Kimberly, roepnaam: Kim, tussenvoegsel: van, \
                      achternaam: Hees}\n    - {wie: vader, rol: ouder_met_gezag, voornaam: Jeroen, achternaam: Verhagen}\n";

/// A dossier's card and koppeling with patches laid over them.
struct Case {
    card: Veiligheidskaart,
    koppeling: Koppeling,
    bands: bool,
}

impl Case {
    fn new(patch: &str) -> Self {
        let good = Good::new();
        // The author of the good card typed labels; here that is a test of its own.
        let text = good.read(Zone::Dossier, DOSSIERKAART).replace("Kind 1", "het kind");
        good.write(Zone::Dossier, DOSSIERKAART, &text);
        good.lay(Zone::Dossier, DOSSIERKAART, FAMILY);
        good.lay(Zone::Dossier, DOSSIERKAART, patch);
        let text = good.read(Zone::Dossier, DOSSIERKAART);
        let card = parse(text.as_bytes()).unwrap().read().0.unwrap();
        Self { card, koppeling: Koppeling::default(), bands: false }
    }

    fn with_koppeling(mut self, text: &str) -> Self {
        self.koppeling = parse(text.as_bytes()).unwrap().read().0.unwrap();
        self
    }

    fn reviewed(&self) -> (Reviewed, Result<Gated, Stopped>) {
        let (regio, day) = (default_regio(), day("2026-03-12"));
        let crossing = Crossing {
            regio: &regio,
            casus: Casus::read("7k3f-9qxr").unwrap(),
            op: "2026-03-04T10:12:00+01:00".parse().ok().unwrap(),
            door: "Anke Wouters".to_owned(),
            spoed: None,
            day,
            bands: self.bands,
        };
        let names = Names::of(&self.card, &regio, day);
        let stays = names_of(&regio, Some(&self.card));
        let choices = Choice::of(&self.koppeling);
        let with =
            Reviewing { names: &names, stays: &stays, koppeling: Some(&self.koppeling), choices: &choices, said: &[] };
        let reviewed = review(strip(&self.card, &crossing).into(), &with);
        let gated = gate(&reviewed.file, &names, &regio);
        (reviewed, gated)
    }

    fn crossed(&self) -> String {
        let (reviewed, gated) = self.reviewed();
        let asked = reviewed.questions.iter().map(|question| (&question.words, &question.fields, &question.reason));
        let asked: Vec<_> = asked.collect();
        assert!(asked.is_empty(), "{asked:?}");
        let gated = gated.unwrap_or_else(|stopped| panic!("{stopped:?}"));
        String::from_utf8(gated.as_ref().to_vec()).unwrap()
    }

    /// What one text becomes.
    fn text(text: &str) -> String {
        let patch = format!("hulpvraag: {}", serde_yaml::to_string(text).unwrap().trim_end());
        let crossed = Self::new(&patch).crossed();
        value(&crossed)["hulpvraag"].as_str().unwrap().to_owned()
    }
}

fn value(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

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

/// What people wrote who looked for a way through.
#[test]
fn no_key_lets_a_name_through() {
    let silent = |patch: &str| {
        let case = Case::new(patch);
        let (reviewed, gated) = case.reviewed();
        let text = gated.map(|gated| String::from_utf8(gated.as_ref().to_vec()).unwrap().to_lowercase());
        reviewed.questions.is_empty()
            && text.is_ok_and(|text| {
                ["daan", "verhagen", "kim", "hees", "lindelaan"].iter().any(|name| text.contains(name))
            })
    };
    for patch in [
        "verantwoording: [{regel: Daan, sleutel: kim, reden: Zo.}]",
        "verantwoording: [{regel: INB05, sleutel: kim.van.hees, reden: Zo.}]",
        "verantwoording: [{regel: INB05, sleutel: 'stem[daan].woorden', reden: Zo.}]",
        "inbrenger: {naam: Anke Wouters, organisatie: 'Gemeente Roosendaal, zaak Daan Verhagen', via: Bram}",
        "casusregisseur: {naam: Kim van Hees, organisatie: Gemeente Roosendaal}",
        "hulpvraag: '#TeamDaan en daanenkim en moederkim'",
        "hulpvraag: Als kim boos is gaat daan weg.",
        "hulpvraag: Daan1 en Daan2015.",
    ] {
        assert!(!silent(patch), "{patch}");
    }
    assert_eq!(Case::text("K.v.H. belde. K. van H. ook."), "Moeder belde. Moeder ook.");
    let family = "gezin: {leden: [{wie: kind1, rol: jeugdige, voornaam: Daan, achternaam: Verhagen}], in_de_tekst: [{naam: Toos Pieters, wie: oom                   Wil}, {naam: Sven Bakker, wie: kind1}, {naam: Ria Bos, wie: buurvrouw}, {naam: Ada Mol, wie: buurvrouw}]}\n";
    let crossed = Case::new(&format!(
        "{family}hulpvraag: Toos belt Daan. Sven slaat Daan. Ria ziet Ada. Toos Pieters-Smit komt.\n"
    ))
    .crossed();
    let expected = "Persoon A belt Kind 1. Persoon B slaat Kind 1. Buurvrouw ziet Persoon C. Persoon A komt.";
    assert_eq!(value(&crossed)["hulpvraag"].as_str(), Some(expected));
}

#[test]
fn a_typed_label_that_is_another_stays_apart_from_the_name() {
    let case = Case::new("hulpvraag: Kind 1 slaat. Daan huilt.")
        .with_koppeling("keuzes: [{tekst: Kind 1, in: hulpvraag, keuze: vervangen}]");
    assert_eq!(value(&case.crossed())["hulpvraag"].as_str(), Some("Persoon A slaat. Kind 1 huilt."));
}

#[test]
fn a_choice_never_keeps_a_name_of_the_family_beside_another_word() {
    let case = Case::new("hulpvraag: Kim Jansen belde.").with_koppeling(
        "vervangingen: [{tekst: Gerrit, door: Persoon Wil, soort: persoon}]\nkeuzes: [{tekst: Kim Jansen, in: hulpvraag, keuze: blijft, reden: professional}]",
    );
    let crossed = case.crossed();
    assert!(!crossed.contains("Kim") && !crossed.contains("Wil"), "{crossed}");
}

#[test]
fn a_day_of_birth_is_found_whatever_stands_around_it() {
    for text in ["Op 21-04-2015 was het zwaar.", "Sinds 21 april 2015 is zij alleen.", "Het was 2015/04/21."] {
        let out = Case::text(text);
        assert!(out.contains("[geboortedatum: nu 10 jaar]") && !out.contains("2015"), "{out}");
    }
}

#[test]
fn disguises_do_not_help() {
    for text in [
        "Met D\u{200b}aan mee.",
        "Met Da\u{ad}an mee.",
        "Met \u{ff24}\u{ff41}\u{ff41}\u{ff4e} mee.",
        "Met D\u{430}\u{430}n mee.",
        "Met Daan\nVerhagen mee.",
        "Met DAAN VERHAGEN mee.",
        "Met daan verhagen mee.",
        "Met Verhaegen mee.",
    ] {
        let out = Case::text(text);
        let folded: String = out.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        assert!(
            !folded.contains("aan") && !folded.contains("verha") && out.starts_with("Met "),
            "{text:?} became {out:?}"
        );
        assert!(out.contains("Kind 1") || out.contains("Achternaam 1"), "{out}");
    }
    // However a file writes it.
    for file in [
        "hulpvraag: \"Met D\\u0061an mee.\"",
        "hulpvraag: 'Met Daan''s fiets.'",
        "hulpvraag: >\n  Met Daan\n  Verhagen mee.",
    ] {
        let crossed = Case::new(file).crossed();
        assert!(value(&crossed)["hulpvraag"].as_str().unwrap().starts_with("Met Kind 1"), "{crossed}");
    }
}

#[test]
fn numbers_go_in_all_their_disguises() {
    for (text, label) in [
        ("Haar BSN is 111.222.333.", "Bsn 1"),
        ("Haar bsn is 111\u{a0}222\u{a0}333.", "Bsn 1"),
        ("Bel 0031 6 1234 5678.", "Telefoonnummer 1"),
        ("Mail kim(at)voorbeeld.example of bel.", "E-mailadres 1"),
        ("Rekening NL91\u{a0}ABNA 0417 1643 00.", "Rekeningnummer 1"),
        ("Kenteken 12-ABC-3 stond er.", "Kenteken 1"),
    ] {
        let out = Case::text(text);
        assert!(out.contains(label) && !out.chars().any(|c| c.is_ascii_digit() && c != '1'), "{text:?} became {out:?}");
    }
}
