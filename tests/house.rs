//! The house itself: which room may know which, how long a file may be, what stays where.

#![allow(clippy::unwrap_used, reason = "a test that can't read the sources must stop")]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in their order: each knows only those above it.
const ROOMS: [&str; 14] = [
    "yaml",
    "model",
    "calendar",
    "pseudo",
    "store",
    "roster",
    "route",
    "tafel",
    "rules",
    "interview",
    "agenda",
    "work",
    "output",
    "cli",
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

fn all_sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let named = files.into_iter().map(|path| {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).unwrap())
    });
    named.collect()
}

/// The code of a file without its comments, and without the tests at its end.
fn code(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    body.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The room of a file: the folder below `src`.
fn room(name: &str) -> Option<&'static str> {
    let folder = name.strip_prefix("src/")?.split_once('/')?.0;
    ROOMS.into_iter().find(|room| *room == folder)
}

/// The rooms that a piece of code names: `crate::room`, and each of `crate::{a, b}`.
fn named(code: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let list = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default(),
            None => rest,
        };
        let parts = if rest.starts_with('{') { list.split(',').collect() } else { vec![list] };
        for part in parts {
            let word: String = part.trim_start().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            found.extend(ROOMS.into_iter().find(|room| *room == word));
        }
    }
    found
}

#[test]
fn a_room_knows_only_the_rooms_above_it() {
    let mut wrong = Vec::new();
    for (name, text) in all_sources() {
        let Some(own) = room(&name) else { continue };
        let place = |room: &str| ROOMS.iter().position(|known| *known == room);
        let below = named(&code(&text)).into_iter().filter(|other| place(other) > place(own));
        wrong.extend(below.map(|other| format!("{name} knows {other}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_room_finder_sees_both_ways_to_name_a_room() {
    assert_eq!(named("use crate::yaml::Doc; crate::cli::run();"), ["yaml", "cli"]);
    assert_eq!(named("use crate::{model::Casus, output};"), ["model", "output"]);
    assert!(code("let a = 1; // crate::cli\n").contains("let a"));
    assert!(named(&code("// crate::cli\n")).is_empty());
}

#[test]
fn every_folder_of_src_is_a_room_and_every_file_is_short() {
    for (name, text) in all_sources() {
        let is_room = room(&name).is_some() || matches!(name.as_str(), "src/lib.rs" | "src/main.rs");
        assert!(is_room, "{name} is in no room");
        assert!(text.lines().count() <= 400, "{name} has more than 400 lines");
        assert!(text.starts_with("//!"), "{name} does not say what it is for");
    }
}

/// What only one room may do. The words are written in two parts where this file would
/// find itself.
#[test]
fn files_the_clock_and_the_terminal_stay_in_their_rooms() {
    let only: [(&str, &[&str]); 5] = [
        ("std::fs", &["src/store/"]),
        ("File::open", &["src/store/"]),
        ("std::env", &["src/cli/", "src/main.rs"]),
        ("Local::now", &["src/cli/"]),
        ("std::process", &["src/cli/", "src/main.rs"]),
    ];
    for (name, text) in all_sources() {
        let code = code(&text);
        for (word, rooms) in only {
            // Tests lay out the files that they need.
            let is_test = word == "std::fs" && name.ends_with("/tests.rs");
            let allowed = is_test || rooms.iter().any(|room| name.starts_with(room));
            assert!(allowed || !code.contains(word), "{name} has {word}");
        }
        assert!(!code.contains("Utc::now") && !code.contains("SystemTime"), "{name} reads a clock of its own");
    }
}

/// `store` reads in several files and writes in three.
#[test]
fn only_the_writing_files_of_store_write() {
    let writing = ["src/store/apply.rs", "src/store/place.rs", "src/store/zones.rs"];
    let words =
        ["OpenOptions", "DirBuilder", "create_dir", "remove_", "fs::write", "fs::rename", "tempfile::", "persist"];
    for (name, text) in all_sources() {
        if writing.contains(&name.as_str()) || name.ends_with("/tests.rs") {
            continue;
        }
        let code = code(&text);
        for word in words {
            assert!(!name.starts_with("src/store/") || !code.contains(word), "{name} has {word}");
        }
        assert!(!code.contains("tempfile::") && !code.contains("OpenOptions"), "{name} writes");
    }
}

/// The team is called VeiligheidsTeam, and what it sees is gepseudonimiseerd. The only
/// sentence with the other word denies it.
#[test]
fn the_program_uses_the_right_words() {
    for (name, text) in all_sources() {
        let lower = text.to_lowercase();
        for word in ["geanonimiseerd", "regionaal veiligheidsteam", "avg-proof"] {
            assert!(!lower.contains(word), "{name} says {word}");
        }
        let denied = lower.matches("niet anoniem").count() + lower.matches("never *anoniem*").count();
        assert_eq!(lower.matches("anoniem").count(), denied, "{name} says anoniem");
    }
}
