//! MAP02: which references are found to lead nowhere, and which are left alone.

use crate::common::{DOSSIERKAART, Good, TEAMKAART, keys_of};
use vt::store::Zone::{self, Dossier, Team};

const REGIO: &str = "regio.yaml";
const ROOSTER: &str = "rooster/2026.yaml";
const AANWEZIG: &str = "vergaderingen/2026-01-15/aanwezig.yaml";
const VERZONDEN: &str = "vergaderingen/2026-01-15/verzonden.yaml";
const BESPREKING: &str = "vergaderingen/2026-01-15/pqtw-3kz3/bespreking.yaml";
const NAZORG: &str = "vergaderingen/2026-01-15/pqtw-3kz3/nazorg.yaml";
const VERWACHT: &str = "vergaderingen/2026-03-26/pqtw-3kz3/verwacht.yaml";
const BESLUIT: &str = "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml";

/// A file, words in it and what takes their place: the keys at which MAP02 then stands.
type Case = (Zone, &'static str, &'static str, &'static str, &'static [&'static str]);

fn each_finds(cases: &[Case]) {
    for (zone, file, from, to, expected) in cases {
        let good = Good::new();
        good.replace(*zone, file, from, to);
        assert_eq!(keys_of(&good.check(*zone), "MAP02", file), *expected, "{file}: {to}");
    }
}

#[test]
fn who_is_meant_is_a_member_of_the_family() {
    each_finds(&[
        (Team, TEAMKAART, "woont_bij: [moeder]", "woont_bij: [moeder, oma]", &["gezin.leden[0].woont_bij[1]"]),
        (Dossier, DOSSIERKAART, "met: [moeder, vader,", "met: [moeder, opa,", &["gesprek_gezin.ingevuld_met[1]"]),
        (Dossier, DOSSIERKAART, "{wie: vader, datum", "{wie: opa, datum", &["gesprek_gezin.geinformeerd[1].wie"]),
        (Dossier, DOSSIERKAART, "{wie: vader, woorden", "{wie: opa, woorden", &["stem[2].wie"]),
        (Dossier, DOSSIERKAART, "en: []\nsucc", "en: [{wie: kind2, soort: ots}]\nsucc", &["maatregelen[0].wie"]),
        (
            Dossier,
            DOSSIERKAART,
            "successen: []",
            "rvdk: {aanwezig: [moeder, opa], reacties: [{wie: tante, reactie: goed}]}",
            &["rvdk.aanwezig[1]", "rvdk.reacties[0].wie"],
        ),
        (Dossier, DOSSIERKAART, "successen: []", "overdracht: {aanwezig: [opa]}", &["overdracht.aanwezig[0]"]),
        (Team, TEAMKAART, "wie: oma, vanaf", "wie: de buurvrouw, vanaf", &[]),
    ]);
}

#[test]
fn a_family_that_is_not_there_yet_is_one_finding() {
    let good = Good::new();
    for family in ["gezin: {leden: []}", "gezin: null", "gezin: {leden: [{wie: moeder, rol: ouder_met_gezag}]}"] {
        good.lay(Team, TEAMKAART, &format!("{family}\ngesprek_gezin: null\nstem: null"));
        let report = good.check(Team);
        assert_eq!(keys_of(&report, "VOL01", TEAMKAART), ["gezin.leden"], "{family}");
        let same = report
            .findings
            .iter()
            .filter(|finding| finding.key.as_ref().is_some_and(|key| key.to_string() == "gezin.leden"));
        assert_eq!(same.count(), 1, "{family}");
    }
    good.lay(
        Team,
        TEAMKAART,
        "gezin: {leden: [{wie: kind1, rol: jeugdige, leeftijd: 9}, {wie: moeder}, {wie: kind2}]}",
    );
    let roles = ["gezin.leden[1].rol", "gezin.leden[2].rol"];
    assert_eq!(keys_of(&good.check(Team), "VOL01", TEAMKAART), roles);
    // A role that could not be read may be that of the jeugdige.
    good.lay(Team, TEAMKAART, "gezin: {leden: [{wie: kind1, rol: jeugdig}]}");
    assert_eq!(keys_of(&good.check(Team), "VOL01", TEAMKAART), [""; 0]);
    // Nobody can say whom the others mean while one member has no word for the role.
    good.lay(Team, TEAMKAART, "gezin: {leden: [{rol: jeugdige, leeftijd: 10}]}");
    assert_eq!(keys_of(&good.check(Team), "MAP02", TEAMKAART), [""; 0]);
    assert_eq!(keys_of(&good.check(Team), "PSE04", TEAMKAART), ["gezin.leden[0].wie"]);
}

#[test]
fn names_and_numbers_are_unique() {
    each_finds(&[
        (
            Team,
            TEAMKAART,
            "- {wie: vader, rol: ouder_met_gezag}",
            "- {wie: vader, rol: ouder_met_gezag}\n    - {wie: vader, rol: stiefouder}",
            &["gezin.leden[3].wie"],
        ),
        (Team, TEAMKAART, "  - nr: 2", "  - nr: 1", &["onveiligheid[1].nr"]),
        (Team, BESPREKING, "{nr: 2, wat", "{nr: 1, wat", &["afspraken[1].nr"]),
        (Team, REGIO, "{naam: Zundert}", "{naam: Zundert}\n  - {naam: Gemeente Rucphen}", &["gemeenten[9].naam"]),
        (Team, REGIO, "ook: [JBB]", "ook: [JBB, vt]", &["organisaties[1].ook[1]"]),
        (Team, REGIO, "groep: gi", "groep: klein", &["toerbeurt[2].groep"]),
        (Team, REGIO, "{naam: Halderberge}\n      -", "{naam: Moerdijk}\n      -", &["toerbeurt[1].zetels[1].naam"]),
    ]);
}

#[test]
fn the_region_names_only_what_it_lists() {
    each_finds(&[
        (Team, REGIO, "organisatie: Zi2T", "organisatie: Zi3T", &["vaste_deelnemers[0].organisatie"]),
        (
            Team,
            REGIO,
            "organisatie: Veilig Thuis}\n  - rol: gedrags",
            "organisatie: Elders}\n  - rol: gedrags",
            &["vaste_deelnemers[0].vervanging[1].organisatie"],
        ),
        (Team, REGIO, "[Etten-Leur, Zundert]", "[Etten-Leur, Breda]", &["toerbeurt[0].zetels[1].gemeenten[1]"]),
        (Team, REGIO, "- {naam: Leger des Heils}", "- {naam: Elders}", &["toerbeurt[2].zetels[0].naam"]),
        (
            Team,
            REGIO,
            "personen: []",
            "personen: [{naam: Jan Post, organisatie: Elders}]",
            &["personen[0].organisatie"],
        ),
        (Team, REGIO, "{naam: Zundert}", "{naam: Zundert, tot: 2026-12-31, op_in: Breda}", &["gemeenten[8].op_in"]),
        (Team, REGIO, "{naam: Zundert}", "{naam: Zundert, tot: 2025-12-31, op_in: Rucphen}", &[]),
    ]);
}

#[test]
fn a_region_that_is_not_whole_accuses_nobody() {
    let good = Good::new();
    good.lay(Team, REGIO, "organisaties: null");
    let ids: Vec<&str> = good.check(Team).findings.iter().map(|finding| finding.rule.id).collect();
    assert!(ids.contains(&"VOL01") && !ids.contains(&"MAP02"), "{ids:?}");
    let good = Good::new();
    good.replace(Team, REGIO, "  - {naam: SPRING, soort: gedragswetenschap}", "  - SPRING");
    let ids: Vec<&str> = good.check(Team).findings.iter().map(|finding| finding.rule.id).collect();
    assert!(ids.contains(&"YAML03") && !ids.contains(&"MAP02"), "{ids:?}");
}

#[test]
fn a_roster_knows_days_groups_and_seats() {
    each_finds(&[
        (Team, ROOSTER, "klein: [Rucphen]", "klein: [Breda]", &["beurten.2026-03-12.klein[0]"]),
        (Team, ROOSTER, "groot: [Zundert]", "groot: [Gemeente Etten-Leur]", &[]),
        (Team, ROOSTER, "klein: [Rucphen]", "kleiner: [Rucphen]", &["beurten.2026-03-12"]),
        (Team, ROOSTER, "  2026-03-12:", "  2026-03-13:", &["beurten.2026-03-13"]),
        (Team, ROOSTER, "  2026-03-12:", "  2027-03-11:", &["beurten.2027-03-11"]),
        (Team, ROOSTER, "  2026-01-08:", "  2026-01-01:", &[]),
        (Team, ROOSTER, "datum: 2026-03-19", "datum: 2026-03-20", &["ruilingen[0].datum"]),
        (Team, ROOSTER, "groep: klein", "groep: kleiner", &["ruilingen[0].groep"]),
        (Team, ROOSTER, "zetel: Moerdijk", "zetel: Zundert", &["ruilingen[0].zetel"]),
    ]);
}

#[test]
fn a_roster_of_before_the_pattern_is_left_alone() {
    let good = Good::new();
    good.write(Team, "rooster/2025.yaml", "versie: 1\nbeurten:\n  2025-11-05: {klein: [Moerdijk]}\n");
    assert_eq!(keys_of(&good.check(Team), "MAP02", "rooster/2025.yaml"), [""; 0]);
}

#[test]
fn absences_are_of_organisations_of_the_region() {
    let good = Good::new();
    good.write(Team, "afwezigheid/leger-des-heils.yaml", "versie: 1\nafwezig: []\n");
    good.write(Team, "afwezigheid/etten-leur-zundert.yaml", "versie: 1\nafwezig: []\n");
    let report = good.check(Team);
    assert_eq!(keys_of(&report, "MAP02", "afwezigheid/etten-leur-zundert.yaml"), [""]);
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn a_meeting_refers_to_its_own_cases_and_to_partners() {
    each_finds(&[
        (Team, AANWEZIG, "organisatie: SPRING", "organisatie: Elders", &["aanwezig[1].organisatie"]),
        (Team, AANWEZIG, "inbrenger, organisatie: Gemeente Moerdijk", "inbrenger, organisatie: Elders", &[]),
        (
            Team,
            AANWEZIG,
            "Samira Aydin, alleen_bij: [pqtw-3kz3]",
            "Samira Aydin, alleen_bij: [7k3f-9qxr]",
            &["aanwezig[8].alleen_bij[0]"],
        ),
        (Team, VERZONDEN, "  pqtw-3kz3:", "  7k3f-9qxr:", &["kaarten"]),
        (Team, BESPREKING, "cvc, organisatie: Roosendaal", "cvc, organisatie: Elders", &["weging[3].organisatie"]),
        (Team, BESPREKING, "steunt_op: [1]", "steunt_op: [1, 7]", &["advies.steunt_op[1]"]),
        (Team, NAZORG, "{nr: 2, stand", "{nr: 3, stand", &["afspraken[1].nr"]),
    ]);
    let changes = "vergaderingen/2026-03-12/vergadering.yaml";
    let good = Good::new();
    let text = "versie: 1\nafgemeld:\n  - {rol: gedragswetenschapper, organisatie: Elders}\n  - {rol: inbrenger, casus: pqtw-3kz3}\n  - {rol: gedragswetenschapper, organisatie: SPRING, vervanger: {naam: Jan Post, organisatie: Elders}}\n";
    good.write(Team, changes, text);
    let expected = ["afgemeld[0].organisatie", "afgemeld[1].casus", "afgemeld[2].vervanger.organisatie"];
    assert_eq!(keys_of(&good.check(Team), "MAP02", changes), expected);
}

#[test]
fn days_are_meetings_before_or_after_this_one() {
    each_finds(&[
        (Team, VERWACHT, "van: 2026-01-15", "van: 2026-01-16", &["van"]),
        (Team, VERWACHT, "van: 2026-01-15", "van: 2026-01-08", &["van"]),
        (Team, VERWACHT, "van: 2026-01-15", "van: 2026-04-02", &["van"]),
        (Team, TEAMKAART, "eerder: null", "eerder: 2026-01-15", &["eerder"]),
        (Team, TEAMKAART, "eerder: null", "eerder: 2026-03-12", &["eerder"]),
        (Dossier, DOSSIERKAART, "eerder: null", "eerder: 2026-02-27", &["eerder"]),
        (Dossier, DOSSIERKAART, "eerder: null", "eerder: 2026-03-12", &["eerder"]),
        (Team, BESLUIT, "naar: null", "naar: 2026-03-20", &["naar"]),
        (Team, BESLUIT, "naar: null", "naar: 2026-03-05", &["naar"]),
        (Team, BESPREKING, "datum: 2026-03-26", "datum: 2026-03-27", &["monitor.datum"]),
    ]);
}

#[test]
fn a_cancelled_meeting_was_one() {
    let good = Good::new();
    let cancelled = "versie: 1\nvervalt: {reden: De zaal is dicht., naar: 2026-04-02}\n";
    good.write(Team, "vergaderingen/2026-03-26/vergadering.yaml", cancelled);
    good.write(
        Team,
        "vergaderingen/2026-04-02/pqtw-3kz3/verwacht.yaml",
        "versie: 1\nwaarom: uitgesteld\nvan: 2026-03-26\n",
    );
    // Who stood in the roster is free.
    let line = "2026-03-26: {groot: [Bergen op Zoom], klein: [Woensdrecht], gi: [Leger des Heils]}";
    good.replace(Team, ROOSTER, line, "2026-03-26: {}");
    assert_eq!(crate::common::all_shown(&good.check(Team)), [""; 0]);
}

#[test]
fn a_folder_on_a_day_without_meeting_is_found() {
    let good = Good::new();
    good.write(
        Team,
        "vergaderingen/2026-03-27/pqtw-3kz3/verwacht.yaml",
        "versie: 1\nwaarom: vervolg\nvan: 2026-01-15\n",
    );
    let report = good.check(Team);
    let absent = "vergaderingen/2026-03-27/vergadering.yaml";
    assert_eq!(keys_of(&report, "MAP02", absent), [""]);
    assert!(report.findings.iter().all(|finding| finding.key.is_none() && finding.spot.is_none()));
    good.write(Team, absent, "versie: 1\nbegin: \"10:00\"\n");
    let report = good.check(Team);
    assert_eq!(
        report.findings.iter().map(|finding| finding.spot.as_ref().map(|spot| spot.line)).collect::<Vec<_>>(),
        [Some(1)]
    );
}
