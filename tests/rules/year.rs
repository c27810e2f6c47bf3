//! JAR01: the year's programme, of years that have a roster.

use crate::common::{Good, day, keys_of, options};
use vt::rules::{Finding, Options, check_tree};
use vt::store::Zone::Team;

const PROGRAM: &str = "jaarprogramma: {evaluatie: {min: 1}, training: {min: 2, max: 4}}\n";

/// What JAR01 finds on a day.
fn found(good: &Good, today: &str) -> Vec<Finding> {
    let report = check_tree(&good.root(Team), &Options { today: day(today), meeting: None, ..options() });
    let keys = keys_of(&report, "JAR01", "regio.yaml");
    let own: Vec<Finding> = report.findings.into_iter().filter(|finding| finding.rule.id == "JAR01").collect();
    assert_eq!(keys, vec!["momenten"; own.len()]);
    own
}

#[test]
fn the_coming_year_is_asked_from_october_when_it_has_a_roster() {
    let good = Good::new();
    good.lay(Team, "regio.yaml", PROGRAM);
    good.write(Team, "rooster/2026.yaml", "");
    assert!(found(&good, "2026-10-01").is_empty(), "no roster, no programme");
    good.write(Team, "rooster/2027.yaml", "versie: 1\nbeurten: {}\n");
    assert!(found(&good, "2026-09-30").is_empty());
    let now = found(&good, "2026-10-01");
    assert_eq!(now.len(), 1);
    assert_eq!(now[0].message, "Voor 2027 is nog te plannen: 1 evaluatie, 2 trainingen.");
    assert!(now[0].mend.contains("`vt kalender 2027`"), "{}", now[0].mend);
    assert_eq!(found(&good, "2027-12-31").len(), 1);
    assert!(found(&good, "2028-01-01").is_empty(), "what is over can't be planned");
}

#[test]
fn moments_of_the_year_itself_count_and_more_than_asked_is_fine() {
    let good = Good::new();
    good.lay(Team, "regio.yaml", PROGRAM);
    good.write(Team, "rooster/2026.yaml", "");
    good.write(Team, "rooster/2027.yaml", "versie: 1\nbeurten: {}\n");
    let with = |moments: &str| {
        good.lay(Team, "regio.yaml", &format!("momenten: [{moments}]"));
        found(&good, "2026-11-01").into_iter().map(|finding| finding.message.into_owned()).collect::<Vec<_>>()
    };
    let evaluation = "{soort: evaluatie, datum: 2027-02-02}";
    let training = |on: &str| format!("{{soort: training, datum: {on}}}");
    let one = format!("{evaluation}, {}, {}", training("2026-03-03"), training("2027-03-03"));
    assert_eq!(with(&one), ["Voor 2027 is nog te plannen: 1 training."]);
    let all = format!("{one}, {}, {}", training("2027-06-03"), training("2027-09-03"));
    assert_eq!(with(&all), [""; 0]);
    // A moment that can't be read may be the one that is missing; that is told by its form.
    assert_eq!(with(&format!("{one}, jubileum")), [""; 0]);
}

#[test]
fn a_region_may_silence_it_and_one_without_a_programme_asks_nothing() {
    let good = Good::new();
    assert!(found(&good, "2026-03-04").is_empty());
    good.lay(Team, "regio.yaml", PROGRAM);
    assert_eq!(found(&good, "2026-03-04").len(), 1);
    good.lay(Team, "regio.yaml", "regels: {JAR01: uit}");
    assert!(found(&good, "2026-03-04").is_empty());
}

#[test]
fn of_a_region_that_can_not_be_read_nothing_is_asked() {
    let good = Good::new();
    for text in ["regio: [\n", "geen kaart\n"] {
        good.write(Team, "regio.yaml", text);
        assert!(found(&good, "2026-03-04").is_empty(), "{text}");
    }
}
