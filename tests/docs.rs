//! The documents against the program: rooms, commands, options, variables, JSON, files,
//! the rules that the coverage names, links between pages, and the words of the house.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod pages;

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeSet;
use vt::rules::{all, find};
use vt::store::{Root, Slot, Zone, walk};

const TEAM: &str = "examples/west-brabant-west";

fn vt(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vt"));
    for variable in ["VT_MAP", "VT_DOSSIER", "VT_KLOK", "NO_COLOR", "COLUMNS"] {
        command.env_remove(variable);
    }
    let output = command.current_dir(pages::root()).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn spans(page: &str) -> BTreeSet<String> {
    pages::code_spans(&pages::read(page)).into_iter().collect()
}

/// The part of a page from one heading to the next of the same depth.
fn part<'t>(text: &'t str, heading: &str) -> &'t str {
    let (_, after) = text.split_once(heading).unwrap_or_else(|| panic!("there is no {heading}"));
    after.split("\n## ").next().unwrap()
}

#[test]
fn the_architecture_lists_the_rooms_in_order() {
    let lib = pages::read("src/lib.rs");
    let rooms: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let page = pages::read("docs/architectuur.md");
    let listed: Vec<String> = pages::rows(&page).into_iter().map(|row| row[0].replace('`', "")).collect();
    assert_eq!(listed, rooms);
}

/// The whole source of the program.
fn sources() -> String {
    walkdir::WalkDir::new(pages::root().join("src"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
        .map(|entry| std::fs::read_to_string(entry.path()).unwrap())
        .collect()
}

#[test]
fn the_glossary_lists_types_that_exist() {
    let sources = sources();
    let page = pages::read("docs/woordenlijst.md");
    for row in pages::rows(part(&page, "\n## Technische woorden in de code")) {
        for word in row[0].split(", ") {
            let is_type = ["struct", "enum"].iter().any(|kind| {
                sources.match_indices(&format!("pub {kind} {word}")).any(|(at, found)| {
                    let next = sources[at + found.len()..].chars().next();
                    next.is_some_and(|c| !c.is_alphanumeric())
                })
            });
            assert!(is_type, "{word}");
        }
    }
}

#[test]
fn the_architecture_names_files_and_functions_that_exist() {
    let sources = sources();
    for span in spans("docs/architectuur.md") {
        if (span.starts_with("src/") || span.starts_with("tests/")) && !span.contains("NAAM") {
            assert!(pages::root().join(&span).exists(), "{span}");
        }
        let name = span.rsplit("::").next().unwrap();
        let is_name =
            span.contains("::") || span.ends_with("()") || span.chars().next().is_some_and(char::is_uppercase);
        let is_word = name.chars().all(|c| c.is_alphanumeric() || "_()".contains(c));
        if is_name && is_word && span.chars().any(char::is_lowercase) {
            assert!(sources.contains(name.trim_end_matches("()")), "{span}");
        }
    }
}

/// The words of a help page that look like this.
fn help_words(help: &str, is_wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let words = help.split(|c: char| c.is_whitespace() || c == ',').filter(|word| is_wanted(word));
    words.map(ToOwned::to_owned).collect()
}

fn commands() -> Vec<String> {
    let help = vt(&["--help"]);
    let (_, after) = help.split_once("Opdrachten\n").unwrap();
    let lines = after.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next()).map(ToOwned::to_owned).collect()
}

#[test]
fn every_command_option_and_variable_is_described() {
    let page = pages::read("docs/opdrachten.md");
    let readme = pages::read("README.md");
    let described =
        |part: &str, word: &str| part.lines().any(|line| line.starts_with("| `") && line.contains(&format!("`{word}")));
    for command in commands() {
        let own = part(&page, &format!("\n## `vt {command}`"));
        assert!(readme.contains(&format!("| `vt {command}` |")), "README: {command}");
        let help = vt(&[&command, "--help"]);
        let options = help.split("Opties bij elke opdracht").next().unwrap();
        for option in help_words(options.split("Voorbeelden").next().unwrap(), |word| word.starts_with("--")) {
            assert!(described(own, &option), "{command} {option}");
        }
    }
    let common = part(&page, "\n## Opties bij elke opdracht");
    for option in help_words(&vt(&["--help"]), |word| word.starts_with("--")) {
        assert!(described(common, &option), "{option}");
    }
    let context = pages::read("src/cli/context.rs") + &pages::read("src/cli/targets.rs");
    let is_variable = |word: &&str| word.len() > 3 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    for variable in context.split('"').filter(is_variable) {
        assert!(described(common, variable) || common.contains(&format!("`{variable}`")), "{variable}");
    }
}

/// Commands that only the coverage and the glossary may look forward to.
#[test]
fn no_page_promises_a_command_that_does_not_exist() {
    let commands = commands();
    for page in ["README.md", "CHANGELOG.md", "docs/opdrachten.md", "docs/architectuur.md", "docs/formaten.md"] {
        for span in spans(page) {
            let Some(command) = span.strip_prefix("vt ").and_then(|rest| rest.split(' ').next()) else { continue };
            assert!(command.starts_with('-') || commands.iter().any(|known| known == command), "{page}: {span}");
        }
    }
}

/// Every key of a JSON value as a path: `zaken[].van`.
fn paths(value: &Value, at: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                out.insert(path.clone());
                paths(value, &path, out);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{at}[]"), out)),
        _ => {}
    }
}

