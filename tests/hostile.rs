//! Whatever bytes a file holds: the reader, the decoder and every rule about one file end
//! without a panic, and what they find has a place in that file.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use chrono::NaiveDate;
use proptest::prelude::*;
use vt::calendar::Calendar;
use vt::model::Casus;
use vt::rules::{Context, judge};
use vt::store::{CaseFile, Slot, default_regio};

const CARD: &str = include_str!("goed/dossier/RSD-2026-00412/kaart.yaml");
const REGION: &str = include_str!("goed/teammap/regio.yaml");
const DISCUSSION: &str = include_str!("goed/teammap/vergaderingen/2026-01-15/pqtw-3kz3/bespreking.yaml");

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).unwrap()
}

/// Every kind of file.
fn slots() -> Vec<Slot> {
    let casus = Casus::read("7k3f-9qxr").unwrap();
    let mut slots = vec![
        Slot::Regio,
        Slot::Vergadering(day()),
        Slot::Verzonden(day()),
        Slot::Aanwezig(day()),
        Slot::Rooster(2026),
        Slot::Afwezigheid("rucphen".to_owned()),
        Slot::Dossier,
        Slot::DossierKaart("RSD-2026-00412".to_owned()),
        Slot::Koppeling("RSD-2026-00412".to_owned()),
        Slot::LooseKaart,
    ];
    slots.extend(CaseFile::ALL.map(|file| Slot::Case(day(), casus, file)));
    slots
}

fn judge_as_everything(bytes: &[u8]) {
    let regio = default_regio();
    let calendar = Calendar::new(&regio);
    let scan = vt::pseudo::TeamScan::new(&regio, &[]);
    let meeting = Some(day());
    let context = Context {
        regio: &regio,
        calendar: &calendar,
        today: day(),
        meeting,
        past_too: true,
        hash: false,
        scan: Some(&scan),
    };
    for slot in slots() {
        let judged = judge(&slot, "kaart.yaml", &Ok(bytes.to_vec()), &context);
        let lines = bytes.split(|byte| *byte == b'\n').count();
        for finding in judged.findings {
            if let Some(spot) = finding.spot {
                assert!(spot.line as usize <= lines, "{} at {}", finding.rule.id, spot.line);
                assert!(spot.mark.start <= spot.mark.end, "{}", finding.rule.id);
            }
        }
    }
}

#[test]
fn the_region_of_the_program_is_read_whole() {
    let text = include_bytes!("../src/store/west-brabant-west.yaml");
    let (regio, problems) = vt::yaml::parse(text).unwrap().read::<vt::model::Regio>();
    assert!(problems.is_empty());
    assert_eq!(regio.unwrap().gemeenten.values().count(), 9);
}

/// A piece of a good file that takes another's place.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("[]"),
        Just("{}"),
        Just("null"),
        Just("geen"),
        Just("2026-02-30"),
        Just("9999-12-31"),
        Just("1900-01"),
        Just("-1"),
        Just("4294967296"),
        Just("\"\""),
        Just("[{wie: [a]}]"),
        Just("{wie: moeder}"),
        Just("ouder_met_gezag"),
        Just("\u{202e}\u{0}"),
        Just("- "),
        Just("|"),
    ]
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        judge_as_everything(&bytes);
    }

    /// Good files in which values changed places with something else.
    #[test]
    fn a_good_file_with_other_values(
        which in 0usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), piece()), 1..12),
    ) {
        let mut lines: Vec<String> = [CARD, REGION, DISCUSSION][which].lines().map(str::to_owned).collect();
        for (at, piece) in changes {
            let at = at.index(lines.len());
            let line = &mut lines[at];
            match line.find(": ") {
                Some(colon) => line.replace_range(colon + 2.., &piece),
                None => line.push_str(&piece),
            }
        }
        judge_as_everything(lines.join("\n").as_bytes());
    }

    /// A file that was written half, or lost its middle.
    #[test]
    fn a_good_file_with_a_hole(which in 0usize..3, from in any::<prop::sample::Index>(), length in 0usize..200) {
        let mut bytes = [CARD, REGION, DISCUSSION][which].as_bytes().to_vec();
        let from = from.index(bytes.len());
        bytes.drain(from..(from + length).min(bytes.len()));
        judge_as_everything(&bytes);
        bytes.truncate(from);
        judge_as_everything(&bytes);
    }
}
