//! `vt check`: what it takes, what it prints, and how it ends.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use serde_json::Value;
use transcript::{Place, Ran};

const CARD: &str = "dossier/RSD-2026-00412/kaart.yaml";
const TEAM_CARD: &str = "teammap/vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml";

/// The good trees with a dossier's card that lacks its view and its experts.
fn broken() -> Place {
    let place = Place::good();
    place.edit(CARD, ", visie: Wij denken dat Oma vaker kan komen.", "");
    place.edit(CARD, "experts: []\n", "");
    place
}

fn files(ran: &Ran) -> Vec<String> {
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let findings = json["bevindingen"].as_array().unwrap().iter();
    findings
        .map(|finding| format!("{} {}", finding["regel"].as_str().unwrap(), finding["bestand"].as_str().unwrap()))
        .collect()
}

#[test]
fn a_good_tree_takes_one_line() {
    let place = Place::good().inside("teammap");
    assert_snapshot!(place.show("vt check"), @r"
    $ vt check
    Teammap West-Brabant West, wo 4 maart 2026
    12 bestanden bekeken: alles in orde
    status 0
    ");
    let place = Place::good().inside("dossier");
    assert_snapshot!(place.show("vt check --vergadering 2026-03-12"), @r"
    $ vt check --vergadering 2026-03-12
    Dossier van Anke Wouters, wo 4 maart 2026
    3 bestanden bekeken: alles in orde
    status 0
    ");
}

#[test]
fn a_card_with_findings() {
    assert_snapshot!(broken().inside("dossier").show("vt check RSD-2026-00412/kaart.yaml"));
}

#[test]
fn the_tree_is_found_upwards_and_a_folder_above_both_takes_each() {
    let place = broken().inside("dossier/RSD-2026-00412");
    let inside = files(&place.run("vt check --formaat json"));
    assert_eq!(inside, ["INB08 RSD-2026-00412/kaart.yaml", "INB05 RSD-2026-00412/kaart.yaml"]);
    let place = broken();
    place.edit(TEAM_CARD, "aanleiding:", "aanleidng:");
    let above = files(&place.run("vt check --formaat json"));
    assert_eq!(
        above,
        [
            "INB08 dossier/RSD-2026-00412/kaart.yaml",
            "INB05 dossier/RSD-2026-00412/kaart.yaml",
            "YAML02 teammap/vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml",
        ]
    );
    assert_eq!(files(&place.run("vt check . --formaat json")), above);
    assert_eq!(files(&place.run("vt check dossier teammap dossier --formaat json")), above);
    let text = place.run("vt check");
    assert!(text.stdout.contains("--> dossier/RSD-2026-00412/kaart.yaml:"), "{}", text.stdout);
}

#[test]
fn a_tree_can_be_chosen() {
    let place = broken();
    assert_eq!(place.run("vt check --map teammap").status, 0);
    assert_eq!(place.run("vt check --dossier dossier").status, 1);
    assert_eq!(files(&place.run("vt check --map teammap --dossier dossier --formaat json")).len(), 2);
    let place = broken().inside("dossier");
    assert_eq!(place.run("vt --map ../teammap check").status, 0);
    // Where people stand counts before what the environment says.
    let mut command = place.command("vt check");
    command.env("VT_MAP", place.path("teammap"));
    assert_eq!(Ran::of(command).status, 1);
    let elsewhere = Place::with(&[]);
    let mut command = elsewhere.command("vt check");
    command.env("VT_DOSSIER", place.path("teammap"));
    let wrong = Ran::of(command);
    assert_eq!((wrong.status, wrong.stdout.as_str()), (2, ""));
    assert!(
        wrong.stderr.starts_with("Dat lukt nog niet: de map van VT_DOSSIER is geen dossier.\n"),
        "{}",
        wrong.stderr
    );
    let mut command = elsewhere.command("vt check");
    command.env("VT_MAP", place.path("teammap"));
    assert_eq!(Ran::of(command).status, 0);
}

#[test]
fn a_file_in_a_tree_shows_its_own_findings_only() {
    let place = broken();
    place.edit("dossier/RSD-2026-00412/koppeling.yaml", "versie: 1", "versie: 1\nonbekend: 1");
    let all = place.run("vt check dossier --formaat json");
    assert_eq!(files(&all).len(), 3, "{}", all.stdout);
    let two = ["INB08 RSD-2026-00412/kaart.yaml", "INB05 RSD-2026-00412/kaart.yaml"];
    assert_eq!(files(&place.run(&format!("vt check {CARD} --formaat json"))), two);
    // However it is named, and however often.
    let absolute = place.path(CARD);
    let line = format!("vt check {CARD} teammap/../{CARD} {} --formaat json", absolute.display());
    assert_eq!(files(&place.run(&line)), two);
    assert_eq!(files(&place.run("vt check dossier/RSD-2026-00412 --formaat json")).len(), 3);
}

#[test]
fn a_lone_file_is_a_card_whatever_its_name() {
    let place = broken();
    std::fs::copy(place.path(CARD), place.path("los.txt")).unwrap();
    let twice = place.run("vt check los.txt ./los.txt --formaat json");
    assert_eq!(files(&twice), ["INB08 los.txt", "INB05 los.txt"]);
    place.write("kaart.docx", b"PK\x03\x04\x00\x00\xff\xfe");
    let shown = place.show("vt check kaart.docx");
    assert!(shown.starts_with("$ vt check kaart.docx\nfout[YAML06]: "), "{shown}");
    assert!(shown.contains("\n --> kaart.docx\n  = waarom: "), "{shown}");
    assert!(shown.ends_with("status 1"), "{shown}");
}

#[test]
fn what_can_not_be_checked_ends_with_2_and_says_the_way_out() {
    let place = Place::good();
    place.write("leeg/x.txt", b"");
    let lines = [
        "vt check er-is-niets.yaml",
        &format!("vt check {CARD} er-is-niets.yaml"),
        "vt check leeg",
        "vt check --map leeg",
        "vt check --map teammap/rooster",
        "vt check --dossier leeg",
        &format!("vt check {CARD} --vergadering 2026-03-13"),
        &format!("vt check {TEAM_CARD} --vergadering 2026-03-19"),
        "vt check --lijst",
        &format!("vt check {CARD} --lijst --formaat json"),
    ];
    let shown: Vec<String> = lines.iter().map(|line| place.show(line)).collect();
    for transcript in &shown {
        let answer = transcript.lines().nth(1).unwrap();
        assert!(answer.starts_with("stderr: Dat lukt nog niet: ") && transcript.ends_with("status 2"), "{transcript}");
    }
    let elsewhere = Place::with(&[]).show("vt check");
    assert_snapshot!([shown.join("\n\n"), elsewhere].join("\n\n"));
}

#[test]
fn a_meeting_chooses_and_asks() {
    let place = Place::good();
    place.edit(TEAM_CARD, "experts: []\n", "");
    let of = |line: &str| files(&place.run(&format!("{line} --formaat json")));
    assert_eq!(of("vt check teammap --vergadering 2026-03-12").len(), 1);
    assert_eq!(of("vt check teammap --vergadering 2026-03-26").len(), 0);
    assert_eq!(place.run(&format!("vt check {TEAM_CARD} --vergadering 2026-03-12")).status, 1);
    // On 4 March the last day for 12 March has not passed; that for 5 March has.
    let json: Value = serde_json::from_str(&place.run(&format!("vt check {CARD} --formaat json")).stdout).unwrap();
    assert_eq!(json["niet_gevraagd"][0]["geef"], "--vergadering");
    assert_eq!(of(&format!("vt check {CARD} --vergadering 2026-03-12")), Vec::<String>::new());
    assert_eq!(of(&format!("vt check {CARD} --vergadering 2026-03-05")), ["INB07 RSD-2026-00412/kaart.yaml"]);
}

#[test]
fn the_status_follows_the_severity() {
    let place = Place::good();
    place.edit(CARD, "  routes_besproken: [veiligheidsteam, veilig_thuis, rvdk]\n", "");
    let line = format!("vt check {CARD}");
    assert_eq!(place.run(&line).status, 0);
    assert_eq!(place.run(&format!("{line} --streng")).status, 1);
    let quiet = place.run(&format!("{line} --stil"));
    assert!(quiet.stdout.starts_with("waarschuwing[ROU01]: ") && !quiet.stdout.contains("1 waarschuwing"));
    assert!(!quiet.stdout.contains("Wat nu?"));
}

#[test]
fn a_name_in_a_card_leaves_it_for_no_pipe() {
    let place = Place::good();
    place.edit(CARD, "      voornaam: Daan\n", "      voornaam: Daan\n      voornaam: Daan\n");
    place.edit(CARD, "geboortedatum: 2015-04-21", "geboortedatum: Daan");
    for line in
        [format!("vt check {CARD}"), format!("vt check {CARD} --formaat json"), format!("vt check {CARD} --lijst")]
    {
        let ran = place.run(&line);
        assert_eq!(ran.status, 1);
        assert!(!ran.stdout.contains("Daan") && !ran.stderr.contains("Daan"), "{}", ran.stdout);
    }
    assert!(place.run(&format!("vt check {CARD} --kleur altijd")).stdout.contains("(regel niet getoond)"));
}

#[test]
fn answers_are_shown_and_idle_ones_named() {
    let place = broken();
    let answers =
        "verantwoording:\n  - {regel: INB08, reden: Daan kiest zelf.}\n  - {regel: INB01, reden: Stond er al.}\n";
    place.edit(CARD, "verantwoording: []\n", answers);
    let ran = place.run(&format!("vt check {CARD}"));
    assert!(
        ran.stdout.contains("Beantwoord\n  INB08  RSD-2026-00412/kaart.yaml:1\n    [weggelaten]\n"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("1 fout, 1 beantwoord"), "{}", ran.stdout);
    assert_snapshot!(ran.stderr, @r"
    * RSD-2026-00412/kaart.yaml: antwoord 2 bij `verantwoording` hoort bij geen
      bevinding. Haal het weg, of kijk `regel` en `sleutel` na.
    ");
    assert_eq!(place.run(&format!("vt check {CARD} --stil")).stderr, "");
}

#[test]
fn colour_only_when_asked_for() {
    let place = broken();
    let line = format!("vt check {CARD}");
    assert!(!place.run(&line).stdout.contains('\u{1b}'));
    assert!(place.run(&format!("{line} --kleur altijd")).stdout.contains('\u{1b}'));
    let mut command = place.command(&format!("{line} --kleur nooit"));
    command.env("CLICOLOR_FORCE", "1");
    assert!(!Ran::of(command).stdout.contains('\u{1b}'));
}

#[test]
fn the_checklist_of_a_card() {
    let place = broken();
    let ready = Place::good().inside("dossier");
    let team = Place::good();
    team.edit(TEAM_CARD, "experts: []\n", "");
    let shown = [
        ready.show("vt check RSD-2026-00412/kaart.yaml --lijst --vergadering 2026-03-12"),
        place.show(&format!("vt check {CARD} --lijst")),
        place.show(&format!("vt check {CARD} --lijst --vergadering 2026-03-05")),
        team.show(&format!("vt check {TEAM_CARD} --lijst")),
    ];
    assert_snapshot!(shown.join("\n\n"));
    let here = broken().inside("dossier/RSD-2026-00412");
    assert!(here.run("vt check --lijst").stdout.starts_with("Klaar om in te brengen? Nog 2 punten.\n"));
}

#[test]
fn the_checklist_of_a_card_that_can_not_be_read_claims_nothing() {
    let place = Place::good();
    place.edit(CARD, "gezin:\n", "gezin: [\n");
    let ran = place.run(&format!("vt check {CARD} --lijst"));
    assert_eq!(ran.status, 1);
    assert!(!ran.stdout.contains("[x]") && ran.stdout.contains("[?] de kaart is samen"), "{}", ran.stdout);
    assert!(ran.stdout.contains("YAML01"), "{}", ran.stdout);
}

#[cfg(unix)]
#[test]
fn a_link_is_a_finding_in_a_tree_and_another_name_outside() {
    let place = broken();
    std::os::unix::fs::symlink(place.path(CARD), place.path("naam.yaml")).unwrap();
    assert_eq!(files(&place.run("vt check naam.yaml --formaat json")).len(), 2);
    std::os::unix::fs::symlink(place.path("naam.yaml"), place.path("teammap/rooster/2025.yaml")).unwrap();
    let found = files(&place.run("vt check teammap/rooster/2025.yaml --formaat json"));
    assert_eq!(found, ["MAP04 rooster/2025.yaml"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_with_2_and_a_reader_that_left_does_not() {
    use std::process::{Command, Stdio};
    let place = Place::good();
    let vt = assert_cmd::cargo::cargo_bin("vt");
    let command = |out: Stdio| {
        let mut command = Command::new(&vt);
        command.args(["check", "teammap", "--vandaag", "2026-03-04"]).current_dir(place.path(""));
        command.stdout(out).stderr(Stdio::piped()).output().unwrap()
    };
    let full = command(std::fs::File::create("/dev/full").unwrap().into());
    assert_eq!(full.status.code(), Some(2));
    let said = String::from_utf8(full.stderr).unwrap();
    assert_eq!(said, "Dat lukt nog niet: vt kan het antwoord niet wegschrijven.\n  Oorzaak  De schijf is vol.\n");

    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let left = command(writer.into());
    assert_eq!((left.status.code(), left.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_card_of_a_meeting_that_has_been_says_what_was_not_asked() {
    let place = Place::good();
    let card = "vt check teammap/vergaderingen/2026-01-15/pqtw-3kz3/kaart.yaml";
    assert_snapshot!(place.show(card), @r"
    $ vt check teammap/vergaderingen/2026-01-15/pqtw-3kz3/kaart.yaml
    Alles in orde
    De vergadering van deze kaart is geweest; wat er inhoudelijk aan mist, zegt
      --alles.
    status 0
    ");
    assert!(!place.run(&format!("{card} --alles")).stdout.contains("geweest"));
}

/// A network drive may be away: the card can be checked all the same, and the screen says by which region.
#[test]
fn a_team_out_of_reach_is_named_and_stops_nothing() {
    let place = Place::good();
    place.edit("dossier/dossier.yaml", "team: ../teammap", "team: ../verhuisd");
    assert_snapshot!(place.show("vt check dossier/RSD-2026-00412/kaart.yaml --vergadering 2026-03-12"), @r"
    $ vt check dossier/RSD-2026-00412/kaart.yaml --vergadering 2026-03-12
    Alles in orde
    stderr: * De teammap die `team` in dossier.yaml noemt, is nu niet te lezen. vt gaat uit
    stderr:   van West-Brabant West.
    status 0
    ");
}

/// The conversation itself is scripted beside its code; here is what it is refused for.
#[test]
fn what_is_missing_is_asked_of_one_card_of_a_dossier_at_a_terminal() {
    let place = broken();
    place.write("los/kaart.yaml", std::fs::read(place.path(CARD)).unwrap().as_slice());
    place.write("dossier/RSD-2/kaart.yaml", b"versie: 1\nversie: 1\n");
    let before = std::fs::read(place.path(CARD)).unwrap();
    let lines = [
        &format!("vt check {CARD} --vul-aan"),
        "vt check dossier --vul-aan",
        "vt check --vul-aan",
        &format!("vt check {TEAM_CARD} --vul-aan"),
        "vt check los/kaart.yaml --vul-aan",
        "vt check dossier/RSD-2 --vul-aan",
        &format!("vt check {CARD} --vul-aan --lijst"),
        &format!("vt check {CARD} --vul-aan --vandaag 2026-03-06"),
    ];
    assert_snapshot!(lines.map(|line| place.show(line)).join("\n\n"));
    assert_eq!(std::fs::read(place.path(CARD)).unwrap(), before);
    let inside = Place::good();
    inside.write("teammap/mijn/dossier.yaml", b"versie: 1\n");
    inside.write("teammap/mijn/A-1/kaart.yaml", b"versie: 1\n");
    let ran = inside.run("vt check teammap/mijn/A-1/kaart.yaml --vul-aan");
    assert!(ran.status == 2 && ran.stdout.is_empty(), "{}", ran.stderr);
    let both = broken();
    std::fs::create_dir(both.path(".git")).unwrap();
    let ran = both.run(&format!("vt check {CARD} --vul-aan"));
    assert!(ran.status == 2 && ran.stderr.contains("dezelfde git-map"), "{}", ran.stderr);
}
