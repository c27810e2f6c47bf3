//! What is not on the agenda and why; what the chair still decides on.

use super::world::{A, B, C, D, DAY, E, World, casus};
use super::{AGENDEREN, outs, points, waiting};
use vt::agenda::Staat;

const LATE: &str = "ingebracht: {op: 2026-03-07T10:00:00+01:00}";
const BROKEN: &str = "intern_besproken: {visie: null}\nexperts: null";
const MEL03: &str = "meldcode: {acuut: ja, gemeld: nee}";

fn with_reason(reason: &str) -> String {
    format!("{AGENDEREN}\ndoor: Ria Smolders\nreden: {reason}")
}

#[test]
fn on_time_is_a_proposal_until_the_chair_decides() {
    let world = World::new().card(DAY, A, "").card(DAY, B, "").case(DAY, B, "besluit", AGENDEREN);
    let agenda = world.agenda();
    assert_eq!(points(&agenda), ["09:00-09:45 7k3f-9qxr voorstel", "09:45-10:30 pqtw-3kz3 besloten"]);
    assert_eq!((agenda.staat, waiting(&agenda)), (Staat::Voorstel, vec![A.to_owned()]));
    assert!(world.text().contains("  Voorstel: de voorzitter besluit nog over 7k3f-9qxr.\n"));
    let world = world.case(DAY, A, "besluit", AGENDEREN);
    assert_eq!(world.agenda().staat, Staat::Besloten);
    assert!(world.text().contains("  Besloten: op geen casus wacht nog een besluit.\n"));
}

#[test]
fn the_last_day_is_a_week_before_and_counts_to_its_end() {
    for (op, expected) in [
        ("2026-03-05T23:59:00+01:00", vec![]),
        ("2026-03-06T00:01:00+01:00", vec!["7k3f-9qxr te_laat 1"]),
        // The written date counts, whatever the clock says elsewhere.
        ("2026-03-05T23:59:00-08:00", vec![]),
        ("2026-03-19T10:00:00+01:00", vec!["7k3f-9qxr te_laat 14"]),
    ] {
        let world = World::new().card(DAY, A, &format!("ingebracht: {{op: {op}}}"));
        assert_eq!(outs(&world.agenda()), expected, "{op}");
    }
    let extra = World::new().regio("extra: [{datum: 2026-03-17, reden: Te veel casussen, inbreng_dagen: 0}]").card(
        "2026-03-17",
        A,
        "ingebracht: {op: 2026-03-17T08:00:00+01:00}",
    );
    assert_eq!(outs(&extra.agenda_of("2026-03-17")), [""; 0]);
}

#[test]
fn late_and_broken_says_both() {
    let world = World::new().card(DAY, A, LATE).card(DAY, B, BROKEN).card(DAY, C, &format!("{LATE}\n{BROKEN}"));
    let agenda = world.agenda();
    let expected = ["2kt7-hptm te_laat 2 INB05 INB08", "7k3f-9qxr te_laat 2", "pqtw-3kz3 regels INB05 INB08"];
    assert_eq!(outs(&agenda), expected);
    assert_eq!(waiting(&agenda), [C, A, B]);
    assert_eq!(agenda.niet_besproken[0].uiterste_dag.to_string(), "2026-03-05");
    let text = world.text();
    let said = "   Ingebracht op za 7 maart, 2 dagen te laat (INB07). Te besluiten.\n   INB05: ";
    assert!(text.contains(said), "{text}");
    assert!(!text.contains("INB05: De visie uit het overleg staat nog niet op de kaart. Te besluiten.\n   Schrijf bij `visie` wat jullie van de situatie vinden en waarom.\n   INB08: Op de kaart staat nog niet welke experts je erbij wilt, of dat er geen\n   nodig zijn. Te besluiten"));
}

#[test]
fn a_card_without_its_moment_is_not_late_but_not_complete() {
    let world = World::new().card(DAY, A, "ingebracht: null");
    assert_eq!(outs(&world.agenda()), ["7k3f-9qxr regels INB07"]);
    assert!(!world.text().contains("0 dagen"), "{}", world.text());
}

