//! The command: which meeting, which status, what it prints.

use super::world::{A, DAY, World, vt};

#[test]
fn a_day_that_is_no_meeting_names_the_nearest_ones() {
    let world = World::new();
    let (status, stdout, stderr) = world.vt(&["agenda", "2026-03-13"]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert!(stderr.contains("op die dag is geen vergadering"), "{stderr}");
    assert!(stderr.contains("agenda 2026-03-12") && stderr.contains("agenda 2026-03-19"), "{stderr}");
    // Ascension Day is a Thursday.
    let (status, _, stderr) = world.vt(&["agenda", "2026-05-14"]);
    assert_eq!(status, 2);
    assert!(stderr.contains("Hemelvaartsdag") && stderr.contains("agenda 2026-05-21"), "{stderr}");
}

#[test]
fn a_cancelled_meeting_names_where_its_cases_go() {
    let world = World::new().card(DAY, A, "").meeting("vervalt: {reden: Studiedag., naar: 2026-03-19}");
    let (status, stdout, stderr) = world.vt(&["agenda", DAY]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert!(stderr.contains("deze vergadering gaat niet door"), "{stderr}");
    assert!(stderr.contains("donderdag 19 maart 2026") && stderr.contains("agenda 2026-03-19"), "{stderr}");
    let nowhere = World::new().meeting("vervalt: {reden: Studiedag.}");
    let (status, _, stderr) = nowhere.vt(&["agenda", DAY]);
    assert_eq!(status, 2);
    assert!(stderr.contains("agenda 2026-03-05") && stderr.contains("agenda 2026-03-19"), "{stderr}");
}

#[test]
fn without_a_date_it_is_the_next_meeting_that_goes_on() {
    let world = World::new();
    for (today, title) in [
        ("2026-03-12", "Agenda van donderdag 12 maart 2026"),
        ("2026-03-13", "Agenda van donderdag 19 maart 2026"),
        ("2026-05-08", "Agenda van donderdag 21 mei 2026"),
    ] {
        let (status, stdout, _) = world.vt(&["agenda", "--vandaag", today]);
        assert_eq!(status, 0);
        assert_eq!(stdout.lines().nth(1), Some(title), "{today}");
    }
    let cancelled = world.meeting("vervalt: {reden: Studiedag., naar: 2026-03-19}");
    let (_, stdout, _) = cancelled.vt(&["agenda", "--vandaag", "2026-03-10"]);
    assert_eq!(stdout.lines().nth(1), Some("Agenda van donderdag 19 maart 2026"));
}

#[test]
fn a_meeting_without_any_file_is_an_ordinary_empty_agenda() {
    let world = World::new();
    let (status, stdout, stderr) = world.vt(&["agenda", DAY]);
    assert_eq!((status, stderr.as_str()), (0, ""));
    let expected = "\
VeiligheidsTeam West-Brabant West
Agenda van donderdag 12 maart 2026
  09:00 tot 12:00, Huis van Roosendaal. Voorzitter: Zi2T
  Er staat nog geen casus op de agenda.

Aan tafel
  voorzitter            Zi2T                      vast
  gedragswetenschapper  SPRING                    vast
  Veilig Thuis          Veilig Thuis              vast
  GI                    Jeugdbescherming Brabant  vast
  CVC'er groot          Zundert                   toerbeurt
  CVC'er klein          Rucphen                   toerbeurt
  GI                    Leger des Heils           toerbeurt
  Minimum gehaald: Veilig Thuis, Jeugdbescherming Brabant (GI) en Zundert
  (jeugdprofessional).
  Lege stoelen: nog 3 van de 3.

Casussen
  Er zijn geen casussen om te bespreken.

Zo gaat een bespreking
  1 vraag  2 toelichting  3 vragenronde  4 weging  5 eensluidend advies
  6 reactie van de inbrenger  7 afspraken

Gepseudonimiseerd, niet anoniem. Alleen voor deze vergadering. Mail beveiligd.
";
    assert_eq!(stdout, expected);
    // A roster that says nothing leaves three seats empty, and is no mistake of the command.
    let world = World::new().file("rooster/2026.yaml", "versie: 1\nbeurten:\n  2026-03-12: {}\n");
    let (status, stdout, _) = world.vt(&["agenda", DAY]);
    assert_eq!(status, 0);
    let said = "  Minimum nog niet gehaald: er komt nog geen jeugdprofessional. Wel: Veilig\n  Thuis en Jeugdbescherming Brabant (GI).\n  Niet bezet: CVC'er groot; er staat niets in het rooster.\n";
    assert!(stdout.contains(said), "{stdout}");
}

#[test]
fn a_region_that_can_t_be_read_is_an_error_with_a_way_out() {
    let world = World::new().file("regio.yaml", "regio: [a\nb");
    let (status, stdout, stderr) = world.vt(&["agenda", DAY]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert!(stderr.contains("vt check"), "{stderr}");
    let (status, stdout, _) = vt(&World::new().root().join("nergens"), &["agenda", DAY]);
    assert_eq!((status, stdout.as_str()), (2, ""));
}

#[test]
fn the_same_on_any_day() {
    let world = World::new().card(DAY, A, "");
    let (_, now, _) = world.vt(&["agenda", DAY, "--vandaag", "2026-03-06"]);
    let (_, later, _) = world.vt(&["agenda", DAY, "--vandaag", "2036-03-06"]);
    assert_eq!(now, later);
}

#[test]
fn both_away_is_said_where_the_chair_reads_it() {
    let away = "afgemeld: [{rol: voorzitter, organisatie: Zi2T}, {rol: gedragswetenschapper, organisatie: SPRING}]";
    let text = World::new().meeting(away).text();
    assert!(text.contains("Voorzitter: Veilig Thuis, in plaats van\n  Zi2T\n"), "{text}");
    assert!(text.contains("Veilig Thuis komt met twee mensen.\n"), "{text}");
    let said = "  Niet bezet: gedragswetenschapper; SPRING is afwezig en geen vervanger is vrij.\n";
    assert!(text.contains(said), "{text}");
}

#[test]
fn what_a_file_says_can_t_move_the_cursor_or_break_a_line() {
    let patch = "gemeente: \"Roosen\\e[31mdaal\"\nvraag: {soort: inzet, tekst: \"Wat\\u202e nu?\\nEn dan?\"}\nverantwoording: [{regel: INB13, reden: x}]";
    let text = World::new().card(DAY, A, patch).text();
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
    assert!(text.contains("Wat<U+202E> nu? En dan?"), "{text}");
}
