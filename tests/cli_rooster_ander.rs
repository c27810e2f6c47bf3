//! `vt rooster` when the year turns out otherwise: what if, dividing anew, and what calendars
//! are told of it.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran};

/// Everything that is written down in a folder.
fn all(place: &Place) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(place.path("")).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|file| (file.path().display().to_string(), std::fs::read_to_string(file.path()).unwrap())).collect()
}

#[test]
fn what_if_shows_now_and_then_and_writes_nothing() {
    let place = Place::example();
    let before = all(&place);
    let lines = [
        ("leaves", "vt rooster 2026 --stel-dat Rucphen weg vanaf 2026-07-01"),
        ("joins", "vt rooster 2026 --stel-dat Altena erbij in klein"),
        ("joins_anew", "vt rooster --opnieuw-vanaf 2026-03-12 --groep klein --stel-dat Altena erbij in klein"),
        ("counts_double", "vt rooster 2026 --stel-dat gemeente roosendaal dubbel"),
        ("twice_as_often", "vt rooster 2026 --stel-dat dubbel zo vaak"),
        ("half_as_often", "vt rooster 2026 --stel-dat half zo vaak vanaf 2026-09-01"),
    ];
    for (name, line) in lines {
        assert_snapshot!(name, place.show(line));
    }
    assert_eq!(all(&place), before);
}

#[test]
fn what_if_in_a_year_that_is_not_published_is_fair_at_once() {
    let place = Place::example();
    let ran = place.run("vt rooster 2027 --stel-dat Altena erbij in klein");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let klein = ran.stdout.split("\n\n").find(|block| block.contains("Altena ") && block.contains("recht op")).unwrap();
    assert!(klein.ends_with("Bewezen: eerlijker kan niet."), "{klein}");
    let altena: Vec<&str> = klein.lines().find(|line| line.contains("Altena")).unwrap().split_whitespace().collect();
    // A sixth of about fifty meetings; there is no figure for now.
    assert_eq!((altena.len(), altena[2]), (5, "8"), "{klein}");
}

#[test]
fn what_if_understands_how_one_says_it() {
    let place = Place::example();
    for (line, head) in [
        ("vt rooster --stel-dat Rucphen gaat weg", "Stel dat Rucphen niet meer meedoet"),
        ("vt rooster --stel-dat Rucphen doet niet meer mee", "Stel dat Rucphen niet meer meedoet"),
        ("vt rooster --stel-dat Altena komt erbij in klein", "Stel dat Altena erbij komt in groep klein"),
        ("vt rooster --stel-dat Roosendaal telt dubbel", "Stel dat Roosendaal dubbel telt"),
    ] {
        let ran = place.run(line);
        assert!(ran.stdout.starts_with(head), "{line}: {}{}", ran.stdout, ran.stderr);
    }
    // Two changes at once are none that it knows; a group may have a name of several words.
    let two = place.run("vt rooster --stel-dat Rucphen weg en Altena erbij in klein");
    assert_eq!((two.status, two.stdout.as_str()), (2, ""));
    place.edit("regio.yaml", "groep: klein", "groep: Kleine gemeenten");
    let ran = place.run("vt rooster 2027 --stel-dat Altena erbij in Kleine gemeenten");
    assert!(ran.stdout.starts_with("Stel dat Altena erbij komt in groep Kleine gemeenten"), "{}", ran.stderr);
}

#[test]
fn what_if_asked_wrong_gets_the_forms() {
    let place = Place::example();
    let lines = [
        "vt rooster --stel-dat",
        "vt rooster --stel-dat alles anders",
        "vt rooster --stel-dat weg",
        "vt rooster --stel-dat Zundert weg",
        "vt rooster --stel-dat Jansen weg",
        "vt rooster --stel-dat Altena erbij in midden",
        "vt rooster --stel-dat Rucphen erbij in klein",
        "vt rooster --stel-dat Rucphen weg vanaf juli",
        "vt rooster --stel-dat Rucphen dubbel vanaf 2026-07-01",
        "vt rooster 2025 --stel-dat Rucphen weg",
        "vt rooster --stel-dat Rucphen weg --vastleggen",
        "vt rooster --groep klein",
        "vt rooster --opnieuw-vanaf 2026-07-01 --groep midden",
        "vt rooster --voor Rucphen",
        "vt rooster --formaat ics --voor Jansen",
    ];
    let shown: Vec<String> = lines.iter().map(|line| place.show(line)).collect();
    for (line, shown) in lines.iter().zip(&shown) {
        assert!(shown.ends_with("status 2"), "{line}: {shown}");
        let said = shown.split_once('\n').unwrap().1;
        assert!(!said.contains("Jansen") && !said.contains("juli"), "{shown}");
    }
    assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn a_seat_that_joins_after_publishing_is_named_with_the_way_out() {
    let place = Place::example();
    place.edit(
        "regio.yaml",
        "{naam: Woensdrecht}\n",
        "{naam: Woensdrecht}\n      - {naam: Altena, vanaf: 2026-07-01}\n",
    );
    let ran = place.run("vt rooster");
    let (_, end) = ran.stdout.split_once("* geruild").unwrap();
    assert_snapshot!("joined", end);
    let command = end.lines().find(|line| line.contains("--opnieuw-vanaf")).unwrap();
    let command = command.trim().split("   ").next().unwrap();
    let shown = place.run(command);
    let (_, end) = shown.stdout.split_once("* geruild").unwrap();
    assert_snapshot!("joined_anew", end);
    let publish = end.lines().find(|line| line.contains("--vastleggen")).unwrap().trim();
    let dry = place.run(&format!("{publish} --droog"));
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    // What is shown as changed is what is written, and only that group changes.
    let turns = shown.stdout.lines().filter(|line| line.contains(" +")).count();
    let freed: Vec<&str> = dry.stdout.lines().filter(|line| line.contains(" is vrij")).collect();
    assert_eq!(freed.len(), turns);
    assert!(freed.iter().all(|line| line.contains("CVC'er klein")), "{freed:?}");
    place.run(publish);
    let after = place.run("vt rooster").stdout;
    assert!(
        after.ends_with("Bewezen: met deze ruilingen en afwezigheid bestaat er geen eerlijker rooster.\n"),
        "{after}"
    );
    assert_eq!(place.run("vt rooster --vastleggen").stdout, "Er verandert niets: dit staat er al zo.\n");
}

/// The lines of each event of a calendar.
fn events(ran: &Ran) -> Vec<Vec<String>> {
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let text = ran.stdout.replace("\r\n ", "");
    let events = text.split("BEGIN:VEVENT\r\n").skip(1);
    events
        .map(|event| event.lines().take_while(|line| *line != "END:VEVENT").map(ToOwned::to_owned).collect())
        .collect()
}

fn value<'a>(event: &'a [String], key: &str) -> &'a str {
    event.iter().find_map(|line| line.strip_prefix(key)).unwrap()
}

