//! The whole way of a case, with commands alone: a team's folder and a dossier are made, a
//! template is filled in and checked until it is ready, the card is pseudonymised and handed
//! in, and the chair sees it on the agenda of a folder that nothing is wrong with.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use transcript::{Place, Ran};
use vt::yaml::{Kind, Path, Value, parse};

const CARD: &str = "dossier/RSD-2026-00412/kaart.yaml";

/// What a professional fills in, as a value of the program.
fn value(value: &serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Null => Value::Null,
        serde_yaml::Value::Number(number) => Value::Number(number.as_u64().unwrap()),
        serde_yaml::Value::Sequence(items) => Value::List(items.iter().map(self::value).collect()),
        serde_yaml::Value::Mapping(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.as_str().unwrap().to_owned(), self::value(value)));
            Value::Map(entries.collect())
        }
        text => Value::Text(text.as_str().unwrap().to_owned()),
    }
}

/// Fills in keys of the template, question by question, and leaves its comments where they are.
fn fill_in(place: &Place, keys: &[&str]) {
    let answers = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/dossier/RSD-2026-00412/kaart.yaml");
    let answers: serde_yaml::Value = serde_yaml::from_str(&std::fs::read_to_string(answers).unwrap()).unwrap();
    let mut text = std::fs::read_to_string(place.path(CARD)).unwrap();
    for key in keys {
        answer(&mut text, &Path::root(), key, &answers[*key]);
    }
    place.write(CARD, text.as_bytes());
}

fn answer(text: &mut String, map: &Path, key: &str, given: &serde_yaml::Value) {
    let path = map.clone().key(key);
    let doc = parse(text.as_bytes()).unwrap();
    let Some(stands) = doc.find(&path) else {
        let mut edit = doc.edit();
        edit.insert(map, key, &value(given)).unwrap();
        let changed = edit.finish();
        *text = changed;
        return;
    };
    match (doc.kind(stands), given) {
        (Kind::Map { .. }, serde_yaml::Value::Mapping(_)) => below(text, &path, given),
        (Kind::Seq { items, .. }, serde_yaml::Value::Sequence(given)) => {
            let there = items.len();
            for (nth, one) in given.iter().enumerate() {
                if nth < there {
                    below(text, &path.clone().index(nth), one);
                } else {
                    let doc = parse(text.as_bytes()).unwrap();
                    let mut edit = doc.edit();
                    edit.append(&path, &value(one)).unwrap();
                    let changed = edit.finish();
                    *text = changed;
                }
            }
        }
        _ => {
            let mut edit = doc.edit();
            edit.set(&path, &value(given)).unwrap();
            let changed = edit.finish();
            *text = changed;
        }
    }
}

fn below(text: &mut String, map: &Path, given: &serde_yaml::Value) {
    for (key, value) in given.as_mapping().unwrap() {
        answer(text, map, key.as_str().unwrap(), value);
    }
}

fn done(ran: &Ran) -> &str {
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    &ran.stdout
}

#[test]
fn from_an_empty_folder_to_the_agenda() {
    let place = Place::with(&[]);
    done(&place.run("vt init team team"));
    let mut command = place.command("vt init dossier dossier --team team");
    command.args(["--naam", "Anke Wouters", "--organisatie", "Gemeente Roosendaal", "--via", "Bram Looijmans"]);
    done(&Ran::of(command));
    done(&place.run("vt --dossier dossier nieuw RSD-2026-00412 --sjabloon"));

    // Checked until it is ready: the template says what is missing, and then nothing is.
    let check = format!("vt check {CARD} --vergadering 2026-03-12");
    assert_eq!(place.run(&check).status, 1);
    fill_in(
        &place,
        &["bijgewerkt", "gemeente", "casusregisseur", "gezin", "aanleiding", "aandachtsgebied", "meldcode"],
    );
    let half = place.run(&check);
    assert!(half.status == 1 && half.stdout.contains("INB06") && !half.stdout.contains("INB12"), "{}", half.stdout);
    fill_in(
        &place,
        &[
            "hulpvraag",
            "wat_is_nodig",
            "onveiligheid",
            "risicofactoren",
            "sterke_punten",
            "hulp_tot_nu_toe",
            "veiligheidsafspraken",
            "stem",
            "gesprek_gezin",
            "intern_besproken",
            "vraag",
            "experts",
        ],
    );
    done(&place.run(&check));
    let comment = "# Wat maakt het onveilig? Schrijf feiten";
    assert!(std::fs::read_to_string(place.path(CARD)).unwrap().contains(comment));

    // One word is doubtful. The answer is written by hand, as it may be without a terminal.
    let pseudonimiseer = format!("vt pseudonimiseer {CARD} --vergadering 2026-03-12");
    let asked = place.run(&pseudonimiseer);
    assert!(asked.status == 1 && asked.stdout.contains("hulpvraag"), "{}", asked.stdout);
    let card = std::fs::read_to_string(place.path(CARD)).unwrap();
    let judged = "blijft_staan:\n  - {tekst: Roos, in: hulpvraag, reden: gewoon_woord}\n";
    place.write(CARD, (card + judged).as_bytes());
    let shown = place.run(&pseudonimiseer);
    assert!(done(&shown).contains("Kind 1 belt oma als het misgaat."), "{}", shown.stdout);
    let casus = shown.stdout.lines().find_map(|line| line.strip_prefix("casus: ")).unwrap().to_owned();

    done(&place.run(&format!("vt inbrengen {CARD} --vergadering 2026-03-12")));
    let agenda = place.run("vt --map team agenda 2026-03-12");
    assert!(done(&agenda).contains(&casus), "{}", agenda.stdout);
    let checked = place.run("vt check team --streng");
    // The roster of the year is the planner's; all else is in order.
    assert_eq!(checked.status, 0, "{}", checked.stdout);

    // Nothing in the team's folder, no name of a file in it and no output names the family.
    let names = [
        "Daan",
        "Verhagen",
        "Kim",
        "Hees",
        "Jeroen",
        "Tonny",
        "Antonia",
        "Marleen",
        "Goossens",
        "Korenwolf",
        "Korstmos",
        "Zilverspaan",
        "4799",
        "RSD-2026",
    ];
    let mut seen: Vec<String> = vec![agenda.stdout, checked.stdout, shown.stdout];
    for entry in walkdir::WalkDir::new(place.path("team")).into_iter().map(Result::unwrap) {
        seen.push(entry.path().strip_prefix(place.path("team")).unwrap().to_string_lossy().into_owned());
        if entry.file_type().is_file() {
            seen.push(std::fs::read_to_string(entry.path()).unwrap());
        }
    }
    for (name, text) in names.iter().flat_map(|name| seen.iter().map(move |text| (name, text))) {
        assert!(!text.lines().any(|line| line.contains(name) && !line.contains("vt inbrengen")), "{name} in {text}");
    }
}
