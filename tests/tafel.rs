//! Who sits at the table and why: every sentence of the design's small print, worked out
//! by hand for 12 March 2026 (Zundert, Rucphen and Leger des Heils have their turn).

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

#[path = "tafel/cases.rs"]
mod cases;
mod common;
#[path = "agenda/world.rs"]
mod world;

use common::day;
use vt::tafel::{Tafel, clashes, was_there, whose_absence_counts};
use world::{A, B, C, D, DAY, World, empties, for_cases, minimum, place, places, whole};

const GW_AWAY: &str = "{rol: gedragswetenschapper, organisatie: SPRING}";
const CHAIR_AWAY: &str = "{rol: voorzitter, organisatie: Zi2T}";
const VT_GW_AWAY: &str = "{rol: gedragswetenschapper, organisatie: Veilig Thuis}";

fn away(entries: &[&str]) -> World {
    World::new().meeting(&format!("afgemeld: [{}]", entries.join(", ")))
}

fn absent(organisation: &str) -> (String, String) {
    let file = vt::store::name_as_file(organisation);
    (format!("afwezigheid/{file}.yaml"), "versie: 1\nafwezig: [{van: 2026-03-12, tot: 2026-03-12}]\n".to_owned())
}

fn without(organisations: &[&str]) -> World {
    organisations.iter().fold(World::new(), |world, organisation| {
        let (path, text) = absent(organisation);
        world.file(&path, &text)
    })
}

#[test]
fn an_ordinary_meeting_has_its_fixed_seats_and_its_turns() {
    let tafel = World::new().tafel();
    let expected = [
        "voorzitter Zi2T: vast",
        "gedragswetenschapper SPRING: vast",
        "veilig_thuis Veilig Thuis: vast",
        "gecertificeerde_instelling Jeugdbescherming Brabant: vast",
        "cvc Zundert: toerbeurt",
        "cvc Rucphen: toerbeurt",
        "gecertificeerde_instelling Leger des Heils: toerbeurt",
    ];
    assert_eq!(places(&tafel), expected);
    assert_eq!(empties(&tafel), [""; 0]);
    let by = [
        "veilig_thuis=Veilig Thuis",
        "gecertificeerde_instelling=Jeugdbescherming Brabant",
        "jeugdprofessional=Zundert",
    ];
    assert_eq!(minimum(&tafel), by);
    assert!(tafel.has_minimum());
    assert_eq!((tafel.stoelen, tafel.lege_stoelen), (3, 3));
    let groups: Vec<Option<&str>> = tafel.plaatsen.iter().map(|plaats| plaats.groep.as_deref()).collect();
    assert_eq!(groups, [None, None, None, None, Some("groot"), Some("klein"), Some("gi")]);
}

#[test]
fn a_chair_away_is_replaced_and_the_seat_that_is_left_is_filled_in_turn() {
    let tafel = away(&[CHAIR_AWAY]).tafel();
    let expected = [
        "voorzitter SPRING: vervanging for voorzitter Zi2T",
        "gedragswetenschapper Veilig Thuis: vervanging for gedragswetenschapper SPRING",
        "veilig_thuis Veilig Thuis: vast",
    ];
    assert_eq!(whole(&tafel)[..3], expected);
    assert_eq!(empties(&tafel), [""; 0]);
}

#[test]
fn the_gedragswetenschapper_of_veilig_thuis_replaces_that_of_spring() {
    let tafel = away(&[GW_AWAY]).tafel();
    let expected =
        ["voorzitter Zi2T: vast", "gedragswetenschapper Veilig Thuis: vervanging for gedragswetenschapper SPRING"];
    assert_eq!(whole(&tafel)[..2], expected);
    // By the file of SPRING it comes to the same.
    assert_eq!(whole(&without(&["SPRING"]).tafel())[..2], expected);
}

#[test]
fn both_away_veilig_thuis_chairs_and_the_other_seat_stays_empty() {
    let tafel = away(&[CHAIR_AWAY, GW_AWAY]).tafel();
    let expected = ["voorzitter Veilig Thuis: vervanging for voorzitter Zi2T", "veilig_thuis Veilig Thuis: vast"];
    assert_eq!(whole(&tafel)[..2], expected);
    assert_eq!(empties(&tafel), ["gedragswetenschapper SPRING geen_vervanging"]);
    // The chair does not count for the minimum: Veilig Thuis comes with another person.
    assert_eq!(minimum(&tafel)[0], "veilig_thuis=Veilig Thuis");
    let alone = away(&[CHAIR_AWAY, GW_AWAY, "{rol: veilig_thuis, organisatie: Veilig Thuis}"]).tafel();
    assert_eq!(minimum(&alone)[0], "veilig_thuis=-");
    assert!(!alone.has_minimum());
}

