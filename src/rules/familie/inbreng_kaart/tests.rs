//! The edges of the rules about the case itself.

use super::*;
use crate::model::{Advies, Bespreking, Casus, Lijst, Regio};
use crate::rules::familie::trial::{card, found, found_in, path, paths};
use crate::store::{Meeting, Team};
use crate::tafel::Tafel;

fn with_people(people: &str) -> Regio {
    let text = include_str!("../../../store/west-brabant-west.yaml").to_owned() + people;
    crate::yaml::parse(text.as_bytes()).unwrap().read().0.unwrap()
}

#[test]
fn a_case_comes_in_through_a_colleague_of_the_own_organisation() {
    let own = "inbrenger: {organisatie: Gemeente Roosendaal, via: bram  looijmans}";
    assert_eq!(paths("INB09", "soort: nieuw"), ["inbrenger.via"]);
    assert_eq!(paths("INB09", "inbrenger: {organisatie: Roosendaal}"), ["inbrenger.via"]);
    assert_eq!(paths("INB09", "inbrenger: {via: Bram Looijmans}"), ["inbrenger.organisatie"]);
    assert!(paths("INB09", own).is_empty());
    let through = |people: &str| found_in("INB09", own, &with_people(people), None).len();
    assert_eq!(through("personen: [{naam: Bram Looijmans, organisatie: Roosendaal, rol: cvc}]"), 0);
    assert_eq!(through("personen: [{naam: Iemand Anders, organisatie: Roosendaal}]"), 1);
    // Nobody of the own organisation is listed: a name will do.
    assert_eq!(through("personen: [{naam: Wilma Kools, organisatie: Moerdijk}]"), 0);
    // The same organisation under another name.
    let vt = "inbrenger: {organisatie: VT, via: Rachid Amrani}";
    let people = with_people("personen: [{naam: Rachid Amrani, organisatie: Veilig Thuis}]");
    assert!(found_in("INB09", vt, &people, None).is_empty());
}

#[test]
fn kind_and_earlier_meeting_agree() {
    assert_eq!(paths("INB10", "{soort: nieuw, eerder: 2026-01-15}"), ["soort"]);
    assert_eq!(paths("INB10", "{soort: vervolg}"), ["eerder"]);
    assert_eq!(paths("INB10", "{soort: monitor, eerder: null}"), ["eerder"]);
    for good in ["{soort: nieuw}", "{soort: afsluiten_maatregel}", "{soort: monitor, eerder: 2026-01-15}", "{}"] {
        assert!(paths("INB10", good).is_empty(), "{good}");
    }
}

#[test]
fn the_folder_may_know_an_earlier_discussion() {
    let casus = Casus::read("7k3f-9qxr").unwrap();
    let found_on = |text: &str, day: &str| {
        let mut team = Team::default();
        let before = team.meetings.entry("2026-01-15".parse().unwrap()).or_default();
        let advies = Advies { tekst: Some("Ga zo door.".to_owned()), ..Advies::default() };
        let held = Bespreking { advies: Some(advies), ..Bespreking::default() };
        before.cases.entry(casus).or_default().bespreking = Some(held);
        let mut meeting = Meeting::default();
        meeting.cases.entry(casus).or_default().kaart = Some(card(text));
        let (day, tafel) = (day.parse().unwrap(), Tafel::default());
        let view = MeetingView { day, team: &team, meeting: &meeting, tafel: &tafel, held: false };
        let mut out = Vec::new();
        inb10_by_folder(&view, &mut Findings::new(&INB10, "", &mut out));
        out.iter().map(|finding| format!("{}: {}", finding.file, path(finding))).collect::<Vec<_>>()
    };
    let said = ["vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml: soort"];
    assert_eq!(found_on("soort: nieuw", "2026-03-12"), said);
    // The discussion of this very meeting is no earlier one; with `eerder` the card says it itself.
    assert!(found_on("soort: nieuw", "2026-01-15").is_empty());
    assert!(found_on("{soort: nieuw, eerder: 2026-01-15}", "2026-03-12").is_empty());
    assert!(found_on("soort: vervolg", "2026-03-12").is_empty());
}

#[test]
fn an_organisation_is_known_under_each_of_its_names() {
    let by = |name: &str| paths("INB11", &format!("inbrenger: {{organisatie: {name}}}"));
    assert_eq!(by("Stichting Samenloop"), ["inbrenger.organisatie"]);
    for known in ["Roosendaal", "gemeente Roosendaal", "JBB", "Veilig Thuis", "' '"] {
        assert!(by(known).is_empty(), "{known}");
    }
}

#[test]
fn at_least_one_ground() {
    for card in ["soort: nieuw", "aanleiding: geen", "aanleiding:"] {
        assert_eq!(paths("INB12", card), ["aanleiding"], "{card}");
    }
    assert!(paths("INB12", "aanleiding: [veiligheid_behouden]").is_empty());
}

#[test]
fn another_spelling_of_a_municipality_gets_a_hint() {
    assert!(paths("INB13", "gemeente: gemeente roosendaal").is_empty());
    assert!(paths("INB13", "soort: nieuw").is_empty());
    let misspelled = found("INB13", "gemeente: Woensdracht");
    assert_eq!(misspelled[0].mend, "Schrijf bij `gemeente`: Woensdrecht.");
    let foreign = found("INB13", "gemeente: Breda");
    assert!(foreign[0].mend.ends_with("Steenbergen, Woensdrecht en Zundert."));
    assert!(!foreign[0].message.contains("Breda") && !foreign[0].mend.contains("Breda"));
}

#[test]
fn a_region_that_is_not_whole_accuses_no_card() {
    let card = "gemeente: Breda\ninbrenger: {organisatie: Stichting Samenloop}";
    let without = |what: &str| {
        let text = include_str!("../../../store/west-brabant-west.yaml");
        let doc = crate::yaml::parse(text.as_bytes()).unwrap();
        let mut regio: Regio = doc.read().0.unwrap();
        match what {
            "gemeenten" => regio.gemeenten = Lijst::default(),
            _ => regio.organisaties = Lijst::default(),
        }
        let found = |rule| found_in(rule, card, &regio, None).len();
        (found("INB11"), found("INB13"))
    };
    assert_eq!(without("gemeenten"), (0, 0));
    assert_eq!(without("organisaties"), (0, 1));
}

#[test]
fn a_casusregisseur_has_a_name_and_a_beginning() {
    let label = |card: &str| found("INB14", card).first().map(|finding| (path(finding), finding.label.clone()));
    assert_eq!(label("soort: nieuw"), Some(("casusregisseur.naam".into(), None)));
    let both = label("casusregisseur: {organisatie: Roosendaal}").unwrap();
    assert_eq!(both.1.as_deref(), Some("hier ontbreken `naam` en `sinds`"));
    assert_eq!(paths("INB14", "casusregisseur: {naam: Anke Wouters}"), ["casusregisseur.sinds"]);
    assert_eq!(paths("INB14", "casusregisseur: {sinds: 2025-11}"), ["casusregisseur.naam"]);
    assert!(paths("INB14", "casusregisseur: {naam: Anke Wouters, sinds: 2025-11}").is_empty());
}
