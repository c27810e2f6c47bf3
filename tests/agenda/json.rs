//! The JSON of §7a of the design: every key, in that order; more may follow.

use super::AGENDEREN;
use super::world::{A, B, C, D, DAY, World};
use serde_json::Value;

/// The keys of an object in the order in which they are written: `serde_json` sorts them,
/// so the text is read.
fn keys_in_text(text: &str, indent: usize) -> Vec<&str> {
    let start = format!("{}\"", " ".repeat(indent));
    let keys = text.lines().filter_map(|line| line.strip_prefix(&start)).filter_map(|line| line.split_once("\":"));
    keys.map(|(key, _)| key).collect()
}

/// The text of the first item of a list at this indent.
fn first_item<'a>(text: &'a str, list: &str, indent: usize) -> &'a str {
    let pad = " ".repeat(indent);
    let start = text.find(&format!("{pad}\"{list}\": [\n")).unwrap_or_else(|| panic!("no {list}"));
    let rest = &text[start..];
    &rest[..rest.find(&format!("\n{pad}  }}")).unwrap()]
}

fn object<'a>(text: &'a str, key: &str, indent: usize) -> &'a str {
    let pad = " ".repeat(indent);
    let start = text.find(&format!("{pad}\"{key}\": {{\n")).unwrap_or_else(|| panic!("no {key}"));
    let rest = &text[start..];
    &rest[..rest.find(&format!("\n{pad}}}")).unwrap()]
}

/// These keys first, in this order among themselves.
fn assert_keys(found: &[&str], wanted: &[&str]) {
    assert_eq!(&found[..wanted.len().min(found.len())], wanted);
}

const ROOT: [&str; 20] = [
    "versie",
    "regio",
    "vergadering",
    "staat",
    "begin",
    "eind",
    "locatie",
    "aan_tafel",
    "niet_bezet",
    "lege_stoelen",
    "botsingen",
    "verzonden",
    "minimum",
    "openstaand",
    "zaken",
    "te_veel_minuten",
    "kan_verschuiven",
    "niet_besproken",
    "te_besluiten",
    "pauzes",
];

fn full() -> World {
    let back = "soort: vervolg\neerder: 2026-01-15\nverloop: Beter.\nverantwoording: [{regel: KRT05, reden: Volgt.}]\nhulpvraag: null\nexperts: [{expertise: GGZ, reden: Weet wat helpt.}]";
    World::new()
        .regio("personen: [{naam: Ria, organisatie: Zi2T, rol: voorzitter}, {naam: Bram Looijmans, organisatie: Roosendaal, rol: cvc}]")
        .meeting("afgemeld: [{rol: cvc, organisatie: Rucphen}, {rol: gedragswetenschapper, organisatie: SPRING}]")
        .card(DAY, A, back)
        .card("2026-01-15", A, "")
        .case(
            "2026-01-15",
            A,
            "bespreking",
            "advies: {soort: voortzetten, uitkomst: eensluidend, tekst: Ga door.}\nweging: [{organisatie: VT, cijfer: '3,5'}, {organisatie: Rucphen, cijfer: geen}]\nafspraken: [{nr: 1, wat: Bellen, wie: Anke, wanneer: 2026-02}]",
        )
        .card(DAY, B, "ingebracht: {op: 2026-03-07T10:00:00+01:00}")
        .card(DAY, C, "inbrenger: {naam: Ria, organisatie: Zi2T, via: Ria}")
        .case(DAY, C, "besluit", AGENDEREN)
        .card(DAY, D, "")
        .case(DAY, D, "besluit", "besluit: uitstellen\ndatum: 2026-03-05\ndoor: Ria\nnaar: 2026-03-19\nreden: Vol.")
        .file(&format!("vergaderingen/{DAY}/verzonden.yaml"), "versie: 1\nop: 2026-03-06T15:00:00+01:00\naan: [VT]\nkaarten: {2kt7-hptm: aa}\n")
}

