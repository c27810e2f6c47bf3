//! The edges of the rules about what is needed to bring a case in.

use crate::rules::trial::{found, found_in, path, paths, region};

const FAMILY: &str = "gezin: {leden: [{wie: kind1, rol: jeugdige}, {wie: vader, rol: ouder_zonder_gezag}, \
                      {wie: pleegmoeder, rol: pleegouder}, {wie: oma, rol: grootouder}, {wie: vriend}]}\n";

#[test]
fn the_card_is_filled_in_with_a_parent_or_a_jeugdige() {
    let with = |who: &str| paths("INB01", &format!("{FAMILY}gesprek_gezin: {{ingevuld_met: {who}}}"));
    assert_eq!(paths("INB01", FAMILY), ["gesprek_gezin.ingevuld_met"]);
    for who in ["", "geen", "[]", "[oma]", "[buurvrouw]"] {
        assert_eq!(with(who), ["gesprek_gezin.ingevuld_met"], "{who}");
    }
    for who in ["[kind1]", "[oma, vader]", "[pleegmoeder]"] {
        assert!(with(who).is_empty(), "{who}");
    }
    // Someone without a role may be a parent, and so may a word that is nobody's.
    for who in ["[vriend]", "[moeder]", "[kind 1]"] {
        assert!(with(who).is_empty(), "{who}");
    }
}

fn colleague(talk: &str) -> (Vec<String>, Vec<String>) {
    let card = format!("soort: nieuw\nintern_besproken: {{{talk}}}");
    (paths("INB04", &card), paths("INB05", &card))
}

#[test]
fn a_missing_talk_silences_the_view() {
    assert_eq!(paths("INB04", "soort: nieuw"), ["intern_besproken.met"]);
    assert!(paths("INB05", "soort: nieuw").is_empty());
    for talk in ["datum: 2026-02-24", "met: geen", "met: ['']"] {
        let (talk, view) = colleague(talk);
        assert_eq!((talk, view), (vec!["intern_besproken.met".to_owned()], vec![]));
    }
    let (talk, view) = colleague("met: [collega], visie: ' '");
    assert_eq!((talk, view), (vec![], vec!["intern_besproken.visie".to_owned()]));
    assert_eq!(colleague("met: [collega], visie: Oma kan helpen."), (vec![], vec![]));
}

#[test]
fn of_a_case_that_comes_back_the_talk_is_new() {
    let back = |date: &str| {
        let talk = format!("intern_besproken: {{met: [collega], visie: a, datum: {date}}}");
        paths("INB04", &format!("soort: monitor\neerder: 2026-01-15\n{talk}"))
    };
    assert_eq!(back(""), ["intern_besproken.datum"]);
    assert_eq!(back("2026-01-15"), ["intern_besproken.datum"]);
    assert_eq!(back("2025-12"), ["intern_besproken.datum"]);
    assert!(back("2026-01-16").is_empty() && back("2026-01").is_empty());
    // Of a new case no date is asked, but one after the meeting is none.
    assert!(colleague("met: [collega], visie: a").0.is_empty());
    assert_eq!(colleague("met: [collega], visie: a, datum: 2026-03-13").0, ["intern_besproken.datum"]);
}

#[test]
fn a_question_has_words() {
    for card in ["soort: nieuw", "vraag: {soort: inzet}", "vraag: {soort: weging, tekst: ' '}"] {
        assert_eq!(paths("INB06", card), ["vraag.tekst"], "{card}");
    }
    assert!(paths("INB06", "vraag: {tekst: Is dit nog passend?}").is_empty());
}

#[test]
fn a_week_before_is_in_time_and_a_day_later_is_not() {
    // The last day for 12 March is 5 March: 7 days.
    let on = |card: &str, day: Option<&str>| found_in("INB07", card, &region(), day);
    assert!(on("soort: nieuw", Some("2026-03-05")).is_empty());
    let late = on("soort: nieuw", Some("2026-03-06"));
    assert_eq!(path(&late[0]), "");
    assert_eq!(late[0].message, "Inbrengen voor deze vergadering is nu 1 dag te laat.");
    assert!(!late[0].mend.contains('`'), "`ingebracht` is no key of a dossier's card");
    let late = on("casus: 7k3f-9qxr", Some("2026-03-12"));
    assert!(late[0].mend.contains("`ingebracht`"));
    assert_eq!(path(&late[0]), "ingebracht.op");
    assert_eq!(late[0].message, "De kaart is 7 dagen te laat ingebracht.");
    assert_eq!(path(&on("casus: 7k3f-9qxr", None)[0]), "ingebracht.op");
}

#[test]
fn none_is_an_answer_about_experts_and_an_expert_has_a_field() {
    assert_eq!(paths("INB08", "soort: nieuw"), ["experts"]);
    assert_eq!(paths("INB08", "experts:"), ["experts"]);
    assert!(paths("INB08", "experts: geen").is_empty() && paths("INB08", "experts: []").is_empty());
    let some = found("INB08", "experts: [{expertise: GGZ}, {reden: a}, {}]");
    assert_eq!(some.iter().map(path).collect::<Vec<_>>(), ["experts[1].expertise", "experts[2].expertise"]);
    assert_eq!(some[1].label.as_deref(), Some("hier ontbreken `expertise` en `reden`"));
}
