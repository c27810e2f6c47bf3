//! The loop: a case is decided on, sent, discussed, brought home to the family, and comes back
//! as a monitoring. What arises at each step is shown whole, and `vt check` finds nothing that
//! the walk is not about.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

#[path = "../common/mod.rs"]
mod common;
mod gezin;
mod gi;
mod jaar;
#[path = "../transcript/mod.rs"]
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran, changed, changed_lines};

const CASUS: &str = "7k3f-9qxr";
const CARD: &str = "dossier/RSD-2026-00412/kaart.yaml";

fn done(ran: &Ran) {
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
}

/// A command in the team's folder.
fn in_team(place: &Place, moment: &str, words: &[&str], stdin: &str) -> Ran {
    let ran = place.at(moment, &[&["--map", "team"][..], words].concat(), stdin);
    done(&ran);
    ran
}

/// What is wrong with a case in a meeting, and nothing else.
fn found(place: &Place, day: &str, today: &str) -> String {
    let ran = place.run(&format!("vt check team/vergaderingen/{day}/{CASUS} --vandaag {today} --formaat json"));
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let open =
        json["bevindingen"].as_array().unwrap().iter().filter(|one| one["ernst"] != "advies" && one["stand"] == "open");
    let lines: Vec<String> =
        open.map(|one| format!("{} {}", one["regel"].as_str().unwrap(), one["boodschap"].as_str().unwrap())).collect();
    lines.join("\n")
}

/// The other cases that wait for a decision do not come on the agenda of 12 March.
fn no_room_for_the_others(place: &Place, moment: &str) {
    for casus in ["dr27-20t6", "2qc6-2dkd", "8yn4-7fhx", "cznk-cz65"] {
        let words =
            ["besluit", casus, "--vergadering", "2026-03-12", "--afwijzen", "--door", "Marit van Oers", "--reden", "-"];
        in_team(place, moment, &words, "Daar is nu geen plek voor.");
    }
}

/// The dossier of a professional of the GI, beside that of the municipality.
fn with_gi() -> Place {
    let place = Place::both_examples();
    let gi =
        "versie: 1\norganisatie: Jeugdbescherming Brabant\nnaam: Femke de Rooij\nvia: Hans Verstraten\nteam: ../team\n";
    place.write("gi/dossier.yaml", gi.as_bytes());
    place
}

/// What a note-taker fills in; the template asks for it.
const TALK: &str = include_str!("bespreking.yaml");

#[test]
fn a_case_goes_round() {
    let place = Place::both_examples();
    let mut before = place.tree();
    let mut step = |name: &str, place: &Place| {
        let now = place.tree();
        assert_snapshot!(name, changed(&before, &now));
        before = now;
    };

    // The chair decides, invites whom the card asks for, and sends the agenda.
    let friday = "2026-03-06T10:00:00+01:00";
    let invite = "ggz: Els Maas, GGZ Breburg";
    in_team(&place, friday, &["besluit", CASUS, "--agenderen", "--door", "Marit van Oers", "--uitnodigen", invite], "");
    no_room_for_the_others(&place, friday);
    in_team(&place, friday, &["agenda", "2026-03-12", "--verzonden"], "");
    step("1_decided_and_sent", &place);

    // The meeting: who was there, and what was said.
    let thursday = "2026-03-12T13:00:00+01:00";
    in_team(&place, thursday, &["vergadering", "2026-03-12", "--aanwezig", "--volgens-agenda"], "");
    in_team(&place, thursday, &["bespreking", CASUS, "--sjabloon"], "");
    step("2_held", &place);
    place.write(&format!("team/vergaderingen/2026-03-12/{CASUS}/bespreking.yaml"), TALK.as_bytes());
    place.write(
        &format!("team/vergaderingen/2026-06-11/{CASUS}/verwacht.yaml"),
        b"versie: 1\nwaarom: monitor\nvan: 2026-03-12\n",
    );
    assert_eq!(found(&place, "2026-03-12", "2026-03-13"), "");

    // Home: the family's own names come back, and the letter is to be read by one of them.
    let home = place.run("vt --dossier dossier herleid 7k3f-9qxr --vandaag 2026-03-13");
    assert_eq!(home.status, 0, "{}", home.stderr);
    assert!(home.stdout.contains("Daan slaapt") && home.stdout.contains("Tonny"), "{}", home.stdout);
    let letter = place.run("vt --dossier dossier herleid 7k3f-9qxr --brief --aan moeder --vandaag 2026-03-13");
    assert_eq!(letter.status, 0, "{}", letter.stderr);
    assert_snapshot!("3_letter", letter.stdout);
    for word in ["Veilig Thuis", "5,5", "Ik ken alleen", "Zilverspaan", "Ik lig het hele weekend wakker"] {
        assert!(!letter.stdout.contains(word), "{word}");
    }

    // Back as a monitoring: the card says how it went, and the family was told again.
    let edits = [
        ("soort: nieuw", "soort: monitor"),
        ("eerder: null", "eerder: 2026-03-12"),
        ("bijgewerkt: 2026-03-02", "bijgewerkt: 2026-06-01"),
        (
            "verloop: null",
            "verloop: Sinds april bleef het op 8 van de 9 zaterdagen rustig. Daan sliep 3 keer bij oma Tonny.",
        ),
        ("veilig_nu: null", "veilig_nu: Op zaterdag belt Jeroen om 18.00 uur met oma Tonny."),
        ("datum: 2026-02-20\n      wijze", "datum: 2026-05-28\n      wijze"),
        ("datum: 2026-02-18\n      wijze", "datum: 2026-05-28\n      wijze"),
        ("intern_besproken:\n  datum: 2026-02-24", "intern_besproken:\n  datum: 2026-05-29"),
        ("    woorden: |\n      \"Als papa gooit", "    datum: 2026-05-28\n    woorden: |\n      \"Als papa gooit"),
        (
            "      naar papa, maar dan moet oma er ook zijn. Dan doet hij normaal.\"\n    datum: 2026-02-18\n",
            "      naar papa, maar dan moet oma er ook zijn. Dan doet hij normaal.\"\n",
        ),
    ];
    for (from, to) in edits {
        place.edit(CARD, from, to);
    }
    let june = "2026-06-03T10:00:00+02:00";
    let hand_in = ["inbrengen", CARD, "--vergadering", "2026-06-11"];
    done(&place.at(june, &hand_in, ""));
    let before_card = place.read(&format!("team/vergaderingen/2026-06-11/{CASUS}/kaart.yaml"));
    assert!(before_card.contains("Kind 1 sliep 3 keer bij Oma") && !before_card.contains("Daan"), "{before_card}");
    assert_eq!(found(&place, "2026-06-11", "2026-06-03"), "");
    // The agenda shows what was agreed then, and what became of it.
    let agenda = place.run("vt --map team agenda 2026-06-11");
    let own = agenda.stdout.split("\n\n").find(|block| block.contains(CASUS) && block.contains("Eerder")).unwrap();
    assert_snapshot!("4_comes_back", own);

    // Nothing in the team's folder names the family.
    for (path, text) in place.tree() {
        let is_team = path.starts_with("team/");
        for name in ["Daan", "Verhagen", "Kim", "Jeroen", "Tonny", "Goossens", "Zilverspaan", "Korstmos"] {
            assert!(!is_team || !(text.contains(name) || path.contains(name)), "{name} in {path}");
        }
    }
}