#[test]
fn an_organisation_gets_its_own_turns() {
    let place = Place::example();
    let own = place.run("vt rooster --formaat ics --voor Rucphen");
    let roster = std::fs::read_to_string(place.path("rooster/2026.yaml")).unwrap();
    let own_lines: Vec<&str> = roster.lines().filter(|line| line.contains("klein: [Rucphen]")).collect();
    let days: Vec<&str> = own_lines.iter().map(|line| line.trim().split_once(':').unwrap().0).collect();
    let uids: Vec<String> = days.iter().map(|day| format!("{day}-beurt-klein-rucphen@west-brabant-west.vt")).collect();
    let own_events = events(&own);
    assert_eq!(own_events.iter().map(|event| value(event, "UID:")).collect::<Vec<_>>(), uids);
    assert_snapshot!("ics_first", own.stdout.replace("\r\n", "\n").split("END:VEVENT").next().unwrap());
    // In the calendar of all they are the same events.
    let every = events(&place.run("vt rooster --formaat ics"));
    assert_eq!(every.len(), 49 * 3);
    assert!(own_events.iter().all(|event| every.contains(event)));
    // A shared seat has the turns of both, each of them its own.
    let both = events(&place.run("vt rooster --formaat ics --voor Etten-Leur/Zundert"));
    let one = events(&place.run("vt rooster --formaat ics --voor Zundert"));
    let other = events(&place.run("vt rooster --formaat ics --voor Etten-Leur"));
    assert!(!one.is_empty() && !other.is_empty());
    assert_eq!(both.len(), one.len() + other.len());
}

#[test]
fn a_turn_that_is_freed_is_cancelled_until_it_comes_back() {
    let place = Place::example();
    let turn = |day: &str, line: &str| -> Vec<String> {
        let uid = format!("{day}-beurt-klein-rucphen@west-brabant-west.vt");
        let events = events(&place.run(line));
        let own: Vec<_> = events.into_iter().filter(|event| value(event, "UID:") == uid).collect();
        assert_eq!(own.len(), 1);
        own.into_iter().next().unwrap()
    };
    let line = "vt rooster --formaat ics --voor Rucphen";
    assert_eq!(value(&turn("2026-03-12", line), "STATUS:"), "CONFIRMED");
    place.run("vt rooster --ruil 2026-03-12 2026-03-19 --groep klein");
    let cancelled = turn("2026-03-12", line);
    assert_eq!(value(&cancelled, "STATUS:"), "CANCELLED");
    assert_eq!(value(&cancelled, "TRANSP:"), "TRANSPARENT");
    assert_eq!(value(&turn("2026-03-19", line), "STATUS:"), "CONFIRMED");
    place.run("vt rooster --ruil 2026-03-12 2026-03-19 --groep klein");
    let back = turn("2026-03-12", line);
    assert_eq!(value(&back, "STATUS:"), "CONFIRMED");
    assert!(value(&back, "SEQUENCE:") >= value(&cancelled, "SEQUENCE:"));
    // A meeting that is cancelled takes the turn with it, before and after publishing.
    place.write("vergaderingen/2026-03-12/vergadering.yaml", b"versie: 1\nvervalt: {reden: Storm.}\n");
    assert_eq!(value(&turn("2026-03-12", line), "STATUS:"), "CANCELLED");
    place.run("vt rooster --vastleggen");
    let gone = turn("2026-03-12", line);
    assert_eq!(value(&gone, "STATUS:"), "CANCELLED");
    assert_eq!(value(&gone, "DESCRIPTION:"), "Er is die dag geen vergadering.");
    // The others have what is theirs: nothing of Rucphen's.
    let others = events(&place.run("vt rooster --formaat ics --voor Steenbergen"));
    assert!(others.iter().all(|event| value(event, "UID:").ends_with("-steenbergen@west-brabant-west.vt")));
}
