//! What the chair changes about a meeting says what that does at the table and to the cases.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran};

const FILE: &str = "vergaderingen/2026-03-12/vergadering.yaml";

/// A command about the meeting of 12 March, on Friday 6 March.
fn on_friday(place: &Place, words: &[&str]) -> Ran {
    place.at("2026-03-06T10:00:00+01:00", words, "Te druk.")
}

fn meeting(place: &Place, words: &[&str]) -> Ran {
    on_friday(place, &[&["vergadering", "2026-03-12"], words].concat())
}

/// What is said, on one line.
fn said(ran: &Ran) -> String {
    [ran.stdout.as_str(), &ran.stderr].concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Done with status 0; what is said, on one line.
fn done(place: &Place, words: &[&str]) -> String {
    let ran = meeting(place, words);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{words:?}");
    said(&ran)
}

/// Refused, and nothing is written.
fn refused(place: &Place, words: &[&str]) -> Ran {
    let before = place.tree();
    let ran = on_friday(place, words);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{words:?}");
    assert!(place.tree() == before, "{words:?}");
    ran
}

/// The first command that an error or a screen names, without `vt`.
fn command(ran: &Ran) -> Vec<String> {
    let line = ran.stdout.lines().chain(ran.stderr.lines()).find(|line| line.contains("vt ")).unwrap();
    let words = line.split_once("vt ").unwrap().1.split("   ").next().unwrap();
    words.split_whitespace().map(ToOwned::to_owned).collect()
}

const MONITOR: [&str; 4] = ["--afmelden", "inbrenger", "--casus", "2qc6-2dkd"];

#[test]
fn a_monitor_without_its_inbrenger_is_not_agreed_to_and_not_sent() {
    let place = Place::whole_example();
    let off = meeting(&place, &MONITOR);
    assert_snapshot!("inbrenger_away", off.show("vt vergadering 2026-03-12 --afmelden inbrenger --casus 2qc6-2dkd"));
    let agreed = refused(&place, &["besluit", "2qc6-2dkd", "--agenderen", "--door", "M"]);
    assert_snapshot!("monitor_alone", agreed.show("vt besluit 2qc6-2dkd --agenderen"));
    // What is named there works: on the day itself once the inbrenger can come, else another day.
    for (casus, what) in [
        ("7k3f-9qxr", "--agenderen"),
        ("dr27-20t6", "--agenderen"),
        ("8yn4-7fhx", "--afwijzen"),
        ("cznk-cz65", "--afwijzen"),
    ] {
        let ran = on_friday(&place, &["besluit", casus, what, "--door", "M", "--reden", "-"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{casus}");
    }
    let sent = refused(&place, &["agenda", "2026-03-12", "--verzonden"]);
    assert_snapshot!("not_sent_for_monitor", sent.show("vt agenda 2026-03-12 --verzonden"));
    let named = command(&sent);
    assert_eq!(named, command(&off));
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let ran = on_friday(&place, &[&named[..], &["--door", "M", "--reden", "-"]].concat());
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(on_friday(&place, &["agenda", "2026-03-12", "--verzonden"]).status, 0);
    let place = Place::whole_example();
    done(&place, &MONITOR);
    let back = done(&place, &["--aanmelden", "inbrenger", "--casus", "2qc6-2dkd"]);
    assert!(back.contains("De inbrenger van casus 2qc6-2dkd komt nu weer."), "{back}");
    assert_eq!(on_friday(&place, &["besluit", "2qc6-2dkd", "--agenderen", "--door", "M"]).status, 0);
}

#[test]
fn somebody_else_can_come_and_who_was_away_can_come_after_all() {
    let place = Place::whole_example();
    let before = place.read(FILE);
    let ldh = |vervanger: &'static str| ["--afmelden", "Leger des Heils", "--vervanger", vervanger];
    // The region knows of which organisation that is.
    let told = done(&place, &ldh("Tom Baselmans"));
    assert!(
        told.contains("In de plaats van Leger des Heils komt Tom Baselmans, William Schrikker Stichting."),
        "{told}"
    );
    let line = "  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils, vervanger: \
                {naam: Tom Baselmans, organisatie: William Schrikker Stichting}}\n";
    assert_eq!(place.read(FILE), format!("{before}{line}"));
    let same = done(&place, &ldh("Tom Baselmans, William Schrikker Stichting"));
    assert_eq!(same, "Er verandert niets: dit staat er al zo.");
    // Another one, also when the one who is away is named.
    let told = done(&place, &ldh("Piet Hof"));
    assert!(told.contains("komt Piet Hof, Leger des Heils."), "{told}");
    let told = done(&place, &["--afmelden", "Judith Kamp", "--vervanger", "Els Maas, Veilig Thuis"]);
    assert!(told.contains("komt Els Maas, Veilig Thuis."), "{told}");
    let held = said(&refused(&place, &["vergadering", "2026-03-12", "--afmelden", "Els Maas"]));
    assert!(held.contains("die komt al in de plaats van een ander."), "{held}");
    // And back to as it was.
    let told = done(&place, &["--aanmelden", "Leger des Heils"]);
    assert!(told.contains("Nu komt weer: Judith Kamp, Leger des Heils."), "{told}");
    assert_eq!(place.read(FILE), before);
    let ran = refused(&place, &["vergadering", "2026-03-12", "--aanmelden", "Leger des Heils"]);
    assert_snapshot!("not_away", ran.show("vt vergadering 2026-03-12 --aanmelden 'Leger des Heils'"));
}

#[test]
fn a_person_at_the_table_is_known_by_name() {
    let place = Place::whole_example();
    let told = done(&place, &["--afmelden", "nadia el Khattabi"]);
    assert!(told.contains("In de plaats van Zundert komt Mirjam Aarts, Etten-Leur."), "{told}");
    let told = done(&place, &["--afmelden", "Zundert", "--vervanger", "Jan Smit"]);
    assert!(told.contains("In de plaats van Zundert komt Jan Smit, Zundert."), "{told}");
    let told = done(&place, &["--aanmelden", "Nadia el Khattabi"]);
    assert!(told.contains("Nu komt weer: Nadia el Khattabi, Zundert."), "{told}");
    // An inbrenger, of one case.
    let told = done(&place, &["--afmelden", "Anke Wouters"]);
    assert!(told.contains("Bij casus 7k3f-9qxr maakt Bram Looijmans, Roosendaal dan de aantekeningen."), "{told}");
    assert_eq!(done(&place, &["--afmelden", "Anke Wouters"]), "Er verandert niets: dit staat er al zo.");
    done(&place, &["--aanmelden", "Anke Wouters"]);
    // Without somebody who has to be there the meeting can't be held.
    let told = done(&place, &["--afmelden", "Rachid Amrani"]);
    assert!(told.contains("In de plaats van Veilig Thuis komt niemand. Let op:"), "{told}");
    let ran =
        refused(&place, &["vergadering", "2026-03-12", "--afmelden", "Veilig Thuis", "--rol", "gedragswetenschapper"]);
    assert!(said(&ran).contains("Noem bij SPRING iemand anders"), "{}", ran.stderr);
    for who in ["Novadic-Kentron", "Daan Verhagen"] {
        let ran = refused(&place, &["vergadering", "2026-03-12", "--afmelden", who]);
        assert!(!ran.stderr.contains("Verhagen"), "{}", ran.stderr);
    }
    let ran = refused(
        &place,
        &["vergadering", "2026-03-12", "--afmelden", "inbrenger", "--casus", "7k3f-9qxr", "--vervanger", "Jan Smit"],
    );
    assert!(said(&ran).contains("voor een inbrenger komt niemand in de plaats"), "{}", ran.stderr);
}

/// Who takes a fixed seat is signed off as who that one is there.
#[test]
fn who_takes_another_s_seat_can_be_away_too() {
    let place = Place::whole_example();
    place.write("vergaderingen/2026-03-19/vergadering.yaml", b"versie: 1\n");
    let on = |words: &[&str]| {
        let ran = on_friday(&place, &[&["vergadering", "2026-03-19"], words].concat());
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{words:?}");
        said(&ran)
    };
    assert!(on(&["--afmelden", "Zi2T"]).contains("In de plaats van Zi2T komt Ellen Bogers, SPRING."));
    let told = on(&["--afmelden", "Ellen Bogers"]);
    assert!(told.contains("Opgeschreven"), "{told}");
    let agenda = said(&place.run("vt agenda 2026-03-19"));
    assert!(agenda.contains("Voorzitter: Corine Schrauwen, Veilig Thuis"), "{agenda}");
}

#[test]
fn a_case_that_can_t_come_stops_the_cancelling() {
    let place = Place::whole_example();
    let card = place.read("vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml");
    place.write("vergaderingen/2026-04-16/7k3f-9qxr/kaart.yaml", card.as_bytes());
    place.write("vergaderingen/2026-04-16/7k3f-9qxr/ingetrokken.yaml", b"versie: 1\nreden: Verhuisd.\n");
    let cancel = ["vergadering", "2026-03-12", "--vervalt", "De zaal is bezet.", "--naar", "2026-04-16"];
    let ran = refused(&place, &cancel);
    assert_snapshot!("can_t_come", ran.show("vt vergadering 2026-03-12 --vervalt … --naar 2026-04-16"));
    let named = command(&ran);
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    assert_eq!(on_friday(&place, &[&named[..], &["--door", "M", "--reden", "-"]].concat()).status, 0);
    let ran = on_friday(&place, &cancel);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(!ran.stdout.contains("7k3f-9qxr"), "{}", ran.stdout);
}

/// Work that stopped halfway is completed to another day, unless more was done where it went.
#[test]
fn what_a_cancellation_left_halfway_goes_with_the_next() {
    let place = Place::whole_example();
    let case = |day: &str, file: &str| format!("vergaderingen/{day}/7k3f-9qxr/{file}");
    place.write(&case("2026-03-19", "verwacht.yaml"), b"versie: 1\nwaarom: uitgesteld\nvan: 2026-03-12\n");
    let check = place.run("vt check --vandaag 2026-03-06");
    assert!(check.stdout.contains("MAP03"), "{}", check.stdout);
    let decision = case("2026-03-19", "besluit.yaml");
    place.write(&decision, b"versie: 1\nbesluit: agenderen\ndatum: 2026-03-06\ndoor: M\n");
    let cancel = ["vergadering", "2026-03-12", "--vervalt", "De zaal is bezet.", "--naar", "2026-03-26"];
    let ran = said(&refused(&place, &cancel));
    assert!(ran.contains("casus 7k3f-9qxr ging al naar donderdag 19 maart 2026, en daar gebeurde al meer."), "{ran}");
    std::fs::remove_file(place.path(&decision)).unwrap();
    assert_eq!(on_friday(&place, &cancel).status, 0);
    assert!(!place.path(&case("2026-03-19", "verwacht.yaml")).exists());
    assert!(place.path(&case("2026-03-26", "verwacht.yaml")).exists());
    let check = place.run("vt check --vandaag 2026-03-06");
    assert!(!check.stdout.contains("MAP03"), "{}", check.stdout);
}

#[test]
fn a_day_that_is_cancelled_is_neither_extra_nor_offered() {
    let place = Place::whole_example();
    let reason = "De zaal is bezet.";
    let missing = refused(&place, &["vergadering", "2026-03-19", "--vervalt", reason]);
    assert!(said(&missing).contains("Geef dezelfde opdracht met --naar 2026-03-26: dat is"), "{}", missing.stderr);
    let cancel = ["vergadering", "2026-03-19", "--vervalt", reason, "--naar", "2026-03-26"];
    assert_eq!(on_friday(&place, &cancel).status, 0);
    let extra = refused(&place, &["vergadering", "2026-03-19", "--extra", "Toch."]);
    assert_snapshot!("extra_on_cancelled", extra.show("vt vergadering 2026-03-19 --extra Toch."));
    let near = refused(&place, &["vergadering", "2026-03-18"]);
    assert!(near.stderr.contains("2026-03-26") && !near.stderr.contains("2026-03-19"), "{}", near.stderr);
}

/// A case that can't be read would stay behind, and one that was refused would go along.
#[test]
fn a_meeting_that_can_t_be_read_whole_is_not_cancelled() {
    let place = Place::whole_example();
    let cancel = ["vergadering", "2026-03-12", "--vervalt", "De zaal is bezet.", "--naar", "2026-03-26"];
    for broken in ["versie: 1\nbesluit: afwijzen\ndatum: [", "versie: 1\nbesluit: afgewezen\n"] {
        place.write("vergaderingen/2026-03-12/2kt7-hptm/besluit.yaml", broken.as_bytes());
        let ran = refused(&place, &cancel);
        assert!(said(&ran).contains("welke casussen mee moeten"), "{}", ran.stderr);
        assert!(ran.stderr.contains("besluit.yaml"), "{}", ran.stderr);
    }
}

#[test]
fn a_meeting_that_was_held_is_not_cancelled() {
    let place = Place::whole_example();
    place.write("vergaderingen/2026-03-19/aanwezig.yaml", b"versie: 1\naanwezig: []\n");
    let cancel = ["vergadering", "2026-03-19", "--vervalt", "De zaal is bezet.", "--naar", "2026-03-26"];
    assert!(said(&refused(&place, &cancel)).contains("deze vergadering was er al. Er is niets geschreven."));
}

/// A case that was postponed shows where it goes now.
#[test]
fn an_agenda_shows_where_a_case_goes_by_now() {
    let place = Place::whole_example();
    let postpone = |from: &str, to: &str| {
        let words = ["besluit", "cznk-cz65", "--vergadering", from, "--uitstellen", to, "--door", "M", "--reden", "-"];
        assert_eq!(on_friday(&place, &words).status, 0);
    };
    let agenda = || said(&place.run("vt agenda 2026-03-12"));
    postpone("2026-03-12", "2026-03-19");
    assert!(!agenda().contains("De casus gaat nu naar"), "{}", agenda());
    let cancel = ["vergadering", "2026-03-19", "--vervalt", "De zaal is bezet.", "--naar", "2026-03-26"];
    assert_eq!(on_friday(&place, &cancel).status, 0);
    assert!(
        agenda()
            .contains("Uitgesteld naar donderdag 19 maart door M. Te druk. De casus gaat nu naar donderdag 26 maart.")
    );
    postpone("2026-03-26", "2026-04-02");
    assert!(agenda().contains("De casus gaat nu naar donderdag 2 april."), "{}", agenda());
}

#[test]
fn a_venue_is_a_place_and_nobody_s_home() {
    let place = Place::whole_example();
    let ran = refused(&place, &["vergadering", "2026-03-12", "--locatie", "Bij Daan Verhagen thuis"]);
    assert_snapshot!("home", ran.show("vt vergadering 2026-03-12 --locatie …"));
    let before = place.tree();
    let ran = meeting(&place, &["--locatie", "Zaal Roos"]);
    assert_eq!((ran.status, place.tree() == before), (1, true), "{}", ran.stdout);
    for venue in ["Stationsstraat 1, 4701 AB Roosendaal", "Gemeentehuis Etten-Leur, kamer 3.12", "Theater De Maagd"] {
        done(&place, &["--locatie", venue]);
        let agenda = said(&place.run("vt agenda 2026-03-12"));
        assert!(agenda.contains(&format!("09:00 tot 12:30, {venue}.")), "{agenda}");
    }
    // What somebody else wrote there is found, and left out of screens.
    place.edit(FILE, "locatie: Theater De Maagd", "locatie: Bij Daan Verhagen thuis");
    let check = place.run("vt check --vandaag 2026-03-06");
    assert!(check.stdout.contains("PSE02") && check.stdout.contains(FILE), "{}", check.stdout);
    for line in ["vt agenda 2026-03-12", "vt kalender 2026"] {
        assert!(!place.run(line).stdout.contains("Verhagen"), "{line}");
    }
}

/// A question about a word in the reason would be answered for nothing.
#[test]
fn a_meeting_that_can_t_be_filled_in_is_said_before_its_words_are_asked_about() {
    let place = Place::whole_example();
    place.write(FILE, b"versie: 1\nlocatie: [\n");
    for words in [
        &["--vervalt", "Roos is er dan niet.", "--naar", "2026-03-19"][..],
        &["--afmelden", "SPRING", "--vervanger", "Roos"],
        &["--locatie", "Bij Roos"],
    ] {
        let ran = refused(&place, &[&["vergadering", "2026-03-12"], words].concat());
        assert!(said(&ran).contains("niet aanvullen"), "{words:?}\n{}", ran.stderr);
    }
}

/// Who was there counts once it was written down: what goes against it is said, and nothing takes
/// its place unseen.
#[test]
fn who_is_signed_off_after_it_was_written_down_that_they_were_there_is_said() {
    let place = Place::whole_example();
    let day = "2026-02-26";
    let path = format!("vergaderingen/{day}/aanwezig.yaml");
    let there = place.read(&path);
    assert!(there.contains("organisatie: SPRING"), "{there}");
    let off = on_friday(&place, &["vergadering", day, "--afmelden", "SPRING"]);
    assert_eq!(off.status, 0, "{}", off.stderr);
    let text = said(&off);
    assert!(text.contains("wie er was, is al opgeschreven, en daar staat deze plaats er wel bij."), "{text}");
    assert!(text.contains(&format!("vt vergadering {day} --aanwezig zet recht wie er was")), "{text}");
    let on = said(&on_friday(&place, &["vergadering", day, "--aanmelden", "SPRING"]));
    assert!(!on.contains("is al opgeschreven"), "{on}");
    // Who sat there came in the place of another of the same organisation.
    let instead = ["vergadering", day, "--afmelden", "SPRING", "--vervanger", "Ellen Bogers"];
    let ran = on_friday(&place, &instead);
    assert!(ran.status == 0 && !said(&ran).contains("is al opgeschreven"), "{}", ran.stdout);
    on_friday(&place, &["vergadering", day, "--aanmelden", "SPRING"]);
    let brings = ["vergadering", day, "--afmelden", "inbrenger", "--casus", "0q54-r7cv"];
    let text = said(&on_friday(&place, &brings));
    assert!(text.contains("staat deze plaats er wel bij"), "{text}");
    // Without anybody to see what it would take away nothing does.
    for words in [&["--aanwezig"][..], &["--aanwezig", "--volgens-agenda"]] {
        let ran = refused(&place, &[&["vergadering", day], words].concat());
        assert!(ran.stderr.contains("staat al opgeschreven"), "{}", ran.stderr);
    }
    assert_eq!(place.read(&path), there);
    // Who was not there, and comes after all.
    place.write(&path, there.replace("organisatie: SPRING", "organisatie: Veilig Thuis").as_bytes());
    let text = said(&on_friday(&place, &["vergadering", day, "--afmelden", "SPRING"]));
    assert!(!text.contains("is al opgeschreven"), "{text}");
    let text = said(&on_friday(&place, &["vergadering", day, "--aanmelden", "SPRING"]));
    assert!(text.contains("staat deze plaats er niet bij"), "{text}");
}
