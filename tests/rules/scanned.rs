//! The scanner over the team's folder: every file, every name, and what was judged.

use crate::common::{DOSSIERKAART, Good, TEAMKAART, all_shown, keys_of, shown};
use std::path::Path;
use vt::rules::{Finding, Options, Report, Scope, check_lone, check_tree};
use vt::store::{Root, Zone};

/// Where PSE02 found something: file and line.
fn places(report: &Report) -> Vec<String> {
    let own = report.findings.iter().filter(|finding| finding.rule.id == "PSE02");
    let place = |finding: &Finding| match &finding.spot {
        Some(spot) => format!("{}:{}", finding.file, spot.line),
        None => finding.file.clone(),
    };
    own.map(place).collect()
}

#[test]
fn the_examples_and_what_vt_itself_writes_name_nobody() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = Root { zone: Zone::Team, path: manifest.join("examples/west-brabant-west") };
    let options = Options { today: crate::common::today(), past_too: true, scope: Scope::All, meeting: None };
    let report = check_tree(&example, &options);
    let found: Vec<String> = report.findings.iter().filter(|finding| finding.rule.id == "PSE02").map(shown).collect();
    assert_eq!(found, Vec::<String>::new(), "{:?}", places(&report));
    // Rare facts are rare: no more than one card in ten.
    let cards = report.findings.iter().filter(|finding| finding.rule.id == "PSE03").count();
    assert!(cards <= 2, "{cards}");
    let good = Good::new();
    for (file, own) in [("LEESMIJ.md", "LEESMIJ.md"), (".gitignore", "gitignore"), (".gitattributes", "gitattributes")]
    {
        let text = std::fs::read_to_string(manifest.join("src/work/teammap").join(own)).unwrap();
        good.write(Zone::Team, file, &text);
    }
    assert_eq!(all_shown(&good.check(Zone::Team)), Vec::<String>::new());
}

#[test]
fn every_file_is_searched_whatever_its_name() {
    for file in [
        "LEESMIJ.md",
        ".gitignore",
        ".github/workflows/check.yml",
        "notulen.txt",
        "vergaderingen/2026-03-12/notitie.txt",
        "vergaderingen/2026-03-12/7k3f-9qxr/kaart (1).yaml",
        "vergaderingen/2026-03-12/7k3f-9qxr/.bespreking.concept.yaml",
        "rooster/oud.yaml",
    ] {
        let good = Good::new();
        good.write(Zone::Team, file, "versie: 1\n# Gesproken met Daan Verhagen, 06-12345678.\n");
        assert_eq!(places(&good.check(Zone::Team)), [format!("{file}:2")], "{file}");
    }
    let good = Good::new();
    good.write(Zone::Team, ".git/COMMIT_EDITMSG", "Daan Verhagen\n");
    good.write(Zone::Dossier, "notulen.txt", "Daan Verhagen\n");
    for zone in [Zone::Team, Zone::Dossier] {
        assert_eq!(places(&good.check(zone)), Vec::<String>::new());
    }
}

#[test]
fn what_cannot_be_read_as_text_is_said() {
    let large = "a ".repeat(600_000);
    for text in ["PK\u{3}\u{4}\u{0}", large.as_str()] {
        let good = Good::new();
        good.write(Zone::Team, "bijlage.docx", text);
        let report = good.check(Zone::Team);
        let ids: Vec<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
        assert_eq!(ids, ["MAP01", "MAP04"]);
    }
}

#[test]
fn a_name_of_a_file_or_folder_is_searched() {
    for file in ["Daan Verhagen.txt", "daan/Daan_Verhagen.txt", "rooster/Verhagen-Daan.txt", "Daan.Verhagen/x.txt"] {
        let good = Good::new();
        good.write(Zone::Team, file, "niets\n");
        assert_eq!(places(&good.check(Zone::Team)), [file], "{file}");
    }
    let good = Good::new();
    good.write(Zone::Team, "notulen.txt", "niets\n");
    assert_eq!(places(&good.check(Zone::Team)), Vec::<String>::new());
}

#[test]
fn a_field_is_told_once_and_what_was_judged_not_at_all() {
    let good = Good::new();
    let text = "hulpvraag: |\n  Daan Verhagen belt 06-12345678.\n  Daan wil rust.\n";
    good.lay(Zone::Team, TEAMKAART, text);
    let report = good.check(Zone::Team);
    assert_eq!(keys_of(&report, "PSE02", TEAMKAART), ["hulpvraag"]);
    let finding = report.findings.iter().find(|finding| finding.rule.id == "PSE02").unwrap();
    assert!(finding.message.contains("een telefoonnummer en een naam"), "{}", finding.message);
    assert!(finding.mend.contains("in: hulpvraag"), "{}", finding.mend);
    for words in ["Daan", "Verhagen", "06-"] {
        assert!(!finding.message.contains(words) && !finding.mend.contains(words));
    }
    let judged = "hulpvraag: Zij vroegen Roos Janssen mee.\n\
        blijft_staan: [{tekst: Roos Janssen, in: hulpvraag, reden: professional}]\n";
    good.lay(Zone::Team, TEAMKAART, judged);
    assert_eq!(places(&good.check(Zone::Team)), Vec::<String>::new());
    // In a dossier the family has its names.
    good.lay(Zone::Dossier, DOSSIERKAART, text);
    assert_eq!(places(&good.check(Zone::Dossier)), Vec::<String>::new());
}

#[test]
fn a_card_by_itself_is_searched_when_it_is_of_the_team() {
    let good = Good::new();
    good.lay(Zone::Team, TEAMKAART, "hulpvraag: Daan Verhagen wil rust.");
    let lone = good.root(Zone::Team).path.parent().unwrap().join("los.yaml");
    std::fs::write(&lone, good.read(Zone::Team, TEAMKAART)).unwrap();
    let found = places(&check_lone(&lone, "los.yaml", &crate::common::options()));
    assert!(found.len() == 1 && found[0].starts_with("los.yaml:"), "{found:?}");
    std::fs::write(&lone, good.read(Zone::Dossier, DOSSIERKAART)).unwrap();
    assert_eq!(places(&check_lone(&lone, "los.yaml", &crate::common::options())), Vec::<String>::new());
}

#[test]
fn facts_that_point_to_one_family_together_are_said_and_can_be_answered() {
    let good = Good::new();
    let text = "hulpvraag: Vader is wethouder.\nwat_is_nodig: Het stond in de krant.";
    good.lay(Zone::Team, TEAMKAART, text);
    let report = good.check(Zone::Team);
    let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.rule.id == "PSE03").collect();
    assert_eq!(keys_of(&report, "PSE03", TEAMKAART), ["hulpvraag"]);
    assert!(found[0].mend.contains("Bij `wat_is_nodig`: laat het weg."), "{}", found[0].mend);
    good.lay(Zone::Team, TEAMKAART, &format!("{text}\nverantwoording: [{{regel: PSE03, reden: besproken}}]"));
    assert_eq!(good.check(Zone::Team).answered(), 1);
    // In a dossier nobody else reads it.
    good.lay(Zone::Dossier, DOSSIERKAART, text);
    assert_eq!(keys_of(&good.check(Zone::Dossier), "PSE03", DOSSIERKAART), Vec::<String>::new());
}