#[test]
fn nobody_left_to_chair_leaves_the_seat_empty() {
    let tafel = away(&[CHAIR_AWAY, GW_AWAY, VT_GW_AWAY]).tafel();
    let empty = ["voorzitter Zi2T geen_vervanging", "gedragswetenschapper SPRING geen_vervanging"];
    assert_eq!(empties(&tafel), empty);
    // Veilig Thuis as a whole away: neither of its people, nor its own seat.
    let tafel = without(&["Zi2T", "SPRING", "Veilig Thuis"]).tafel();
    assert_eq!(empties(&tafel)[2], "veilig_thuis Veilig Thuis afwezig");
    assert_eq!(empties(&tafel).len(), 3);
}

#[test]
fn who_is_named_by_hand_comes_first() {
    let by_hand = "{rol: voorzitter, organisatie: Zi2T, vervanger: {naam: Ria Smolders, organisatie: Zi2T}}";
    let tafel = away(&[by_hand]).tafel();
    let expected =
        ["voorzitter Zi2T (Ria Smolders): vervanging for voorzitter Zi2T", "gedragswetenschapper SPRING: vast"];
    assert_eq!(whole(&tafel)[..2], expected);
    // Without an organisation it is someone else of the same one.
    let by_hand = "{rol: voorzitter, organisatie: Zi2T, vervanger: {naam: Ria Smolders}}";
    assert_eq!(whole(&away(&[by_hand]).tafel())[..2], expected);
}

#[test]
fn a_gedragswetenschapper_named_as_chair_leaves_the_own_seat() {
    let by_hand = "{rol: voorzitter, organisatie: Zi2T, vervanger: {naam: Ellen Bogers, organisatie: SPRING}}";
    let world =
        away(&[by_hand]).regio("personen: [{naam: Ellen Bogers, organisatie: SPRING, rol: gedragswetenschapper}]");
    let tafel = world.tafel();
    let expected = [
        "voorzitter SPRING (Ellen Bogers): vervanging for voorzitter Zi2T",
        "gedragswetenschapper Veilig Thuis: vervanging for gedragswetenschapper SPRING",
    ];
    assert_eq!(whole(&tafel)[..2], expected);
    assert!(clashes(&tafel.plaatsen).is_empty());
}

#[test]
fn who_is_named_for_one_seat_does_not_take_another_by_itself() {
    let by_hand =
        "{rol: gedragswetenschapper, organisatie: SPRING, vervanger: {naam: Corine Schrauwen, organisatie: VT}}";
    let tafel = away(&[CHAIR_AWAY, by_hand]).tafel();
    // SPRING's own is away and Veilig Thuis's sits in that seat: nobody is left to chair.
    assert_eq!(empties(&tafel), ["voorzitter Zi2T geen_vervanging"]);
    assert_eq!(
        whole(&tafel)[0],
        "gedragswetenschapper Veilig Thuis (Corine Schrauwen): vervanging for gedragswetenschapper SPRING"
    );
}

#[test]
fn the_region_names_who_sits_when_it_lists_one_person() {
    let people = "personen:\n- {naam: Ellen Bogers, organisatie: SPRING, rol: gedragswetenschapper}\n\
         - {naam: Corine Schrauwen, organisatie: VT, rol: gedragswetenschapper}\n\
         - {naam: Ilse Braspenning, organisatie: Gemeente Rucphen, rol: cvc}\n\
         - {naam: Nadia el Khattabi, organisatie: Zundert, rol: cvc}\n\
         - {naam: Mirjam Aarts, organisatie: Etten-Leur, rol: cvc}\n\
         - {naam: Judith Kamp, organisatie: LdH, rol: gecertificeerde_instelling}\n\
         - {naam: Tweede Kracht, organisatie: LdH, rol: gecertificeerde_instelling}\n";
    let tafel = World::new().regio(people).tafel();
    assert_eq!(whole(&tafel)[1], "gedragswetenschapper SPRING (Ellen Bogers): vast");
    assert_eq!(whole(&tafel)[5], "cvc Rucphen (Ilse Braspenning): toerbeurt");
    assert_eq!(whole(&tafel)[6], "gecertificeerde_instelling Leger des Heils: toerbeurt");
    // A substitute is named in the same way.
    let world =
        World::new().regio(people).meeting(&format!("afgemeld: [{CHAIR_AWAY}, {{rol: cvc, organisatie: Zundert}}]"));
    let tafel = world.tafel();
    assert_eq!(whole(&tafel)[0], "voorzitter SPRING (Ellen Bogers): vervanging for voorzitter Zi2T");
    assert_eq!(
        whole(&tafel)[1],
        "gedragswetenschapper Veilig Thuis (Corine Schrauwen): vervanging for gedragswetenschapper SPRING"
    );
    assert_eq!(whole(&tafel)[4], "cvc Etten-Leur (Mirjam Aarts): toerbeurt+vervanging for cvc Zundert");
}