/// The keys that the tables of a part of the page describe.
fn described(part: &str) -> BTreeSet<String> {
    let (_, json) = part.split_once("\n### JSON").unwrap();
    pages::rows(json).iter().flat_map(|row| pages::code_spans(&row[0])).collect()
}

/// Keys that stand in no example: nothing of the kind happens there.
const NOT_IN_EXAMPLES: [&str; 6] = [
    "niet_bezet[].",
    "botsingen[].",
    "niet_gelezen[].",
    "zaken[].beantwoord[].",
    "vergaderingen[].vervalt.",
    "groepen[].onmogelijk[].",
];

#[test]
fn every_key_of_the_json_is_described() {
    let page = pages::read("docs/opdrachten.md");
    let mut check = BTreeSet::new();
    let mut agenda = BTreeSet::new();
    let json = vt(&["check", "examples", "examples/fout/vorm.yaml", "--vandaag", "2026-03-06", "--formaat", "json"]);
    paths(&serde_json::from_str(&json).unwrap(), "", &mut check);
    for entry in std::fs::read_dir(pages::root().join(TEAM).join("vergaderingen")).unwrap() {
        let day = entry.unwrap().file_name().into_string().unwrap();
        let json = vt(&["--map", TEAM, "agenda", &day, "--formaat", "json"]);
        paths(&serde_json::from_str(&json).expect(&day), "", &mut agenda);
    }
    let mut scan = BTreeSet::new();
    let json = vt(&["scan", "examples/dossier/RSD-2026-00412/kaart.yaml", "--formaat", "json"]);
    paths(&serde_json::from_str(&json).unwrap(), "", &mut scan);
    let mut kalender = BTreeSet::new();
    let json = vt(&["--map", TEAM, "kalender", "2027", "--formaat", "json", "--vandaag", "2026-03-06"]);
    paths(&serde_json::from_str(&json).unwrap(), "", &mut kalender);
    let mut rooster = BTreeSet::new();
    let json = vt(&["--map", TEAM, "rooster", "2026", "--vandaag", "2026-03-04", "--formaat", "json"]);
    paths(&serde_json::from_str(&json).unwrap(), "", &mut rooster);
    for (command, found) in
        [("check", check), ("agenda", agenda), ("scan", scan), ("kalender", kalender), ("rooster", rooster)]
    {
        let described = described(part(&page, &format!("\n## `vt {command}`")));
        let missing: Vec<&String> = found.difference(&described).collect();
        let is_rare = |key: &String| NOT_IN_EXAMPLES.iter().any(|start| key.starts_with(start));
        let stale: Vec<&String> = described.difference(&found).filter(|key| !is_rare(key)).collect();
        assert!(missing.is_empty() && stale.is_empty(), "{command}: missing {missing:?}, no longer there {stale:?}");
    }
}

