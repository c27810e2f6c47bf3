//! Order, time slots, breaks, what does not fit.

use super::world::{A, B, C, D, DAY, E, World};
use super::{points, waiting};

/// A decision with a place on the agenda or minutes of its own.
fn decided(keys: &str) -> String {
    format!("besluit: agenderen\ndatum: 2026-03-05\nuitnodigen: []\n{keys}")
}

const MONITOR: &str = "soort: monitor\neerder: 2026-01-15\nverloop: Het gaat beter.";

const CLOSING: &str = "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
veilig_nu: Rust.
maatregelen: [{wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17}]";

#[test]
fn kinds_come_in_the_order_of_the_design() {
    let world = World::new()
        .card(DAY, A, MONITOR)
        .card(DAY, B, CLOSING)
        .card(DAY, C, "soort: vervolg\neerder: 2026-01-15\nverloop: Het gaat beter.")
        .card(DAY, D, "")
        .card(DAY, E, &format!("{MONITOR}\ningebracht: {{spoed: De rechter beslist op 13 maart.}}"));
    // Spoed 20, nieuw 45, vervolg 30 makes 95: a break; then afsluiten 30 and monitor 20.
    let expected = [
        "09:00-09:20 h2v8-m0cw voorstel",
        "09:20-10:05 dr27-20t6 voorstel",
        "10:05-10:35 2kt7-hptm voorstel",
        "10:45-11:15 pqtw-3kz3 voorstel",
        "11:15-11:35 7k3f-9qxr voorstel",
    ];
    let agenda = world.agenda();
    assert_eq!(points(&agenda), expected);
    let pauze = agenda.zaken[3].pauze.unwrap();
    assert_eq!((pauze.van.to_string(), pauze.tot.to_string()), ("10:35:00".to_owned(), "10:45:00".to_owned()));
    assert_eq!(agenda.zaken.iter().filter(|punt| punt.pauze.is_some()).count(), 1);
    assert_eq!((agenda.planning.ruimte, agenda.planning.te_veel), (25, 0));
    assert_eq!(waiting(&agenda), [E, D, C, B, A]);
}

#[test]
fn within_a_kind_who_was_first_comes_first_whatever_the_clock_of_the_place() {
    // 10:00 at +02:00 is an hour before 10:00 at +01:00; no moment comes last.
    let world = World::new()
        .card(DAY, A, "ingebracht: {op: 2026-03-03T10:00:00+01:00}")
        .card(DAY, B, "ingebracht: {op: 2026-03-03T10:00:00+02:00}")
        .card(DAY, C, "ingebracht: {op: 2026-03-02T23:00:00+01:00}");
    assert_eq!(waiting(&world.agenda()), [C, B, A]);
}

#[test]
fn the_chairs_own_order_goes_before_everything() {
    let world = World::new()
        .card(DAY, A, "ingebracht: {spoed: Morgen beslist de rechter.}")
        .card(DAY, B, MONITOR)
        .card(DAY, C, "")
        .card(DAY, D, "")
        .case(DAY, B, "besluit", &decided("volgorde: 2"))
        .case(DAY, C, "besluit", &decided("volgorde: 1"));
    let order: Vec<String> = world.agenda().zaken.iter().map(|punt| punt.casus.to_string()).collect();
    assert_eq!(order, [C, B, A, D]);
    let world = world.case(DAY, B, "besluit", &decided("volgorde: 1"));
    let order: Vec<String> = world.agenda().zaken.iter().map(|punt| punt.casus.to_string()).collect();
    assert_eq!(order, [C, B, A, D], "with one number: nieuw before monitor");
}

#[test]
fn an_empty_reason_is_no_spoed() {
    let world = World::new().card(DAY, A, "ingebracht: {op: 2026-03-04T10:00:00+01:00, spoed: ' '}").card(
        DAY,
        B,
        "ingebracht: {op: 2026-03-03T10:00:00+01:00}",
    );
    assert_eq!(waiting(&world.agenda()), [B, A]);
}

#[test]
fn what_does_not_fit_is_named_with_the_case_that_could_move() {
    let cards = |world: World| [A, B, C, D].into_iter().fold(world, |world, casus| world.card(DAY, casus, ""));
    // Four of 45 minutes with a break of 10 after 90: 190 minutes in 180.
    let world = cards(World::new());
    let agenda = world.agenda();
    let past: Vec<bool> = agenda.zaken.iter().map(|punt| punt.past).collect();
    assert_eq!(past, [true, true, true, false]);
    assert_eq!((agenda.planning.te_veel, agenda.planning.ruimte), (10, 0));
    assert_eq!(agenda.planning.kan_verschuiven.unwrap().to_string(), B);
    assert!(
        world.text().contains(
            "   12:10        klaar, dat is 10 minuten te veel. pqtw-3kz3 kan naar een\n   volgende vergadering.\n"
        ),
        "{}",
        world.text()
    );
    // The last that is not urgent; of urgent ones alone none.
    let urgent = "ingebracht: {spoed: Morgen beslist de rechter.}";
    let world = [A, B, C, D].into_iter().fold(World::new(), |world, casus| world.card(DAY, casus, urgent));
    assert_eq!(world.agenda().planning.kan_verschuiven, None);
    let world = world.card(DAY, A, "").case(DAY, A, "besluit", &decided("volgorde: 1"));
    assert_eq!(world.agenda().planning.kan_verschuiven.unwrap().to_string(), A);
    // Up to the very end it fits.
    let world = cards(World::new()).meeting("eind: \"12:10\"");
    assert_eq!((world.agenda().planning.te_veel, world.agenda().planning.ruimte), (0, 0));
    assert!(world.text().contains("   12:10        klaar\n"));
    let world = cards(World::new()).meeting("eind: \"12:09\"");
    assert!(world.text().contains("dat is 1 minuut te veel"), "{}", world.text());
    let world = cards(World::new()).meeting("eind: \"12:11\"");
    assert!(world.text().contains("klaar; er is nog 1 minuut ruimte"), "{}", world.text());
}

