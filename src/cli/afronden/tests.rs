//! The questions of `vt nazorg --afronden`, asked of a script.

use super::ask::{Gevraagd, answers};
use crate::cli::args;
use crate::cli::context::Context;
use crate::cli::prompt::Script;
use crate::model::{Casus, Nazorg};
use crate::pseudo::TeamFile;
use crate::store::{Case, Team};
use crate::yaml::{parse, write};
use chrono::NaiveDate;

fn value<T: serde::de::DeserializeOwned>(text: &str) -> T {
    parse(text.as_bytes()).unwrap().read().0.unwrap()
}

fn asked() -> args::Nazorg {
    args::Nazorg {
        casus: Some("0q54-r7cv".to_owned()),
        afronden: true,
        vergadering: None,
        terugkoppeling: None,
        met: Vec::new(),
        reactie: None,
        afspraak: None,
        gedaan: false,
        kon_niet: false,
        niet_gedaan: false,
        op: None,
        reden: None,
        verder_geholpen: None,
        droog: false,
    }
}

/// What is written for these answers, and what was asked.
fn answered(asked: &args::Nazorg, now: Option<&str>, words: &[&'static str]) -> (String, Vec<String>) {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let casus = Casus::read("0q54-r7cv").unwrap();
    let talk = "afspraken:\n  - {nr: 1, wat: Vader aanmelden bij Daan Verhagen}\n  - {nr: 2, wat: bellen}\n";
    let mut team = Team::default();
    let case = Case { bespreking: Some(value(talk)), nazorg: now.map(value), ..Case::default() };
    team.meetings.entry(day("2026-02-26")).or_default().cases.insert(casus, case);
    let card = value("gezin: {leden: [{wie: kind1}, {wie: moeder}]}\n");
    let context = Context::test(".".as_ref(), "2026-03-08T10:00:00+01:00");
    let about = Gevraagd {
        asked,
        day: day("2026-02-26"),
        today: context.today,
        casus,
        team: &team,
        card: &card,
        context: &context,
    };
    let mut script = Script::new(words);
    let nazorg: Nazorg = answers(&about, Some(&mut script)).unwrap();
    assert!(script.answers.is_empty(), "an answer too many");
    (write(&TeamFile::from(&nazorg)).unwrap(), script.asked)
}

#[test]
fn what_is_open_is_asked_in_turn() {
    let words = [
        "ergens in maart",
        "20-2-2026",
        "6 maart",
        "oma",
        "Moeder, kind1",
        "Zij is blij.",
        "4",
        "1",
        "",
        "2",
        "2026-03-07",
        "",
        "De lijn was bezet.",
        "misschien",
        "deels",
    ];
    let (written, said) = answered(&asked(), None, &words);
    let expected = "versie: 1\nterugkoppeling:\n  datum: 2026-03-06\n  met:\n    - moeder\n    - kind1\n  reactie: Zij is blij.\n\
                    afspraken:\n  - nr: 1\n    stand: gedaan\n    op: 2026-03-08\n  - nr: 2\n    stand: kon_niet\n    op: \
                    2026-03-07\n    reden: De lijn was bezet.\nverder_geholpen: deels\n";
    assert_eq!(written, expected);
    let said = said.join("\n");
    assert!(said.contains("aanmelden bij [weggelaten]") && !said.contains("Verhagen"), "{said}");
    assert!(said.contains("Die dag ligt niet tussen de bespreking en vandaag."), "{said}");
}

/// What was answered until then goes into the file.
#[test]
fn who_stops_keeps_what_was_answered() {
    let (written, said) = answered(&asked(), None, &["gisteren", "moeder", "Zij is blij.", "1", "", "STOP"]);
    assert!(written.contains("datum: 2026-03-07") && written.contains("stand: gedaan"), "{written}");
    assert!(!written.contains("nr: 2"), "{written}");
    assert!(said.join("").contains("Gestopt. Wat je tot nu toe antwoordde, gaat mee."));
}

#[test]
fn what_is_settled_is_not_asked_and_enter_leaves_it_open() {
    let now = "terugkoppeling: {datum: 2026-03-01}\nafspraken: [{nr: 1, stand: gedaan}]\nverder_geholpen: ja\n";
    assert_eq!(answered(&asked(), Some(now), &[""]).0, "versie: 1\n");
    assert_eq!(answered(&asked(), None, &["", "", "", ""]).0, "versie: 1\n");
}

#[test]
fn what_an_option_leaves_open_is_asked() {
    let told = args::Nazorg { terugkoppeling: Some("2026-03-06".parse().unwrap()), ..asked() };
    assert!(answered(&told, None, &["kind1"]).0.contains("- kind1"));
    let not = args::Nazorg { afspraak: Some(2), niet_gedaan: true, ..asked() };
    let (written, said) = answered(&not, None, &["Vergeten."]);
    assert!(written.contains("stand: niet_gedaan") && written.contains("reden: Vergeten."), "{written}");
    assert_eq!(said, ["Waarom is het niet gedaan? Een lege regel is klaar."]);
}