#[test]
fn every_file_that_is_listed_has_its_place_and_every_kind_is_listed() {
    let page = pages::read("docs/formaten.md");
    let paths: Vec<String> = pages::rows(&page).into_iter().map(|row| row[0].replace('`', "")).collect();
    let kind = |slot: &Slot| match slot {
        Slot::Case(_, _, file) => file.name().to_owned(),
        slot => format!("{slot:?}").split('(').next().unwrap().to_owned(),
    };
    let slots = paths.iter().map(|path| {
        let parts: Vec<&str> = path.split('/').collect();
        Slot::in_dossier(&parts).or_else(|_| Slot::in_team(&parts)).unwrap_or_else(|_| panic!("{path}"))
    });
    let listed: BTreeSet<String> = slots.map(|slot| kind(&slot)).collect();
    let trees = [(Zone::Team, TEAM), (Zone::Dossier, "examples/dossier")];
    let files = trees.into_iter().flat_map(|(zone, path)| walk(&Root { zone, path: pages::root().join(path) }).files);
    let found: BTreeSet<String> = files.map(|found| kind(&found.slot)).collect();
    assert_eq!(listed, found);
    let model = pages::read("src/model/mod.rs");
    for row in pages::rows(&page) {
        let name = row.last().unwrap().replace('`', "");
        assert!(model.contains(&name), "{name}");
    }
}

/// The ids of rules in a text, each with what stands behind it.
fn ids(text: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            continue;
        }
        found.extend(id(&text[start..at]).map(|id| (id, &text[at..])));
        start = at + c.len_utf8();
    }
    found.extend(id(&text[start..]).map(|id| (id, "")));
    found
}

fn id(word: &str) -> Option<String> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_id = word.len() == letters.len() + 2 && (3..=4).contains(&letters.len());
    (is_id && letters.chars().all(|c| c.is_ascii_uppercase())).then(|| word.to_owned())
}

/// *Later* in the coverage is what the table does not have yet, and nothing else.
#[test]
fn the_coverage_names_rules_that_exist_and_marks_the_others_as_later() {
    let page = pages::read("docs/handboek-dekking.md");
    let mut wrong = Vec::new();
    for (id, behind) in ids(&page) {
        let is_later = behind.starts_with(" (later");
        if is_later == find(&id).is_some() {
            wrong.push(format!("{id}{}", behind.chars().take(30).collect::<String>().replace('\n', " ")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let named: BTreeSet<String> = ids(&page).into_iter().map(|(id, _)| id).collect();
    let spans = ["YAML", "MAP"];
    let absent =
        all().map(|rule| rule.id).filter(|id| !named.contains(*id) && !spans.iter().any(|s| id.starts_with(s)));
    assert_eq!(absent.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn other_pages_name_rules_that_exist_or_say_later() {
    let mut wrong = Vec::new();
    for page in pages::all() {
        let text = pages::read(&page);
        for (id, behind) in ids(&text) {
            let is_later = behind.starts_with(" (later");
            if find(&id).is_none() && !is_later {
                wrong.push(format!("{page}: {id}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn links_between_pages_lead_somewhere() {
    for page in pages::all() {
        let text = pages::read(&page);
        let folder = pages::root().join(&page);
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.starts_with("https://") || target.starts_with('#') {
                continue;
            }
            let path = folder.parent().unwrap().join(target.split('#').next().unwrap());
            assert!(path.exists(), "{page}: {target}");
        }
    }
    let index = pages::read("docs/besluiten/README.md");
    for page in pages::all().iter().filter_map(|page| page.strip_prefix("docs/besluiten/0")) {
        assert!(index.contains(&format!("(0{page})")), "0{page} is not in the list");
    }
}

/// Words that people should not read here, unless a page is about the word itself.
#[test]
fn the_pages_use_the_right_words() {
    let about_words = ["docs/woordenlijst.md", "docs/besluiten/0007-woorden.md"];
    for page in pages::all() {
        let text = pages::read(&page).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        // A heading of the handbook has the word.
        let text = text.replace("jeugdigen en ouders blijven anoniem", "");
        if about_words.contains(&page.as_str()) {
            continue;
        }
        let denied = text.matches("niet anoniem").count();
        assert_eq!(text.matches("anoniem").count(), denied, "{page}");
        for word in ["geanonimiseerd", "avg-proof", " rvt"] {
            assert!(!text.contains(word), "{page}: {word}");
        }
    }
}
