//! Who comes for one case alone.

use super::*;

#[test]
fn the_responsible_municipality_comes_for_its_case_alone() {
    let world = World::new().card(DAY, A, "gemeente: Gemeente Roosendaal").card(
        DAY,
        B,
        "gemeente: roosendaal\ninbrenger: {naam: Piet Smit, organisatie: JBB, via: Hans Verstraten}",
    );
    let expected = [
        "inbrenger Roosendaal (Anke Wouters): inbrenger [7k3f-9qxr]",
        "inbrenger Jeugdbescherming Brabant (Piet Smit): inbrenger [pqtw-3kz3]",
        "verantwoordelijke_gemeente Roosendaal: verantwoordelijke_gemeente [7k3f-9qxr pqtw-3kz3]",
    ];
    assert_eq!(for_cases(&world.tafel()), expected);
}

#[test]
fn a_municipality_that_sits_by_turn_stands_once_with_both_reasons() {
    let world = World::new().card(DAY, A, "gemeente: Rucphen").card(DAY, B, "gemeente: Rucphen");
    let tafel = world.tafel();
    assert_eq!(whole(&tafel)[5], "cvc Rucphen: toerbeurt+verantwoordelijke_gemeente");
    assert!(for_cases(&tafel).iter().all(|row| row.starts_with("inbrenger")), "{:?}", for_cases(&tafel));
    // A case of Etten-Leur in Zundert's turn brings Etten-Leur for that case.
    let tafel = World::new().card(DAY, A, "gemeente: Etten-Leur").tafel();
    assert_eq!(whole(&tafel)[4], "cvc Zundert: toerbeurt");
    assert_eq!(for_cases(&tafel)[1], "verantwoordelijke_gemeente Etten-Leur: verantwoordelijke_gemeente [7k3f-9qxr]");
}

#[test]
fn another_spelling_and_a_merged_municipality_are_the_same() {
    let merged = "gemeenten: [{naam: Rucphen}, {naam: Zundert}, {naam: Woensdrecht, ook: [Woensdracht]}, {naam: Halderberge, tot: 2026-03-01, op_in: Rucphen}]";
    let world = World::new().regio(merged).card(DAY, A, "gemeente: Woensdracht").card(DAY, B, "gemeente: Halderberge");
    let tafel = world.tafel();
    assert_eq!(whole(&tafel)[5], "cvc Rucphen: toerbeurt+verantwoordelijke_gemeente");
    let expected = "verantwoordelijke_gemeente Woensdrecht: verantwoordelijke_gemeente [7k3f-9qxr]";
    assert!(for_cases(&tafel).contains(&expected.to_owned()), "{:?}", for_cases(&tafel));
    // Up to and including its last day it is itself.
    let later = merged.replace("tot: 2026-03-01", "tot: 2026-03-12");
    let tafel = World::new().regio(&later).card(DAY, B, "gemeente: Halderberge").tafel();
    assert!(for_cases(&tafel).iter().any(|row| row.starts_with("verantwoordelijke_gemeente Halderberge")));
}

#[test]
fn an_absence_by_file_empties_no_inbrenger_and_no_responsible_municipality() {
    let (path, text) = absent("Rucphen");
    let inbrenger = "gemeente: Rucphen\ninbrenger: {naam: Piet Smit, organisatie: Rucphen}";
    let tafel = World::new().file(&path, &text).card(DAY, A, inbrenger).tafel();
    assert_eq!(empties(&tafel), ["cvc klein Rucphen afwezig"]);
    let expected = [
        "inbrenger Rucphen (Piet Smit): inbrenger [7k3f-9qxr]",
        "verantwoordelijke_gemeente Rucphen: verantwoordelijke_gemeente [7k3f-9qxr]",
    ];
    assert_eq!(for_cases(&tafel), expected);
}

#[test]
fn a_responsible_municipality_that_is_away_is_replaced_by_hand_or_missing() {
    let cards = |world: World| world.card(DAY, A, "").card(DAY, B, "").tafel();
    let tafel = cards(away(&["{rol: verantwoordelijke_gemeente, organisatie: Roosendaal}"]));
    assert_eq!(empties(&tafel), ["verantwoordelijke_gemeente Roosendaal afwezig [7k3f-9qxr pqtw-3kz3]"]);
    let named = "{rol: verantwoordelijke_gemeente, organisatie: Roosendaal, vervanger: {naam: Wil Konings}}";
    let expected = "verantwoordelijke_gemeente Roosendaal (Wil Konings): vervanging for verantwoordelijke_gemeente Roosendaal [7k3f-9qxr pqtw-3kz3]";
    assert_eq!(for_cases(&cards(away(&[named])))[1], expected);
}

