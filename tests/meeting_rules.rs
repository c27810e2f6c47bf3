//! The rules about meetings over a whole folder: when they are asked, where they point, and what
//! they are held against.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
#[path = "agenda/world.rs"]
mod world;

use common::{Good, day};
use vt::rules::{Options, Scope, check_tree};
use vt::store::{Root, Zone};
use world::{A, B, DAY, World};

const AGENDEREN: &str = "besluit: agenderen\ndatum: 2026-03-05\ndoor: Ria Smolders\nuitnodigen: []";

/// What the rules about meetings find, as `regel bestand sleutel regelnummer`.
fn found(world: &World, today: &str) -> Vec<String> {
    let root = Root { zone: Zone::Team, path: world.root() };
    let options = Options { today: day(today), past_too: false, scope: Scope::All, meeting: None };
    let about_meetings = |id: &str| ["VRG", "AGD", "NAZ02"].iter().any(|family| id.starts_with(family));
    let report = check_tree(&root, &options);
    let own = report.findings.iter().filter(|finding| about_meetings(finding.rule.id));
    let shown = own.map(|finding| {
        let file = finding.file.rsplit('/').next().unwrap_or_default();
        let key = finding.key.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = finding.spot.as_ref().map(|spot| format!(":{}", spot.line)).unwrap_or_default();
        format!("{} {file}{line} {key}", finding.rule.id).trim_end().to_owned()
    });
    shown.collect()
}

#[test]
fn a_meeting_is_judged_once_the_chair_began_to_decide() {
    let world = World::new().card(DAY, A, "").meeting("afgemeld: [{rol: veilig_thuis, organisatie: Veilig Thuis}]");
    assert_eq!(found(&world, "2026-03-06"), [""; 0]);
    let world = world.case(DAY, A, "besluit", AGENDEREN);
    assert_eq!(found(&world, "2026-03-06"), ["VRG01 vergadering.yaml:2 afgemeld"]);
    assert_eq!(found(&world, DAY), ["VRG01 vergadering.yaml:2 afgemeld"], "up to and including its day");
    assert_eq!(found(&world, "2026-03-13"), [""; 0], "never held, so nothing to judge");
}

#[test]
fn both_away_misses_a_gedragswetenschapper_and_not_the_minimum() {
    let away = "afgemeld: [{rol: voorzitter, organisatie: Zi2T}, {rol: gedragswetenschapper, organisatie: SPRING}]";
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", AGENDEREN).meeting(away);
    assert_eq!(found(&world, "2026-03-06"), ["VRG03 vergadering.yaml:2 afgemeld"]);
}

#[test]
fn the_seats_by_turn_and_the_responsible_municipality_come() {
    let away = "afgemeld: [{rol: cvc, organisatie: Rucphen}, {rol: gecertificeerde_instelling, organisatie: LdH}, {rol: verantwoordelijke_gemeente, organisatie: Roosendaal}]";
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", AGENDEREN).meeting(away);
    let expected = ["VRG04", "VRG05", "VRG06"].map(|id| format!("{id} vergadering.yaml:2 afgemeld"));
    assert_eq!(found(&world, "2026-03-06"), expected);
}

