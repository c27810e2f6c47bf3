//! `vt rooster`: what it shows, what it writes, and what it refuses.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran};

const ROSTER: &str = "rooster/2026.yaml";

fn text(place: &Place, path: &str) -> String {
    std::fs::read_to_string(place.path(path)).unwrap()
}

/// The lines that stand in one of two texts only.
fn difference(before: &str, after: &str) -> String {
    let lines = |text: &str, other: &str, sign: char| -> Vec<String> {
        let other: Vec<&str> = other.lines().collect();
        text.lines().filter(|line| !other.contains(line)).map(|line| format!("{sign} {line}")).collect()
    };
    [lines(before, after, '-'), lines(after, before, '+')].concat().join("\n")
}

/// A command line with words that hold spaces.
fn run(place: &Place, words: &[&str]) -> Ran {
    let mut command = place.command("vt");
    command.args(words);
    Ran::of(command)
}

#[test]
fn a_published_year_with_what_was_traded() {
    assert_snapshot!(Place::example().show("vt rooster"));
}

#[test]
fn how_fair_it_is() {
    assert_snapshot!(Place::example().show("vt rooster 2026 --eerlijkheid"));
}

#[test]
fn why_they_come() {
    let place = Place::example();
    assert_snapshot!("why", place.show("vt rooster --waarom 2026-03-12"));
    let held = place.run("vt rooster --waarom 2026-02-26");
    assert!(held.stdout.contains("geweest; wie er zat, staat vast"), "{}", held.stdout);
    assert!(!held.stdout.contains("ruiling"), "{}", held.stdout);
}

#[test]
fn for_a_sheet_no_cell_is_a_formula() {
    let place = Place::example();
    place.edit("regio.yaml", "{naam: Rucphen}\n      - {naam: S", "{naam: \"=Rucphen;x\"}\n      - {naam: S");
    let csv = place.run("vt rooster --formaat csv").stdout;
    assert!(csv.starts_with("\u{feff}datum;groep;zetel;wie;stand;geruild\r\n2026-01-08;groot;"), "{csv}");
    assert!(csv.contains("2026-03-05;klein;Steenbergen;Steenbergen;vastgelegd;ja\r\n"), "{csv}");
    assert!(csv.contains("\"'=Rucphen;x\""), "{csv}");
    assert!(!csv.contains(";="), "{csv}");
    // 49 meetings of three groups, and the line with the names.
    assert_eq!(csv.lines().count(), 1 + 49 * 3);
}

#[test]
fn publishing_twice_is_publishing_once_and_planning_then_changes_nothing() {
    let place = Place::example();
    std::fs::remove_file(place.path(ROSTER)).unwrap();
    let before = place.run("vt rooster").stdout;
    assert!(before.starts_with("Rooster 2026: een voorstel, nog niet vastgelegd, 41 vergaderingen\n"), "{before}");
    let dry = place.show("vt rooster --vastleggen --droog");
    assert!(!place.path(ROSTER).exists());
    assert_snapshot!("first_dry", dry);
    assert_snapshot!("first", place.show("vt rooster --vastleggen"));
    let roster = text(&place, ROSTER);
    assert!(roster.starts_with("versie: 1\nbeurten:\n  2026-03-05: {groot: ["), "{roster}");
    assert_eq!(roster.lines().count(), 2 + 41);
    let after = place.run("vt rooster").stdout;
    let plan =
        |shown: &str| shown.split("\n\nWat nu?").next().unwrap().trim_end().split_once('\n').unwrap().1.to_owned();
    assert_eq!(plan(&before), plan(&after));
    assert!(before.contains("vt rooster 2026 --vastleggen") && !after.contains("Wat nu?"), "{after}");
    let again = place.run("vt rooster --vastleggen");
    assert_eq!(again.stdout, "Er verandert niets: dit staat er al zo.\n");
    assert_eq!(text(&place, ROSTER), roster);
    // A day later, and a year later, nothing of it moves.
    for day in ["2026-03-06", "2026-09-01", "2026-12-31"] {
        let json: serde_json::Value =
            serde_json::from_str(&place.run(&format!("vt rooster 2026 --formaat json --vandaag {day}")).stdout)
                .unwrap();
        for groep in json["groepen"].as_array().unwrap() {
            assert_eq!(groep["wijzigingen"], 0, "{day}");
            assert_eq!(groep["onmogelijk"], serde_json::json!([]), "{day}");
        }
    }
}