#[test]
fn of_a_shared_seat_the_other_municipality_comes() {
    for world in [without(&["Zundert"]), away(&["{rol: cvc, organisatie: Gemeente Zundert}"])] {
        let tafel = world.tafel();
        assert_eq!(whole(&tafel)[4], "cvc Etten-Leur: toerbeurt+vervanging for cvc Zundert");
        assert_eq!(empties(&tafel), [""; 0]);
    }
    assert_eq!(whole(&without(&["Etten-Leur"]).tafel())[4], "cvc Zundert: toerbeurt");
    let both = without(&["Etten-Leur", "Zundert"]).tafel();
    assert_eq!(empties(&both), ["cvc groot Zundert afwezig"]);
    assert_eq!(minimum(&both)[2], "jeugdprofessional=Rucphen");
}

#[test]
fn a_seat_by_turn_that_is_away_stays_empty_or_is_filled_by_hand() {
    for world in [without(&["Rucphen"]), away(&["{rol: cvc, organisatie: Rucphen}"])] {
        assert_eq!(empties(&world.tafel()), ["cvc klein Rucphen afwezig"]);
    }
    let by_hand = away(&["{rol: cvc, organisatie: Rucphen, vervanger: {organisatie: Gemeente Moerdijk}}"]).tafel();
    assert_eq!(whole(&by_hand)[5], "cvc Moerdijk: vervanging for cvc Rucphen");
    assert_eq!(by_hand.plaatsen[5].groep.as_deref(), Some("klein"));
    // An absence counts on both its days and on those between, and an open end goes on.
    for (van, tot, is_away) in
        [("2026-03-05", "2026-03-11", false), ("2026-03-05", "2026-03-12", true), ("2026-03-13", "2026-03-20", false)]
    {
        let text = format!("versie: 1\nafwezig: [{{van: {van}, tot: {tot}}}]\n");
        let tafel = World::new().file("afwezigheid/rucphen.yaml", &text).tafel();
        assert_eq!(!tafel.niet_bezet.is_empty(), is_away, "{van} {tot}");
    }
    let open_end = World::new().file("afwezigheid/rucphen.yaml", "versie: 1\nafwezig: [{van: 2026-03-01}]\n");
    assert_eq!(open_end.tafel().niet_bezet.len(), 1);
}

#[test]
fn the_file_of_an_organisation_is_found_under_its_own_name() {
    let world = World::new()
        .file("rooster/2026.yaml", "versie: 1\nbeurten:\n  2026-03-12: {groot: [Bergen op Zoom], gi: [WSS]}\n");
    let (path, text) = absent("Bergen op Zoom");
    assert_eq!(path, "afwezigheid/bergen-op-zoom.yaml");
    let (other, _) = absent("William Schrikker Stichting");
    let tafel = world.file(&path, &text).file(&other, &text).tafel();
    let expected = [
        "cvc groot Bergen op Zoom afwezig",
        "cvc klein geen_rooster",
        "gecertificeerde_instelling gi William Schrikker Stichting afwezig",
    ];
    assert_eq!(empties(&tafel), expected);
}