#[test]
fn one_named_person_who_is_both_inbrenger_and_municipality_stands_once() {
    let people = "personen: [{naam: Anke Wouters, organisatie: Roosendaal, rol: verantwoordelijke_gemeente}]";
    let tafel = World::new().regio(people).card(DAY, A, "").tafel();
    assert_eq!(
        for_cases(&tafel),
        ["inbrenger Roosendaal (Anke Wouters): inbrenger+verantwoordelijke_gemeente [7k3f-9qxr]"]
    );
    // She is a jeugdprofessional at the table, and counts when no other is there.
    let nobody = "versie: 1\nbeurten:\n  2026-03-12: {}\n";
    let alone = World::new().regio(people).file("rooster/2026.yaml", nobody).card(DAY, A, "").tafel();
    assert_eq!(minimum(&alone)[2], "jeugdprofessional=Roosendaal");
    let two = World::new().card(DAY, A, "").file("rooster/2026.yaml", nobody).tafel();
    assert_eq!(for_cases(&two).len(), 2);
    assert_eq!(minimum(&two)[2], "jeugdprofessional=Roosendaal");
}

#[test]
fn who_sits_already_and_brings_a_case_in_stands_once() {
    let people = "personen: [{naam: Ilse Braspenning, organisatie: Rucphen, rol: cvc}]";
    let inbrenger = "gemeente: Moerdijk\ninbrenger: {naam: Ilse Braspenning, organisatie: Gemeente Rucphen}";
    let tafel = World::new().regio(people).card(DAY, A, inbrenger).tafel();
    assert_eq!(whole(&tafel)[5], "cvc Rucphen (Ilse Braspenning): toerbeurt+inbrenger");
    assert_eq!(for_cases(&tafel), ["verantwoordelijke_gemeente Moerdijk: verantwoordelijke_gemeente [7k3f-9qxr]"]);
    // A chair who is the inbrenger stays two, so that the clash is seen.
    let people = "personen: [{naam: Marit van Oers, organisatie: Zi2T, rol: voorzitter}]";
    let inbrenger = "inbrenger: {naam: Marit van Oers, organisatie: Zi2T}";
    let tafel = World::new().regio(people).card(DAY, A, inbrenger).tafel();
    let clash: Vec<(String, String)> =
        clashes(&tafel.plaatsen).into_iter().map(|(a, b)| (place(a), place(b))).collect();
    let expected = ("voorzitter Zi2T (Marit van Oers): vast", "inbrenger Zi2T (Marit van Oers): inbrenger [7k3f-9qxr]");
    assert_eq!(clash, [(expected.0.to_owned(), expected.1.to_owned())]);
}

#[test]
fn an_inbrenger_away_is_followed_by_the_vaste_deelnemer_who_takes_notes() {
    let gone = "{rol: inbrenger, casus: 7k3f-9qxr}";
    let tafel = away(&[gone]).card(DAY, A, "").tafel();
    assert_eq!(for_cases(&tafel)[0], "vaste_deelnemer Roosendaal (Bram Looijmans): notulist [7k3f-9qxr]");
    // Away as well: the one who was named, or nobody.
    let also = "{rol: vaste_deelnemer, organisatie: Roosendaal}";
    let tafel = away(&[gone, also]).card(DAY, A, "").tafel();
    assert_eq!(empties(&tafel), ["vaste_deelnemer Roosendaal afwezig [7k3f-9qxr]"]);
    let named = "{rol: vaste_deelnemer, organisatie: Roosendaal, vervanger: {naam: Wil Konings}}";
    let tafel = away(&[gone, named]).card(DAY, A, "").tafel();
    let expected =
        "vaste_deelnemer Roosendaal (Wil Konings): vervanging+notulist for vaste_deelnemer Roosendaal [7k3f-9qxr]";
    assert_eq!(for_cases(&tafel)[0], expected);
    // A vaste deelnemer who sits at the table by turn stands once.
    let people = "personen: [{naam: Bram Looijmans, organisatie: Roosendaal, rol: cvc}]";
    let roster = "versie: 1\nbeurten:\n  2026-03-12: {groot: [Roosendaal]}\n";
    let tafel = away(&[gone]).regio(people).file("rooster/2026.yaml", roster).card(DAY, A, "").tafel();
    assert_eq!(whole(&tafel)[4], "cvc Roosendaal (Bram Looijmans): toerbeurt+notulist+verantwoordelijke_gemeente");
    assert_eq!(for_cases(&tafel), [""; 0]);
}