#[test]
fn a_moved_monitor_without_its_inbrenger_points_at_who_is_away() {
    let world = World::new()
        .card("2026-01-15", B, "")
        .case("2026-01-15", B, "bespreking", "advies: {soort: voortzetten}")
        .card("2026-03-05", B, "soort: monitor\neerder: 2026-01-15\nverloop: Beter.")
        .case("2026-03-05", B, "besluit", "besluit: uitstellen\ndatum: 2026-03-04\nnaar: 2026-03-12\nreden: Vol.")
        .case(DAY, B, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05")
        .case(DAY, B, "besluit", AGENDEREN)
        .meeting("afgemeld:\n  - {rol: cvc, organisatie: Steenbergen}\n  - {rol: inbrenger, casus: pqtw-3kz3}");
    let naz: Vec<String> = found(&world, "2026-03-10").into_iter().filter(|row| row.starts_with("NAZ")).collect();
    assert_eq!(naz, ["NAZ02 vergadering.yaml:4 afgemeld[1]"]);
}

#[test]
fn when_the_agenda_is_sent_every_case_is_decided_on() {
    let sent = "versie: 1\nop: 2026-03-06T15:00:00+01:00\naan: [Veilig Thuis]\nkaarten: {}\n";
    let world = World::new()
        .card(DAY, A, "")
        .case(DAY, A, "besluit", "besluit: afwijzen\ndatum: 2026-03-05\ndoor: Ria")
        .card("2026-03-05", B, "")
        .case(DAY, B, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05");
    let agd = |world: &World| -> Vec<String> {
        found(world, "2026-03-06").into_iter().filter(|row| row.starts_with("AGD")).collect()
    };
    assert_eq!(agd(&world), [""; 0]);
    let world = world.file(&format!("vergaderingen/{DAY}/verzonden.yaml"), sent);
    // Also of the case that was moved here, and not of one that is only expected.
    assert_eq!(agd(&world), ["AGD01 besluit.yaml:1 reden", "AGD01 besluit.yaml"]);
    let world = world.case(DAY, "2kt7-hptm", "verwacht", "waarom: monitor\nvan: 2026-03-05");
    assert_eq!(agd(&world).len(), 2);
}

/// Precisely one of the institutions by turn comes (docs/besluiten/0009).
#[test]
fn two_institutions_in_one_turn_are_one_too_many() {
    let good = Good::new();
    good.replace(
        Zone::Team,
        "rooster/2026.yaml",
        "[Rucphen], gi: [Leger des Heils]",
        "[Rucphen], gi: [Leger des Heils, William Schrikker Stichting]",
    );
    let report = good.check(Zone::Team);
    let ids: Vec<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(ids, ["VRG05"]);
}

/// Everyone of the good meeting, for the cases of a test.
const THERE: &str = "versie: 1
aanwezig:
  - {rol: voorzitter, organisatie: Zi2T, naam: Marijke Smit}
  - {rol: gedragswetenschapper, organisatie: SPRING}
  - {rol: veilig_thuis, organisatie: Veilig Thuis}
  - {rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant}
  - {rol: gecertificeerde_instelling, organisatie: Leger des Heils}
  - {rol: cvc, organisatie: Zundert}
  - {rol: cvc, organisatie: Rucphen}
  - {rol: verantwoordelijke_gemeente, organisatie: Roosendaal}
  - {rol: inbrenger, organisatie: Gemeente Roosendaal, naam: Anke Wouters}
";

/// A discussion that nothing is wrong with.
const DISCUSSED: &str = "inbrenger_aanwezig: ja
vragenronde_gehouden: ja
stem_gehoord: ja
weging:
  - {rol: gedragswetenschapper, organisatie: SPRING, cijfer: 4}
  - {rol: veilig_thuis, organisatie: Veilig Thuis, cijfer: 4}
  - {rol: gecertificeerde_instelling, organisatie: JBB, cijfer: 4}
  - {rol: gecertificeerde_instelling, organisatie: LdH, cijfer: 4}
  - {rol: cvc, organisatie: Zundert, cijfer: 4}
  - {rol: cvc, organisatie: Rucphen, cijfer: 4}
  - {rol: verantwoordelijke_gemeente, organisatie: Roosendaal, cijfer: geen, waarom: Kwam later.}
advies: {soort: voortzetten, uitkomst: eensluidend, tekst: Ga door., steunt_op: [1]}
visies: []
reactie_inbrenger: {neemt_mee: Rust., passend: Ja.}
nodig: Niets.
afspraken: [{nr: 1, wat: bellen, wie: Anke Wouters, wanneer: 2026-04}]
monitor: {terug: nee, hoe: De casusregisseur belt elke maand.}";

/// A meeting that was held with one case, and that nothing is wrong with.
fn held() -> World {
    let world = World::new()
        .card(DAY, A, "")
        .case(DAY, A, "besluit", AGENDEREN)
        .case(DAY, A, "bespreking", DISCUSSED)
        .file(&format!("vergaderingen/{DAY}/aanwezig.yaml"), THERE);
    let card = std::fs::read(world.root().join(format!("vergaderingen/{DAY}/{A}/kaart.yaml"))).unwrap();
    let hash = vt::store::kaart_hash(&card);
    world.file(
        &format!("vergaderingen/{DAY}/verzonden.yaml"),
        &format!("versie: 1\nop: 2026-03-06T15:00:00+01:00\naan: [Zi2T]\nkaarten: {{{A}: {hash}}}\n"),
    )
}

/// The same with other words in a file of the meeting.
fn held_with(file: &str, from: &str, to: &str) -> World {
    let world = held();
    let path = format!("vergaderingen/{DAY}/{file}");
    let text = std::fs::read_to_string(world.root().join(&path)).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    world.file(&path, &text.replace(from, to))
}

const LATER: &str = "2026-03-13";

/// Every finding about one meeting on the day after, as `regel bestand sleutel`.
fn all_found(world: &World) -> Vec<String> {
    let root = Root { zone: Zone::Team, path: world.root() };
    let scope = Scope::Meeting(day(DAY));
    let report = check_tree(&root, &Options { today: day(LATER), past_too: false, scope, meeting: None });
    let shown = report.findings.iter().map(|finding| {
        let file = finding.file.rsplit('/').next().unwrap_or_default();
        let key = finding.key.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {file} {key}", finding.rule.id).trim_end().to_owned()
    });
    shown.collect()
}

#[test]
fn a_meeting_that_was_held_and_written_down_has_nothing_open() {
    assert_eq!(all_found(&held()), [""; 0]);
}

#[test]
fn a_discussion_is_held_against_who_was_there_and_the_card() {
    let world = held_with("aanwezig.yaml", "aanwezig:\n", "aanwezig:\n  - {rol: expert, organisatie: WijZijn}\n");
    assert_eq!(all_found(&world), ["BSP01 bespreking.yaml weging"]);
    let figure = "cijfer: geen, waarom: Kwam later.";
    assert_eq!(all_found(&held_with(&format!("{A}/bespreking.yaml"), figure, "cijfer: geen")).len(), 1);
    let away = held_with(
        &format!("{A}/bespreking.yaml"),
        "inbrenger_aanwezig: ja",
        "inbrenger_aanwezig: nee\nnotulist: {organisatie: Gemeente Zundert}",
    );
    assert_eq!(all_found(&away), ["BSP07 bespreking.yaml notulist.organisatie"]);
}

/// Of a case that was moved here the card lies in the folder of the earlier meeting.
#[test]
fn a_postponed_case_is_judged_with_the_card_of_before() {
    let world = World::new()
        .card("2026-03-05", A, "")
        .case("2026-03-05", A, "besluit", "besluit: uitstellen\ndatum: 2026-03-04\nnaar: 2026-03-12\nreden: Vol.")
        .case(DAY, A, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05")
        .case(DAY, A, "besluit", AGENDEREN)
        .file(
            &format!("vergaderingen/{DAY}/verzonden.yaml"),
            "versie: 1\nop: 2026-03-06T15:00:00+01:00\nkaarten: {7k3f-9qxr: '00'}\n",
        );
    assert_eq!(found(&world, "2026-03-07"), ["AGD02 verzonden.yaml:3 kaarten.7k3f-9qxr"]);
    let card = std::fs::read(world.root().join(format!("vergaderingen/2026-03-05/{A}/kaart.yaml"))).unwrap();
    let sent =
        format!("versie: 1\nop: 2026-03-06T15:00:00+01:00\nkaarten: {{{A}: {}}}\n", vt::store::kaart_hash(&card));
    let world = world.file(&format!("vergaderingen/{DAY}/verzonden.yaml"), &sent);
    assert_eq!(found(&world, "2026-03-07"), [""; 0]);
    // Postponed once more it is on no agenda here.
    let postponed = "besluit: uitstellen\ndatum: 2026-03-08\nnaar: 2026-03-19\nreden: Vol.";
    let world = world
        .case(DAY, A, "besluit", postponed)
        .file(&format!("vergaderingen/{DAY}/verzonden.yaml"), &sent.replace(A, B));
    assert!(!found(&world, "2026-03-10").iter().any(|row| row.starts_with("AGD02")));
}

#[test]
fn the_agenda_goes_out_with_each_card_as_it_is() {
    let changed = held_with(&format!("{A}/kaart.yaml"), "soort: nieuw", "soort:   nieuw");
    assert_eq!(all_found(&changed), ["AGD02 verzonden.yaml kaarten.7k3f-9qxr"]);
    let not_sent = held_with("verzonden.yaml", A, B);
    assert!(all_found(&not_sent).contains(&"AGD02 verzonden.yaml kaarten".to_owned()));
    let never = held().without(&format!("vergaderingen/{DAY}/verzonden.yaml"));
    assert_eq!(all_found(&never), ["AGD02 verzonden.yaml"]);
    // Before the day the chair may still send it.
    let to_come = never.without(&format!("vergaderingen/{DAY}/{A}/bespreking.yaml"));
    assert!(!found(&to_come, "2026-03-06").iter().any(|row| row.starts_with("AGD")));
}

#[test]
fn what_can_not_be_read_is_not_missing_as_well() {
    let discussion = format!("{A}/bespreking.yaml");
    let found = all_found(&held_with(&discussion, "soort: voortzetten", "soort: iets"));
    assert_eq!(found, ["YAML03 bespreking.yaml advies.soort"]);
    let found = all_found(&held_with(&discussion, "wanneer: 2026-04", "wanneer: 2026-13"));
    assert_eq!(found, ["YAML04 bespreking.yaml afspraken[0].wanneer"]);
    // An entry that can't be read may be the very one that is missing.
    let entry = "{rol: cvc, organisatie: Rucphen, cijfer: 4}";
    assert_eq!(all_found(&held_with(&discussion, entry, "Rucphen vier")), ["YAML03 bespreking.yaml weging[5]"]);
    for file in ["verzonden.yaml", "aanwezig.yaml"] {
        let world = held().file(&format!("vergaderingen/{DAY}/{file}"), "versie: [\n");
        assert_eq!(all_found(&world), [format!("YAML01 {file}")]);
    }
}

#[test]
fn an_answer_settles_a_finding_about_a_discussion() {
    let world = held_with(
        &format!("{A}/bespreking.yaml"),
        "stem_gehoord: ja",
        "stem_gehoord: nee\nverantwoording: [{regel: BSP11, sleutel: stem_gehoord, reden: De tijd was om.}]",
    );
    let root = Root { zone: Zone::Team, path: world.root() };
    let options = Options { today: day(LATER), past_too: false, scope: Scope::All, meeting: None };
    let report = check_tree(&root, &options);
    let open: Vec<bool> = report.findings.iter().map(vt::rules::Finding::is_open).collect();
    assert_eq!((open, report.idle_answers.len()), (vec![false], 0));
}

#[test]
fn seats_that_stayed_empty_are_said_once() {
    let without = |rows: &[&str]| {
        let text = rows.iter().fold(THERE.to_owned(), |text, row| text.replace(&format!("  - {row}\n"), ""));
        let world = held().file(&format!("vergaderingen/{DAY}/aanwezig.yaml"), &text);
        let rows = all_found(&world).into_iter().filter(|row| row.starts_with("VRG"));
        rows.collect::<Vec<_>>()
    };
    let jbb = "{rol: gecertificeerde_instelling, organisatie: Jeugdbescherming Brabant}";
    let ldh = "{rol: gecertificeerde_instelling, organisatie: Leger des Heils}";
    assert_eq!(without(&["{rol: cvc, organisatie: Rucphen}"]), ["VRG13 aanwezig.yaml aanwezig"]);
    assert_eq!(without(&[ldh]), ["VRG13 aanwezig.yaml aanwezig"]);
    assert_eq!(without(&[jbb]), ["VRG13 aanwezig.yaml aanwezig"]);
    assert_eq!(without(&[jbb, ldh]), ["VRG01 aanwezig.yaml aanwezig"], "the minimum says it");
    // The meeting is over: nobody can be found for it any more.
    let text = THERE.replace(&format!("  - {jbb}\n"), "").replace(&format!("  - {ldh}\n"), "");
    let world = held().file(&format!("vergaderingen/{DAY}/aanwezig.yaml"), &text);
    let options = Options { today: day(LATER), past_too: false, scope: Scope::All, meeting: None };
    let report = check_tree(&Root { zone: Zone::Team, path: world.root() }, &options);
    let mend = &report.findings.iter().find(|finding| finding.rule.id == "VRG01").unwrap().mend;
    assert!(mend.contains(&format!("`vt vergadering {DAY} --aanwezig` zet recht wie er was")), "{mend}");
}

#[test]
fn who_comes_extra_was_decided_and_finds_a_chair() {
    let world = World::new().card(DAY, A, "experts: [{expertise: GGZ, reden: Kent de behandeling.}]").case(
        DAY,
        A,
        "besluit",
        "besluit: agenderen\ndatum: 2026-03-05\ndoor: Ria Smolders",
    );
    assert_eq!(found(&world, "2026-03-06"), ["VRG07 besluit.yaml:1 uitnodigen"]);
    let decided = |guests: usize| {
        let guests = vec!["{rol: expert, expertise: GGZ, reden: Nodig.}"; guests].join(", ");
        format!("besluit: agenderen\ndatum: 2026-03-05\ndoor: Ria\nuitnodigen: [{guests}]")
    };
    assert_eq!(found(&world.case(DAY, A, "besluit", &decided(3)), "2026-03-06"), [""; 0]);
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", &decided(4));
    assert_eq!(found(&world, "2026-03-06"), ["VRG07 besluit.yaml:5 uitnodigen"]);
    assert_eq!(found(&world.regio("lege_stoelen: 4"), "2026-03-06"), [""; 0]);
}

#[test]
fn a_chair_is_of_no_partner_and_brings_in_no_case() {
    // Veilig Thuis's gedragswetenschapper chairs lawfully, but not over a case of their own.
    let away =
        "afgemeld:\n  - {rol: voorzitter, organisatie: Zi2T, vervanger: {naam: Els Brouns, organisatie: Veilig Thuis}}";
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", AGENDEREN).meeting(away);
    assert_eq!(found(&world, "2026-03-06"), [""; 0]);
    let world = world.card(DAY, A, "inbrenger: {naam: Els Brouns, organisatie: Veilig Thuis}");
    assert_eq!(found(&world, "2026-03-06"), ["VRG10 vergadering.yaml:2 afgemeld"]);
    let json = world.json();
    assert_eq!(json["botsingen"][0]["regel"], "VRG10");
    let chaired =
        |chair: &str| World::new().regio(&format!("vaste_deelnemers: [{{rol: voorzitter, organisatie: {chair}}}]"));
    assert_eq!(found(&chaired("Zi2T"), "2026-03-06"), [""; 0]);
    assert_eq!(found(&chaired("Roosendaal"), "2026-03-06").len(), 1);
}

#[test]
fn without_the_inbrenger_someone_of_the_organisation_takes_notes() {
    let inbrenger = "afgemeld:\n  - {rol: inbrenger, casus: 7k3f-9qxr}";
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", AGENDEREN).meeting(inbrenger);
    assert_eq!(found(&world, "2026-03-06"), [""; 0], "the vaste deelnemer comes");
    let both = format!("{inbrenger}\n  - {{rol: vaste_deelnemer, organisatie: Gemeente Roosendaal}}");
    assert_eq!(found(&world.meeting(&both), "2026-03-06"), ["VRG12 vergadering.yaml:2 afgemeld"]);
}

/// A case that was discussed two years ago, with what became of it.
fn kept(nazorg: &str) -> World {
    let nazorg = format!("terugkoppeling: {{datum: 2026-03-14}}\nafspraken: [{nazorg}]");
    held().case(DAY, A, "nazorg", &nazorg)
}

/// What BEW01 finds on a day.
fn too_long(world: &World, today: &str) -> Vec<String> {
    let root = Root { zone: Zone::Team, path: world.root() };
    let options = Options { today: day(today), past_too: false, scope: Scope::All, meeting: None };
    let report = check_tree(&root, &options);
    report.findings.iter().filter(|finding| finding.rule.id == "BEW01").map(|finding| finding.file.clone()).collect()
}

#[test]
fn a_case_with_nothing_open_is_kept_two_years() {
    let done = "{nr: 1, stand: gedaan, op: 2026-04}";
    let file = format!("vergaderingen/{DAY}/{A}/bespreking.yaml");
    assert_eq!(too_long(&kept(done), "2028-03-12"), [""; 0]);
    assert_eq!(too_long(&kept(done), "2028-03-13"), [file.as_str()]);
    assert_eq!(too_long(&kept(done).regio("termijnen: {bewaren_maanden: 36}"), "2028-03-13"), [""; 0]);
    // Open: an agreement, the feedback to the family, a monitoring, a card that was handed in.
    assert_eq!(too_long(&kept(""), "2028-03-13"), [""; 0]);
    assert_eq!(too_long(&kept("{nr: 1, stand: niet_gedaan, reden: Verhuisd.}"), "2028-03-13").len(), 1);
    assert_eq!(too_long(&held().case(DAY, A, "nazorg", &format!("afspraken: [{done}]")), "2028-03-13"), [""; 0]);
    let back = DISCUSSED.replace("terug: nee", "terug: ja, datum: 2026-06-11");
    assert_eq!(too_long(&kept(done).case(DAY, A, "bespreking", &back), "2028-03-13"), [""; 0]);
    let again = kept(done).card("2026-06-11", A, "soort: monitor\neerder: 2026-03-12");
    assert_eq!(too_long(&again, "2028-07-01"), [""; 0], "never decided on");
    let withdrawn = again.case("2026-06-11", A, "ingetrokken", "reden: Het gaat goed.");
    assert_eq!(too_long(&withdrawn, "2028-07-01"), [file.as_str()], "counts from the discussion");
}
