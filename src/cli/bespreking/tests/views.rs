//! Those who do not agree: their views, a tie, and who chooses then.

use super::*;

#[test]
fn views_that_were_typed_are_kept_when_somebody_stops() {
    let folder = folder();
    let views = ["nee", "Eerst een netwerkberaad.", "1 3 en 6", "Nu naar de Raad.", "2 4", "stop"];
    let (ran, _) = scripted(folder.path(), &[&WEIGHED[..], &views].concat());
    let text = String::from_utf8(ran.unwrap().stdout).unwrap();
    assert!(text.starts_with("Gestopt. Wat je antwoordde, is bewaard.\n\nWat nu?\n  vt "), "{text}");
    let kept = concept(folder.path());
    let shown: Vec<_> =
        kept.visies.values().map(|one| (one.visie.clone().unwrap(), one.deelnemers.values().count())).collect();
    assert_eq!(shown, [("Eerst een netwerkberaad.".to_owned(), 3), ("Nu naar de Raad.".to_owned(), 2)]);
    // Only who has no view yet is asked; three of eight share the first alone.
    let (_, asked) = scripted(folder.path(), &["Nog wachten.", "1", "5 7 8", "stop"]);
    let listed = asked.split("Visie 3").nth(1).unwrap().split("De stemmen").next().unwrap();
    assert!(listed.contains("  5 ") && listed.contains("  8 ") && !listed.contains("  1 "), "{listed}");
    assert!(asked.contains("Typ de nummers van wie nog geen visie heeft"), "{asked}");
    let kept = concept(folder.path());
    // Three, two and three: as many share two of them, so there is one more round.
    assert_eq!((kept.visies.values().count(), kept.advies.and_then(|own| own.uitkomst)), (3, None));
    let (_, asked) = scripted(folder.path(), &["1 2 3 4 6", "5", "7 8", "stop"]);
    assert!(asked.contains("De stemmen zijn gelijk. Hou nog één ronde."), "{asked}");
    let kept = concept(folder.path());
    let advies = kept.advies.unwrap();
    assert_eq!(advies.uitkomst, Some(crate::model::AdviesUitkomst::MeesteStemmen));
    assert_eq!(advies.tekst.as_deref(), Some("Eerst een netwerkberaad."));
}

/// A text ends with an empty line: without that being said the next answers become a part of it.
#[test]
fn a_text_says_how_it_ends_and_is_shown_in_its_lines() {
    let folder = folder();
    let views = ["n", "Eerst een netwerkberaad.\nDan de school.", "1 2 3 4", "Nu naar de Raad.", "5 6 7 8"];
    let round = ["1 2 3 4", "5 6 7 8", "1", "Dat kan al.", "Gedwongen kader", "stop"];
    let (ran, asked) = scripted(folder.path(), &[&WEIGHED[..], &views, &round].concat());
    ran.unwrap();
    for question in ["Waarom geen cijfer?", "Visie 1.", "Visie 2.", "Waarom kiest de inbrenger dat?"] {
        assert!(asked.contains(&format!("{question} Een lege regel is klaar.\n")), "{question}\n{asked}");
    }
    assert!(asked.contains("\nVisie 1: Eerst een netwerkberaad.\n  Dan de school.\n"), "{asked}");
    assert!(asked.contains("\n  1 Eerst een netwerkberaad.\n    Dan de school.\n  2 Nu"), "{asked}");
    assert!(!asked.contains("<U+"), "{asked}");
    // The role and the organisation are the same words.
    assert!(asked.contains("\n2 Veilig Thuis\n"), "{asked}");
    assert_eq!(concept(folder.path()).advies.unwrap().soort, Some(crate::model::AdviesSoort::GedwongenKader));
}

