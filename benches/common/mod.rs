//! Generated trees for the benches: invented, and as large as asked.

#![allow(clippy::expect_used, reason = "a bench that can't write its cards must stop")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A card of about 4 KB in which the number makes the texts differ.
#[must_use]
pub fn card(number: usize, head: &str) -> String {
    let mut text = format!("versie: 1\n{head}{}", include_str!("kaart.yaml"));
    let times = number % 7 + 2;
    let _ = writeln!(text, "successen:\n  - Kind 1 was {times} weken elke dag op school ({number}).");
    text
}

/// The text of the region in the examples.
const REGION: &str = include_str!("../../examples/west-brabant-west/regio.yaml");

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// A dossier with this many cards.
pub fn dossier(folder: &Path, cards: usize) {
    let region = folder.join("team");
    write(&region.join("regio.yaml"), REGION);
    let root = folder.join("dossier");
    let owner = "versie: 1\norganisatie: Gemeente Roosendaal\nnaam: Anke Wouters\nvia: Bram Looijmans\nteam: ../team\n";
    write(&root.join("dossier.yaml"), owner);
    for number in 0..cards {
        let name = format!("RSD-{number:05}");
        write(&root.join(&name).join("kaart.yaml"), &card(number, &format!("dossiernummer: {name}\n")));
    }
}
