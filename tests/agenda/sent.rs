//! The agenda as it was sent.

use super::AGENDEREN;
use super::world::{A, B, DAY, World, card};
use vt::agenda::Staat;
use vt::store::kaart_hash;

fn sent(world: World, cards: &[(&str, &str)]) -> World {
    let cards: Vec<String> =
        cards.iter().map(|(casus, text)| format!("{casus}: {}", kaart_hash(text.as_bytes()))).collect();
    let text = format!(
        "versie: 1\nop: 2026-03-06T15:00:00+01:00\naan: [Veilig Thuis, Roosendaal]\nkaarten: {{{}}}\n",
        cards.join(", ")
    );
    world.file(&format!("vergaderingen/{DAY}/verzonden.yaml"), &text)
}

fn changed(world: &World) -> (Vec<String>, Vec<String>) {
    let agenda = world.agenda();
    let sent = agenda.verzonden.as_ref().unwrap();
    let words = |cases: &[vt::model::Casus]| cases.iter().map(ToString::to_string).collect();
    (words(&sent.gewijzigd), words(&sent.niet_verstuurd))
}

#[test]
fn a_card_that_is_the_same_text_did_not_change() {
    let text = card(A, "");
    let world = sent(World::new().card(DAY, A, "").case(DAY, A, "besluit", AGENDEREN), &[(A, &text)]);
    assert_eq!(changed(&world), (vec![], vec![]));
    assert_eq!(world.agenda().staat, Staat::Verzonden);
    assert!(world.text().contains("  Verzonden op 6 maart aan Veilig Thuis en Roosendaal.\n"), "{}", world.text());
    // A byte order mark and other line ends change nothing.
    let world =
        world.file(&format!("vergaderingen/{DAY}/{A}/kaart.yaml"), &format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert_eq!(changed(&world), (vec![], vec![]));
    // Nor does upper case in the file.
    let upper = format!(
        "versie: 1\nop: 2026-03-06T15:00:00+01:00\nkaarten: {{7K3F9QXR: {}}}\n",
        kaart_hash(text.as_bytes()).to_uppercase()
    );
    let world = world.file(&format!("vergaderingen/{DAY}/verzonden.yaml"), &upper);
    assert_eq!(changed(&world), (vec![], vec![]));
}

#[test]
fn a_changed_card_and_one_that_was_not_sent_are_named() {
    let world = World::new().card(DAY, A, "bijgewerkt: 2026-03-07").card(DAY, B, "");
    let world = sent(world, &[(A, &card(A, ""))]);
    assert_eq!(changed(&world), (vec![A.to_owned()], vec![B.to_owned()]));
    let text = world.text();
    let said = "  Verzonden op 6 maart aan Veilig Thuis en Roosendaal. Sindsdien is de kaart\n  veranderd van 7k3f-9qxr: verstuur die opnieuw. Nog niet verstuurd is de kaart\n  van pqtw-3kz3. De voorzitter besluit nog over 7k3f-9qxr en pqtw-3kz3.\n";
    assert!(text.contains(said), "{text}");
    // Of a case that was withdrawn after that nothing is sent again.
    let world = sent(World::new(), &[(A, &card(A, ""))]);
    assert_eq!(changed(&world), (vec![], vec![]));
}

#[test]
fn of_a_moved_case_the_card_is_looked_up_where_it_lies() {
    let moved = |patch: &str| {
        let world =
            World::new().card("2026-03-05", A, patch).case(DAY, A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05");
        sent(world, &[(A, &card(A, ""))])
    };
    assert_eq!(changed(&moved("")), (vec![], vec![]));
    assert_eq!(changed(&moved("bijgewerkt: 2026-03-01")), (vec![A.to_owned()], vec![]));
}

#[test]
fn a_card_that_can_t_be_read_any_more_changed_too() {
    let world = World::new().file(&format!("vergaderingen/{DAY}/{A}/kaart.yaml"), "soort: [a\nb");
    assert_eq!(changed(&sent(world, &[(A, &card(A, ""))])), (vec![A.to_owned()], vec![]));
}