#[test]
fn a_tie_after_the_second_round_is_the_inbrenger_s_to_choose() {
    let folder = folder();
    let views = ["nee", "Eerst een netwerkberaad.", "1 2 3 4", "Nu naar de Raad.", "5 6 7 8"];
    let round = ["1 2 3 4", "5 6 7 8", "1", "Dat kan deze week al.", "stop"];
    let (ran, _) = scripted(folder.path(), &[&WEIGHED[..], &views, &round].concat());
    ran.unwrap();
    let kept = concept(folder.path());
    let advies = kept.advies.unwrap();
    assert_eq!(advies.uitkomst, Some(crate::model::AdviesUitkomst::Gelijk));
    assert_eq!(advies.keuze_inbrenger.unwrap().reden.as_deref(), Some("Dat kan deze week al."));
    // An organisation that is there twice is told apart by its roles.
    let first: Vec<String> = kept.visies.values().next().unwrap().deelnemers.values().cloned().collect();
    assert!(first[0].starts_with("gedragswetenschapper"), "{first:?}");
}

/// Three views, a tie in both rounds: the inbrenger chooses, and it comes back within the term.
#[test]
fn three_views_and_a_tie_end_as_files_that_the_rules_agree_with() {
    let folder = folder();
    let instead: &[(&str, &[&str])] = &[
        ("Is iedereen het eens", &["nee"]),
        ("Visie 1", &["Eerst een netwerkberaad met de school."]),
        ("Visie 2", &["Nu een gesprek met de Raad erbij."]),
        ("Visie 3", &["Nog even wachten."]),
        ("Wie deelt deze visie", &["1 2 3", "4 5 6", "7 8", "1 2 3 7", "4 5 6 8"]),
        ("Wat kiest de inbrenger", &["1"]),
        ("Waarom kiest de inbrenger dat?", &["De school staat klaar om te beginnen."]),
        ("Terug op", &["11-6-2026", "16 april"]),
    ];
    let rest: Vec<(&str, Vec<&str>)> = AGREED
        .iter()
        .filter(|(question, _)| !instead.iter().any(|(own, _)| question.contains(own)))
        .filter(|(question, _)| !["Wat is het advies?", "Komt de casus terug"].contains(question))
        .map(|(question, answer)| (*question, vec![*answer]))
        .collect();
    let rest: Vec<(&str, &[&str])> = rest.iter().map(|(question, own)| (*question, own.as_slice())).collect();
    let mut table = Answers::of(&[instead, &rest].concat());
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    discuss(&asked, &context(folder.path()), Some(&mut table))
        .unwrap_or_else(|error| panic!("{error:?}\n{}", table.all));
    assert!(table.all.contains("Hou nog één ronde.") && table.all.contains("Nog steeds gelijk."), "{}", table.all);
    insta::assert_snapshot!("three_views", read(&folder.path().join(CASE).join("bespreking.yaml")));
    let back = folder.path().join("vergaderingen/2026-04-16/pqtw-3kz3/verwacht.yaml");
    assert_eq!(read(&back), "versie: 1\nwaarom: monitor\nvan: 2026-03-12\n");
    let today = "2026-03-13".parse().unwrap();
    let options = Options { today, past_too: false, scope: Scope::All, meeting: None };
    let report = check_tree(&Root { zone: Zone::Team, path: folder.path().to_owned() }, &options);
    let own = report.findings.iter().filter(|one| one.file.starts_with(CASE) && one.is_open());
    let found: Vec<String> = own.map(|one| format!("{} {}", one.rule.id, one.message)).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// A view alone is kept too; and who changed from one opinion to the other is asked anew.
#[test]
fn a_view_without_who_shares_it_is_kept_and_an_advice_of_before_goes() {
    let folder = folder();
    let agreed = ["ja", "1", "Doe iets anders.", "terug", "terug", "terug", "nee", "Eerst praten.", "stop"];
    scripted(folder.path(), &[&WEIGHED[..], &agreed].concat()).0.unwrap();
    let kept = concept(folder.path());
    assert_eq!(kept.visies.values().next().unwrap().visie.as_deref(), Some("Eerst praten."));
    assert!(kept.advies.is_none(), "the kind of the old advice is asked again");
    // Views do not go without a word.
    let (_, asked) = scripted(folder.path(), &["1 2 3", "terug", "terug", "ja", "nee", "stop"]);
    assert!(asked.contains("De visies die er stonden gaan dan weg. Klopt dat?"), "{asked}");
    assert_eq!(concept(folder.path()).visies.values().count(), 1);
}
