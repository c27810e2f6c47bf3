//! The edges of the rules about telling the family and asking leave.

use crate::calendar::Calendar;
use crate::rules::familie::trial::{found, paths, region};
use crate::rules::{Context, judge};
use crate::store::Slot;

const RULES: [&str; 4] = ["INB02", "INB03", "INB15", "INB18"];

const FAMILY: &str = "gezin:
  leden:
    - {wie: kind1, rol: jeugdige, geboortedatum: 2015-04-21}
    - {wie: kind2, rol: jeugdige, geboortedatum: 2013-11-02}
    - {wie: moeder, rol: ouder_met_gezag}
";

/// What the four rules find: rule and path.
fn all(card: &str) -> Vec<String> {
    RULES.iter().flat_map(|rule| paths(rule, card).into_iter().map(move |path| format!("{rule} {path}"))).collect()
}

/// The same when the other two are in order and the mother's entry is this.
fn mother(head: &str, entry: &str) -> Vec<String> {
    let told = "datum: 2026-02-20, waarom_uitgelegd: ja, akkoord: ja, reactie: goed";
    all(&format!(
        "{head}\n{FAMILY}gesprek_gezin: {{geinformeerd: [{{wie: kind1, {told}}}, {{wie: kind2, {told}}}, {entry}]}}"
    ))
}

const NEW: &str = "soort: nieuw";
const BACK: &str = "{soort: monitor, eerder: 2026-02-12}";

/// `head` as block keys, since a card is one map.
fn back() -> String {
    BACK.trim_matches(['{', '}']).replace(", ", "\n")
}

#[test]
fn who_was_not_told_is_asked_nothing_more() {
    // No talk at all: each person is a gap of their own, and none has two.
    let nobody = ["INB02 gezin.leden[2]", "INB18 gezin.leden[0]", "INB18 gezin.leden[1]"];
    assert_eq!(all(FAMILY), nobody);
    assert_eq!(all(&format!("{FAMILY}gesprek_gezin: {{geinformeerd: []}}")), nobody);
    assert_eq!(mother(NEW, "{wie: moeder}"), ["INB02 gesprek_gezin.geinformeerd[2].datum"]);
    let label = found("INB02", &format!("{FAMILY}gesprek_gezin: {{geinformeerd: [{{wie: moeder}}]}}"))[0].label.clone();
    assert_eq!(label.as_deref(), Some("hier ontbreken `datum` en `waarom_uitgelegd`"));
    assert!(mother(NEW, "{wie: moeder, reden_niet: Ze ligt in het ziekenhuis.}").is_empty());
}

#[test]
fn who_was_told_says_what_they_think_and_whether_it_may() {
    let told = "wie: moeder, datum: 2026-02-20";
    assert_eq!(
        mother(NEW, &format!("{{{told}}}")),
        [
            "INB02 gesprek_gezin.geinformeerd[2].waarom_uitgelegd",
            "INB03 gesprek_gezin.geinformeerd[2].reactie",
            "INB15 gesprek_gezin.geinformeerd[2].akkoord"
        ]
    );
    let told = format!("{told}, waarom_uitgelegd: ja, reactie: goed");
    for akkoord in ["nee", "niet_gevraagd", "nee, reden_toch: ' '"] {
        let found = mother(NEW, &format!("{{{told}, akkoord: {akkoord}}}"));
        assert_eq!(found, ["INB15 gesprek_gezin.geinformeerd[2].reden_toch"], "{akkoord}");
    }
    assert!(mother(NEW, &format!("{{{told}, akkoord: nee, reden_toch: Het is niet veilig.}}")).is_empty());
    let unexplained = "{wie: moeder, datum: 2026-02, waarom_uitgelegd: nee, akkoord: ja, reactie: goed}";
    assert_eq!(mother(NEW, unexplained), ["INB02 gesprek_gezin.geinformeerd[2].waarom_uitgelegd"]);
}

