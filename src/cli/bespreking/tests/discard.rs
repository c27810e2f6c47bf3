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
