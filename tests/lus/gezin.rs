//! A family of which one refuses, one may not be told and one can't be found.

use crate::transcript::{Place, changed_lines};
use crate::{CARD, CASUS, TALK, done, found, in_team};
use insta::assert_snapshot;

const MONDAY: &str = "2026-03-02T10:00:00+01:00";
const FRIDAY: &str = "2026-03-06T10:00:00+01:00";

/// The card of the dossier with another family: mother refuses, father may not be told, grandmother
/// can't be found.
fn place() -> Place {
    let place = Place::both_examples();
    let refuses = "akkoord: nee\n      reden_toch: De zorgen zijn te groot om te wachten tot moeder het goed vindt.\n      \
                   reactie: |\n        Kim is opgelucht";
    place.edit(CARD, "akkoord: ja\n      reactie: |\n        Kim is opgelucht", refuses);
    let card = place.read(CARD);
    let (before, rest) = card.split_once("    - wie: vader\n      datum: 2026-02-20\n").unwrap();
    let (_, after) = rest.split_once("    - wie: kind1\n      datum: 2026-02-18\n").unwrap();
    let lost = "    - wie: oma\n      reden_niet: Zij is verhuisd, en niemand weet waarheen.\n    - wie: kind1\n      datum: \
                2026-02-18\n";
    place.write(CARD, format!("{before}{lost}{after}").as_bytes());
    let hidden = "achternaam: Verhagen\n      niet_informeren: Hij zei dat hij Kim opzoekt als zij met iemand praat.\n      \
                  adres: {straat: Korstmosweg";
    place.edit(CARD, "achternaam: Verhagen\n      adres: {straat: Korstmosweg", hidden);
    place.edit(CARD, "ingevuld_met: [moeder, vader, kind1]", "ingevuld_met: [kind1]");
    place
}

#[test]
fn a_family_that_refuses_a_parent_who_may_not_be_told_and_one_who_can_t_be_found() {
    let place = place();
    // The reasons stand on the card, so nothing is open.
    let check = place.run(&format!("vt check {CARD} --vergadering 2026-03-12 --vandaag 2026-03-02"));
    assert_eq!((check.status, check.stderr.as_str()), (0, ""), "{}", check.stdout);
    let path = format!("team/vergaderingen/2026-03-12/{CASUS}/kaart.yaml");
    let mut before = place.tree();
    // The card of before lies there in another layout: the new one is shown whole.
    before.remove(&path);
    done(&place.at(MONDAY, &["inbrengen", CARD, "--vergadering", "2026-03-12"], ""));
    let files = changed_lines(&before, &place.tree());
    let card = place.read(&path);
    assert_snapshot!("files", files);
    // Why he may not be told is for the dossier alone.
    assert!(!card.contains("opzoekt") && !card.contains("niet_informeren"), "{card}");
    assert_eq!(found(&place, "2026-03-12", "2026-03-03"), "");

    in_team(
        &place,
        FRIDAY,
        &["besluit", CASUS, "--agenderen", "--door", "Marit van Oers", "--uitnodigen", "ggz: Els Maas"],
        "",
    );
    place.write(&format!("team/vergaderingen/2026-03-12/{CASUS}/bespreking.yaml"), TALK.as_bytes());
    let expected = b"versie: 1\nwaarom: monitor\nvan: 2026-03-12\n";
    place.write(&format!("team/vergaderingen/2026-06-11/{CASUS}/verwacht.yaml"), expected);
    let brief = |wie: &str| {
        place.run(&format!("vt --dossier dossier herleid {CASUS} --brief --aan {wie} --vandaag 2026-03-13"))
    };
    // The advice is about a plan with him: to the others nothing of that is told.
    let letter = brief("moeder");
    assert_eq!(letter.status, 0, "{}", letter.stderr);
    assert_snapshot!("letter_moeder", letter.show("vt herleid 7k3f-9qxr --brief --aan moeder"));
    for word in ["Jeroen", "Vader", "vader"] {
        assert!(!letter.stdout.contains(word), "{word}\n{}", letter.stdout);
    }
    let refused = brief("vader");
    assert_snapshot!("letter_vader", refused.show("vt herleid 7k3f-9qxr --brief --aan vader"));
    // What is open for this family afterwards.
    let open = place.run(&format!("vt --dossier dossier nazorg {CASUS} --vandaag 2026-03-13"));
    assert_snapshot!("aftercare", open.show("vt nazorg 7k3f-9qxr"));
}