#[test]
fn leave_is_asked_from_twelve_and_a_reaction_of_parents_alone() {
    // Kind 1 is 10 and Kind 2 is 12 on 12 March 2026.
    let told = "datum: 2026-02-20, waarom_uitgelegd: ja";
    let entries = format!("{{wie: kind1, {told}}}, {{wie: kind2, {told}}}, {{wie: moeder, reden_niet: a}}");
    let card = format!("{FAMILY}gesprek_gezin: {{geinformeerd: [{entries}]}}");
    assert_eq!(all(&card), ["INB15 gesprek_gezin.geinformeerd[1].akkoord"]);
}

#[test]
fn a_case_that_comes_back_is_told_anew() {
    let on = |date: &str| {
        mother(&back(), &format!("{{wie: moeder, datum: {date}, waarom_uitgelegd: ja, akkoord: ja, reactie: goed}}"))
    };
    assert_eq!(on("2026-02-12"), ["INB02 gesprek_gezin.geinformeerd[2].datum"]);
    assert!(on("2026-02-13").is_empty());
    // Some day in February may be after the 12th.
    assert!(on("2026-02").is_empty());
    assert_eq!(on("2026-01"), ["INB02 gesprek_gezin.geinformeerd[2].datum"]);
    // An entry for each talk: the new one counts, its reaction too.
    let both = "{wie: moeder, datum: 2026-01-05, waarom_uitgelegd: ja, akkoord: ja, reactie: goed}, {wie: moeder, \
                datum: 2026-02-20, waarom_uitgelegd: ja, akkoord: ja}";
    assert_eq!(mother(&back(), both), ["INB03 gesprek_gezin.geinformeerd[3].reactie"]);
}

#[test]
fn a_talk_that_is_still_to_come_was_not_held() {
    let entry = "{wie: moeder, datum: 2026-03-13, waarom_uitgelegd: ja}";
    assert_eq!(mother(NEW, entry), ["INB02 gesprek_gezin.geinformeerd[2].datum"]);
}

#[test]
fn a_slip_in_the_word_is_said_by_another_rule() {
    assert!(mother(NEW, "{wie: moder, datum: 2026-02-20}").is_empty());
    assert_eq!(mother(NEW, "{wie: vader, datum: 2026-02-20}"), ["INB02 gezin.leden[2]"]);
    // An entry that names nobody hides nothing.
    assert_eq!(mother(NEW, "{datum: 2026-02-20}"), ["INB02 gezin.leden[2]"]);
}

#[test]
fn authority_that_is_not_named_is_a_question() {
    let told = "datum: 2026-02-20, waarom_uitgelegd: ja, akkoord: ja, reactie: goed";
    let of = |lid: &str| {
        all(&format!("gezin: {{leden: [{lid}]}}\ngesprek_gezin: {{geinformeerd: [{{wie: vader, {told}}}]}}"))
    };
    assert_eq!(of("{wie: vader, rol: ouder_gezag_onbekend}"), ["INB02 gezin.leden[0].rol"]);
    assert!(of("{wie: vader, rol: ouder_gezag_onbekend, niet_informeren: a}").is_empty());
    // Of a parent without a role VOL01 asks the role.
    assert!(of("{wie: vader}").is_empty());
}

#[test]
fn someone_has_authority_over_a_minor() {
    let of = |leden: &str, rest: &str| paths("INB02", &format!("gezin: {{leden: [{leden}]}}\n{rest}"));
    let child = "{wie: kind1, rol: jeugdige, leeftijd: 10}";
    assert_eq!(of(child, ""), ["gezin.leden"]);
    // Without a jeugdige VOL01 asks for one.
    assert!(paths("INB02", "soort: nieuw").is_empty());
    assert_eq!(of(&format!("{child}, {{wie: vader, rol: ouder_zonder_gezag}}"), ""), ["gezin.leden"]);
    assert!(of(child, "maatregelen: [{wie: kind1, soort: voogdij}]").is_empty());
    assert!(of("{wie: kind1, rol: jeugdige, leeftijd: 18}", "").is_empty());
    assert!(of(&format!("{child}, {{wie: moeder, rol: ouder_met_gezag, niet_informeren: a}}"), "").is_empty());
    assert_eq!(of(&format!("{child}, {{wie: oma, rol: voogd}}"), ""), ["gezin.leden[1]"]);
}

