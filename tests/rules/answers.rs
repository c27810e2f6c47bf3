//! What people answer for, what a region silences, what a chair takes all the same.

use crate::common::{DOSSIERKAART, Good, TEAMKAART, all_shown, day, keys_of};
use vt::rules::Report;
use vt::store::Zone::{Dossier, Team};

/// The findings of a rule with whether they were answered.
fn answered(report: &Report, rule: &str) -> Vec<(String, bool)> {
    let own = report.findings.iter().filter(|finding| finding.rule.id == rule);
    own.map(|finding| (finding.key.as_ref().map(ToString::to_string).unwrap_or_default(), !finding.is_open())).collect()
}

fn lay_answer(good: &Good, answer: &str) {
    good.lay(Dossier, DOSSIERKAART, &format!("verantwoording: [{answer}]"));
}

#[test]
fn an_answer_covers_its_rule_and_no_other() {
    let good = Good::new();
    good.lay(Dossier, DOSSIERKAART, "gemeente: null\nonveiligheid: null");
    lay_answer(&good, "{regel: VOL01, sleutel: gemeente, reden: Dat zoeken we nog uit.}");
    let report = good.check(Dossier);
    assert_eq!(answered(&report, "VOL01"), [("gemeente".to_owned(), true)]);
    assert!(report.findings.iter().filter(|finding| finding.rule.id != "VOL01").all(vt::rules::Finding::is_open));
    let vol = report.findings.iter().find(|finding| finding.rule.id == "VOL01").unwrap();
    assert_eq!(vol.answer.as_deref(), Some("Dat zoeken we nog uit."));
    assert!(!vol.blocks());

    lay_answer(&good, "{regel: VOL01, sleutel: soort, reden: Dat zoeken we nog uit.}");
    let report = good.check(Dossier);
    assert_eq!(answered(&report, "VOL01"), [("gemeente".to_owned(), false)]);
    assert_eq!(report.idle_answers, [(DOSSIERKAART.to_owned(), 0)]);
}

#[test]
fn an_answer_without_key_covers_the_whole_file() {
    let good = Good::new();
    good.lay(Dossier, DOSSIERKAART, "gemeente: null\nsoort: null");
    lay_answer(&good, "{regel: vol01, reden: Dat zoeken we nog uit.}");
    let all = [("soort".to_owned(), true), ("gemeente".to_owned(), true)];
    assert_eq!(answered(&good.check(Dossier), "VOL01"), all);
    lay_answer(&good, "{regel: VOL01, reden: ' '}");
    assert!(answered(&good.check(Dossier), "VOL01").iter().all(|(_, answered)| !answered), "no reason, no answer");
}

#[test]
fn an_answer_finds_an_item_by_its_number_or_its_word() {
    let good = Good::new();
    good.replace(Dossier, DOSSIERKAART, "    situatie: Op zaterdag, bij het eten.\n", "");
    good.replace(Dossier, DOSSIERKAART, "    situatie: Op 10 januari 2026, na een ruzie bij Vader.\n", "");
    good.replace(Dossier, DOSSIERKAART, ", reactie: Fijn dat jullie meedenken.", "");
    good.replace(Dossier, DOSSIERKAART, ", reactie: Ik wil weten wat eruit komt.", "");
    let of = |answer: &str, rule: &str| {
        lay_answer(&good, answer);
        answered(&good.check(Dossier), rule)
            .into_iter()
            .filter(|(_, answered)| *answered)
            .map(|(key, _)| key)
            .collect::<Vec<_>>()
    };
    let by_number = of("{regel: FEI01, sleutel: 'onveiligheid[2]', reden: Dat weet niemand.}", "FEI01");
    assert!(by_number.len() == 1 && by_number[0].starts_with("onveiligheid[1]"), "{by_number:?}");
    let word = "{regel: INB03, sleutel: 'gesprek_gezin.geinformeerd[vader]', reden: Hij wil niets zeggen.}";
    let by_word = of(word, "INB03");
    assert!(by_word.len() == 1 && by_word[0].starts_with("gesprek_gezin.geinformeerd[1]"), "{by_word:?}");
}

#[test]
fn an_answer_to_an_item_is_about_no_other() {
    let good = Good::new();
    good.replace(Dossier, DOSSIERKAART, "    situatie: Op 10 januari 2026, na een ruzie bij Vader.\n", "");
    let is_answered = |answer: &str, rule: &str| {
        lay_answer(&good, answer);
        let report = good.check(Dossier);
        assert_eq!(report.answered() + report.idle_answers.len(), 1, "{answer}");
        answered(&report, rule).iter().any(|(_, answered)| *answered)
    };
    // Fact 2 stands at place 1; a number that no fact carries is nobody's, also when it is a place.
    assert!(is_answered("{regel: FEI01, sleutel: 'onveiligheid[2]', reden: Dat weet niemand.}", "FEI01"));
    assert!(!is_answered("{regel: FEI01, sleutel: 'onveiligheid[3]', reden: Dat weet niemand.}", "FEI01"));
    good.replace(Dossier, DOSSIERKAART, "nr: 2", "nr: 5");
    assert!(!is_answered("{regel: FEI01, sleutel: 'onveiligheid[1]', reden: Dat weet niemand.}", "FEI01"));
}

