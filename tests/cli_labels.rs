//! One label is one person's as long as a case lasts: whoever gave it, and whatever becomes of the
//! card.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use transcript::{Place, Ran};

const CARD: &str = "dossier/RSD-2025-00377/kaart.yaml";
const LINK: &str = "dossier/RSD-2025-00377/koppeling.yaml";
const CASE: &str = "team/vergaderingen/2026-02-26/0q54-r7cv";
const TODAY: &str = "2026-03-06T12:00:00+01:00";

fn run(place: &Place, words: &[&str], stdin: &str) -> Ran {
    place.at(TODAY, &[&["--dossier", "dossier"], words].concat(), stdin)
}

/// The examples with these words in the advice, as the note-taker left them.
fn with_advice(words: &str) -> Place {
    let place = Place::both_examples();
    place.edit(&format!("{CASE}/bespreking.yaml"), "Vraag de verhuurder", &format!("{words} Vraag de verhuurder"));
    place
}

/// Settles with this reaction.
fn settle(place: &Place, reaction: &str) {
    let options =
        ["nazorg", "0q54-r7cv", "--afronden", "--terugkoppeling", "2026-03-05", "--met", "moeder", "--reactie", "-"];
    let ran = run(place, &options, reaction);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
}

fn traced(place: &Place) -> String {
    run(place, &["herleid", "0q54-r7cv"], "").stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The trainer and the neighbour's friend are two people, and so are Persoon A and Persoon B.
#[test]
fn a_new_label_comes_after_all_that_the_team_has() {
    let place = with_advice("Persoon A, de trainer van Kind 1, belt elke week met Moeder. Straat 2 is te druk.");
    settle(&place, "Naima heeft het met Ingrid Vermeer besproken, in de Zilverspaanstraat.");
    let link = place.read(LINK);
    assert!(link.contains("{tekst: Ingrid Vermeer, door: Persoon B, soort: persoon}"), "{link}");
    assert!(link.contains("door: Straat 3, soort: straat}"), "{link}");
    let traced = traced(&place);
    assert!(traced.contains("Persoon A, de trainer van Ilyas, belt elke week met Naima."), "{traced}");
    assert!(traced.contains("Niet herleid: Persoon A"), "{traced}");
}

/// What the chair typed in a decision counts, and so does a note beside the files.
#[test]
fn labels_count_wherever_they_stand() {
    for (path, text) in [
        ("besluit.yaml", "# Gebeld met Persoon C\n"),
        ("notitie.txt", "Persoon C belde.\n"),
        ("nazorg.yaml", "versie: 1\nafspraken:\n  - {nr: 1, stand: kon_niet, reden: Persoon C kon niet.}\n"),
    ] {
        let place = Place::both_examples();
        let path = format!("{CASE}/{path}");
        let was = std::fs::read_to_string(place.path(&path)).unwrap_or_default();
        place.write(&path, format!("{was}{text}").as_bytes());
        settle(&place, "Naima sprak Ingrid Vermeer.");
        let link = place.read(LINK);
        assert!(link.contains("{tekst: Ingrid Vermeer, door: Persoon D, soort: persoon}"), "{path}\n{link}");
    }
}

#[test]
fn a_card_that_crosses_again_counts_on_too() {
    let place = with_advice("Persoon A traint Kind 1.");
    place.edit(CARD, "verloop: null", "verloop: Naima ziet Ingrid Vermeer elke week.");
    let ran = run(&place, &["pseudonimiseer", "dossier/RSD-2025-00377"], "");
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("verloop: Moeder ziet Persoon B elke week."), "{}", ran.stdout);
    let again = run(&place, &["pseudonimiseer", "dossier/RSD-2025-00377"], "");
    assert!(again.stdout.contains("verloop: Moeder ziet Persoon B elke week."), "{}", again.stdout);
}

