//! Whole runs of `vt`, from a cold start to the answer, as a user feels them.
//!
//! `cargo bench --bench start` prints for one card and for the agenda of a meeting of six
//! cases the median and the slowest of its runs, the agenda also in a folder with ten
//! years of meetings before it.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a bench prints what it measures")]
#![allow(dead_code, reason = "each bench takes what it needs of the generated trees")]

mod common;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 41;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder for the meetings");
    let small = folder.path().join("klein");
    let large = folder.path().join("tien-jaar");
    common::team(&small, 0);
    common::team(&large, 10);
    let card = root.join("examples/dossier/RSD-2026-00412/kaart.yaml");
    let card = card.to_str().expect("the path is UTF-8");
    report("vt check, één kaart", &["check", card, "--vandaag", "2026-03-04"]);
    for (name, folder) in [("vt agenda", &small), ("vt agenda, tien jaar", &large)] {
        let folder = folder.to_str().expect("the path is UTF-8");
        report(name, &["--map", folder, "agenda", "2026-03-12"]);
    }
}

fn report(name: &str, arguments: &[&str]) {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| once(arguments)).collect();
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("{name:<22} mediaan {:>5.1} ms   traagste {:>5.1} ms", ms(times[RUNS / 2]), ms(times[RUNS - 1]));
}

fn once(arguments: &[&str]) -> Duration {
    let start = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_vt")).args(arguments).stdout(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()), "vt did not answer");
    start.elapsed()
}
