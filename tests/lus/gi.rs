//! A case that the GI takes over, and that comes back a year later with its pseudonym.

use crate::transcript::{Place, changed_lines};
use crate::{CARD, CASUS, TALK, done, in_team, with_gi};
use insta::assert_snapshot;

const LINK: &str = "dossier/RSD-2026-00412/koppeling.yaml";
const GI_CARD: &str = "gi/GI-77/kaart.yaml";

#[test]
fn a_case_is_taken_over_by_the_gi_and_given_back_a_year_later() {
    let place = with_gi();
    let friday = "2026-03-06T10:00:00+01:00";
    in_team(
        &place,
        friday,
        &["besluit", CASUS, "--agenderen", "--door", "Marit van Oers", "--uitnodigen", "ggz: Els Maas"],
        "",
    );
    place.write(&format!("team/vergaderingen/2026-03-12/{CASUS}/bespreking.yaml"), TALK.as_bytes());
    let expected = b"versie: 1\nwaarom: monitor\nvan: 2026-03-12\n";
    place.write(&format!("team/vergaderingen/2026-06-11/{CASUS}/verwacht.yaml"), expected);
    // What goes by post is no file of a tree.
    let tree = |place: &Place| -> std::collections::BTreeMap<String, String> {
        place.tree().into_iter().filter(|(path, _)| path.contains('/')).collect()
    };
    let mut before = tree(&place);
    let mut step = |name: &str, place: &Place| {
        let now = tree(place);
        assert_snapshot!(name, changed_lines(&before, &now));
        before = now;
        // What is taken over is told apart from what was sent.
        let sent = before[CARD].clone();
        before.entry(GI_CARD.to_owned()).or_insert(sent);
    };

    // To the GI, with the family there. The card goes by post.
    let march = "2026-03-20T10:00:00+01:00";
    let to = "Femke de Rooij, Jeugdbescherming Brabant";
    let over = |card: &'static str, to: &'static str, day: &'static str| {
        ["overdracht", card, "--aan", to, "--datum", day, "--met", "moeder,kind1", "--blijft-aangehaakt", "ja"]
    };
    done(&place.at(march, &over("dossier/RSD-2026-00412", to, "2026-03-19"), ""));
    step("over", &place);
    place.write("post.yaml", place.read(CARD).as_bytes());
    let take = ["--dossier", "gi", "nieuw", "GI-77", "--van", "post.yaml", "--casus", CASUS];
    done(&place.at(march, &take, ""));
    step("taken", &place);
    // There the names come back too, and here the case can't be brought in any more.
    let home = place.run(&format!("vt --dossier gi herleid {CASUS} --vandaag 2026-03-20"));
    assert_eq!(home.status, 0, "{}", home.stderr);
    assert!(home.stdout.contains("Maak met Jeroen, Kim en"), "{}", home.stdout);
    let bring = place.at(march, &["inbrengen", CARD, "--vergadering", "2026-06-11"], "");
    assert!(bring.status == 2 && bring.stderr.contains("overgedragen"), "{}", bring.stderr);

    // A year later it comes back: another card, the same pseudonym, and the way back is whole.
    let later = "2027-03-22T10:00:00+01:00";
    place.edit(GI_CARD, "bijgewerkt: 2026-03-20", "bijgewerkt: 2027-03-15");
    place.edit(GI_CARD, "Het codewoord is Roos.", "Het codewoord is Roos. Bij Hilde is het rustig.");
    let home_to = "Anke Wouters, Gemeente Roosendaal";
    let back: Vec<&str> = ["--dossier", "gi"].into_iter().chain(over("gi/GI-77", home_to, "2027-03-18")).collect();
    done(&place.at(later, &back, ""));
    place.write("terug.yaml", place.read(GI_CARD).as_bytes());
    let take = [
        "--dossier",
        "dossier",
        "nieuw",
        "RSD-2026-00412",
        "--van",
        "terug.yaml",
        "--casus",
        CASUS,
        "--oude-kaart",
        "vervangen",
    ];
    done(&place.at(later, &take, ""));
    step("back", &place);
    assert!(place.read(LINK).contains(&format!("casus: {CASUS}\n")) && place.read(CARD).contains("Bij Hilde"));
    let home = place.run(&format!("vt --dossier dossier herleid {CASUS} --vandaag 2027-03-22"));
    assert!(home.stdout.contains("Maak met Jeroen, Kim en"), "{}", home.stdout);
    // What the checks find now is what a year without a discussion leaves, and nothing of the handing over.
    let shown: Vec<String> = ["dossier", "gi"]
        .iter()
        .map(|tree| place.run(&format!("vt check {tree} --vandaag 2027-03-22 --formaat json")).stdout)
        .flat_map(|text| {
            let json: serde_json::Value = serde_json::from_str(&text).unwrap();
            let all = json["bevindingen"].as_array().unwrap().clone();
            let open = all.into_iter().filter(|one| one["ernst"] == "fout" && one["stand"] == "open");
            let own = open.filter(|one| {
                let file = one["bestand"].as_str().unwrap_or_default();
                file.contains("00412") || file.contains("GI-77")
            });
            own.map(|one| format!("{} {}", one["regel"], one["boodschap"])).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(shown, Vec::<String>::new());
}