/// The word of somebody outside the family that the team uses already is not given to another.
#[test]
fn a_word_that_the_team_uses_is_not_given_to_someone_new() {
    let place = with_advice("Tante haalt Kind 1 op.");
    place.edit(CARD, "  in_de_tekst:\n", "  in_de_tekst:\n    - {naam: Gerda Smits, wie: tante}\n");
    place.edit(CARD, "verloop: null", "verloop: Gerda past op bij Ria Brouwers.");
    let ran = run(&place, &["pseudonimiseer", "dossier/RSD-2025-00377"], "");
    assert!(ran.stdout.contains("verloop: Persoon A past op bij Buurvrouw."), "{}{}", ran.stdout, ran.stderr);
    let traced = traced(&place);
    assert!(traced.contains("Tante haalt Ilyas op.") && !traced.contains("Gerda"), "{traced}");
    // Someone of the family goes by the word on the team's card, so there it is asked.
    place.edit(CARD, "    - {naam: Gerda Smits, wie: tante}\n", "");
    place.edit(CARD, "    - wie: oom\n", "    - {wie: tante, rol: overig, voornaam: Gerda}\n    - wie: oom\n");
    let ran = run(&place, &["pseudonimiseer", "dossier/RSD-2025-00377"], "");
    insta::assert_snapshot!(ran.show("vt --dossier dossier pseudonimiseer dossier/RSD-2025-00377"));
    place.edit(LINK, "vervangingen:\n", "vervangingen:\n  - {tekst: Gerda, door: Tante, soort: persoon}\n");
    assert_eq!(run(&place, &["pseudonimiseer", "dossier/RSD-2025-00377"], "").status, 0);
}

/// An older child before the others, two children changed about, another uncle.
const CHANGED: [(&str, &[(&str, &str)]); 3] = [
    (
        "an older child",
        &[
            ("wie: kind2\n      rol", "wie: kind3\n      rol"),
            ("wie: kind1\n      rol", "wie: kind2\n      rol"),
            (
                "  leden:\n",
                "  leden:\n    - {wie: kind1, rol: jeugdige, voornaam: Amina, achternaam: Bouzidi, geboortedatum: 2009-05-01}\n",
            ),
        ],
    ),
    (
        "changed about",
        &[
            ("voornaam: Ilyas", "voornaam: Wacht"),
            ("voornaam: Yasmina", "voornaam: Ilyas"),
            ("voornaam: Wacht", "voornaam: Yasmina"),
        ],
    ),
    ("another uncle", &[("voornaam: Saïd\n      achternaam: Bouzidi", "voornaam: Karim\n      achternaam: Azzouzi")]),
];

#[test]
fn a_label_is_not_given_to_somebody_else() {
    let mut shown = Vec::new();
    for (what, edits) in CHANGED {
        let place = Place::both_examples();
        for (from, to) in edits {
            place.edit(CARD, from, to);
        }
        let before = place.tree();
        let crossing = run(&place, &["inbrengen", "dossier/RSD-2025-00377", "--vergadering", "2026-03-19"], "");
        assert_eq!(crossing.status, 2, "{what}: {}{}", crossing.stdout, crossing.stderr);
        for words in [
            &["pseudonimiseer", "dossier/RSD-2025-00377"][..],
            &["nazorg", "0q54-r7cv", "--afronden", "--terugkoppeling", "2026-03-05", "--met", "moeder"],
            &["herleid", "0q54-r7cv", "--brief", "--aan", "moeder"],
        ] {
            let ran = run(&place, words, "");
            assert_eq!(ran.status, 2, "{what}: {}", ran.stdout);
            assert!(ran.stderr.contains("was eerst iemand anders"), "{what}: {}", ran.stderr);
            assert!(
                !["Ilyas", "Amina", "Saïd", "Karim"].iter().any(|name| ran.stderr.contains(name)),
                "{}",
                ran.stderr
            );
        }
        assert_eq!(place.tree(), before, "{what}");
        shown.push(crossing.show(&format!("# {what}")));
        // What was written then comes home with the names of then, and that is said.
        let traced = traced(&place);
        assert!(traced.contains("De plek bij oom Saïd blijft.") && traced.contains("Let op:"), "{traced}");
        assert!(!traced.contains("Karim") && !traced.contains("Amina"), "{traced}");
    }
    insta::assert_snapshot!(shown.join("\n\n"));
}

