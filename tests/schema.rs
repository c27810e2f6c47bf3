//! The schemas against the files of the examples, and against the model itself.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod pages;

use jsonschema::Validator;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use vt::model::Bestand;
use vt::store::{CaseFile, Root, Slot, Zone, walk};

fn schema(file: Bestand) -> Value {
    serde_json::from_str(&file.schema()).unwrap()
}

fn validator(file: Bestand) -> Validator {
    jsonschema::validator_for(&schema(file)).unwrap()
}

/// The kind of file that stands in a place.
fn kind(slot: &Slot) -> Bestand {
    match slot {
        Slot::Regio => Bestand::Regio,
        Slot::Vergadering(_) => Bestand::Vergadering,
        Slot::Verzonden(_) => Bestand::Verzonden,
        Slot::Aanwezig(_) => Bestand::Aanwezig,
        Slot::Case(_, _, CaseFile::Verwacht) => Bestand::Verwacht,
        Slot::Case(_, _, CaseFile::Ingetrokken) => Bestand::Ingetrokken,
        Slot::Case(_, _, CaseFile::Besluit) => Bestand::Besluit,
        Slot::Case(_, _, CaseFile::Bespreking) => Bestand::Bespreking,
        Slot::Case(_, _, CaseFile::Nazorg) => Bestand::Nazorg,
        Slot::Case(_, _, CaseFile::Kaart) | Slot::DossierKaart(_) | Slot::LooseKaart => Bestand::Kaart,
        Slot::Rooster(_) => Bestand::Rooster,
        Slot::Afwezigheid(_) => Bestand::Afwezigheid,
        Slot::Dossier => Bestand::Dossier,
        Slot::Koppeling(_) => Bestand::Koppeling,
    }
}

fn errors(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| error.instance_path().to_string()).collect()
}

#[test]
fn every_file_of_the_examples_answers_to_its_schema() {
    let validators: BTreeMap<Bestand, Validator> =
        Bestand::ALL.into_iter().map(|file| (file, validator(file))).collect();
    let trees = [
        (Zone::Team, "examples/west-brabant-west"),
        (Zone::Dossier, "examples/dossier"),
        (Zone::Team, "tests/goed/teammap"),
        (Zone::Dossier, "tests/goed/dossier"),
    ];
    let files = trees.into_iter().flat_map(|(zone, path)| walk(&Root { zone, path: pages::root().join(path) }).files);
    let mut seen = BTreeSet::new();
    for found in files {
        let text = fs::read_to_string(&found.path).unwrap();
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let kind = kind(&found.slot);
        seen.insert(kind);
        assert_eq!(errors(&validators[&kind], &value), Vec::<String>::new(), "{}", found.path.display());
    }
    assert_eq!(seen.len(), Bestand::ALL.len(), "{seen:?}");
}

#[test]
fn each_mistake_in_form_is_refused() {
    let text = pages::read("examples/fout/vorm.yaml");
    // A double key is no YAML to a schema: its first half goes.
    let (before, after) = text.split_once("vraag:\n").unwrap();
    let (_, after) = after.split_once("vraag:\n").unwrap();
    let text = format!("{before}vraag:\n{after}");
    let mends = [
        ("hulpvrag:", "hulpvraag:"),
        ("2026-02-30", "2026-02-28"),
        ("moeder_met_gezag", "ouder_met_gezag"),
        ("de deur uit, de dijk op", "de deur uit"),
    ];
    let validator = validator(Bestand::Kaart);
    let is_valid = |wrong: Option<usize>| {
        let mends = mends.iter().enumerate().filter(|(index, _)| Some(*index) != wrong);
        let text = mends.fold(text.clone(), |text, (_, (from, to))| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        validator.is_valid(&serde_yaml::from_str(&text).unwrap())
    };
    assert!(is_valid(None));
    for (index, (mistake, _)) in mends.iter().enumerate() {
        assert!(!is_valid(Some(index)), "{mistake}");
    }
}

/// The structs of the model with their keys, from the source itself.
fn model() -> BTreeMap<String, BTreeSet<String>> {
    let mut structs = BTreeMap::new();
    for entry in fs::read_dir(pages::root().join("src/model")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for part in text.split("\npub struct ").skip(1) {
            let Some((name, rest)) = part.split_once(" {\n") else { continue };
            let body = rest.split("\n}").next().unwrap();
            let keys = body.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "));
            let keys: BTreeSet<String> = keys.map(|(key, _)| key.trim_start_matches("r#").to_owned()).collect();
            if !name.contains(['(', '<']) && !keys.is_empty() {
                structs.insert(name.to_owned(), keys);
            }
        }
    }
    structs
}

#[test]
fn the_schemas_know_every_key_of_the_model() {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut put = |name: &str, schema: &Value| {
        if let Some(keys) = schema["properties"].as_object() {
            assert_eq!(schema["additionalProperties"], Value::Bool(false), "{name}");
            for (key, value) in keys {
                assert!(value["description"].is_string(), "{name}.{key} is not explained");
            }
            known.insert(name.to_owned(), keys.keys().cloned().collect());
        }
    };
    for file in Bestand::ALL {
        let schema = schema(file);
        put(schema["title"].as_str().unwrap(), &schema);
        for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
            put(name, schema);
        }
    }
    let mut model = model();
    // Made by a function, never read from a file.
    model.remove("Bekend");
    assert_eq!(known, model);
}

#[test]
fn a_command_prints_the_schema_of_every_kind() {
    for file in Bestand::ALL {
        let output = assert_cmd::Command::cargo_bin("vt").unwrap().args(["schema", file.name()]).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), file.schema());
    }
}