#[test]
fn a_break_counts_from_the_beginning_or_the_last_break() {
    let minutes = |keys: &str| World::new().regio(&format!("minuten: {{nieuw: 45, {keys}}}"));
    let cards = |world: World| [A, B, C, D].into_iter().fold(world, |world, casus| world.card(DAY, casus, ""));
    let breaks = |world: World| -> Vec<usize> {
        let agenda = cards(world).agenda();
        let with = agenda.zaken.iter().enumerate().filter(|(_, punt)| punt.pauze.is_some());
        with.map(|(index, _)| index).collect()
    };
    assert_eq!(breaks(minutes("pauze: 10, pauze_na: 90")), [2]);
    assert_eq!(breaks(minutes("pauze: 10, pauze_na: 45")), [1, 2, 3]);
    assert_eq!(breaks(minutes("pauze: 10, pauze_na: 46")), [2]);
    assert_eq!(breaks(minutes("pauze: 10, pauze_na: 91")), [3]);
    assert_eq!(breaks(minutes("pauze: 10, pauze_na: 0")), [1, 2, 3], "never before the first case");
    assert_eq!(breaks(minutes("pauze: 0, pauze_na: 45")), [0; 0], "no minutes are no break");
}

#[test]
fn a_case_of_no_minutes_takes_no_time_and_shows_its_break_once() {
    let world = World::new()
        .card(DAY, A, "")
        .card(DAY, B, "")
        .card(DAY, C, "")
        .card(DAY, D, "")
        .case(DAY, A, "besluit", &decided("volgorde: 1\nminuten: 90"))
        .case(DAY, B, "besluit", &decided("volgorde: 2\nminuten: 0"))
        .case(DAY, C, "besluit", &decided("volgorde: 3\nminuten: 0"));
    let expected = [
        "09:00-10:30 7k3f-9qxr besloten",
        "10:40-10:40 pqtw-3kz3 besloten",
        "10:40-10:40 2kt7-hptm besloten",
        "10:40-11:25 dr27-20t6 voorstel",
    ];
    assert_eq!(points(&world.agenda()), expected);
    assert_eq!(world.text().matches("pauze").count(), 1);
    assert_eq!(world.json()["pauzes"].as_array().unwrap().len(), 1);
}

#[test]
fn a_meeting_has_its_own_times_and_place() {
    let world = World::new().card(DAY, A, "").meeting("begin: \"13:30\"\neind: \"16:00\"\nlocatie: Het Markiezenhof");
    assert_eq!(points(&world.agenda()), ["13:30-14:15 7k3f-9qxr voorstel"]);
    assert!(world.text().contains("  13:30 tot 16:00, Het Markiezenhof. Voorzitter: Zi2T\n"), "{}", world.text());
}

#[test]
fn an_end_before_the_beginning_is_said_and_nothing_is_to_move() {
    // The chair moved the meeting to the afternoon and left the end of the region.
    let world = World::new().card(DAY, A, "").meeting("begin: \"13:00\"");
    let agenda = world.agenda();
    assert_eq!(points(&agenda), ["13:00-13:45 7k3f-9qxr voorstel"]);
    assert!(!agenda.zaken[0].past);
    assert_eq!((agenda.planning.te_veel, agenda.planning.kan_verschuiven), (45, None));
    let text = world.text();
    assert!(text.contains("  Let op: het eind ligt niet na het begin."), "{text}");
    assert!(text.contains("   13:45        klaar\n"), "{text}");
}

#[test]
fn times_that_pass_midnight_go_on() {
    let world = World::new().card(DAY, A, "").card(DAY, B, "").meeting("begin: \"23:00\"\neind: \"23:59\"");
    let expected = ["23:00-23:45 7k3f-9qxr voorstel", "23:45-00:30 pqtw-3kz3 voorstel"];
    assert_eq!(points(&world.agenda()), expected);
    assert_eq!(world.agenda().planning.te_veel, 31);
    // What is written beyond a day is a mistake, and no panic.
    let world = World::new()
        .card(DAY, A, "")
        .case(DAY, A, "besluit", &decided("minuten: 4294967295"))
        .regio("minuten: {pauze: 4294967295, pauze_na: 1}")
        .card(DAY, B, "");
    assert_eq!(points(&world.agenda()).len(), 2);
    assert!(world.text().contains("minuten te veel"));
}