#[test]
fn on_a_card_of_the_team_someone_without_an_entry_may_not_be_told() {
    let told = "datum: 2026-02-20, waarom_uitgelegd: ja, akkoord: ja, reactie: goed";
    let family = "gezin: {leden: [{wie: kind1, rol: jeugdige, leeftijd: 13}, {wie: moeder, rol: ouder_met_gezag}, \
                  {wie: vader, rol: ouder_gezag_onbekend}]}";
    let of = |head: &str, talks: &str| all(&format!("{head}\n{family}\ngesprek_gezin: {{{talks}}}"));
    let mother = format!("geinformeerd: [{{wie: moeder, {told}}}]");
    assert!(of("casus: 7k3f-9qxr", &mother).is_empty());
    assert_eq!(of("dossiernummer: RSD-1", &mother), ["INB02 gezin.leden[2].rol", "INB18 gezin.leden[0]"]);
    // An entry that is there is held to what it says, and a list that is not there is a gap.
    let undated = of("casus: 7k3f-9qxr", "geinformeerd: [{wie: moeder}]");
    assert_eq!(undated, ["INB02 gesprek_gezin.geinformeerd[0].datum"]);
    let nothing = of("casus: 7k3f-9qxr", "ingevuld_met: [moeder]");
    assert_eq!(nothing, ["INB02 gezin.leden[1]", "INB02 gezin.leden[2].rol", "INB18 gezin.leden[0]"]);
}

#[test]
fn a_person_without_an_entry_is_answered_by_the_path_it_would_have() {
    let answer = |rule: &str, key: &str| format!("  - {{regel: {rule}, sleutel: '{key}', reden: Dat kon nog niet.}}\n");
    let text = format!(
        "soort: nieuw\n{FAMILY}verantwoording:\n{}{}",
        answer("INB02", "gesprek_gezin.geinformeerd[moeder]"),
        answer("INB18", "gezin.leden[kind2]")
    );
    let regio = region();
    let calendar = Calendar::new(&regio);
    let today = "2026-03-04".parse().unwrap();
    let context =
        Context { regio: &regio, calendar: &calendar, today, meeting: None, past_too: false, hash: false, scan: None };
    let judged = judge(&Slot::LooseKaart, "kaart.yaml", &Ok(text.into_bytes()), &context);
    let open = |rule: &str| {
        let of_rule = judged.findings.iter().filter(|finding| finding.rule.id == rule && finding.is_open());
        of_rule.map(crate::rules::familie::trial::path).collect::<Vec<_>>()
    };
    assert!(open("INB02").is_empty());
    assert_eq!(open("INB18"), ["gezin.leden[0]"]);
}

#[test]
fn what_could_not_be_read_is_not_missing_as_well() {
    let regio = region();
    let calendar = Calendar::new(&regio);
    let today = "2026-03-04".parse().unwrap();
    let context =
        Context { regio: &regio, calendar: &calendar, today, meeting: None, past_too: false, hash: false, scan: None };
    let finds = |rule: &str, text: &str| {
        let judged = judge(&Slot::LooseKaart, "kaart.yaml", &Ok(format!("{FAMILY}{text}").into_bytes()), &context);
        judged.findings.iter().any(|finding| finding.rule.id == rule)
    };
    for text in ["gesprek_gezin: {geinformeerd: ja}", "gesprek_gezn: {geinformeerd: []}"] {
        assert!(!RULES.iter().any(|rule| finds(rule, text)), "{text}");
    }
    // The item of a list that could not be read may be the one that is asked for.
    for (rule, text) in [
        ("INB01", "gesprek_gezin: {ingevuld_met: [{wie: moeder}]}"),
        ("INB12", "aanleiding: [zorgen_veilgheid]"),
        ("KRT02", "risicofactoren: [Moeder slaapt slecht]"),
        ("KRT09", "onveiligheid: [{wta: Er wordt geschreeuwd.}]"),
        ("ROU01", "gesprek_gezin: {routes_besproken: [veiligheidsteam, veiligthuis, rvdk]}"),
    ] {
        assert!(!finds(rule, text), "{rule} {text}");
    }
    // A date in an item says nothing of what is missing in the list.
    assert!(finds("STM01", "stem: [{wie: kind1, woorden: a, datum: 2026-02-30}]"));
}
