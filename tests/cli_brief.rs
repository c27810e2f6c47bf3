//! What a letter to one of the family keeps silent about.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use transcript::{Place, Ran};

const TALK: &str = "team/vergaderingen/2026-02-26/0q54-r7cv/bespreking.yaml";
const CARD: &str = "dossier/RSD-2025-00377/kaart.yaml";

fn inside() -> Place {
    Place::both_examples().inside("dossier")
}

fn letter(place: &Place, wie: &str) -> Ran {
    place.run(&format!("vt herleid 0q54-r7cv --brief --aan {wie} --vandaag 2026-03-08"))
}

/// The letter as one line.
fn said_to(place: &Place, wie: &str) -> String {
    let ran = letter(place, wie);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who does something together with another is told nothing of that other's.
#[test]
fn an_agreement_that_is_shared_tells_no_one_another_s_affairs() {
    let place = inside();
    let talk = place.read(TALK);
    let (before, after) = (talk.find("afspraken:").unwrap(), talk.find("aanvulling_kaart:").unwrap());
    let agreements = [
        ("Oom en Vader", "Vader vertelt Moeder over zijn gokschuld"),
        ("Oom en Vader", "de schuld bij elkaar leggen"),
        ("Oom", "tegen de leerkracht zeggen dat er geld is"),
        ("Anke Wouters", "met Oom en Vader over de gokschuld praten"),
        ("Anke Wouters", "met Oom en Kind 1 een rooster maken"),
        ("Oom en Kind 1", "een seintje bedenken"),
    ];
    let lines = agreements.map(|(wie, wat)| format!("  - {{nr: 1, wat: \"{wat}\", wie: {wie}}}\n")).concat();
    place.write(TALK, format!("{}afspraken:\n{lines}{}", &talk[..before], &talk[after..]).as_bytes());
    let uncle = said_to(&place, "oom");
    for word in ["schuld", "geld", "leerkracht"] {
        assert!(!uncle.contains(word), "{word}: {uncle}");
    }
    assert!(uncle.contains("Ik: met Saïd en Ilyas een rooster maken."), "{uncle}");
    assert!(uncle.contains("U: een seintje bedenken."), "{uncle}");
    let beside = letter(&place, "oom").stderr.replace("\n  ", " ");
    assert!(beside.contains("4 afspraken van jou of van deze lezer staan er niet in"), "{beside}");
    // A parent with authority hears all of it.
    assert!(said_to(&place, "vader").contains("over zijn gokschuld"));
}

/// Who was never told that the case is discussed gets no letter, and is nowhere offered one.
#[test]
fn who_was_not_told_gets_no_letter() {
    let place = inside();
    let card = place.read(CARD);
    let told = card.find("    - wie: vader\n      datum: 2026-02-05\n").unwrap();
    let (before, after) = card.split_at(told);
    let why = "    - wie: vader\n      reden_niet: Hij is niet bereikbaar.\n";
    place.write(
        CARD,
        (before.to_owned() + &after.replacen("    - wie: vader\n      datum: 2026-02-05\n", why, 1)).as_bytes(),
    );
    let ran = letter(&place, "vader");
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("deze lezer weet nog niet dat je deze casus bespreekt"), "{}", ran.stderr);
    let others = letter(&place, "iemand").stderr;
    assert!(others.contains("--aan moeder") && !others.contains("--aan vader"), "{others}");
}

/// Who took the case over after the meeting did not ask the team.
#[test]
fn who_came_later_writes_that_a_colleague_asked() {
    let place = inside();
    assert!(said_to(&place, "moeder").contains("heb ik het VeiligheidsTeam om raad gevraagd"));
    place.edit(CARD, "sinds: 2025-10-14", "sinds: 2026-03-01");
    assert!(said_to(&place, "moeder").contains("heeft mijn collega voor mij het VeiligheidsTeam om raad gevraagd"));
}