#[test]
fn who_can_no_longer_come_is_freed_and_nothing_else_changes() {
    let place = Place::example();
    let before = text(&place, ROSTER);
    let words = ["rooster", "--afwezig", "gemeente Rucphen", "--van", "2026-09-20", "--tot", "2026-10-23"];
    assert_snapshot!("absent", run(&place, &words).show("vt rooster --afwezig … --van 2026-09-20 --tot 2026-10-23"));
    let absence =
        "versie: 1\nafwezig:\n  - {van: 2026-07-20, tot: 2026-08-07}\n  - {van: 2026-09-20, tot: 2026-10-23}\n";
    assert_eq!(text(&place, "afwezigheid/rucphen.yaml"), absence);
    // The same again, or a part of it, stands there already.
    for (from, to) in [("2026-09-20", "2026-10-23"), ("2026-10-01", "2026-10-02")] {
        let again = place.run(&format!("vt rooster --afwezig Rucphen --van {from} --tot {to}"));
        assert_eq!(again.stdout, "Er verandert niets: dit staat er al zo.\n");
    }
    assert_snapshot!("replanned", place.show("vt rooster 2026"));
    assert_snapshot!("freed", place.show("vt rooster --vastleggen"));
    let after = text(&place, ROSTER);
    assert_snapshot!("freed_lines", difference(&before, &after));
    assert_eq!(place.run("vt rooster --vastleggen").stdout, "Er verandert niets: dit staat er al zo.\n");
    let new = run(&place, &["rooster", "--afwezig", "WSS", "--van", "2026-05-01", "--tot", "2026-05-01"]);
    assert_eq!((new.status, new.stderr.as_str()), (0, ""));
    assert!(place.path("afwezigheid/william-schrikker-stichting.yaml").exists());
}

#[test]
fn two_trade_and_one_gives_away() {
    let place = Place::example();
    let before = text(&place, ROSTER);
    assert_snapshot!("trade", place.show("vt rooster --ruil 2026-03-12 2026-03-19 --groep klein"));
    assert_snapshot!("trade_lines", difference(&before, &text(&place, ROSTER)));
    // Back again: the swaps of those days are turned, none is added. Who was freed stays told.
    place.run("vt rooster --ruil 2026-03-12 2026-03-19 --groep klein");
    let back = "+   - {datum: 2026-03-12, groep: klein, zetel: Rucphen}";
    let added = difference(&before, &text(&place, ROSTER));
    assert_eq!(added.split_once("\n+ vervallen:\n").unwrap().0, back);
    // A stand-in of a day that has been is a fact, even when it was away.
    let held = place.run("vt rooster --ruil 2026-02-26 --groep klein --aan Moerdijk");
    assert_eq!((held.status, held.stderr.as_str()), (0, ""));
    assert!(text(&place, ROSTER).contains("2026-02-26: {groot: [Roosendaal], klein: [Moerdijk],"));
    // Of a shared seat the one that is named comes.
    let shared = place.run("vt rooster --ruil 2026-03-19 --groep groot --aan Etten-Leur");
    assert_eq!((shared.status, shared.stderr.as_str()), (0, ""));
    let plan = place.run("vt rooster").stdout;
    assert!(plan.contains("do 19 maart      Etten-Leur *"), "{plan}");
    assert_eq!(place.run("vt rooster --vastleggen").stdout, "Er verandert niets: dit staat er al zo.\n");
}

#[test]
fn a_swap_before_anything_is_published_is_planned_around() {
    let place = Place::example();
    std::fs::remove_file(place.path(ROSTER)).unwrap();
    let given = place.run("vt rooster --ruil 2026-03-12 --groep klein --aan Moerdijk");
    assert_eq!((given.status, given.stderr.as_str()), (0, ""));
    let swap = "versie: 1\nruilingen:\n  - {datum: 2026-03-12, groep: klein, zetel: Moerdijk}\n";
    assert_eq!(text(&place, ROSTER), swap);
    place.run("vt rooster --vastleggen");
    let published = text(&place, ROSTER);
    assert!(published.contains("2026-03-12: {groot: [Etten-Leur], klein: [Moerdijk],"), "{published}");
}

