//! The good trees with the dossier of a GI beside that of a municipality, and the commands with
//! which a case goes from one to the other.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use crate::transcript::{Place, Ran};

pub const CARD: &str = "dossier/RSD-2026-00412/kaart.yaml";
pub const LINK: &str = "dossier/RSD-2026-00412/koppeling.yaml";
pub const GI_CARD: &str = "gi/GI-77/kaart.yaml";
pub const GI_LINK: &str = "gi/GI-77/koppeling.yaml";
pub const CASE: &str = "teammap/vergaderingen/2026-03-12/7k3f-9qxr";
pub const CASUS: &str = "7k3f-9qxr";
pub const NOW: &str = "2026-04-01T10:00:00+02:00";

/// The good trees with a card without labels of the author, and the dossier of a GI.
pub fn place() -> Place {
    let place = Place::good();
    let text = place.read(CARD).replace("Kind 1", "Daan");
    place.write(CARD, text.as_bytes());
    place.write(
        "gi/dossier.yaml",
        b"versie: 1\norganisatie: Jeugdbescherming Brabant\nnaam: Femke de Rooij\nvia: Hans Verstraten\nteam: ../teammap\n",
    );
    place
}

/// The words of a command; those between quotes are one.
pub fn words(line: &str) -> Vec<&str> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(nth, part)| if nth % 2 == 1 { vec![part] } else { part.split_whitespace().collect() })
        .skip(1)
        .collect()
}

pub fn at(place: &Place, moment: &str, line: &str) -> Ran {
    place.at(moment, &words(line), "")
}

pub fn show(place: &Place, line: &str) -> String {
    at(place, NOW, line).show(line)
}

pub fn done(place: &Place, moment: &str, line: &str) -> Ran {
    let ran = at(place, moment, line);
    assert_eq!(ran.status, 0, "{line}\n{}{}", ran.stdout, ran.stderr);
    ran
}

pub const HAND_OVER: &str = "vt overdracht dossier/RSD-2026-00412 --aan \"Femke de Rooij, Jeugdbescherming Brabant\" --datum \
                         2026-03-31 --met moeder,kind1 --blijft-aangehaakt ja";
pub const TAKE_OVER: &str = "vt --dossier gi nieuw GI-77 --van post.yaml --casus 7k3f-9qxr";
