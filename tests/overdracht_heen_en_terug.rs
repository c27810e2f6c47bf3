//! The way of a case from a municipality to a GI and back a year later, over two dossiers and one
//! team's folder.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod overdracht;
mod transcript;

use overdracht::{CARD, CASE, CASUS, GI_CARD, HAND_OVER, LINK, NOW, TAKE_OVER, at, done, place};
use transcript::Place;

/// What has to be on a card that comes back: how it went, and talks after the last discussion.
fn bring_back(place: &Place, card: &str, talk: &str, before: &str, verloop: &str) {
    place.edit(card, &format!("datum: {before}"), &format!("datum: {talk}"));
    let text = place.read(card);
    let new = format!("verloop: {verloop}\n");
    let kept = text.lines().filter(|line| !line.starts_with("verloop:")).chain([new.as_str()]);
    place.write(card, kept.collect::<Vec<_>>().join("\n").as_bytes());
}

/// The discussion of 12 March, at which somebody was named whom the municipality does not know.
fn discuss(place: &Place) {
    let held = "2026-03-06T10:00:00+01:00";
    done(place, held, "vt --map teammap besluit 7k3f-9qxr --agenderen --door \"Marijke Smit\"");
    done(place, held, "vt --map teammap agenda 2026-03-12 --verzonden");
    let changes = [
        ("Roosendaal", "Zundert"),
        ("Moerdijk", "Roosendaal"),
        ("Woensdrecht", "Rucphen"),
        ("Samira Aydin", "Anke Wouters"),
        ("pqtw-3kz3", CASUS),
        ("Ik vraag Oma als vaste oppas.", "Ik vraag Persoon B erbij."),
        ("terug: ja, datum: 2026-03-26, hoe: De inbrenger vertelt", "terug: nee, hoe: De jeugdbeschermer vertelt"),
    ];
    for (from, to) in [("aanwezig.yaml", "aanwezig.yaml"), ("pqtw-3kz3/bespreking.yaml", "7k3f-9qxr/bespreking.yaml")] {
        let text = place.read(&format!("teammap/vergaderingen/2026-01-15/{from}"));
        let text = changes.iter().fold(text, |text, (from, to)| text.replace(from, to));
        place.write(&format!("teammap/vergaderingen/2026-03-12/{to}"), text.as_bytes());
    }
}

/// From the municipality to the GI and back a year later: the case keeps its pseudonym, each
/// dossier brings it in only while it has the case, and no label ever stands for two.
#[test]
fn from_the_municipality_to_the_gi_and_back() {
    let place = place();
    std::fs::remove_dir_all(place.path(CASE)).unwrap();
    place.edit(CARD, "hulpvraag: |\n", "hulpvraag: |\n  Buurvrouw Wilma Peters hoort de ruzies.\n");
    // Talks on one day each, so that they can be held again.
    let text = place.read(CARD).replace("datum: 2026-02-21", "datum: 2026-02-20");
    place.write(CARD, text.replace("datum: 2026-02-24", "datum: 2026-02-20").as_bytes());
    done(&place, "2026-03-04T10:00:00+01:00", "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-12");
    discuss(&place);

    // To the GI. The municipality can't bring it in any more.
    done(&place, NOW, HAND_OVER);
    place.write("post.yaml", place.read(CARD).as_bytes());
    done(&place, NOW, TAKE_OVER);
    let own = "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-04-16";
    assert_eq!(at(&place, "2026-04-07T10:00:00+02:00", own).status, 2);
    place.edit(GI_CARD, "soort: nieuw", "soort: vervolg");
    place.edit(GI_CARD, "eerder: null", "eerder: 2026-03-12");
    bring_back(&place, GI_CARD, "2026-04-03", "2026-02-20", "Gerrit Koolstra van de voetbal haalt Daan op.");
    done(&place, "2026-04-07T10:00:00+02:00", "vt inbrengen gi/GI-77 --vergadering 2026-04-16");
    let team = place.read("teammap/vergaderingen/2026-04-16/7k3f-9qxr/kaart.yaml");
    assert!(team.contains("verloop: Persoon C van de voetbal haalt Kind 1 op."), "{team}");
    assert!(team.contains("Buurvrouw Persoon D hoort de ruzies."), "{team}");

    // Back a year later, with the old labels and none of the GI's.
    let home = HAND_OVER.replace("dossier/RSD-2026-00412", "gi/GI-77").replace("2026-03-31", "2027-04-06");
    let home = home.replace("Femke de Rooij, Jeugdbescherming Brabant", "Anke Wouters, Gemeente Roosendaal");
    let back = "vt --dossier dossier nieuw RSD-2026-00412 --van terug.yaml --casus 7k3f-9qxr --oude-kaart vervangen";
    let later = "2027-04-07T10:00:00+02:00";
    done(&place, later, &home);
    place.write("terug.yaml", place.read(GI_CARD).as_bytes());
    let shown = done(&place, later, back).show(back);
    assert!(place.read(LINK).contains("labels_tot:") && place.read(LINK).contains("overgedragen: null"));
    bring_back(&place, CARD, "2027-04-07", "2026-04-03", "Truus Smit en Wilma Peters passen nu op Daan.");
    done(&place, later, "vt inbrengen dossier/RSD-2026-00412 --vergadering 2027-04-15");
    assert_eq!(at(&place, later, "vt inbrengen gi/GI-77 --vergadering 2027-04-15").status, 2);
    let team = place.read("teammap/vergaderingen/2027-04-15/7k3f-9qxr/kaart.yaml");
    assert!(team.contains("verloop: Persoon E en Persoon A passen nu op Kind 1."), "{team}");

    // Each folder is in order, and nothing of the team's names anybody.
    let checks =
        ["dossier", "gi", "teammap --alles"].map(|tree| done(&place, later, &format!("vt check {tree}")).stdout);
    let mut files = Vec::new();
    for (path, text) in place.tree() {
        let heads = ["dossiernummer", "inbrenger", "casusregisseur", "bijgewerkt", "overdracht", "verloop", "eerder"];
        if path.starts_with("teammap/") && path.contains(CASUS) {
            let named = ["Daan", "Kim", "Hees", "Vries", "Wilma", "Koolstra", "Truus", "RSD-", "GI-77", "Lindelaan"];
            assert!(!named.iter().any(|name| text.contains(name)), "{path}\n{text}");
            files.push(format!("== {path}\n{text}"));
        } else if path.ends_with("koppeling.yaml") {
            files.push(format!("== {path}\n{text}"));
        } else if path == CARD || path == GI_CARD {
            let own = text.lines().filter(|line| heads.iter().any(|head| line.starts_with(head)));
            files.push(format!("== {path}\n{}\n", own.collect::<Vec<_>>().join("\n")));
        }
    }
    insta::assert_snapshot!(format!("{shown}\n\n{}\n{}", checks.join("\n"), files.join("\n")));
}