#[test]
fn what_the_card_asks_for_stands_until_the_chair_decided() {
    let experts = "experts:\n- {expertise: GGZ, reden: Vader wacht op behandeling.}\n- {expertise: pleegzorg, reden: Die werkt met Kind 1., zorgaanbieder: expertise_nodig}\n";
    let world = World::new().card(DAY, A, experts);
    let tafel = world.tafel();
    assert_eq!(
        for_cases(&tafel)[2..],
        ["expert GGZ: gevraagd [7k3f-9qxr]", "zorgaanbieder pleegzorg: gevraagd [7k3f-9qxr]"]
    );
    assert_eq!(tafel.lege_stoelen, 3, "who is only asked for takes no chair");
    // A decision without that key has not decided on them; with it, on all.
    let decided = |keys: &str| World::new().card(DAY, A, experts).case(DAY, A, "besluit", keys).tafel();
    assert_eq!(for_cases(&decided("besluit: agenderen\ndatum: 2026-03-05")).len(), 4);
    assert_eq!(for_cases(&decided("besluit: agenderen\ndatum: 2026-03-05\nuitnodigen: []")).len(), 2);
    let invites = "besluit: agenderen\ndatum: 2026-03-05\nuitnodigen:\n- {rol: expert, expertise: GGZ, naam: Iris Bos, organisatie: GGZ WNB, reden: Weet wat helpt.}\n- {rol: overig, organisatie: RvdK}\n";
    let tafel = decided(invites);
    let expected = [
        "expert GGZ WNB GGZ (Iris Bos): uitgenodigd [7k3f-9qxr]",
        "overig Raad voor de Kinderbescherming: uitgenodigd [7k3f-9qxr]",
    ];
    assert_eq!(for_cases(&tafel)[2..], expected);
    assert_eq!(tafel.lege_stoelen, 1);
}

#[test]
fn empty_chairs_are_those_left_at_the_case_with_most_invited() {
    let invite = |count: usize| {
        let guest = "{rol: expert, expertise: GGZ}";
        format!("besluit: agenderen\ndatum: 2026-03-05\nuitnodigen: [{}]", vec![guest; count].join(", "))
    };
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", &invite(1));
    let world = world.card(DAY, B, "").case(DAY, B, "besluit", &invite(2));
    assert_eq!(world.tafel().lege_stoelen, 1, "two at one case, not three in all");
    let world = world.card(DAY, C, "").case(DAY, C, "besluit", &invite(5));
    assert_eq!(world.tafel().lege_stoelen, 0);
    assert_eq!(World::new().regio("lege_stoelen: 1").tafel().lege_stoelen, 1);
    assert_eq!(World::new().regio("lege_stoelen: null").tafel().lege_stoelen, 3);
}

#[test]
fn who_is_not_discussed_brings_nobody() {
    for (file, keys) in [
        ("besluit", "besluit: uitstellen\ndatum: 2026-03-05\nnaar: 2026-03-19\nreden: Later."),
        ("besluit", "besluit: afwijzen\ndatum: 2026-03-05\nreden: Hoort bij een andere regio."),
        ("ingetrokken", "reden: Het gezin wil wachten."),
    ] {
        let world = World::new().card(DAY, D, "").case(DAY, D, file, keys);
        assert_eq!(for_cases(&world.tafel()), [""; 0], "{file}");
    }
    let monitor = "soort: monitor\neerder: 2026-01-15";
    let world = away(&["{rol: inbrenger, casus: dr27-20t6}"]).card(DAY, D, monitor);
    assert_eq!(for_cases(&vt::agenda::Agenda::of(&world.read(DAY), day(DAY)).tafel), [""; 0]);
}