/// A file, what stands in it, and what comes in its place.
type Edit = (&'static str, &'static str, &'static str);

/// The ways out that are offered, and what was never another person.
#[test]
fn a_corrected_name_goes_on_and_so_does_a_new_person_with_a_word_of_its_own() {
    let ways: [(&str, &[Edit]); 5] = [
        ("misspelt", &[(CARD, "Ilyas", "Ilias")]),
        ("more names", &[(CARD, "voornaam: Naima", "voornaam: Fatima Naima")]),
        ("called so", &[(CARD, "voornaam: Khalid", "voornaam: Mohamed\n      roepnaam: Khalid")]),
        (
            "in the koppeling",
            &[
                (CARD, "voornaam: Saïd", "voornaam: Karim"),
                (CARD, "oom Saïd", "oom Karim"),
                (CARD, "Oom Saïd", "Oom Karim"),
                (LINK, "oom Saïd", "oom Karim"),
            ],
        ),
        (
            "a word of its own",
            &[(CARD, "  in_de_tekst:\n", "    - {wie: oom2, rol: overig, voornaam: Karim}\n  in_de_tekst:\n")],
        ),
    ];
    for (what, edits) in ways {
        let place = Place::both_examples();
        for (path, from, to) in edits {
            place.edit(path, from, to);
        }
        let ran = run(&place, &["pseudonimiseer", "dossier/RSD-2025-00377"], "");
        assert_eq!(ran.status, 0, "{what}: {}{}", ran.stdout, ran.stderr);
        let letter = run(&place, &["herleid", "0q54-r7cv", "--brief", "--aan", "moeder"], "");
        assert_eq!(letter.status, 0, "{what}: {}", letter.stderr);
    }
}

/// A koppeling that has a label for two names already: both are shown, and no letter guesses.
#[test]
fn a_label_with_two_names_is_marked() {
    let place = Place::both_examples();
    place.edit(CARD, "voornaam: Saïd", "voornaam: Karim");
    place.edit(LINK, "keuzes: []", "  - {tekst: Karim, door: Oom, soort: persoon}\nkeuzes: []");
    let traced = traced(&place);
    assert!(traced.contains("De plek bij oom Saïd of Karim blijft."), "{traced}");
    assert!(traced.contains("Let op: Oom heeft in je koppeling twee namen."), "{traced}");
    let letter = run(&place, &["herleid", "0q54-r7cv", "--brief", "--aan", "moeder"], "");
    assert!(letter.status == 2 && letter.stderr.contains("Oom staat voor twee namen."), "{}", letter.stderr);
    // A nickname is no other person.
    place.edit(LINK, "{tekst: oom Saïd, door: Oom, soort: persoon}", "{tekst: Sproet, door: Oom, soort: bijnaam}");
    let letter = run(&place, &["herleid", "0q54-r7cv", "--brief", "--aan", "moeder"], "");
    assert_eq!(letter.status, 0, "{}", letter.stderr);
}

/// Whom no text names is known to the team by a label all the same, and keeps it.
#[test]
fn a_member_whom_no_text_names_keeps_the_label_too() {
    let card = "dossier/RSD-2026-00412/kaart.yaml";
    let child = |wie: &str, name: &str| {
        format!(
            "    - wie: {wie}\n      rol: jeugdige\n      voornaam: {name}\n      achternaam: Verhagen\n      geboortedatum: \
             2018-02-02\n      school: basisschool De Korenwolf\n      woont_bij: [moeder]\n"
        )
    };
    let told = |wie: &str| {
        format!("    - {{wie: {wie}, datum: 2026-02-18, wijze: mondeling, waarom_uitgelegd: ja, reactie: Knikte.}}\n")
    };
    let moeder = "    - wie: moeder\n      rol: ouder_met_gezag\n";
    let first = "    - wie: kind1\n      datum: 2026-02-18\n";
    let place = Place::both_examples();
    place.edit(card, moeder, &(child("kind2", "Sem") + moeder));
    place.edit(card, first, &(told("kind2") + first));
    let hand_in = ["inbrengen", card, "--vergadering", "2026-03-12"];
    let moment = "2026-03-05T10:00:00+01:00";
    let ran = place.at(moment, &hand_in, "");
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let link = place.read("dossier/RSD-2026-00412/koppeling.yaml");
    assert!(link.contains("{tekst: Sem, door: Kind 2, soort: persoon}"), "{link}");
    // Another child can't come under that word.
    place.edit(card, &child("kind2", "Sem"), &(child("kind2", "Lotte") + &child("kind3", "Sem")));
    place.edit(card, &told("kind2"), &(told("kind2") + &told("kind3")));
    let before = place.tree();
    let ran = place.at(moment, &hand_in, "");
    assert_ne!(ran.status, 0, "{}", ran.stdout);
    assert!(format!("{}{}", ran.stdout, ran.stderr).contains("kind2"), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(place.tree(), before);
}