/// "Hij" may be the one of whom nothing may be told, and who does something with that one isn't told
/// of it either.
#[test]
fn a_letter_does_not_speak_of_whom_it_keeps_silent_about_in_other_words() {
    let place = inside();
    place.edit(
        CARD,
        "      achternaam: Bouzidi\n      adres",
        "      achternaam: Bouzidi\n      niet_informeren: gevaar\n      adres",
    );
    let talk = place.read(TALK);
    let (before, after) = (talk.find("  tekst: |").unwrap(), talk.find("  steunt_op:").unwrap());
    let text =
        "Meld Vader aan voor hulp. Zijn huis is verkocht. Kind 1 krijgt hulp als hij gokt. Moeder krijgt een kluis.";
    let (from, to) = (talk.find("afspraken:").unwrap(), talk.find("aanvulling_kaart:").unwrap());
    let shared =
        ["Moeder en Vader", "Khalid en Moeder", "Moeder en de verwekker", "Moeder en hij", "Moeder en het echtpaar"]
            .map(|wie| format!("  - {{nr: 1, wat: samen praten, wie: {wie}}}\n"))
            .concat();
    let own = "  - {nr: 2, wat: een kluis kopen, wie: Moeder}\n";
    let talk =
        format!("{}  tekst: {text}\n{}afspraken:\n{shared}{own}{}", &talk[..before], &talk[after..from], &talk[to..]);
    place.write(TALK, talk.as_bytes());
    let mother = said_to(&place, "moeder");
    for word in ["huis", "gokt", "samen praten"] {
        assert!(!mother.contains(word), "{word}: {mother}");
    }
    assert!(mother.contains("Naima krijgt een kluis.") && mother.contains("U: een kluis kopen."), "{mother}");
}

/// Words for people outside the family name the source of a fact as well as a name does.
#[test]
fn who_has_no_authority_reads_of_nobody_outside_the_family() {
    let words =
        ["de buurvrouw", "zijn leerkracht", "haar ex-man", "de buren", "een kennis", "juf", "de melder", "iemand"];
    for word in words {
        let place = inside();
        place.edit(
            TALK,
            "De\n    plek bij Oom blijft.",
            &format!("Oom slaat volgens {word}. De\n    plek bij Oom blijft."),
        );
        let uncle = said_to(&place, "oom");
        assert!(!uncle.contains("slaat") && uncle.contains("De plek bij Saïd blijft."), "{word}: {uncle}");
        assert!(said_to(&place, "moeder").contains("slaat"), "{word}");
    }
}

/// Who may not be told is not told of in other words either.
#[test]
fn of_whom_nothing_may_be_told_other_words_stay_out_too() {
    let place = inside();
    let hidden = "      achternaam: Bouzidi\n      niet_informeren: Dat is niet veilig.\n      adres";
    place.edit(CARD, "      achternaam: Bouzidi\n      adres", hidden);
    let sentences = [
        "De ex-partner verhuist.",
        "Haar ex verhuist.",
        "Haar man verhuist.",
        "De stiefvader verhuist.",
        "De ouder verhuist.",
        "Persoon F verhuist.",
    ];
    for sentence in sentences {
        let place_of = format!("{sentence} De\n    plek bij Oom blijft.");
        place.edit(TALK, "De\n    plek bij Oom blijft.", &place_of);
        let mother = said_to(&place, "moeder");
        assert!(!mother.contains("verhuist") && mother.contains("De plek bij oom blijft."), "{sentence}: {mother}");
        place.edit(TALK, &place_of, "De\n    plek bij Oom blijft.");
    }
    // What is about anyone else stays.
    place.edit(
        TALK,
        "De\n    plek bij Oom",
        "Buurvrouw en de kinderen koken. De verhuurder belt. De\n    plek bij Oom",
    );
    let mother = said_to(&place, "moeder");
    assert!(mother.contains("De buurvrouw en de kinderen koken. De verhuurder belt."), "{mother}");
}