#[test]
fn nobody_can_come() {
    let place = Place::example();
    for seat in ["Halderberge", "Moerdijk", "Rucphen", "Steenbergen", "Woensdrecht"] {
        let ran = place.run(&format!("vt rooster --afwezig {seat} --van 2026-12-10 --tot 2026-12-10"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
    }
    let ran = place.run("vt rooster");
    assert_eq!(ran.status, 0);
    let (_, end) = ran.stdout.split_once("  do 10 december").unwrap();
    assert_snapshot!(end);
}

#[test]
fn a_shared_seat_is_away_when_all_who_share_it_are() {
    let place = Place::example();
    let away = |name: &str| {
        let ran = place.run(&format!("vt rooster --afwezig {name} --van 2026-03-09 --tot 2026-03-13"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let plan = place.run("vt rooster").stdout;
        plan.lines().find(|line| line.contains("12 maart")).unwrap().to_owned()
    };
    assert!(away("Zundert").contains("Etten-Leur"));
    let both = away("Etten-Leur");
    assert!(!both.contains("Etten-Leur") && !both.contains("Zundert"), "{both}");
}

#[test]
fn what_is_cancelled_is_not_planned_and_earlier_years_count() {
    let place = Place::example();
    place.write("vergaderingen/2026-03-12/vergadering.yaml", b"versie: 1\nvervalt: {reden: Storm.}\n");
    let plan = place.run("vt rooster").stdout;
    assert!(plan.contains("48 vergaderingen") && !plan.contains("12 maart"), "{plan}");
    let ran = place.show("vt rooster --vastleggen");
    assert!(ran.contains("Zundert is vrij"), "{ran}");
    assert!(text(&place, ROSTER).contains("2026-03-12: {groot: [], klein: [], gi: []}"));
    let next = place.run("vt rooster 2027").stdout;
    assert!(next.contains("Rooster 2027: een voorstel"), "{next}");
    let fair = place.run("vt rooster 2027 --eerlijkheid").stdout;
    assert!(fair.starts_with("Beurten in 2026 en 2027, "), "{fair}");
}

#[test]
fn of_a_shared_seat_the_other_comes_and_that_is_said() {
    let place = Place::example();
    let ran = place.run("vt rooster --afwezig Etten-Leur --van 2026-03-30 --tot 2026-04-03");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let plan = place.run("vt rooster").stdout;
    assert!(plan.contains("Zundert +") && plan.contains("vt rooster 2026 --vastleggen"), "{plan}");
    let ran = place.run("vt rooster --vastleggen");
    assert!(ran.stdout.contains("do  2 april  CVC'er groot: Zundert komt, Etten-Leur is vrij"), "{}", ran.stdout);
    // Of both at once it is asked which of them.
    let words = ["rooster", "--afwezig", "Etten-Leur/Zundert", "--van", "2026-04-01", "--tot", "2026-04-02"];
    let both = run(&place, &words);
    assert!(both.status == 2 && both.stderr.contains("Etten-Leur en Zundert"), "{}", both.stderr);
}

#[test]
fn a_day_that_is_no_meeting_any_more_is_freed_and_no_fault() {
    let place = Place::example();
    place.edit("regio.yaml", "van: 2026-12-19", "van: 2026-12-16");
    let ran = place.run("vt rooster --vastleggen");
    assert!(ran.stdout.contains("geen vergadering"), "{}", ran.stdout);
    assert!(text(&place, ROSTER).contains("2026-12-17: {groot: [], klein: [], gi: []}"));
    let check = place.run("vt check rooster --vandaag 2026-03-04");
    assert_eq!(check.status, 0, "{}", check.stdout);
    assert_eq!(place.run("vt rooster --vastleggen").stdout, "Er verandert niets: dit staat er al zo.\n");
}

#[test]
fn the_turns_of_a_municipality_that_merges_go_to_the_seat_that_is_left() {
    let place = Place::example();
    std::fs::remove_file(place.path(ROSTER)).unwrap();
    place.edit(
        "regio.yaml",
        "  - {naam: Rucphen}\n  - {naam: Steenbergen}\n  - {naam: Woe",
        "  - {naam: Rucphen, tot: 2026-06-30, op_in: Woensdrecht}\n  - {naam: Steenbergen}\n  - {naam: Woe",
    );
    place.edit("regio.yaml", "      - {naam: Rucphen}\n", "      - {naam: Rucphen, tot: 2026-06-30}\n");
    assert_eq!(place.run("vt rooster --vastleggen").status, 0);
    let check = place.run("vt check rooster --vandaag 2026-03-04");
    assert_eq!(check.status, 0, "{}", check.stdout);
    let plan = place.run("vt rooster").stdout;
    assert!(!plan.contains("Kan niet") && plan.contains("Bewezen"), "{plan}");
    let fair = place.run("vt rooster 2026 --eerlijkheid --vandaag 2026-12-31").stdout;
    let klein = fair.split("\n\n").find(|block| block.contains("Woensdrecht")).unwrap();
    let excess = |line: &str| line.split_whitespace().nth(3).unwrap().replace(',', ".").parse::<f64>().unwrap();
    let seats = klein
        .lines()
        .filter(|line| !line.contains(':'))
        .filter(|line| line.contains("Rucphen  ") || line.contains("Woensdrecht"));
    assert!(seats.map(excess).all(|excess| excess.abs() < 1.0), "{klein}");
}

#[test]
fn a_swap_in_a_year_without_a_roster_is_whole() {
    let place = Place::example();
    let ran = place.run("vt rooster --ruil 2027-03-11 --groep klein --aan Rucphen");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let check = place.run("vt check rooster --vandaag 2026-03-04");
    assert_eq!(check.status, 0, "{}", check.stdout);
}

#[test]
fn an_error_shows_no_more_of_a_name_than_the_roster() {
    let place = Place::example();
    let regio = text(&place, "regio.yaml").replace("groep: groot", "groep: bel 06-12345678");
    place.write("regio.yaml", regio.replace("naam: Moerdijk", "naam: bel 06-12345679").as_bytes());
    let sent = b"versie: 1\nafgemeld: [{rol: gedragswetenschapper, organisatie: SPRING, vervanger: {naam: Corine \
                 Schrauwen, organisatie: bel 06-12345670}}]\n";
    place.write("vergaderingen/2026-03-12/vergadering.yaml", sent);
    for line in [
        "vt rooster --ruil 2026-03-12 --groep midden --aan Moerdijk",
        "vt rooster --ruil 2026-03-12 --groep klein --aan Nergens",
        "vt rooster --formaat ics --voor Nergens",
        "vt rooster --stel-dat Nergens dubbel",
        "vt agenda 2026-03-12 --voor Nergens",
    ] {
        let ran = place.run(line);
        assert!(ran.status == 2 && ran.stderr.contains("[weggelaten]"), "{line}: {}", ran.stderr);
        assert!(!ran.stderr.contains("1234567"), "{line}: {}", ran.stderr);
    }
}

#[test]
fn what_is_asked_wrong_gets_a_way_out() {
    let place = Place::example();
    let lines = [
        "vt rooster twintig",
        "vt rooster --waarom 2026-03-13",
        "vt rooster --waarom 12-03",
        "vt rooster 1999",
        "vt rooster --vastleggen --vandaag 2026-03-04",
        "vt rooster --vastleggen --eerlijkheid",
        "vt rooster --ruil 2026-03-12 2026-03-19",
        "vt rooster --ruil 2026-03-12 2026-03-12 --groep klein",
        "vt rooster --ruil 2026-03-12 --groep klein",
        "vt rooster --ruil 2026-03-12 2026-03-19 --groep klein --aan Moerdijk",
        "vt rooster --ruil 2026-03-12 2027-03-11 --groep klein",
        "vt rooster --ruil 2026-03-12 2026-04-16 --groep klein",
        "vt rooster --ruil 2026-03-13 --groep klein --aan Moerdijk",
        "vt rooster --ruil 2026-03-12 2026-03-13 --groep klein",
        "vt rooster --ruil 2026-02-26 2026-06-18 --groep klein",
        "vt rooster 2027 --opnieuw-vanaf 2026-04-01 --vastleggen",
        "vt rooster --opnieuw-vanaf 2026-04-01 --formaat ics",
        "vt rooster --ruil 2026-03-12 --groep midden --aan Moerdijk",
        "vt rooster --ruil 2026-03-12 --groep klein --aan Roosendaal",
        "vt rooster --ruil 2026-03-12 --groep klein --aan Rucphen",
        "vt rooster --ruil 2026-03-05 --groep klein --aan Moerdijk",
        "vt rooster --ruil 2026-04-30 2026-05-21 --groep klein",
        "vt rooster --afwezig Rucphen --van 2026-08-07 --tot 2026-07-20",
        "vt rooster --afwezig Amersfoort --van 2026-07-20 --tot 2026-08-07",
        "vt rooster --afwezig Rucphen --van 2026-07-20",
    ];
    let shown: Vec<String> = lines.iter().map(|line| place.show(line)).collect();
    for (line, shown) in lines.iter().zip(&shown) {
        assert!(shown.ends_with("status 2"), "{line}: {shown}");
    }
    assert_snapshot!(shown.join("\n\n"));
    let before = text(&place, ROSTER);
    place.write(ROSTER, b"versie: 1\nbeurten: nee\n");
    assert_snapshot!("unreadable", place.show("vt rooster"));
    // Words that may name a family don't go along with an edit.
    let with_name = before.replace("# Moerdijk kon", "# De moeder van Daan de Vries kon");
    place.write(ROSTER, with_name.as_bytes());
    let ran = place.run("vt rooster --ruil 2026-03-12 2026-03-19 --groep klein");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("wat een gezin kan noemen") && !ran.stderr.contains("Daan"), "{}", ran.stderr);
    assert_eq!(text(&place, ROSTER), with_name);
}
