//! A name in the team's folder is never printed: it is put in every text of a card, a
//! decision and a discussion, and looked for in all that `vt agenda` and `vt check` say.

#![allow(clippy::unwrap_used, reason = "a test that can't lay out its files must stop")]

use assert_cmd::Command;
use serde_yaml::Value;
use std::fs;
use std::path::Path;

const CANARY: &str = "Daan Verhagen";

/// Keys in which a professional, an organisation or a path stands: those are shown.
const SHOWN: [&str; 14] = [
    "naam",
    "van",
    "aan",
    "door",
    "via",
    "organisatie",
    "gemeente",
    "casus",
    "wie",
    "regel",
    "sleutel",
    "met",
    "deelnemers",
    "locatie",
];

/// Puts the name behind every text; behind words of the handbook too when `all` says so.
fn spoil(value: &mut Value, key: &str, all: bool) {
    match value {
        Value::Mapping(map) => {
            for (key, value) in map.iter_mut() {
                spoil(value, key.as_str().unwrap_or_default(), all);
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| spoil(item, key, all)),
        Value::String(text) if !SHOWN.contains(&key) && (all || text.contains(' ')) => {
            *text = format!("{} Gesproken met {CANARY}, 06-12345678.", text.trim_end());
        }
        _ => {}
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let to = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn said(root: &Path, arguments: &[&str]) -> String {
    let ran = Command::cargo_bin("vt").unwrap().arg("--map").arg(root).args(arguments).output().unwrap();
    // A roster of which a file can't be read whole is not made: that is said without a name too.
    let most = if arguments[0] == "rooster" { 2 } else { 1 };
    assert!(
        ran.status.code().is_some_and(|code| code <= most),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&ran.stderr)
    );
    String::from_utf8([ran.stdout, ran.stderr].concat()).unwrap()
}

#[test]
fn a_name_in_the_teams_folder_is_never_printed() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/west-brabant-west");
    for all in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        copy(&example, root);
        let files = walkdir::WalkDir::new(root.join("vergaderingen")).into_iter().map(Result::unwrap);
        let mut spoilt = 0;
        for entry in files.filter(|entry| entry.file_type().is_file()) {
            let mut value: Value = serde_yaml::from_str(&fs::read_to_string(entry.path()).unwrap()).unwrap();
            spoil(&mut value, "", all);
            if let Some(map) = value.as_mapping_mut().filter(|_| entry.file_name() == "kaart.yaml") {
                let answer =
                    format!("[{{regel: KRT01, reden: Zei {CANARY}.}}, {{regel: INB03, reden: Zei {CANARY}.}}]");
                map.insert("verantwoording".into(), serde_yaml::from_str(&answer).unwrap());
            }
            fs::write(entry.path(), serde_yaml::to_string(&value).unwrap()).unwrap();
            spoilt += 1;
        }
        assert!(spoilt > 30, "{spoilt}");
        let roster = root.join("rooster/2026.yaml");
        let text = fs::read_to_string(&roster).unwrap().replace(
            "ruilingen:\n",
            &format!(
                "vervallen:\n  - {{datum: 2026-04-02, groep: klein, wie: {CANARY}}}\nruilingen:\n  \
             - {{datum: 2026-04-02, groep: klein, zetel: {CANARY}}}\n"
            ),
        );
        assert!(text.contains(CANARY));
        fs::write(&roster, text).unwrap();
        fs::write(root.join(format!("{CANARY}.txt")), "niets\n").unwrap();
        fs::create_dir_all(root.join("rooster/Daan_Verhagen")).unwrap();
        fs::write(root.join("rooster/Daan_Verhagen/x.txt"), "niets\n").unwrap();
        let mut left_out = 0;
        for arguments in [
            &["agenda", "2026-03-12"][..],
            &["agenda", "2026-03-12", "--formaat", "json"],
            &["agenda", "2026-01-15"],
            &["agenda", "2026-01-15", "--formaat", "json"],
            &["toon", "pqtw-3kz3", "--vergadering", "2026-01-15"],
            &["toon", "pqtw-3kz3", "--vergadering", "2026-03-12"],
            &["toon", "mt49-8jhb", "--vergadering", "2026-02-05"],
            &["toon", "5xs5-3w31", "--vergadering", "2026-02-26"],
            &["toon", "y7cg-tych", "--vergadering", "2026-03-05"],
            &["toon", "v330-p9mg", "--vergadering", "2026-03-12"],
            &["nazorg", "--vandaag", "2026-03-13"],
            &["nazorg", "pqtw-3kz3", "--vandaag", "2026-03-13"],
            &["--vandaag", "2026-03-13"],
            &["opruimen", "--vandaag", "2030-03-13"],
            &["kalender", "2026"],
            &["kalender", "2026", "--formaat", "json"],
            &["kalender", "2026", "--formaat", "csv"],
            &["kalender", "2026", "--formaat", "ics"],
            &["rooster", "2026"],
            &["rooster", "2026", "--formaat", "json"],
            &["rooster", "2026", "--formaat", "csv"],
            &["rooster", "2026", "--formaat", "ics"],
            &["rooster", "2026", "--eerlijkheid"],
            &["rooster", "--waarom", "2026-03-12"],
            &["rooster", "2026", "--stel-dat", "half zo vaak"],
            &["check", "--tips", "--alles", "--vandaag", "2026-03-06"],
            &["check", "--alles", "--formaat", "json", "--vandaag", "2026-03-06"],
        ] {
            let said = said(root, arguments);
            for word in ["Verhagen", "06-12345678"] {
                let line = said.lines().find(|line| line.contains(word));
                assert_eq!(line, None, "{arguments:?}");
            }
            assert!(arguments[0] != "toon" || said.contains("[weggelaten]"), "{arguments:?}");
            left_out += usize::from(said.contains("[weggelaten]"));
        }
        assert!(left_out >= 3, "{left_out}");
    }
}

