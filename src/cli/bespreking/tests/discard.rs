//! A discussion that was begun by mistake is thrown away, and only when somebody is sure.

use super::*;

#[test]
fn it_says_what_is_lost_and_asks_first() {
    let folder = folder();
    let before = files(folder.path());
    let left = AGREED.iter().position(|(question, _)| *question == "Wat neemt de inbrenger mee").unwrap();
    run_with(folder.path(), AGREED, left).err().unwrap();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), weggooien: true, ..args::Bespreking::default() };
    let thrown = |answer| {
        let mut script = Script::new(&[answer]);
        let answer = discuss(&asked, &context(folder.path()), Some(&mut script)).unwrap();
        (String::from_utf8(answer.stdout).unwrap(), script.asked.concat())
    };
    let (text, said) = thrown("nee");
    assert_eq!(text, "Er is niets weggegooid.\n");
    // Who gave none did not give a figure less.
    assert!(said.contains("Er staat al: 8 cijfers en het advies."), "{said}");
    assert!(concept(folder.path()).heeft_advies(), "all of it is kept");
    let (text, _) = thrown("ja");
    assert!(text.starts_with("Weggegooid: 8 cijfers en het advies."), "{text}");
    assert_eq!(files(folder.path()), before);
    run_with(folder.path(), AGREED, 3).err().unwrap();
    let (text, _) = thrown("j");
    assert!(text.starts_with("Weggegooid: de eerste antwoorden, zonder cijfer of advies. Casus pqtw"), "{text}");
    // It begins at the first question again.
    run_with(folder.path(), AGREED, usize::MAX).unwrap();
    let mut script = Script::new(&[]);
    let error = discuss(&asked, &context(folder.path()), Some(&mut script)).err().unwrap();
    assert!(error.what.contains("geen begonnen bespreking"), "{}", error.what);
    assert_eq!(error.cause.as_deref(), Some("De bespreking is al opgeschreven. Die blijft staan."));
}

/// While the question stands open another answers the last ones: then nothing is thrown away.
#[test]
fn what_changed_meanwhile_is_not_thrown_away() {
    let folder = folder();
    let left = AGREED.iter().position(|(question, _)| *question == "Wat neemt de inbrenger mee").unwrap();
    run_with(folder.path(), AGREED, left).err().unwrap();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), weggooien: true, ..args::Bespreking::default() };
    let table = Table { answers: &[("Weggooien?", "ja")], said: String::new(), left: 1 };
    let other = || drop(run_with(folder.path(), AGREED, usize::MAX).unwrap());
    let error = discuss(&asked, &context(folder.path()), Some(&mut Meanwhile(table, other))).err().unwrap();
    assert!(error.what.contains("er veranderde net iets aan deze bespreking"), "{}", error.what);
    assert!(folder.path().join(CASE).join("bespreking.yaml").exists());
}

/// Somebody who gave a figure turns out not to have been there: it is not written down, and kept.
#[test]
fn who_sits_at_the_table_is_looked_at_again() {
    let folder = folder();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    let table = Table { answers: AGREED, said: String::new(), left: usize::MAX };
    let there = folder.path().join("vergaderingen/2026-03-12/aanwezig.yaml");
    let place = "versie: 1\naanwezig:\n  - {rol: voorzitter, organisatie: SPRING}\n";
    let other = || write(&there, place);
    let error = discuss(&asked, &context(folder.path()), Some(&mut Meanwhile(table, other))).err().unwrap();
    assert!(error.what.contains("iemand anders aan tafel"), "{}", error.what);
    assert!(concept(folder.path()).heeft_advies());
}
