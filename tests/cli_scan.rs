//! `vt scan`: a text, a card, standard input; what is shown and what never is.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use serde_json::Value;
use transcript::{Place, Ran};

const TEXT: &str = "Juf Ingeborg belde.\nHij woont aan de Korstmosweg 12\nin Halsteren.\n";

#[test]
fn a_text_piped_shows_kind_and_place_and_no_words() {
    let place = Place::with(&[("verslag.txt", TEXT)]);
    assert_snapshot!(place.show("vt scan verslag.txt"), @r"
    $ vt scan verslag.txt
    zeker[persoon]: regel 1, kolom 5: een naam na een aanspreekvorm zoals 'mevrouw'
      of 'juf'
    zeker[adres]: regel 2, kolom 18: een straatnaam met een huisnummer
    twijfel[plaats]: regel 3, kolom 4: een plaats uit de lijst
    3 vondsten: 2 zeker, 1 twijfel; lees zelf nog eens na wat vt miste
    status 0
    ");
}

#[test]
fn json_counts_characters_and_holds_no_words() {
    let place = Place::with(&[("verslag.txt", "Zoë en 😀 juf Ingeborg.\n")]);
    let ran = place.run("vt scan verslag.txt --formaat json");
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let last = json["vondsten"].as_array().unwrap().last().unwrap();
    assert_eq!((last["start"].as_u64(), last["eind"].as_u64(), last["kolom"].as_u64()), (Some(13), Some(21), Some(14)));
    assert!(!ran.stdout.contains("Ingeborg") && ran.status == 0, "{}", ran.stdout);
}

#[test]
fn a_card_is_read_decoded_with_its_own_family() {
    let card = "versie: 1\ngezin:\n  leden:\n    - {wie: kind1, roepnaam: Daan}\n# Daan in een opmerking\nhulpvraag: \"Rust voor D\\u0061an en hulp\"\n";
    let place = Place::with(&[("kaart.yaml", card)]);
    let ran = place.run("vt scan kaart.yaml --formaat json");
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let lines: Vec<_> = json["vondsten"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| {
            (hit["regelnummer"].as_u64().unwrap(), hit["eind"].as_u64().unwrap() - hit["start"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(lines, [(5, 4), (6, 9)]);
}

#[test]
fn standard_input_and_nothing_found() {
    let place = Place::with(&[]);
    let mut command = place.command("vt scan");
    command.write_stdin("Het ging beter deze week.\n");
    assert_eq!(Ran::of(command).stdout, "vt vond niets; lees zelf nog eens na\n");
}

#[test]
fn what_cannot_be_read() {
    let place = Place::with(&[]);
    place.write("beeld.docx", b"PK\x03\x04\xff\xfe");
    assert_snapshot!(place.show("vt scan beeld.docx"), @r"
    $ vt scan beeld.docx
    stderr: Dat lukt nog niet: dit is geen tekst die vt kan lezen.
    stderr:   Oorzaak  vt leest gewone tekst in UTF-8; een document van een tekstverwerker
    stderr:            is dat niet.
    stderr:   Probeer  Bewaar het als gewone tekst, of plak de tekst op stdin.
    status 2
    ");
    assert_snapshot!(place.show("vt scan weg.txt"), @r"
    $ vt scan weg.txt
    stderr: Dat lukt nog niet: dit bestand is er niet.
    stderr:   Probeer  Kijk of je in de goede map staat en of de naam klopt.
    status 2
    ");
}
