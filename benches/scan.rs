//! The scanner on texts of the size of a card, on one core.
//!
//! `cargo bench --bench scan` reads the cards of `examples/dossier` as plain texts, over and
//! over, and prints megabytes a second.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a bench prints what it measures")]

use std::path::Path;
use std::time::{Duration, Instant};
use vt::pseudo::{Context, Known, Scanner};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/dossier");
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let cards = files.filter(|file| file.file_name() == "kaart.yaml");
    let texts: Vec<String> = cards.map(|file| std::fs::read_to_string(file.path()).expect("a card")).collect();
    let size: usize = texts.iter().map(String::len).sum();
    let known =
        [Known { voornaam: Some("Daan".to_owned()), achternaam: Some("Verhagen".to_owned()), ..Known::default() }];
    let scanner = Scanner::new(&Context { known: &known, stays: &[] });
    let (start, mut rounds, mut hits) = (Instant::now(), 0_u32, 0);
    while start.elapsed() < Duration::from_secs(3) {
        hits = texts.iter().map(|text| scanner.scan(text).len()).sum();
        rounds += 1;
    }
    #[allow(clippy::cast_precision_loss, reason = "a few megabytes")]
    let megabytes = size as f64 * f64::from(rounds) / 1e6;
    let speed = megabytes / start.elapsed().as_secs_f64();
    println!("{} kaarten, {size} bytes, {hits} vondsten: {speed:.1} MB/s", texts.len());
}
