//! What time brings: a card that changes after the agenda was sent, a year that turns and a child
//! that turns eighteen.

use crate::transcript::{Place, changed_lines};
use crate::{CARD, CASUS, TALK, done, found, in_team, no_room_for_the_others, with_gi};
use insta::assert_snapshot;

const FRIDAY: &str = "2026-03-06T10:00:00+01:00";
const SATURDAY: &str = "2026-03-07T10:00:00+01:00";

/// The agenda of 12 March is decided on.
fn decided() -> Place {
    let place = Place::both_examples();
    let invite = "ggz: Els Maas, GGZ Breburg";
    in_team(&place, FRIDAY, &["besluit", CASUS, "--agenderen", "--door", "Marit van Oers", "--uitnodigen", invite], "");
    no_room_for_the_others(&place, FRIDAY);
    place
}

/// The open errors and warnings of a whole tree, by rule and file.
fn of_tree(place: &Place, tree: &str, today: &str, about: &str) -> Vec<String> {
    let ran = place.run(&format!("vt check {tree} --vandaag {today} --formaat json"));
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let all = json["bevindingen"].as_array().unwrap().iter();
    let open = all.filter(|one| one["stand"] == "open" && one["ernst"] != "advies");
    let own = open.filter(|one| one["bestand"].as_str().unwrap_or_default().contains(about));
    own.map(|one| format!("{} {}", one["regel"].as_str().unwrap(), one["bestand"].as_str().unwrap())).collect()
}

#[test]
fn a_card_that_is_handed_in_again_after_the_agenda_was_sent_is_sent_again() {
    let place = decided();
    in_team(&place, FRIDAY, &["agenda", "2026-03-12", "--verzonden"], "");
    assert_eq!(found(&place, "2026-03-12", "2026-03-06"), "");
    let mut before = place.tree();
    place.edit(CARD, "bijgewerkt: 2026-03-02", "bijgewerkt: 2026-03-07");
    place.edit(
        CARD,
        "  - wat: Jeroen woont alleen en heeft geen werk.",
        "  - wat: Jeroen woont alleen en heeft sinds 6 maart werk.",
    );
    let ran = place.at(SATURDAY, &["inbrengen", CARD, "--vergadering", "2026-03-12"], "");
    done(&ran);
    assert!(ran.stdout.starts_with("Opnieuw ingebracht: casus 7k3f-9qxr"), "{}", ran.stdout);
    // That it differs from what was sent is what is found now, and the agenda says what to do.
    let of_meeting = || of_tree(&place, "team", "2026-03-07", "2026-03-12/");
    assert_eq!(of_meeting(), ["AGD02 vergaderingen/2026-03-12/verzonden.yaml"]);
    let agenda = place.run("vt --map team agenda 2026-03-12 --vandaag 2026-03-07").stdout;
    assert!(agenda.contains("verstuur") && agenda.contains(CASUS), "{agenda}");
    in_team(&place, SATURDAY, &["agenda", "2026-03-12", "--verzonden"], "");
    assert_eq!(of_meeting(), Vec::<String>::new());
    // Only what the card says anew: the rest of it stands there in another layout.
    let mut after = place.tree();
    after.retain(|path, _| !path.ends_with("7k3f-9qxr/kaart.yaml"));
    let card = place.read(&format!("team/vergaderingen/2026-03-12/{CASUS}/kaart.yaml"));
    assert!(card.contains("bijgewerkt: 2026-03-07") && card.contains("heeft sinds 6 maart werk"), "{card}");
    assert!(card.contains("op: 2026-03-04T10:12:00+01:00"), "on time stays on time: {card}");
    before.retain(|path, _| after.contains_key(path));
    assert_snapshot!("again", changed_lines(&before, &after));
}

#[test]
fn a_year_turns_and_a_case_goes_with_it() {
    let place = Place::both_examples();
    // A case of the last meeting of the year, which is full.
    let card = place.read(&format!("team/vergaderingen/2026-03-12/{CASUS}/kaart.yaml"));
    std::fs::remove_dir_all(place.path(&format!("team/vergaderingen/2026-03-12/{CASUS}"))).unwrap();
    let december = "2026-12-10T10:00:00+01:00";
    let card = card.replace("2026-02-", "2026-11-").replace("2026-03-0", "2026-12-0");
    place.write(&format!("team/vergaderingen/2026-12-17/{CASUS}/kaart.yaml"), card.as_bytes());
    let before = place.tree();
    in_team(&place, december, &["kalender", "2027", "--vastleggen"], "");
    in_team(&place, december, &["rooster", "2027", "--vastleggen"], "");
    let words = ["besluit", CASUS, "--uitstellen", "2027-01-07", "--door", "Marit van Oers", "--reden", "-"];
    in_team(&place, december, &words, "De agenda is vol, en daarna is het vakantie.");
    let after = place.tree();
    assert_snapshot!("year", changed_lines(&before, &after));
    // Nothing is wrong with what was planned, nor with the case on either side of the year.
    for about in ["regio.yaml", "rooster/", CASUS] {
        assert_eq!(of_tree(&place, "team", "2026-12-28", about), Vec::<String>::new(), "{about}");
    }
    // In the new year it stands on the agenda, with those whose turn it is.
    let january = "2027-01-04T10:00:00+01:00";
    in_team(
        &place,
        january,
        &["besluit", CASUS, "--agenderen", "--door", "Marit van Oers", "--uitnodigen", "ggz: Els Maas"],
        "",
    );
    let agenda = place.run("vt --map team agenda 2027-01-07 --vandaag 2027-01-04").stdout;
    let own = agenda.split("\n\n").next().unwrap();
    assert_snapshot!("year_agenda", own);
    assert!(agenda.contains(CASUS), "{agenda}");
    // A second time everything stands there already.
    let same = in_team(&place, january, &["rooster", "2027", "--vastleggen"], "");
    assert!(same.stdout.contains("Er verandert niets"), "{}", same.stdout);
}