#[test]
fn every_key_stands_there_in_the_order_of_the_design() {
    let (_, text, _) = full().vt(&["agenda", DAY, "--formaat", "json"]);
    assert_keys(&keys_in_text(&text, 2), &ROOT);
    let item = |list| keys_in_text(first_item(&text, list, 2), 6);
    assert_keys(
        &item("aan_tafel"),
        &["rol", "organisatie", "naam", "voor", "redenen", "vervangt", "voorlopig", "expertise", "reden"],
    );
    assert_keys(&item("niet_bezet"), &["rol", "groep", "organisatie", "voor", "waarom"]);
    assert_keys(&item("botsingen"), &["regel", "boodschap"]);
    assert_keys(&item("openstaand"), &["casus", "van", "nr", "wat", "wie", "wanneer", "te_laat", "stand"]);
    let zaak = [
        "casus",
        "van",
        "tot",
        "staat",
        "soort",
        "spoed",
        "gemeente",
        "inbrenger",
        "organisatie",
        "aanleiding",
        "vraag",
        "regels",
        "telling",
        "beantwoord",
        "advies_vooraf",
        "ondanks",
        "past",
        "eerder",
    ];
    assert_keys(&item("zaken"), &zaak);
    let buiten = [
        "casus",
        "waarom",
        "dagen",
        "regels",
        "reden",
        "naar",
        "soort",
        "gemeente",
        "inbrenger",
        "organisatie",
        "via",
        "uiterste_dag",
        "spoed",
        "door",
    ];
    assert_keys(&item("niet_besproken"), &buiten);
    assert_keys(&keys_in_text(object(&text, "verzonden", 2), 4), &["op", "aan", "gewijzigd"]);
    assert_keys(&keys_in_text(object(&text, "minimum", 2), 4), &["gehaald", "eisen"]);
    assert_keys(&keys_in_text(object(&text, "eerder", 6), 8), &["vergadering", "weging", "advies", "afspraken"]);
    assert_keys(&keys_in_text(object(&text, "telling", 6), 8), &["fout", "waarschuwing"]);
}

#[test]
fn the_values_are_those_of_the_files() {
    let json = full().json();
    assert_eq!(json["versie"], 1);
    assert_eq!((&json["begin"], &json["eind"]), (&Value::from("09:00"), &Value::from("12:00")));
    assert_eq!(json["staat"], "verzonden");
    assert_eq!(json["verzonden"]["gewijzigd"], serde_json::json!([C]));
    assert_eq!(json["verzonden"]["niet_verstuurd"], serde_json::json!([A]));
    assert_eq!(json["verzonden"]["op"], "2026-03-06T15:00:00+01:00");
    assert_eq!(json["botsingen"][0]["regel"], "VRG10");
    assert_eq!(json["te_besluiten"], serde_json::json!([A, B]));
    let expected = serde_json::json!({"rol": "cvc", "groep": "klein", "organisatie": "Rucphen", "voor": null, "waarom": "afwezig"});
    assert_eq!(json["niet_bezet"][0], expected);
    assert_eq!(
        json["aan_tafel"][1]["vervangt"],
        serde_json::json!({"rol": "gedragswetenschapper", "organisatie": "SPRING"})
    );
    assert_eq!(json["aan_tafel"][1]["redenen"], serde_json::json!(["vervanging"]));
    let zaken: Vec<&str> =
        json["zaken"].as_array().unwrap().iter().map(|zaak| zaak["casus"].as_str().unwrap()).collect();
    assert_eq!(zaken, [C, A]);
    let zaak = &json["zaken"][1];
    assert_eq!(zaak["beantwoord"], serde_json::json!([{"regel": "KRT05", "reden": "Volgt."}]));
    assert_eq!(zaak["eerder"]["weging"][0], serde_json::json!({"organisatie": "Veilig Thuis", "cijfer": 3.5}));
    assert_eq!(zaak["eerder"]["weging"][1]["cijfer"], "geen");
    assert_eq!(json["openstaand"][0]["wanneer"], "2026-02");
    assert_eq!(json["openstaand"][0]["te_laat"], true);
    let outside = json["niet_besproken"].as_array().unwrap();
    assert_eq!((&outside[1]["waarom"], &outside[1]["naar"]), (&Value::from("uitgesteld"), &Value::from("2026-03-19")));
    assert_eq!((&outside[0]["waarom"], &outside[0]["dagen"]), (&Value::from("te_laat"), &Value::from(2)));
    assert_eq!(
        (&outside[0]["uiterste_dag"], &outside[0]["via"]),
        (&Value::from("2026-03-05"), &Value::from("Bram Looijmans"))
    );
}

#[test]
fn an_empty_meeting_has_every_key_too() {
    let (status, text, _) = World::new().vt(&["agenda", DAY, "--formaat", "json"]);
    assert_eq!(status, 0);
    assert_keys(&keys_in_text(&text, 2), &ROOT);
    let json: Value = serde_json::from_str(&text).unwrap();
    for list in ["niet_bezet", "botsingen", "openstaand", "zaken", "niet_besproken", "te_besluiten"] {
        assert_eq!(json[list], serde_json::json!([]), "{list}");
    }
    assert_eq!(json["verzonden"], Value::Null);
    assert_eq!(json["staat"], "besloten");
    assert_eq!((&json["te_veel_minuten"], &json["kan_verschuiven"]), (&Value::from(0), &Value::Null));
}