#[test]
fn the_chair_takes_a_late_or_broken_card_with_a_reason_alone() {
    for patch in [LATE, BROKEN] {
        let without = World::new().card(DAY, A, patch).case(DAY, A, "besluit", AGENDEREN);
        assert_eq!(outs(&without.agenda()).len(), 1, "{patch}");
        assert_eq!(waiting(&without.agenda()), [A]);
        let blank = World::new().card(DAY, A, patch).case(DAY, A, "besluit", &with_reason("' '"));
        assert_eq!(waiting(&blank.agenda()), [A]);
        let taken = World::new().card(DAY, A, patch).case(DAY, A, "besluit", &with_reason("Vader komt maandag thuis."));
        let agenda = taken.agenda();
        assert_eq!(points(&agenda), ["09:00-09:45 7k3f-9qxr besloten"]);
        assert_eq!(agenda.zaken[0].ondanks.as_deref(), Some("Vader komt maandag thuis."));
        assert!(agenda.zaken[0].open.is_empty());
        assert_eq!(agenda.staat, Staat::Besloten);
        assert!(taken.text().contains("   Waarom toch Vader komt maandag thuis.\n"), "{}", taken.text());
    }
    let taken = World::new().card(DAY, A, BROKEN).case(DAY, A, "besluit", &with_reason("Het kan niet wachten."));
    let answered: Vec<&str> = taken.agenda().zaken[0].beantwoord.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(answered, ["INB05", "INB08"]);
    assert!(taken.text().contains("   Kaart       niets open; beantwoord: INB05, INB08\n"), "{}", taken.text());
    // A reason that was not needed is not shown as one.
    let good = World::new().card(DAY, A, "").case(DAY, A, "besluit", &with_reason("Past goed."));
    assert_eq!(good.agenda().zaken[0].ondanks, None);
}

#[test]
fn acute_danger_is_not_passed_by_the_chair() {
    let world = World::new().card(DAY, A, &format!("{LATE}\n{BROKEN}\n{MEL03}")).case(
        DAY,
        A,
        "besluit",
        &with_reason("Het kan niet wachten."),
    );
    let agenda = world.agenda();
    assert_eq!(outs(&agenda), ["7k3f-9qxr regels MEL03"], "what the chair answered is not asked again");
    assert_eq!(waiting(&agenda), [A]);
    assert!(
        world.text().contains("   De voorzitter wil deze casus bespreken: Het kan niet wachten.\n   MEL03: "),
        "{}",
        world.text()
    );
}

#[test]
fn warnings_do_not_keep_a_card_away_and_a_region_may_silence_them() {
    let patch = "hulpvraag: null\nwat_is_nodig: null";
    let world = World::new().card(DAY, A, patch);
    let open: Vec<&str> = world.agenda().zaken[0].open.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(open, ["KRT05", "KRT06"]);
    assert!(world.text().contains("   Kaart       2 waarschuwingen: KRT05, "), "{}", world.text());
    let silenced = World::new().regio("regels: {KRT05: uit, INB05: uit}").card(DAY, A, patch).card(DAY, B, BROKEN);
    let agenda = silenced.agenda();
    let open: Vec<&str> = agenda.zaken[0].open.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(open, ["KRT06"]);
    assert_eq!(outs(&agenda), ["pqtw-3kz3 regels INB05 INB08"], "never a fout");
}

#[test]
fn what_people_answered_for_does_not_stop_a_card() {
    let patch = format!(
        "{BROKEN}\nverantwoording: [{{regel: INB05, reden: Het overleg was kort.}}, {{regel: INB08, reden: Volgt.}}]"
    );
    let world = World::new().card(DAY, A, &patch);
    assert_eq!(points(&world.agenda()), ["09:00-09:45 7k3f-9qxr voorstel"]);
    assert!(world.text().contains("   Kaart       niets open; beantwoord: INB05, INB08\n"), "{}", world.text());
}