#[test]
fn what_people_judged_and_professionals_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/west-brabant-west"), folder.path());
    let card = folder.path().join("vergaderingen/2026-03-12/h2v8-m0cw/kaart.yaml");
    let mut value: Value = serde_yaml::from_str(&fs::read_to_string(&card).unwrap()).unwrap();
    let question = "Hoe helpen Joost Vermeulen en Roos Janssen? Ook Daan Verhagen vraagt dat.";
    value["vraag"]["tekst"] = question.into();
    value["blijft_staan"] =
        serde_yaml::from_str("[{tekst: Roos Janssen, in: vraag.tekst, reden: professional}]").unwrap();
    fs::write(&card, serde_yaml::to_string(&value).unwrap()).unwrap();
    // An unjudged name keeps a card off the agenda; a decision of the chair does not pass it by.
    let json = said(folder.path(), &["agenda", "2026-03-12", "--formaat", "json"]);
    let agenda: serde_json::Value = serde_json::from_str(&json).unwrap();
    let outside = agenda["niet_besproken"].as_array().unwrap();
    let own = outside.iter().find(|entry| entry["casus"] == "h2v8-m0cw").unwrap();
    assert_eq!(own["regels"], serde_json::json!(["PSE02"]));
    assert_eq!(own["inbrenger"], "Joost Vermeulen");
    value["vraag"]["tekst"] = question.split('?').next().unwrap().into();
    fs::write(&card, serde_yaml::to_string(&value).unwrap()).unwrap();
    let json = said(folder.path(), &["agenda", "2026-03-12", "--formaat", "json"]);
    assert!(json.contains("Hoe helpen Joost Vermeulen en Roos Janssen"), "{json}");
}

/// A name that people gave to a file may say anything; no list of words finds each of them.
#[test]
fn of_a_file_that_is_none_of_vt_s_own_the_name_is_not_printed() {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goed/teammap"), folder.path());
    let case = "vergaderingen/2026-03-12/7k3f-9qxr";
    let names = [
        ("RSD-2026-00412 Verhagen.txt", "[weggelaten].txt"),
        ("kim_van_hees.yaml", "[weggelaten].yaml"),
        ("VERHAGEN DAAN.yaml", "[weggelaten].yaml"),
        ("rooster/zwaluwman.yaml", "rooster/[weggelaten].yaml"),
        ("afwezigheid/kim-van-hees.yaml", "afwezigheid/[weggelaten].yaml"),
        (&format!("{case}/gesprek zwaluwman.docx"), &format!("{case}/[weggelaten].docx")),
        (&format!("{case}/Zwaluwman/kaart.yaml"), &format!("{case}/[weggelaten]/kaart.yaml")),
    ];
    for (name, _) in names {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), "verantwoording: [{regel: MAP01, sleutel: x, reden: y}]\n").unwrap();
    }
    let day = ["--vandaag", "2026-03-04"];
    for arguments in [&["check"][..], &["check", "--formaat", "json"], &["agenda", "2026-03-12"], &["opruimen"]] {
        let said = said(folder.path(), &[arguments, &day].concat());
        for part in ["00412", "erhagen", "VERHAGEN", "hees", "DAAN", "waluwman"] {
            assert!(!said.contains(part), "{arguments:?} says {part}\n{said}");
        }
        if arguments[0] == "check" {
            for (_, shown) in names {
                assert!(said.contains(shown), "{arguments:?} does not say {shown}\n{said}");
            }
        }
    }
}
