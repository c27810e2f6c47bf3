//! `vt kalender` as people see it, and as their calendars read it.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran};

const REGION: &str = "versie: 1
regio: Proefregio
# van de voorzitter
vergaderpatroon: {weekdag: donderdag, elke_weken: 2, vanaf: 2026-01-08, begin: \"09:00\", eind: \"12:00\", locatie: Raadzaal}
vakanties:
  - {naam: zomerstop, van: 2026-07-20, tot: 2026-08-16}
extra:
  - {datum: 2026-03-31, reden: Er zijn veel casussen., inbreng_dagen: 4}
termijnen: {inbreng_dagen: 7}
jaarprogramma:
  evaluatie: {min: 2, max: 2}
  training: {min: 1, max: 4}
momenten:
  - {soort: evaluatie, datum: 2026-05-12, titel: Evaluatie met alle gemeenten}  # staat vast
regels: {}
";

fn place() -> Place {
    let cancelled = "versie: 1\nvervalt: {reden: De zaal is bezet., naar: 2026-03-31}\n";
    let other = "versie: 1\nbegin: \"13:00\"\neind: \"15:30\"\nlocatie: Kleine zaal\n";
    Place::with(&[
        ("teammap/regio.yaml", REGION),
        ("teammap/vergaderingen/2026-03-19/vergadering.yaml", cancelled),
        ("teammap/vergaderingen/2026-04-16/vergadering.yaml", other),
    ])
}

fn json(ran: &Ran) -> serde_json::Value {
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn the_year_as_the_chair_sees_it() {
    assert_snapshot!("jaar", place().show("vt --map teammap kalender 2026"));
}

#[test]
fn a_year_without_meetings_and_one_without_known_school_holidays() {
    let place = Place::with(&[("teammap/regio.yaml", "versie: 1\nregio: Proefregio\n")]);
    assert_snapshot!("leeg", place.show("vt --map teammap kalender 2031"));
    let ran = place.run("vt --map teammap kalender 2031 --stil");
    assert!(!ran.stdout.contains("vt kent") && ran.status == 0, "{}", ran.stdout);
}

#[test]
fn without_a_year_it_is_this_one_or_that_of_the_day_that_was_asked() {
    let place = place();
    assert!(place.run("vt --map teammap kalender").stdout.starts_with("Kalender 2026\n"));
    assert!(place.run("vt --map teammap kalender --vandaag 2028-02-29").stdout.starts_with("Kalender 2028\n"));
}

#[test]
fn the_year_for_scripts() {
    let place = place();
    let ran = place.run("vt --map teammap kalender 2026 --formaat json");
    let year = json(&ran);
    assert_eq!((ran.status, year["jaar"].as_i64(), year["regio"].as_str()), (0, Some(2026), Some("Proefregio")));
    let on = |list: &str, day: &str| {
        let items = year[list].as_array().unwrap().clone();
        items.into_iter().find(|item| item["datum"] == day).unwrap()
    };
    assert_eq!(on("vergaderingen", "2026-03-31")["inbrengen_tot_en_met"], "2026-03-27");
    assert_eq!(on("vergaderingen", "2026-03-19")["vervalt"]["naar"], "2026-03-31");
    assert_eq!(on("momenten", "2026-05-12")["voorstel"], false);
    assert_eq!(year["nog_te_plannen"].as_array().unwrap().len(), 2);
    assert_snapshot!("csv", place.run("vt --map teammap kalender 2026 --formaat csv").stdout);
}

/// The value of a property in each event.
fn values(ics: &str, property: &str) -> Vec<String> {
    let ics = ics.replace("\r\n ", "");
    let own = ics.lines().filter_map(|line| line.strip_prefix(property)?.strip_prefix(':'));
    own.map(ToOwned::to_owned).collect()
}

#[test]
fn the_year_for_calendars_has_names_that_stay_and_says_what_changed() {
    let place = place();
    let ics = place.run("vt --map teammap kalender 2026 --formaat ics").stdout;
    let uids = values(&ics, "UID");
    let mut once = uids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!((once.len(), values(&ics, "BEGIN").len()), (uids.len(), uids.len() + 1));
    assert!(values(&ics, "DTSTAMP").iter().all(|stamp| stamp == "20260304T090000Z"));
    let event = |uid: &str, ics: &str| {
        let found = ics.split("BEGIN:VEVENT").find(|event| event.contains(&format!("UID:{uid}@proefregio.vt\r\n")));
        found.unwrap_or_else(|| panic!("{uid}")).to_owned()
    };
    let cancelled = event("2026-03-19-vergadering", &ics);
    assert!(cancelled.contains("STATUS:CANCELLED\r\n"), "{cancelled}");
    assert!(event("2026-03-19-inbrengen", &ics).contains("STATUS:CANCELLED\r\n"));
    let other = event("2026-04-16-vergadering", &ics);
    // From the last Sunday of March the clock is two hours before UTC.
    for line in ["DTSTART:20260416T110000Z", "DTEND:20260416T133000Z", "LOCATION:Kleine zaal"] {
        assert!(other.contains(&format!("{line}\r\n")), "{other}");
    }
    let fixed = event("2026-01-01-evaluatie", &ics);
    assert!(fixed.contains("STATUS:CONFIRMED\r\n") && fixed.contains("DATE:20260512"), "{fixed}");
    assert_eq!(values(&ics, "STATUS").iter().filter(|status| *status == "TENTATIVE").count(), 2);

    // Made again later, with a meeting that goes on after all and an evaluation on another day: the
    // same names, other contents.
    let regio = std::fs::read_to_string(place.path("teammap/regio.yaml")).unwrap();
    place.write("teammap/regio.yaml", regio.replace("2026-05-12", "2026-05-19").as_bytes());
    place.write("teammap/vergaderingen/2026-03-19/vergadering.yaml", b"versie: 1\n");
    let mut command = place.command("vt --map teammap kalender 2026 --formaat ics");
    command.env("VT_KLOK", "2026-03-05T10:00:00+01:00");
    let later = Ran::of(command).stdout;
    let mut names = values(&later, "UID");
    names.sort_unstable();
    assert_eq!(names, once);
    assert!(event("2026-03-19-vergadering", &later).contains("STATUS:CONFIRMED\r\n"));
    assert!(event("2026-01-01-evaluatie", &later).contains("DATE:20260519"));
    // A program takes the event with the higher figure.
    let figures = |ics: &str| -> Vec<u32> { values(ics, "SEQUENCE").iter().map(|own| own.parse().unwrap()).collect() };
    assert!(figures(&later).iter().min() > figures(&ics).iter().max());
    assert!(values(&later, "DTSTAMP").iter().all(|stamp| stamp == "20260305T090000Z"));
}

#[test]
fn fixing_edits_the_region_and_nothing_else() {
    let place = place();
    let path = place.path("teammap/regio.yaml");
    assert_snapshot!("droog", place.show("vt --map teammap kalender 2026 --vastleggen --droog"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), REGION);
    assert_snapshot!("vastgelegd", place.show("vt --map teammap kalender 2026 --vastleggen"));
    let text = std::fs::read_to_string(&path).unwrap();
    let added: Vec<&str> = text.lines().filter(|line| !REGION.contains(*line)).collect();
    assert_eq!(added.len(), 2, "{text}");
    assert!(added.iter().all(|line| line.starts_with("  - {soort: ")), "{text}");
    let without: String = text.lines().filter(|line| !added.contains(line)).flat_map(|line| [line, "\n"]).collect();
    assert_eq!(without, REGION);
    let ran = place.run("vt --map teammap kalender 2026 --formaat json");
    assert_eq!(json(&ran)["nog_te_plannen"].as_array().unwrap().len(), 0);
    assert!(json(&ran)["momenten"].as_array().unwrap().iter().all(|moment| moment["voorstel"] == false));
    assert_snapshot!("niets_meer", place.show("vt --map teammap kalender 2026 --vastleggen"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn what_may_name_a_family_stops_the_writing_and_is_not_said() {
    let place = place();
    place.edit("teammap/regio.yaml", "# van de voorzitter", "# gebeld met mevrouw Zwaluwvanger, 06-12345678");
    let before = std::fs::read(place.path("teammap/regio.yaml")).unwrap();
    let ran = place.run("vt --map teammap kalender 2026 --vastleggen");
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stdout.contains("Zwaluw") && !ran.stdout.contains("12345678"), "{}", ran.stdout);
    assert_snapshot!("poort", ran.show("vt --map teammap kalender 2026 --vastleggen"));
    assert_eq!(std::fs::read(place.path("teammap/regio.yaml")).unwrap(), before);
}

#[test]
fn what_surely_names_somebody_is_left_out_of_every_format() {
    let place = place();
    place.edit("teammap/regio.yaml", "Evaluatie met alle gemeenten", "Bel 06-12345678 over het gezin");
    for format in ["tekst", "json", "csv", "ics"] {
        let ran = place.run(&format!("vt --map teammap kalender 2026 --formaat {format}"));
        assert!(ran.stdout.contains("[weggelaten]") && !ran.stdout.contains("12345678"), "{}", ran.stdout);
    }
}

#[test]
fn texts_of_others_break_no_format() {
    let place = place();
    place.edit("teammap/regio.yaml", "locatie: Raadzaal", "locatie: \"=1+1\\r\\nEND:VCALENDAR\\e[31m\"");
    let ics = place.run("vt --map teammap kalender 2026 --formaat ics").stdout;
    assert_eq!(values(&ics, "END").iter().filter(|value| *value == "VCALENDAR").count(), 1);
    let csv = place.run("vt --map teammap kalender 2026 --formaat csv").stdout;
    assert!(csv.contains(";\"'=1+1 END:VCALENDAR<U+001B>[31m\";"), "{csv}");
    for text in [ics, csv] {
        assert!(!text.contains('\u{1b}'));
    }
}

#[test]
fn wrong_input_gets_a_way_out() {
    let place = place();
    let mut shown = String::new();
    for line in [
        "vt --map teammap kalender volgend",
        "vt --map teammap kalender 26",
        "vt --map teammap kalender 2026 --droog",
        "vt --map teammap kalender 2026 --vastleggen --formaat ics",
        "vt --map teammap kalender 2026 --vastleggen --vandaag 2026-03-04",
        "vt --map teammap kalender 2026 --formaat xlsx",
    ] {
        let ran = place.run(line);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{line}");
        shown += &(ran.show(line) + "\n\n");
    }
    assert_snapshot!("verkeerd", shown.trim_end());
}

#[test]
fn a_meeting_that_can_not_be_read_is_told_and_stops_fixing() {
    let place = place();
    place.write("teammap/vergaderingen/2026-04-02/vergadering.yaml", b"vervalt: [\n");
    let ran = place.run("vt --map teammap kalender 2026");
    assert_eq!(ran.status, 1);
    assert_snapshot!("half_gelezen", ran.stderr);
    let ran = place.run("vt --map teammap kalender 2026 --vastleggen");
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert_eq!(std::fs::read_to_string(place.path("teammap/regio.yaml")).unwrap(), REGION);
}