#[test]
fn a_decision_of_the_chair_has_its_reason_and_where_it_goes() {
    let world = World::new()
        .card(DAY, A, "")
        .case(
            DAY,
            A,
            "besluit",
            "besluit: uitstellen\ndatum: 2026-03-05\ndoor: Ria Smolders\nnaar: 2026-03-19\nreden: De agenda is vol.",
        )
        .card(DAY, B, "")
        .case(
            DAY,
            B,
            "besluit",
            "besluit: afwijzen\ndatum: 2026-03-05\ndoor: Ria Smolders\nreden: Het gezin is verhuisd.",
        )
        .card(DAY, C, "")
        .case(
            DAY,
            C,
            "ingetrokken",
            "op: 2026-03-04T09:00:00+01:00\ndoor: Anke Wouters\nreden: Het gezin wil wachten.",
        );
    let agenda = world.agenda();
    assert_eq!(outs(&agenda), ["7k3f-9qxr uitgesteld", "pqtw-3kz3 afgewezen", "2kt7-hptm ingetrokken"]);
    assert_eq!(waiting(&agenda), [""; 0]);
    let text = world.text();
    for said in [
        "   Uitgesteld naar donderdag 19 maart door Ria Smolders. De agenda is vol.\n",
        "   Afgewezen door Ria Smolders. Het gezin is verhuisd.\n",
        "   Ingetrokken door Anke Wouters. Het gezin wil wachten.\n",
        "  Er staat nog geen casus op de agenda.\n",
    ] {
        assert!(text.contains(said), "{said}{text}");
    }
    // Also of a broken card: what was decided is no longer asked.
    let world =
        World::new().card(DAY, A, BROKEN).case(DAY, A, "besluit", "besluit: afwijzen\ndatum: 2026-03-05\nreden: Nee.");
    assert_eq!(outs(&world.agenda()), ["7k3f-9qxr afgewezen"]);
    // A withdrawal goes before a decision.
    let world = world.case(DAY, A, "besluit", AGENDEREN).case(DAY, A, "ingetrokken", "reden: Toch niet.");
    assert_eq!(outs(&world.agenda()), ["7k3f-9qxr ingetrokken"]);
}

#[test]
fn expected_but_not_handed_in_names_the_last_day_and_waits_for_nobody() {
    let world = World::new().case(DAY, A, "verwacht", "waarom: monitor\nvan: 2026-01-15").card("2026-01-15", A, "");
    let agenda = world.agenda();
    assert_eq!(outs(&agenda), ["7k3f-9qxr verwacht"]);
    let entry = &agenda.niet_besproken[0];
    assert_eq!(entry.soort, Some(vt::model::Soort::Monitor));
    assert_eq!(entry.kaart.inbrenger.as_deref(), Some("Anke Wouters"), "from the card of the discussion before");
    assert_eq!(waiting(&agenda), [""; 0]);
    let said = "   Afgesproken op 15 januari. Nog niet ingebracht; de laatste dag is\n   donderdag 5 maart.\n";
    assert!(world.text().contains(said), "{}", world.text());
    // A decision to discuss it is no card.
    let decided = world.case(DAY, A, "besluit", AGENDEREN);
    assert_eq!(outs(&decided.agenda()), ["7k3f-9qxr verwacht"]);
    let nothing_else = World::new().case(DAY, B, "besluit", AGENDEREN);
    assert_eq!(outs(&nothing_else.agenda()), ["pqtw-3kz3 verwacht"]);
}

#[test]
fn a_monitor_whose_inbrenger_is_away_is_not_discussed_and_is_to_be_decided_on() {
    let monitor = "soort: monitor\neerder: 2026-01-15";
    let away = World::new().meeting("afgemeld: [{rol: inbrenger, casus: 7K3F9QXR}]");
    let world = away.card(DAY, A, monitor).case(DAY, A, "besluit", &with_reason("Toch maar."));
    assert_eq!(outs(&world.agenda()), ["7k3f-9qxr inbrenger_afwezig"]);
    assert_eq!(waiting(&world.agenda()), [A]);
    assert!(world.text().contains("waarop de inbrenger kan. Te besluiten.\n"), "{}", world.text());
    // A card that is broken as well says both.
    let world = world.card(DAY, A, &format!("{monitor}\n{MEL03}"));
    assert_eq!(outs(&world.agenda()), ["7k3f-9qxr regels MEL03"]);
    assert!(world.text().contains("(NAZ02)"), "{}", world.text());
    // Of another kind it goes on, with the vaste deelnemer for the notes.
    let world = World::new().meeting("afgemeld: [{rol: inbrenger, casus: 7k3f-9qxr}]").card(DAY, A, "");
    assert_eq!(points(&world.agenda()).len(), 1);
    let text = world.text();
    assert!(text.contains("   Inbrenger   Anke Wouters, Gemeente Roosendaal (afwezig)\n"), "{text}");
    assert!(text.contains("Bram Looijmans, Roosendaal (maakt de aantekeningen)"), "{text}");
}

