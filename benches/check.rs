//! `vt check` over many cards, held against the bare parse of the same bytes.
//!
//! `cargo bench --bench check` prints both times and their ratio, for the cards of a dossier
//! and for those of a team's folder, where the scanner reads every text; and the memory that
//! the process took at most. The bare parse reads each file and walks the events of the same
//! parser on as many threads, with the same choice not to report comments; it builds nothing.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a bench prints what it measures"
)]
#![allow(dead_code, reason = "each bench takes what it needs of the generated trees")]

mod common;

use chrono::NaiveDate;
use granit_parser::Parser;
use rayon::prelude::*;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use vt::rules::{Options, Scope, check_tree};
use vt::store::{Root, Zone};

const CARDS: usize = 10_000;
const RUNS: usize = 5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the cards");
    common::dossier(folder.path(), CARDS);
    let root = Root { zone: Zone::Dossier, path: folder.path().join("dossier") };
    let files: Vec<PathBuf> = (0..CARDS).map(|n| root.path.join(format!("RSD-{n:05}/kaart.yaml"))).collect();
    compare("dossier", &root, &files);
    drop(folder);

    let folder = tempfile::tempdir().expect("a folder for the cards");
    let files = common::team_cards(folder.path(), CARDS);
    compare("teammap, met de scanner", &Root { zone: Zone::Team, path: folder.path().to_owned() }, &files);
    if let Some(memory) = peak() {
        println!("geheugen     {memory:>7} MB   (hoogste stand van dit proces)");
    }
}

/// Checks a tree and parses its cards in turns, so that both have the same machine.
fn compare(name: &str, root: &Root, files: &[PathBuf]) {
    let bytes: u64 = files.iter().map(|path| path.metadata().expect("it was just written").len()).sum();
    println!("{name}: {CARDS} kaarten van {} bytes, {} threads", bytes / CARDS as u64, rayon::current_num_threads());

    let options = Options {
        today: NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day that exists"),
        past_too: false,
        scope: Scope::All,
        meeting: None,
    };
    let bare = best(|| files.par_iter().map(events).sum::<usize>());
    let check = best(|| check_tree(root, &options).findings.len());
    println!("kale parser  {:>7.1} ms   ({} gebeurtenissen)", ms(bare.0), bare.1);
    println!("vt check     {:>7.1} ms   ({} bevindingen)", ms(check.0), check.1);
    println!("verhouding   {:>7.2}", check.0.as_secs_f64() / bare.0.as_secs_f64());
}

fn events(path: &PathBuf) -> usize {
    let bytes = std::fs::read(path).expect("it was just written");
    let text = std::str::from_utf8(&bytes).expect("the cards are UTF-8");
    let options = granit_parser::options! { emit_comments: false };
    Parser::new_from_str_with_options(text, options).map(|event| usize::from(event.is_ok())).sum()
}

/// The best of some runs, with what the last one gave.
fn best(mut run: impl FnMut() -> usize) -> (Duration, usize) {
    let mut best = (Duration::MAX, 0);
    for _ in 0..RUNS {
        let start = Instant::now();
        let result = run();
        best = (best.0.min(start.elapsed()), result);
    }
    best
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The most memory this process took, in MB; only where Linux tells it.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kb| kb / 1024)
}
