//! What README.md shows is what the program prints: every command in it is run.
//!
//! A block is a command after `$ ` with its output below; a line `...` stands for lines
//! left out. `<!-- status 1 -->` below a block says with which status it ends, else 0.
//! `VT_SCHRIJF=1 cargo test --test readme` writes the outputs anew.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod pages;

use assert_cmd::Command;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

/// Commands that this test itself is a part of, or that change this computer.
const KNOWN: [&str; 2] = ["cargo test", "cargo install --locked --path ."];
/// A day that no example is about: the README must not depend on the day it is read.
const FAR_OFF: &str = "2031-06-01T12:00:00+02:00";
const LEFT_OUT: &str = "...";

/// The arguments of a command for `vt`.
fn arguments(command: &str) -> Option<Vec<&str>> {
    let words = command.strip_prefix("vt ").or_else(|| command.strip_prefix("cargo run --release -- "))?;
    Some(words.split_whitespace().collect())
}

/// Where the copy of the examples is said to be, and the commands that make and enter it.
const COPY: [&str; 2] = ["cp -r examples ~/vt-proef", "cd ~/vt-proef"];

/// A copy of the examples outside this repository, for commands that write.
fn copy() -> &'static Path {
    static COPY: OnceLock<TempDir> = OnceLock::new();
    let folder = COPY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let from = pages::root().join("examples");
        for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
            let to = folder.path().join(entry.path().strip_prefix(&from).unwrap());
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(to).unwrap();
            } else {
                std::fs::copy(entry.path(), to).unwrap();
            }
        }
        folder
    });
    folder.path()
}

/// Runs a command as a reader would: what it prints, and its status.
fn run(arguments: &[&str], folder: &Path) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vt"));
    for variable in ["VT_MAP", "VT_DOSSIER", "NO_COLOR", "COLUMNS"] {
        command.env_remove(variable);
    }
    let output = command.env("VT_KLOK", FAR_OFF).current_dir(folder).args(arguments).output().unwrap();
    let streams = [output.stdout, output.stderr].concat();
    (String::from_utf8(streams).unwrap(), output.status.code().unwrap())
}

/// What a block should show: the same parts as now, of what is printed now.
fn shown(printed: &[&str], now: &[&str]) -> Result<Vec<String>, String> {
    let parts: Vec<&[&str]> = now.split(|line| *line == LEFT_OUT).collect();
    let mut out: Vec<String> = Vec::new();
    let mut from = 0;
    for (index, part) in parts.iter().enumerate() {
        let is_last = index + 1 == parts.len();
        let start = match part.first() {
            _ if parts.len() == 1 => 0,
            _ if index == 0 => 0,
            _ if is_last => printed.len().saturating_sub(part.len()).max(from),
            Some(first) => from + printed[from..].iter().position(|line| line == first).ok_or(*first)?,
            None => from,
        };
        let end = if parts.len() == 1 { printed.len() } else { printed.len().min(start + part.len()) };
        if index > 0 {
            out.push(LEFT_OUT.to_owned());
        }
        out.extend(printed[start..end].iter().map(ToString::to_string));
        from = end;
    }
    Ok(out)
}

/// A command with the lines below it.
struct Shown<'t> {
    command: &'t str,
    output: Vec<&'t str>,
    status: i32,
}

/// The page with the output of every command as it is now, and what went wrong.
fn renewed(text: &str) -> (String, Vec<String>, usize) {
    let (mut out, mut wrong, mut count) = (String::new(), Vec::new(), 0);
    let mut rest = text;
    let mut folder = pages::root();
    while let Some((before, after)) = rest.split_once("```console\n") {
        let (block, behind) = after.split_once("```\n").unwrap();
        let status = behind.trim_start().strip_prefix("<!-- status ").and_then(|words| words.split(' ').next());
        writeln!(out, "{before}```console").unwrap();
        for shown in commands(block, status.map_or(0, |status| status.parse().unwrap())) {
            count += 1;
            writeln!(out, "$ {}", shown.command).unwrap();
            match output_of(&shown, &mut folder) {
                Ok(lines) => out.extend(lines.iter().map(|line| format!("{line}\n"))),
                Err(why) => wrong.push(format!("{}: {why}", shown.command)),
            }
        }
        out += "```\n";
        rest = behind;
    }
    (out + rest, wrong, count)
}

fn commands(block: &str, status: i32) -> Vec<Shown<'_>> {
    let mut commands: Vec<Shown<'_>> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push(Shown { command, output: Vec::new(), status }),
            (None, Some(last)) => last.output.push(line),
            (None, None) => panic!("a block begins with a command: {line}"),
        }
    }
    commands
}

fn output_of(block: &Shown<'_>, folder: &mut &Path) -> Result<Vec<String>, String> {
    if COPY.contains(&block.command) {
        *folder = copy();
        return Ok(Vec::new());
    }
    if KNOWN.contains(&block.command) {
        return Ok(Vec::new());
    }
    let arguments = arguments(block.command).ok_or("no test runs this command")?;
    let (printed, status) = run(&arguments, folder);
    if status != block.status {
        return Err(format!("status {status} in place of {}", block.status));
    }
    shown(&printed.lines().collect::<Vec<_>>(), &block.output).map_err(|line| format!("no longer prints: {line}"))
}

#[test]
fn every_command_prints_what_the_readme_shows() {
    let text = pages::read("README.md");
    let (fresh, wrong, count) = renewed(&text);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 6, "the README shows {count} commands");
    pages::hold("README.md", &fresh, "readme");
}

#[test]
fn a_command_stands_only_where_it_is_run() {
    let text = pages::read("README.md");
    let fences: Vec<&str> = text.lines().filter(|line| line.starts_with("```") && *line != "```").collect();
    assert!(fences.iter().all(|fence| *fence == "```console"), "{fences:?}");
    for (mark, fence) in text.lines().zip(text.lines().skip(1)) {
        assert!(!(fence == "```" && mark.starts_with("$ ")) || KNOWN.contains(&&mark[2..]), "{mark} shows nothing");
    }
    let firsts: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("$ ")).take(2).collect();
    assert_eq!(firsts, ["cargo run --release -- --map examples/west-brabant-west agenda 2026-03-12", "cargo test"]);
}

#[test]
fn parts_of_an_output_keep_their_length() {
    let printed = ["a", "b", "c", "d", "e", "f"];
    assert_eq!(shown(&printed, &["x", "y"]).unwrap(), printed);
    assert_eq!(shown(&printed, &["x", "...", "d", "x", "...", "x"]).unwrap(), ["a", "...", "d", "e", "...", "f"]);
    assert_eq!(shown(&printed, &["x", "x", "..."]).unwrap(), ["a", "b", "..."]);
    assert_eq!(shown(&printed, &["x", "...", "z", "...", "x"]), Err("z".to_owned()));
}
