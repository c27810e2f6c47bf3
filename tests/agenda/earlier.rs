//! What came before: figures, advice, agreements then and now; what is still open.

use super::world::{A, B, DAY, World};
use std::fmt::Write as _;

const BACK: &str = "soort: vervolg\neerder: 2026-02-05\nverloop: Het gaat beter.\nbijgewerkt: 2026-03-02";

fn discussion(agreements: &[(u32, &str)]) -> String {
    let mut text = "advies: {soort: voortzetten, uitkomst: eensluidend, tekst: Ga door.}\nweging:\n- {rol: veilig_thuis, organisatie: VT, cijfer: 4}\n- {rol: cvc, organisatie: Gemeente Roosendaal, cijfer: '5,5'}\n- {rol: cvc, organisatie: Rucphen, cijfer: geen, waarom: Ik ken alleen de kaart.}\nafspraken:\n".to_owned();
    for (nr, when) in agreements {
        let _ = writeln!(text, "- {{nr: {nr}, wat: Afspraak {nr}, wie: Anke Wouters, wanneer: {when}}}");
    }
    text
}

/// Two discussions: on 8 January and on 5 February.
fn twice() -> World {
    World::new()
        .card(DAY, A, BACK)
        .card("2026-02-05", A, "soort: vervolg\neerder: 2026-01-08")
        .case("2026-02-05", A, "bespreking", &discussion(&[(1, "2026-03-11"), (2, "2026-03-12"), (3, "2026-02"), (4, "2026-03")]))
        .card("2026-01-08", A, "")
        .case("2026-01-08", A, "bespreking", &discussion(&[(1, "2026-02-01"), (2, "2026-02-01"), (3, "2026-02-01"), (4, "2026-02-01")]))
        .case(
            "2026-01-08",
            A,
            "nazorg",
            "afspraken:\n- {nr: 1, stand: gedaan, op: 2026-01-20}\n- {nr: 2, stand: kon_niet, op: 2026-01-21, reden: x}\n- {nr: 3, stand: niet_gedaan, reden: x}",
        )
}

#[test]
fn the_last_discussion_is_shown_with_its_figures_one_by_one() {
    let agenda = twice().agenda();
    let eerder = agenda.zaken[0].eerder.as_ref().unwrap();
    assert_eq!(eerder.vergadering.to_string(), "2026-02-05");
    let figures: Vec<String> =
        eerder.weging.iter().map(|figure| format!("{} {}", figure.organisatie, figure.cijfer)).collect();
    assert_eq!(figures, ["Veilig Thuis 4", "Roosendaal 5,5", "Rucphen geen cijfer"]);
    let text = twice().text();
    let said = "   Eerder      5 februari\n     Cijfers   Veilig Thuis 4; Roosendaal 5,5; Rucphen geen cijfer\n               laagste 4, hoogste 5,5, verschil 1,5\n     Advies    voortzetten: Ga door.\n     Afspraken 1 Afspraak 1: te laat, uiterlijk 11 maart\n               2 Afspraak 2: open, uiterlijk 12 maart\n               3 Afspraak 3: te laat, uiterlijk februari 2026\n               4 Afspraak 4: open, uiterlijk maart 2026\n";
    assert!(text.contains(said), "{text}");
}

#[test]
fn what_is_open_comes_from_every_discussion_overdue_first() {
    let open: Vec<String> = twice()
        .agenda()
        .openstaand
        .iter()
        .map(|entry| {
            let made = &entry.afspraak;
            let stand = made.stand.map_or("open", |stand| stand.woorden());
            format!("{} {} {stand} {}", entry.van, made.nr.unwrap(), made.te_laat)
        })
        .collect();
    // Due on the day of the meeting is not overdue; a month is over after its last day.
    let expected = [
        "2026-01-08 4 open true",
        "2026-02-05 3 open true",
        "2026-02-05 1 open true",
        "2026-01-08 2 kon niet false",
        "2026-01-08 3 niet gedaan false",
        "2026-02-05 2 open false",
        "2026-02-05 4 open false",
    ];
    assert_eq!(open, expected);
    let text = twice().text();
    let said = "Nog open van eerder\n  te laat       1 februari    Anke Wouters: Afspraak 4\n                              7k3f-9qxr, afspraak 4 van 8 januari\n  te laat      februari 2026  Anke Wouters: Afspraak 3\n";
    assert!(text.contains(said), "{text}");
}

#[test]
fn of_a_case_that_does_not_come_nothing_is_open() {
    let world = twice().case(DAY, A, "ingetrokken", "reden: Het gezin wil wachten.");
    assert!(world.agenda().openstaand.is_empty());
    // Of an expected one, and of one that can't be discussed yet, it is.
    let expected = World::new()
        .case(DAY, B, "verwacht", "waarom: monitor\nvan: 2026-02-05")
        .card("2026-02-05", B, "")
        .case("2026-02-05", B, "bespreking", &discussion(&[(1, "2026-02-12")]));
    assert_eq!(expected.agenda().openstaand.len(), 1);
    assert!(!World::new().card(DAY, A, "").text().contains("Nog open van eerder"));
}

#[test]
fn the_year_stands_where_it_is_another() {
    let world = World::new()
        .card(DAY, A, "soort: vervolg\neerder: 2025-12-11\nverloop: Beter.")
        .card("2025-12-11", A, "")
        .case("2025-12-11", A, "bespreking", &discussion(&[(1, "2025-12-24"), (12, "2026-04-01")]));
    let text = world.text();
    assert!(text.contains("   Eerder      11 december 2025\n"), "{text}");
    assert!(text.contains("  te laat  24 december 2025  Anke Wouters: Afspraak 1\n"), "{text}");
    assert!(
        text.contains(
            "     Afspraken 1  Afspraak 1: te laat, uiterlijk 24 december 2025\n               12 Afspraak 12: open, uiterlijk 1 april\n"
        ),
        "{text}"
    );
}

#[test]
fn a_postponed_case_shows_the_discussion_before_it_was_moved() {
    let world = World::new()
        .card("2026-01-08", A, "")
        .case("2026-01-08", A, "bespreking", &discussion(&[(1, "2026-02-01")]))
        .case("2026-03-05", A, "verwacht", "waarom: monitor\nvan: 2026-01-08")
        .card(
            "2026-03-05",
            A,
            "soort: monitor\neerder: 2026-01-08\nverloop: Beter.\ningebracht: {op: 2026-02-25T10:00:00+01:00}",
        )
        .case(DAY, A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05");
    let agenda = world.agenda();
    assert_eq!(agenda.zaken[0].eerder.as_ref().unwrap().vergadering.to_string(), "2026-01-08");
    assert_eq!(agenda.openstaand.len(), 1);
    // The card may forget it; the announcement knows.
    let world =
        world.card("2026-03-05", A, "soort: monitor\nverloop: Beter.\ningebracht: {op: 2026-02-25T10:00:00+01:00}");
    assert_eq!(world.agenda().openstaand.len(), 1);
}