#[test]
fn without_a_line_a_plan_says_who_comes_and_it_is_marked() {
    let by_turn = |tafel: &Tafel| -> Vec<(String, bool)> {
        let seats = tafel.plaatsen.iter().filter(|plaats| plaats.groep.is_some());
        seats.map(|plaats| (plaats.organisatie.clone().unwrap(), plaats.voorlopig)).collect()
    };
    let published = World::new().tafel();
    assert!(by_turn(&published).iter().all(|(_, is_provisional)| !is_provisional));
    let none = World::new().without("rooster/2026.yaml").tafel();
    assert_eq!(by_turn(&none).len(), 3);
    assert!(by_turn(&none).iter().all(|(_, is_provisional)| *is_provisional));
    // Who came last week does not come again.
    let before = "versie: 1\nbeurten:\n  2026-03-05: {groot: [Roosendaal], klein: [Moerdijk], gi: [WSS]}\n";
    let after = by_turn(&World::new().file("rooster/2026.yaml", before).tafel());
    let names: Vec<&str> = after.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Bergen op Zoom", "Halderberge", "Leger des Heils"]);
    // A line that says nobody is a line.
    let none = ["cvc groot geen_rooster", "cvc klein geen_rooster", "gecertificeerde_instelling gi geen_rooster"];
    let nobody = "versie: 1\nbeurten:\n  2026-03-12: {}\n";
    assert_eq!(empties(&World::new().file("rooster/2026.yaml", nobody).tafel()), none);
    let twice = World::new()
        .regio("toerbeurt: [{groep: klein, rol: cvc, aantal: 2, zetels: [{naam: Rucphen}, {naam: Moerdijk}]}]");
    assert_eq!(empties(&twice.tafel()), ["cvc klein geen_rooster"]);
}

#[test]
fn a_swap_counts_where_no_turn_is_written_and_turns_win() {
    let swap = "versie: 1\nbeurten: {}\nruilingen:\n  - {datum: 2026-03-12, groep: klein, zetel: Moerdijk}\n  - {datum: 2026-03-19, groep: klein, zetel: Rucphen}\n";
    let tafel = World::new().file("rooster/2026.yaml", swap).tafel();
    assert_eq!(whole(&tafel)[5], "cvc Moerdijk: toerbeurt");
    let both = swap.replace("beurten: {}", "beurten:\n  2026-03-12: {klein: [Steenbergen]}");
    let tafel = World::new().file("rooster/2026.yaml", &both).tafel();
    assert_eq!(whole(&tafel)[4], "cvc Steenbergen: toerbeurt");
    // A swap names a seat: of a shared one whoever is there comes, and replaces nobody.
    let shared = "versie: 1\nbeurten:\n  2026-03-05: {groot: [Roosendaal]}\nruilingen: [{datum: 2026-03-12, groep: groot, zetel: Etten-Leur/Zundert}]\n";
    let world = World::new().file("rooster/2026.yaml", shared);
    assert_eq!(whole(&world.tafel())[4], "cvc Etten-Leur: toerbeurt");
    let (path, text) = absent("Etten-Leur");
    assert_eq!(whole(&world.file(&path, &text).tafel())[4], "cvc Zundert: toerbeurt");
}

#[test]
fn one_person_on_two_places_clashes_where_the_design_says_so() {
    let table = |rows: &[(&str, &str)]| {
        let rows: Vec<String> = rows
            .iter()
            .map(|(rol, name)| format!("  - {{rol: {rol}, organisatie: Veilig Thuis, naam: {name}}}"))
            .collect();
        let world = World::new().file(
            &format!("vergaderingen/{DAY}/aanwezig.yaml"),
            &format!("versie: 1\naanwezig:\n{}\n", rows.join("\n")),
        );
        let reading = world.read(DAY);
        let there = was_there(reading.team.meetings[&day(DAY)].aanwezig.as_ref().unwrap(), &reading.team, day(DAY));
        clashes(&there).len()
    };
    for (one, other, count) in [
        ("voorzitter", "cvc", 1),
        ("voorzitter", "inbrenger", 1),
        ("gedragswetenschapper", "veilig_thuis", 1),
        ("cvc", "cvc", 1),
        ("cvc", "gecertificeerde_instelling", 1),
        ("gecertificeerde_instelling", "gecertificeerde_instelling", 1),
        ("cvc", "verantwoordelijke_gemeente", 0),
        ("inbrenger", "cvc", 0),
        ("inbrenger", "veilig_thuis", 0),
        ("vaste_deelnemer", "gecertificeerde_instelling", 0),
        ("expert", "overig", 0),
    ] {
        assert_eq!(table(&[(one, "Els Brouns"), (other, "Els Brouns")]), count, "{one} {other}");
        assert_eq!(table(&[(one, "Els Brouns"), (other, "Jan Mol")]), 0, "{one} {other}");
    }
}

#[test]
fn only_the_absences_of_who_could_sit_are_read() {
    let names = whose_absence_counts(&World::new().read(DAY).team, day(DAY));
    let expected = [
        "etten-leur",
        "jeugdbescherming-brabant",
        "leger-des-heils",
        "rucphen",
        "spring",
        "veilig-thuis",
        "zi2t",
        "zundert",
    ];
    assert_eq!(names.into_iter().collect::<Vec<_>>(), expected);
}