fn git(folder: &std::path::Path, words: &[&str]) -> String {
    let mut command = std::process::Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=Proef", "-c", "user.email=proef@example.org"]).args(words);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    let ran = command.output().unwrap();
    assert!(ran.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

#[test]
fn two_who_work_at_once_in_two_clones_meet_without_a_conflict() {
    let place = Place::both_examples();
    let team = place.path("team");
    git(&team, &["init", "--quiet", "--initial-branch=main"]);
    git(&team, &["add", "--all"]);
    git(&team, &["commit", "--quiet", "-m", "begin"]);
    for clone in ["voorzitter", "inbrenger"] {
        git(&place.path(""), &["clone", "--quiet", "team", clone]);
    }
    // The chair decides, moves another case and calls somebody off, while the inbrenger hands in a
    // second version of the card.
    let friday = "2026-03-06T10:00:00+01:00";
    let map = ["--map", "voorzitter"];
    for (words, stdin) in [
        (&["besluit", CASUS, "--agenderen", "--door", "Marit van Oers", "--reden", "-"][..], "Dat kan."),
        (&["besluit", "dr27-20t6", "--uitstellen", "2026-03-19", "--door", "Marit van Oers", "--reden", "-"], "Vol."),
        (&["vergadering", "2026-03-12", "--afmelden", "Jeugdbescherming Brabant"], ""),
    ] {
        done(&place.at(friday, &[&map[..], words].concat(), stdin));
    }
    place.edit(CARD, "bijgewerkt: 2026-03-02", "bijgewerkt: 2026-03-05");
    done(&place.at(
        "2026-03-05T10:00:00+01:00",
        &["--map", "inbrenger", "inbrengen", CARD, "--vergadering", "2026-03-12"],
        "",
    ));
    for clone in ["voorzitter", "inbrenger"] {
        git(&place.path(clone), &["add", "--all"]);
        git(&place.path(clone), &["commit", "--quiet", "-m", clone]);
    }
    git(&place.path("voorzitter"), &["pull", "--quiet", "--no-rebase", "--no-edit", "../inbrenger", "main"]);
    let card = place.read(&format!("voorzitter/vergaderingen/2026-03-12/{CASUS}/kaart.yaml"));
    assert!(card.contains("bijgewerkt: 2026-03-05"), "{card}");
    let check = place.run("vt check voorzitter --vandaag 2026-03-06 --formaat json");
    let json: serde_json::Value = serde_json::from_str(&check.stdout).unwrap();
    // Work that was done twice or halfway would be MAP03. What is open was open before.
    let rules: Vec<&str> =
        json["bevindingen"].as_array().unwrap().iter().filter_map(|one| one["regel"].as_str()).collect();
    assert!(!rules.iter().any(|rule| rule.starts_with("MAP") || rule.starts_with("YAML")), "{rules:?}");
    let agenda = place.run("vt --map voorzitter agenda 2026-03-12 --formaat json");
    let agenda: serde_json::Value = serde_json::from_str(&agenda.stdout).unwrap();
    let own = agenda["zaken"].as_array().unwrap().iter().find(|zaak| zaak["casus"] == CASUS).unwrap();
    assert_eq!(own["staat"], "besloten");
    // What both did, beside what the team's folder was.
    for clone in ["team", "voorzitter", "inbrenger"] {
        std::fs::remove_dir_all(place.path(clone).join(".git")).unwrap();
    }
    let of = |folder: &str| -> std::collections::BTreeMap<String, String> {
        let own =
            place.tree().into_iter().filter_map(|(path, text)| Some((path.strip_prefix(folder)?.to_owned(), text)));
        own.filter(|(path, _)| !path.ends_with("7k3f-9qxr/kaart.yaml")).collect()
    };
    assert_snapshot!("8_met", changed_lines(&of("team/"), &of("voorzitter/")));
}