const GI_CARD: &str = "gi/GI-88/kaart.yaml";

/// A child of seventeen at the GI, with a measure that ends on the birthday.
fn seventeen(measure: &str) -> Place {
    let place = with_gi();
    let card = place.read(CARD);
    let brings = "inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}";
    let card = card
        .replace("RSD-2026-00412", "GI-88")
        .replace("inbrenger: {naam: Anke Wouters, organisatie: Gemeente Roosendaal, via: Bram Looijmans}", brings)
        .replace("geboortedatum: 2015-04-21", "geboortedatum: 2008-07-20")
        .replace("Het codewoord is Roos.", "Het codewoord is 112.")
        // A child of seventeen is asked whether it may be told.
        .replace(
            "waarom_uitgelegd: ja\n      reactie: |\n        Daan vroeg",
            "waarom_uitgelegd: ja\n      akkoord: ja\n      reactie: |\n        Daan vroeg",
        )
        .replace("maatregelen: []", measure);
    place.write(GI_CARD, card.as_bytes());
    place
}

const OTS: &str = "maatregelen:\n  - {wie: kind1, soort: ots, einde: 2026-07-20, reden: achttien, jeugdhulp_na_afloop: nee, \
                   aandacht: [wonen, wmo, maatschappelijk_werk], rvdk_getoetst: 2026-02-20}";

#[test]
fn a_child_with_an_ots_turns_eighteen() {
    let place = seventeen(OTS);
    // As a new case it is not what the handbook asks for.
    assert_eq!(of_tree(&place, "gi", "2026-03-02", "GI-88"), ["MTR02 GI-88/kaart.yaml"]);
    let own = place.run("vt --dossier gi nazorg --vandaag 2026-03-02");
    assert_snapshot!("eighteen_open", own.show("vt --dossier gi nazorg"));
    place.edit(GI_CARD, "soort: nieuw", "soort: afsluiten_maatregel");
    let reachable =
        "haalbaar: {niveau: Daan woont begeleid en gaat naar school., wat_houdt_het: De mentor belt elke week.}";
    place.edit(GI_CARD, "haalbaar: null", reachable);
    place.edit(GI_CARD, "successen: []", "successen: [Daan haalde een diploma.]");
    assert_eq!(of_tree(&place, "gi", "2026-03-02", "GI-88"), Vec::<String>::new());
    let before = place.tree();
    let monday = "2026-03-02T10:00:00+01:00";
    done(&place.at(monday, &["--dossier", "gi", "inbrengen", GI_CARD, "--vergadering", "2026-03-12"], ""));
    let link = place.read("gi/GI-88/koppeling.yaml");
    let casus = link.lines().find_map(|line| line.strip_prefix("casus: ")).unwrap().to_owned();
    in_team(
        &place,
        FRIDAY,
        &["besluit", &casus, "--agenderen", "--door", "Marit van Oers", "--uitnodigen", "ggz: Els Maas"],
        "",
    );
    let talk = TALK
        .replace("wie: Anke Wouters", "wie: Femke de Rooij")
        .replace("Anke Wouters", "Femke de Rooij")
        .replace("  soort: andere_aanpak", "  soort: afschalen")
        .replace("monitor:", "aanvulling_kaart:\n  successen: [Kind 1 haalde een diploma.]\n  haalbaar:\n    niveau: Kind 1 woont begeleid.\n    wat_houdt_het: De mentor belt elke week.\nmonitor:");
    place.write(&format!("team/vergaderingen/2026-03-12/{casus}/bespreking.yaml"), talk.as_bytes());
    place.write(
        &format!("team/vergaderingen/2026-06-11/{casus}/verwacht.yaml"),
        b"versie: 1\nwaarom: monitor\nvan: 2026-03-12\n",
    );
    let plain = |text: &str| text.replace(&casus, "7k3f-lot0");
    let files = changed_lines(&before, &place.tree());
    assert_snapshot!("eighteen_files", plain(&files));
    let check = place.run(&format!("vt check team/vergaderingen/2026-03-12/{casus} --vandaag 2026-03-13"));
    assert_eq!(check.status, 0, "{}", check.stdout);
    // After the birthday nobody asks for that discussion any more.
    let later = place.run("vt --dossier gi nazorg --vandaag 2026-07-27");
    assert!(!later.stdout.contains("wordt") && !later.stdout.contains("maatregel"), "{}", later.stdout);
}

/// About a guardianship the team speaks only where there is doubt.
#[test]
fn a_child_under_guardianship_turns_eighteen() {
    let measure = |doubt: &str| {
        OTS.replace("soort: ots", "soort: voogdij")
            .replace("reden: achttien", &format!("reden: achttien, twijfel_borging: {doubt}"))
    };
    let shown = |doubt: &str| {
        let place = seventeen(&measure(doubt));
        place.edit(GI_CARD, "soort: nieuw", "soort: afsluiten_maatregel");
        let reachable = "haalbaar: {niveau: Daan woont begeleid., wat_houdt_het: De mentor belt elke week.}";
        place.edit(GI_CARD, "haalbaar: null", reachable);
        place.edit(GI_CARD, "successen: []", "successen: [Daan haalde een diploma.]");
        assert_eq!(of_tree(&place, "gi", "2026-03-02", "GI-88"), Vec::<String>::new());
        let ran = place
            .run(&format!("vt check {GI_CARD} --tips --vergadering 2026-03-12 --vandaag 2026-03-02 --formaat json"));
        ran.stdout.contains("\"MTR03\"")
    };
    assert!(shown("nee") && !shown("ja"));
}
