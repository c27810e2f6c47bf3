//! What is asked on a terminal.

use super::*;
use crate::cli::prompt::Script;
use crate::store::Zone;
use crate::yaml::parse;
use std::path::PathBuf;

const CARD: &str = "versie: 1\ndossiernummer: RSD-1\ncasusregisseur: {naam: Anke Wouters, organisatie: Gemeente Roosendaal}\n\
                    gezin: {leden: [{wie: kind1}, {wie: moeder}]}\n";

fn asked() -> args::Overdracht {
    args::Overdracht {
        kaart: PathBuf::from("RSD-1"),
        aan: None,
        datum: None,
        met: None,
        reden: None,
        blijft_aangehaakt: None,
        droog: false,
    }
}

/// What comes of the questions with these answers, and what was asked.
fn answered(asked: &args::Overdracht, answers: &[&'static str]) -> (Overdracht, Vec<String>) {
    let root = Root { zone: Zone::Dossier, path: PathBuf::from("nergens") };
    let own = Own { root: root.clone(), nummer: crate::model::Dossiernummer::read("RSD-1").unwrap(), koppeling: None };
    let card = parse(CARD.as_bytes()).unwrap().read().0.unwrap();
    let source = Source { path: PathBuf::from("nergens"), card, dossier: None };
    let context = Context::test(".".as_ref(), "2026-03-04T10:00:00+01:00");
    let mut script = Script::new(answers);
    let over = questions(asked, &source, &own, &context, Some(&mut script)).unwrap();
    assert!(script.answers.is_empty(), "an answer too many");
    (over, script.asked)
}

#[test]
fn the_handbook_s_questions_are_asked_in_its_order() {
    let answers =
        ["Femke", " Femke de Rooij ,Jeugdbescherming Brabant", "ooit", "5 maart", "", "Kim", "Moeder, kind1", "ja"];
    let (over, said) = answered(&asked(), &answers);
    assert_eq!(over.aan.beide(), "Femke de Rooij, Jeugdbescherming Brabant");
    assert_eq!(over.van.beide(), "Anke Wouters, Gemeente Roosendaal");
    assert_eq!(over.datum.to_string(), "2026-03-04");
    assert_eq!(over.aanwezig, ["moeder", "kind1"]);
    assert_eq!((over.reden, over.blijft_aangehaakt.as_str()), (None, "ja"));
    assert_eq!(
        said,
        [
            "Wie is de nieuwe casusregisseur? (naam, organisatie)",
            "Typ een naam en een organisatie, met een komma ertussen.\n",
            "Wie is de nieuwe casusregisseur? (naam, organisatie)",
            "Wanneer was de overdracht? (Enter: vandaag)",
            "Schrijf de dag, zoals 4-3-2026, 4 maart of gisteren.\n",
            "Wanneer was de overdracht? (Enter: vandaag)",
            "Die dag komt nog. Geef deze opdracht als de overdracht geweest is.\n",
            "Wanneer was de overdracht? (Enter: vandaag)",
            "Wie van het gezin was erbij? (kind1, moeder; Enter: niemand)",
            "Typ wie het was zoals het tussen de haakjes staat, met een komma ertussen.\n",
            "Wie van het gezin was erbij? (kind1, moeder; Enter: niemand)",
            "Blijft de vorige casusregisseur betrokken, om het gezin weer te kunnen opvangen? (ja/nee)",
        ]
    );
}

#[test]
fn when_nobody_was_there_the_reason_is_asked_and_flags_answer_before() {
    let given = args::Overdracht {
        aan: Some("Lotte Maas, Gemeente Roosendaal".to_owned()),
        datum: "2026-03-02".parse().ok(),
        ..asked()
    };
    let (over, said) = answered(&given, &["", "", "Zij zijn op reis.", "nee"]);
    assert!(over.aanwezig.is_empty() && said.len() == 4, "{said:?}");
    assert_eq!((over.reden.as_deref(), over.blijft_aangehaakt.as_str()), (Some("Zij zijn op reis."), "nee"));
}