#[test]
fn an_answer_by_word_is_about_each_entry_of_that_person() {
    let good = Good::new();
    let card = "gesprek_gezin: {ingevuld_met: [moeder], routes_besproken: [veiligheidsteam, veilig_thuis, rvdk], geinformeerd: [
        {wie: moeder, datum: 2026-01-05, waarom_uitgelegd: ja, akkoord: ja},
        {wie: kind1, datum: 2026-02-20, waarom_uitgelegd: ja},
        {wie: moeder, datum: 2026-02-20, waarom_uitgelegd: ja, akkoord: ja}]}";
    good.lay(Dossier, DOSSIERKAART, card);
    lay_answer(&good, "{regel: INB03, sleutel: 'gesprek_gezin.geinformeerd[moeder]', reden: Ze zei niets.}");
    assert_eq!(answered(&good.check(Dossier), "INB03"), [("gesprek_gezin.geinformeerd[2].reactie".to_owned(), true)]);
    // Someone without an entry is answered by the list as well.
    lay_answer(&good, "{regel: INB02, sleutel: gesprek_gezin.geinformeerd, reden: Vader is onvindbaar.}");
    assert_eq!(answered(&good.check(Dossier), "INB02"), [("gezin.leden[2]".to_owned(), true)]);
}

#[test]
fn form_and_pseudonyms_are_never_answered_away() {
    let good = Good::new();
    good.lay(
        Team,
        TEAMKAART,
        "casus: 7k3f-9qxm\ndossiernummer: RSD-1\nsucces: []\neerder: 2026-03-13\nverantwoording: \
         [{regel: PSE04, reden: Mag.}, {regel: PSE01, reden: Mag.}, {regel: YAML02, reden: Mag.}, {regel: MAP02, reden: Mag.}]",
    );
    let report = good.check(Team);
    for rule in ["PSE04", "PSE01", "YAML02", "MAP02"] {
        assert!(answered(&report, rule).iter().any(|(_, answered)| !answered), "{rule}");
    }
    assert_eq!(report.answered(), 0);
}

#[test]
fn a_region_silences_a_warning_and_never_a_fout() {
    let good = Good::new();
    good.write(Team, "afwezigheid/rucphen (1).yaml", "versie: 1\n");
    good.lay(Team, "afwezigheid/rucphen.yaml", "afwezig: null");
    good.lay(Team, "regio.yaml", "regels: {MAP01: aan}");
    let report = good.check(Team);
    assert_eq!((answered(&report, "MAP01").len(), answered(&report, "VOL01").len()), (1, 1));
    good.lay(Team, "regio.yaml", "regels: {map01: uit, VOL01: uit}");
    let report = good.check(Team);
    assert_eq!((answered(&report, "MAP01").len(), answered(&report, "VOL01").len()), (0, 1));
}

#[test]
fn a_warning_that_the_region_silences_is_not_on_the_agenda_either() {
    let good = Good::new();
    good.lay(Team, TEAMKAART, "hulpvraag: null\nvraag: null");
    let on_agenda = |rules: &str| {
        good.lay(Team, "regio.yaml", &format!("regels: {rules}"));
        let meeting = day("2026-03-12");
        let read = vt::rules::read_meeting(&vt::store::Folder::new(&good.root(Team).path), meeting).unwrap();
        read.cards.values().flatten().map(|finding| finding.rule.id).collect::<Vec<_>>()
    };
    assert_eq!(on_agenda("{}"), ["INB06", "KRT05"]);
    assert_eq!(on_agenda("{KRT05: uit, INB06: uit}"), ["INB06"]);
}

#[test]
fn a_file_of_another_version_is_not_judged_further() {
    let good = Good::new();
    good.lay(Dossier, DOSSIERKAART, "versie: 2\nsoort: anders\nonbekende_sleutel: ja\ngemeente: null");
    assert_eq!(keys_of(&good.check(Dossier), "VER01", DOSSIERKAART), ["versie"]);
    assert_eq!(good.check(Dossier).findings.len(), 1);
    // Without a version the rest is judged all the same.
    for versie in ["", "versie:\n", "versie: ~\n"] {
        let good = Good::new();
        good.lay(Dossier, DOSSIERKAART, "versie: null\ngemeente: null");
        let rest = good.read(Dossier, DOSSIERKAART);
        good.write(Dossier, DOSSIERKAART, &format!("{versie}{rest}"));
        let report = good.check(Dossier);
        assert_eq!(keys_of(&report, "VER01", DOSSIERKAART), ["versie"]);
        assert_eq!(keys_of(&report, "VOL01", DOSSIERKAART), ["gemeente"]);
    }
    let good = Good::new();
    good.lay(Dossier, DOSSIERKAART, "versie: [1]");
    assert_eq!(all_shown(&good.check(Dossier)), ["YAML03 RSD-2026-00412/kaart.yaml:versie Hier hoort het getal 1."]);
}

#[test]
fn a_chair_takes_a_card_with_a_reason() {
    let good = Good::new();
    let decision = "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml";
    good.lay(Team, TEAMKAART, "soort: null\ncasus: 7k3f-9qxm\nsucces: []");
    assert_eq!(answered(&good.check(Team), "VOL01"), [("soort".to_owned(), false)]);
    good.lay(Team, decision, "reden: Vader is vanaf 16 maart weer thuis.");
    let report = good.check(Team);
    assert_eq!(answered(&report, "VOL01"), [("soort".to_owned(), true)]);
    assert_eq!(answered(&report, "PSE04"), [("casus".to_owned(), false)]);
    assert_eq!(answered(&report, "YAML02"), [(String::new(), false)]);
    good.lay(Team, decision, "besluit: uitstellen\nnaar: 2026-03-19");
    assert_eq!(answered(&good.check(Team), "VOL01"), [("soort".to_owned(), false)]);
}