#[test]
fn a_postponed_case_keeps_its_card_and_its_time() {
    // Handed in on 25 February for 5 March; moved to 12 March.
    let card = "ingebracht: {op: 2026-02-25T10:00:00+01:00}";
    let world = World::new()
        .card("2026-03-05", A, card)
        .case("2026-03-05", A, "besluit", "besluit: uitstellen\ndatum: 2026-03-04\nnaar: 2026-03-12\nreden: Vol.")
        .case(DAY, A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05");
    let agenda = world.agenda();
    assert_eq!(points(&agenda), ["09:00-09:45 7k3f-9qxr voorstel"]);
    assert_eq!(agenda.zaken[0].verschoven_van.unwrap().to_string(), "2026-03-05");
    assert!(world.text().contains("   Verschoven  van 5 maart\n"), "{}", world.text());
    // Twice: the card is found along the chain.
    let twice = world
        .case(DAY, A, "besluit", "besluit: uitstellen\ndatum: 2026-03-11\nnaar: 2026-03-19\nreden: Ziek.")
        .case("2026-03-19", A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-12");
    assert_eq!(outs(&twice.agenda()), ["7k3f-9qxr uitgesteld"]);
    let agenda = twice.agenda_of("2026-03-19");
    assert_eq!(points(&agenda), ["09:00-09:45 7k3f-9qxr voorstel"]);
    assert_eq!(agenda.zaken[0].verschoven_van.unwrap().to_string(), DAY);
    // A newer card of the new meeting wins.
    let newer = twice.card("2026-03-19", A, "vraag: {tekst: Een nieuwe vraag?}");
    assert_eq!(newer.agenda_of("2026-03-19").zaken[0].vraag.as_deref(), Some("Een nieuwe vraag?"));
}

#[test]
fn late_for_one_meeting_may_be_on_time_for_the_next() {
    let moved = |op: &str, extra: &str| {
        World::new()
            .regio(extra)
            .card("2026-03-05", A, &format!("ingebracht: {{op: {op}}}"))
            .case(
                "2026-03-05",
                A,
                "besluit",
                "besluit: uitstellen\ndatum: 2026-03-04\nnaar: 2026-03-12\nreden: Te laat.",
            )
            .case(DAY, A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05")
    };
    // 3 March is late for 5 March (26 February), and on time for 12 March (5 March).
    let world = moved("2026-03-03T10:00:00+01:00", "");
    assert_eq!(points(&world.agenda()), ["09:00-09:45 7k3f-9qxr voorstel"]);
    // 6 March is late for both: by one day, counted from the last day that helps.
    let world = moved("2026-03-06T10:00:00+01:00", "");
    assert_eq!(outs(&world.agenda()), ["7k3f-9qxr te_laat 1"]);
    // On time stays on time, also when the new meeting asks for more days.
    let world = moved("2026-02-26T10:00:00+01:00", "extra: [{datum: 2026-03-12, inbreng_dagen: 30}]");
    assert_eq!(points(&world.agenda()), ["09:00-09:45 7k3f-9qxr voorstel"]);
}

#[test]
fn an_expected_case_that_moved_before_its_card_came_keeps_its_kind() {
    let world = World::new()
        .card("2026-01-15", A, "")
        .case("2026-03-05", A, "verwacht", "waarom: monitor\nvan: 2026-01-15")
        .case(DAY, A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05");
    let agenda = world.agenda();
    assert_eq!(outs(&agenda), ["7k3f-9qxr verwacht"]);
    assert_eq!(agenda.niet_besproken[0].soort, Some(vt::model::Soort::Monitor));
    assert_eq!(agenda.niet_besproken[0].kaart.gemeente.as_deref(), Some("Roosendaal"));
    let said = "   Afgesproken op 15 januari. Verschoven van 5 maart. Nog niet ingebracht; de\n   laatste dag is donderdag 5 maart.\n";
    assert!(world.text().contains(said), "{}", world.text());
}

#[test]
fn a_chain_that_is_a_circle_ends() {
    let world = World::new()
        .case(DAY, A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05")
        .case("2026-03-05", A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-12")
        .case(DAY, B, "verwacht", "waarom: uitgesteld\nvan: 2026-03-12")
        .card(DAY, C, "soort: vervolg\neerder: 2026-03-12")
        .card(DAY, D, "soort: vervolg\neerder: 2026-03-05")
        .card("2026-03-05", D, "soort: vervolg\neerder: 2026-03-12");
    let agenda = world.agenda();
    assert_eq!(agenda.niet_besproken.iter().filter(|entry| entry.casus == casus(A)).count(), 1);
    assert_eq!(agenda.niet_besproken.iter().filter(|entry| entry.casus == casus(B)).count(), 1);
}

#[test]
fn a_card_that_can_t_be_read_stands_outside_and_the_rest_stands() {
    let world =
        World::new().card(DAY, A, "").file(&format!("vergaderingen/{DAY}/{B}/kaart.yaml"), "soort: [nieuw\nfoo");
    let agenda = world.agenda();
    assert_eq!(points(&agenda), ["09:00-09:45 7k3f-9qxr voorstel"]);
    assert_eq!(outs(&agenda), ["pqtw-3kz3 regels YAML01"]);
    assert_eq!(waiting(&agenda), [A, B]);
    assert_eq!(agenda.niet_gelezen.len(), 1);
    let text = world.text();
    assert_eq!(text.matches("YAML01").count(), 1, "{text}");
    let (status, stdout, _) = world.vt(&["agenda", DAY]);
    assert_eq!((status, stdout), (1, text));
    // A postponed card that can't be read where it lies is not expected, but unread.
    let moved = World::new().file(&format!("vergaderingen/2026-03-05/{A}/kaart.yaml"), "soort: [nieuw\nfoo").case(
        DAY,
        A,
        "verwacht",
        "waarom: uitgesteld\nvan: 2026-03-05",
    );
    assert_eq!(outs(&moved.agenda()), ["7k3f-9qxr regels YAML01"]);
    assert_eq!(moved.vt(&["agenda", DAY]).0, 1);
}

#[test]
fn other_files_that_can_t_be_read_are_named_and_say_where_the_case_stands() {
    const BAD: &str = "besluit: [a\nb";
    let bad = |name: &str| World::new().card(DAY, A, "").file(&format!("vergaderingen/{DAY}/{A}/{name}.yaml"), BAD);
    for (name, expected) in [("besluit", vec![]), ("ingetrokken", vec!["7k3f-9qxr ingetrokken"])] {
        let world = bad(name);
        assert_eq!(outs(&world.agenda()), expected, "{name}");
        let text = world.text();
        assert!(text.contains(&format!("\nvergaderingen/{DAY}/{A}/{name}.yaml:")), "{text}");
        assert_eq!(world.vt(&["agenda", DAY]).0, 1);
    }
    for path in [
        format!("vergaderingen/{DAY}/vergadering.yaml"),
        "rooster/2026.yaml".to_owned(),
        "afwezigheid/rucphen.yaml".to_owned(),
    ] {
        let world = World::new().card(DAY, A, "").file(&path, BAD);
        assert_eq!(points(&world.agenda()).len(), 1, "{path}");
        assert!(world.text().contains(&format!("\n{path}:")), "{}", world.text());
        assert_eq!(world.vt(&["agenda", DAY]).0, 1, "{path}");
    }
    // What this agenda does not need is not read.
    let other = World::new().card("2026-03-19", A, "").file("vergaderingen/2026-03-19/vergadering.yaml", BAD);
    let other =
        other.file("afwezigheid/steenbergen.yaml", BAD).file(&format!("vergaderingen/2026-01-08/{A}/kaart.yaml"), BAD);
    assert_eq!(other.vt(&["agenda", DAY]).0, 0);
}

#[test]
fn a_file_of_an_earlier_discussion_that_can_t_be_read_is_named() {
    let world = World::new()
        .card(DAY, E, "soort: vervolg\neerder: 2026-01-15\nverloop: Beter.")
        .card("2026-01-15", E, "")
        .file(&format!("vergaderingen/2026-01-15/{E}/bespreking.yaml"), "advies: [a\nb");
    assert_eq!(points(&world.agenda()).len(), 1);
    assert!(world.text().contains(&format!("\nvergaderingen/2026-01-15/{E}/bespreking.yaml:")), "{}", world.text());
}
