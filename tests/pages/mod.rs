//! Pages of this repository that a test holds against the program, and the way to write
//! them anew.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a page, with line ends as they are committed.
pub fn read(page: &str) -> String {
    let text = fs::read_to_string(root().join(page)).unwrap_or_else(|_| panic!("there is no {page}"));
    text.replace("\r\n", "\n")
}

/// Whether pages are written anew instead of compared.
pub fn writes() -> bool {
    env::var_os("VT_SCHRIJF").is_some()
}

/// Writes a page anew when that was asked, else holds it against what it should be.
pub fn hold(page: &str, fresh: &str, test: &str) {
    if writes() {
        fs::write(root().join(page), fresh).unwrap();
        return;
    }
    let kept = read(page);
    if kept == fresh {
        return;
    }
    let first = kept.lines().zip(fresh.lines()).take_while(|(a, b)| a == b).count();
    let line = |text: &str| text.lines().nth(first).unwrap_or("(the end)").to_owned();
    panic!(
        "{page} is not what the program says, from line {}:\n  page:    {}\n  program: {}\nWrite it anew and read \
         it: VT_SCHRIJF=1 cargo test --test {test}",
        first + 1,
        line(&kept),
        line(fresh)
    );
}

/// Every page: README, CHANGELOG and all of `docs/`, by its path.
pub fn all() -> Vec<String> {
    let mut pages: Vec<PathBuf> = ["README.md", "CHANGELOG.md"].iter().map(|page| root().join(page)).collect();
    let docs = walkdir::WalkDir::new(root().join("docs")).sort_by_file_name().into_iter().map(Result::unwrap);
    pages.extend(docs.map(walkdir::DirEntry::into_path).filter(|path| path.extension().is_some_and(|e| e == "md")));
    let names = pages.iter().map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"));
    names.collect()
}

/// The cells of the tables of a page, row by row, without heads and rules.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let is_rule = |line: &str| line.starts_with("| ---");
        let is_head = lines.get(at + 1).is_some_and(|next| is_rule(next));
        if let Some(row) = line.strip_prefix("| ").filter(|_| !is_rule(line) && !is_head) {
            let row = row.trim_end().strip_suffix('|').unwrap_or(row);
            rows.push(row.split(" | ").map(|cell| cell.trim().to_owned()).collect());
        }
    }
    rows
}

/// What stands between backticks in a text, outside fenced blocks.
pub fn code_spans(text: &str) -> Vec<String> {
    let mut spans = Vec::new();
    let mut fenced = false;
    let mut prose = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            prose += line;
            prose.push('\n');
        }
    }
    for (index, part) in prose.split('`').enumerate() {
        if index % 2 == 1 {
            spans.push(part.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    spans
}
