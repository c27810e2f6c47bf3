//! Cards as people write them: what is not asked for stays as it was.

use super::*;
use crate::model::Veiligheidskaart;

fn one(naam: &str, organisatie: &str) -> Professional {
    Professional { naam: naam.to_owned(), organisatie: organisatie.to_owned() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn over(reden: Option<&str>) -> Overdracht {
    Overdracht {
        aan: one("Femke de Rooij", "Jeugdbescherming Brabant"),
        van: one("Anke Wouters", "Gemeente Roosendaal"),
        datum: day("2026-03-31"),
        aanwezig: reden.map_or_else(|| vec!["moeder".to_owned()], |_| Vec::new()),
        reden: reden.map(ToOwned::to_owned),
        blijft_aangehaakt: "ja".to_owned(),
    }
}

fn card(text: &str) -> Veiligheidskaart {
    parse(text.as_bytes()).unwrap().read().0.unwrap()
}

fn handed(text: &str, reden: Option<&str>) -> String {
    handed_over(text, &card(text), &over(reden), day("2026-04-01")).unwrap()
}

#[test]
fn a_card_that_says_little_gets_the_keys() {
    assert_eq!(
        handed("versie: 1\nsoort: nieuw # eerst\noverdracht:\n", None),
        "versie: 1\nsoort: nieuw # eerst\noverdracht: {van: Gemeente Roosendaal, aan: Jeugdbescherming Brabant, datum: \
         2026-03-31, aanwezig: [moeder], blijft_aangehaakt: ja}\ncasusregisseur: {naam: Femke de Rooij, organisatie: \
         Jeugdbescherming Brabant, sinds: 2026-03-31}\nbijgewerkt: 2026-04-01\n"
    );
}

#[test]
fn an_earlier_handover_gives_way_and_comments_and_line_ends_stay() {
    let text = "versie: 1\r\nbijgewerkt: 2026-04-02 # door ons\r\ncasusregisseur:\r\n  naam: Anke Wouters # tot nu\r\n  \
                organisatie: Gemeente Roosendaal\r\noverdracht:\r\n  # van vorig jaar\r\n  van: Gemeente Rucphen\r\n  \
                aan: Gemeente Roosendaal\r\n  reden_zonder_gezin: Zij waren op reis.\r\n";
    let with = handed(text, None);
    assert!(!with.replace("\r\n", "").contains('\n'), "{with}");
    for kept in
        ["2026-04-02 # door ons", "naam: Femke de Rooij # tot nu", "# van vorig jaar", "reden_zonder_gezin: null"]
    {
        assert!(with.contains(kept), "{kept} in {with}");
    }
    // Once more is the same: who handed over is not who has it now.
    assert_eq!(handed(&with, None), with);
    let reason = handed(&with, Some("Zij zijn verhuisd."));
    assert!(reason.contains("van: Gemeente Roosendaal") && reason.contains("reden_zonder_gezin: Zij zijn verhuisd."));
    assert!(reason.contains("aanwezig: []"), "{reason}");
}

#[test]
fn whoever_takes_over_stands_on_the_card_and_keeps_their_own_day() {
    let nummer = Dossiernummer::read("GI-77").unwrap();
    let to = |via: Option<&str>| Overnemer {
        wie: one("Femke de Rooij", "jeugdbescherming  Brabant"),
        via: via.map(ToOwned::to_owned),
        sinds: day("2026-04-01"),
    };
    let text =
        handed("versie: 1\ninbrenger: {naam: Anke Wouters, organisatie: Gemeente Roosendaal, via: Bram}\n", None);
    let with = taken_over(&text, &card(&text), &nummer, &to(None), day("2026-04-01")).unwrap();
    assert!(with.contains("sinds: 2026-03-31") && with.contains("dossiernummer: GI-77"), "{with}");
    assert!(with.contains("via: null"), "{with}");
    // Nobody handed it over in so many words.
    let text = "versie: 1\ncasusregisseur: {naam: Anke Wouters}\n";
    let with = taken_over(text, &card(text), &nummer, &to(Some("Hans")), day("2026-04-01")).unwrap();
    assert!(with.contains("sinds: 2026-04-01") && with.contains("via: Hans"), "{with}");
}

#[test]
fn a_card_that_can_t_be_edited_is_refused() {
    let text = "versie: 1\noverdracht: {van: a, van: b}\n";
    let value = parse(text.as_bytes()).unwrap().read().0.unwrap_or_default();
    assert_eq!(handed_over(text, &value, &over(None), day("2026-04-01")).err(), Some(Refused::Broken));
}
