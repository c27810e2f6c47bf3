//! What in a file of the team's folder may name a family and was not judged.

#![allow(clippy::unwrap_used, reason = "a test that can't read its own text must stop")]

use vt::model::{Regio, named_path};
use vt::pseudo::{Known, Stopped, TeamScan, gate_edited, unjudged};
use vt::store::default_regio;
use vt::yaml::parse;

/// The words that are left to judge.
fn left<'t>(text: &'t str, known: &[Known]) -> Vec<&'t str> {
    let regio: Regio = default_regio();
    unjudged(text, true, &regio, known).into_iter().map(|hit| &text[hit.bytes]).collect()
}

fn daan() -> Vec<Known> {
    vec![Known { voornaam: Some("Daan".into()), achternaam: Some("Verhagen".into()), ..Known::default() }]
}

const HEAD: &str = "versie: 1\ncasus: 7k3f-9qxr\ningebracht: {op: 2026-03-04T10:12:00+01:00, door: Anke Wouters}\n\
    gemeente: Roosendaal\ninbrenger: {naam: Anke Wouters, organisatie: Gemeente Roosendaal, via: Bram Looijmans}\n";

#[test]
fn a_name_is_found_wherever_it_stands() {
    for rest in [
        "hulpvraag: Met Daan Verhagen gaat het goed.\n",
        "hulpvraag: |\n  Met Daan\n  Verhagen gaat het goed.\n",
        "hulpvraag: \"Met D\\u0061an Verhagen.\"\n",
        "stem: [{wie: kind1, woorden: Ik ben Daan Verhagen.}]\n",
        "gezin: {leden: [{wie: Daan Verhagen, rol: jeugdige}]}\n",
        "gezin: {leden: [{wie: kind1, gemeente: bij Daan Verhagen}]}\n",
        "verantwoording: [{regel: INB03, reden: Met Daan Verhagen is gesproken.}]\n",
        "hulpvraag: x # over Daan Verhagen\n",
        "# Daan Verhagen\nhulpvraag: x\n",
        "Daan Verhagen: x\n",
        "hulpvraag: x\nhulpvraag: Daan Verhagen\n",
        "soort: Daan Verhagen\n",
        "bijgewerkt: Daan Verhagen\n",
        "hulp_tot_nu_toe: [{wat: hulp, door: Daan Verhagen}]\n",
    ] {
        for known in [Vec::new(), daan()] {
            let text = format!("{HEAD}{rest}");
            let found = left(&text, &known).join(" ");
            assert!(found.contains("Verhagen") && found.contains("an"), "{rest}: {found}");
        }
    }
}

#[test]
fn professionals_stay_and_their_fixed_forms_do_not() {
    assert_eq!(left(&format!("{HEAD}hulpvraag: Anke Wouters van Veilig Thuis belt.\n"), &[]), Vec::<&str>::new());
    let text =
        "versie: 1\nbesluit: agenderen\ndatum: 2026-03-06\ndoor: Marit van Oers\nreden: Marit van Oers besloot.\n";
    assert_eq!(left(text, &[]), Vec::<&str>::new());
    assert_eq!(left("versie: 1\ndoor: Marit van Oers 06-12345678\n", &[]), ["06-12345678"]);
    let text = "versie: 1\nafspraken: [{nr: 1, wat: bellen, wie: Joost Vermeulen, wanneer: 2026-02-01}]\n";
    assert_eq!(left(text, &[]), Vec::<&str>::new());
    let text =
        "versie: 1\npersonen: [{naam: Anke Wouters, organisatie: Roosendaal, email: a.wouters@roosendaal.example}]\n";
    assert_eq!(left(text, &[]), Vec::<&str>::new());
    let text = "versie: 1\nvergaderpatroon: {locatie: a.wouters@roosendaal.example}\n";
    assert_eq!(left(text, &[]).len(), 1);
}

const ROOS: &str = "Zij vroegen Roos Janssen mee.";

#[test]
fn what_was_judged_is_pinned_to_field_and_words() {
    let with = |field: &str, tekst: &str, place: &str| {
        format!(
            "{HEAD}onveiligheid:\n  - nr: 2\n    wat: {field}\nblijft_staan:\n  - {{tekst: {tekst}, in: '{place}', reden: professional}}\n"
        )
    };
    assert_eq!(left(&with(ROOS, "Roos Janssen", "onveiligheid[2].wat"), &[]), Vec::<&str>::new());
    assert_eq!(left(&with(ROOS, "roos  JANSSEN", "onveiligheid[2].wat"), &[]), Vec::<&str>::new());
    // Another field, a part of the words, or words that are gone: nothing is covered.
    assert_eq!(left(&with(ROOS, "Roos Janssen", "hulpvraag"), &[]), ["Roos Janssen", "Roos Janssen"]);
    assert_eq!(left(&with(ROOS, "Roos Janssen", "onveiligheid[0].wat"), &[]), ["Roos Janssen", "Roos Janssen"]);
    assert_eq!(left(&with(ROOS, "Roos", "onveiligheid[2].wat"), &[]), ["Roos Janssen"]);
    assert_eq!(left(&with("Het is rustig.", "Roos Janssen", "onveiligheid[2].wat"), &[]), ["Roos Janssen"]);
}

#[test]
fn a_judgement_goes_by_the_role_of_an_item() {
    let text = format!(
        "{HEAD}stem:\n  - {{wie: moeder, woorden: Zij vroegen Roos Janssen mee.}}\n  - {{wie: kind1, woorden: Zij vroegen Roos Janssen mee.}}\n\
         blijft_staan: [{{tekst: Roos Janssen, in: 'stem[kind1].woorden', reden: professional}}]\n"
    );
    let regio = default_regio();
    let doc = parse(text.as_bytes()).unwrap();
    let found = TeamScan::new(&regio, &[]).unjudged(&doc, &text);
    let paths: Vec<String> = found.iter().map(|found| named_path(&doc, found.node.unwrap()).to_string()).collect();
    assert_eq!(paths, ["stem[moeder].woorden"]);
}

#[test]
fn a_text_that_is_no_yaml_is_searched_whole() {
    assert_eq!(left("- [ Daan Verhagen\n", &[]), ["Daan Verhagen"]);
    let regio = default_regio();
    assert_eq!(unjudged("Notulen: Daan Verhagen kwam.", false, &regio, &[]).len(), 1);
}

#[test]
fn an_edited_file_passes_as_it_stands_or_not_at_all() {
    let regio = default_regio();
    let clean =
        "# van de voorzitter\nversie: 1\nmomenten:\n  - {soort: training, datum: 2027-03-03}   # nog zonder titel\n";
    let passed = gate_edited(clean.to_owned(), &regio).map_err(|_| ()).unwrap();
    assert_eq!(passed.as_ref(), clean.as_bytes());
    let places = |text: String| match gate_edited(text, &regio) {
        Err(Stopped::Found(found)) => found.iter().map(|(path, _)| path.to_string()).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    assert_eq!(places(clean.replace("nog zonder titel", "bel 06-12345678")), [""]);
    let titled = clean.replace("2027-03-03}", "2027-03-03, titel: Met Daan Verhagen}");
    assert_eq!(places(titled.clone()), ["momenten[0].titel"]);
    let judged = "blijft_staan:\n  - {tekst: Daan Verhagen, in: 'momenten[0].titel', reden: professional}\n";
    assert_eq!(places(titled + judged), [""; 0]);
    assert!(matches!(gate_edited("momenten: [".to_owned(), &regio), Err(Stopped::Unwritable)));
}
