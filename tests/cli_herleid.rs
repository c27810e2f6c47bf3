//! `vt herleid` as its owner sees it, and the letter as its reader gets it.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use proptest::prelude::*;
use std::collections::BTreeMap;
use transcript::Place;
use vt::model::{Koppeling, Veiligheidskaart};
use vt::pseudo::{InTeam, Names, Reviewing, TeamFile, WayBack, gate, names_of, review};
use vt::store::default_regio;
use vt::yaml::parse;

const TALK: &str = "team/vergaderingen/2026-02-26/0q54-r7cv/bespreking.yaml";
const CARD: &str = "dossier/RSD-2025-00377/kaart.yaml";
const TODAY: &str = "--vandaag 2026-03-08";

fn inside() -> Place {
    Place::both_examples().inside("dossier")
}

fn read(place: &Place, path: &str) -> String {
    std::fs::read_to_string(place.path(path)).unwrap()
}

fn letter(place: &Place, casus: &str, wie: &str) -> transcript::Ran {
    place.run(&format!("vt herleid {casus} --brief --aan {wie} {TODAY}"))
}

#[test]
fn the_advice_with_the_names_back() {
    let place = inside();
    let lines = [format!("vt herleid 0q54-r7cv {TODAY}"), format!("vt herleid 0636-fzw1 {TODAY} --stil")];
    insta::assert_snapshot!(lines.map(|line| place.show(&line)).join("\n\n"));
}

/// Whoever brought it in knows the dossier by its number.
#[test]
fn the_number_of_the_dossier_is_its_case() {
    let place = inside();
    let by_pseudonym = place.run(&format!("vt herleid 0q54-r7cv {TODAY}")).stdout;
    for named in ["RSD-2025-00377", "./RSD-2025-00377/", "RSD-2025-00377/kaart.yaml"] {
        assert_eq!(place.run(&format!("vt herleid {named} {TODAY}")).stdout, by_pseudonym, "{named}");
    }
    let open = |casus: &str| place.run(&format!("vt nazorg {casus} {TODAY}")).stdout;
    assert_eq!(open("RSD-2025-00377"), open("0q54-r7cv"));
    let none = place.run(&format!("vt herleid RSD-2026-00398 {TODAY}"));
    assert!(none.stderr.contains("deze casus heeft nog geen pseudoniem.") && none.status == 2, "{}", none.stderr);
    assert!(none.stderr.contains("vt inbrengen RSD-2026-00398/kaart.yaml"), "{}", none.stderr);
}

#[test]
fn a_letter_to_each_reader() {
    let place = inside();
    let readers = [
        ("0q54-r7cv", "moeder"),
        ("0q54-r7cv", "kind2"),
        ("0q54-r7cv", "oom"),
        ("0636-fzw1", "oma"),
        ("0636-fzw1", "vader"),
    ];
    let shown = readers.map(|(casus, wie)| place.show(&format!("vt herleid {casus} --brief --aan {wie} {TODAY}")));
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn what_can_not_be_traced_is_said_with_the_way_out() {
    let place = inside();
    let mut shown = vec![
        place.show("vt herleid Yasmina"),
        place.show("vt herleid y7cg-tych"),
        place.show(&format!("vt herleid 7k3f-9qxr {TODAY}")),
        place.show("vt herleid 7k3f-9qxr --vandaag 2026-03-13"),
        place.show(&format!("vt herleid 0q54-r7cv --vergadering 2026-01-15 {TODAY}")),
        place.show("vt herleid 0q54-r7cv --vandaag 2026-02-25"),
        place.show("vt herleid 0q54-r7cv --brief"),
        place.show("vt herleid 0q54-r7cv --aan moeder"),
        place.show("vt herleid 0q54-r7cv --brief --aan Yasmina"),
        place.show("vt herleid 0q54-r7cv --brief --aan buurvrouw"),
    ];
    place.edit(
        CARD,
        "      achternaam: Azzouzi\n",
        "      achternaam: Azzouzi\n      niet_informeren: Dat is niet veilig.\n",
    );
    shown.push(place.show("vt herleid 0q54-r7cv --brief --aan moeder"));
    place.edit(CARD, "geboortedatum: 2016-09-30", "geboortedatum: ongeboren");
    shown.push(place.show("vt herleid 0q54-r7cv --brief --aan kind2"));
    let text = shown.join("\n\n");
    let said: String = text.lines().filter(|line| !line.starts_with("$ ")).collect();
    assert!(!said.contains("Yasmina") && !said.contains("niet veilig"), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn files_that_can_not_be_read_are_named() {
    let place = inside();
    let mut shown = Vec::new();
    // A key that nobody knows: the rest is shown, and that something is missing is said.
    place.edit(TALK, "nodig: |", "nodigg: |");
    shown.push(place.run(&format!("vt herleid 0q54-r7cv {TODAY}")).stderr);
    place.write(TALK, b"versie: \"1\n");
    shown.push(place.show(&format!("vt herleid 0q54-r7cv {TODAY}")));
    place.edit("dossier/RSD-2025-00341/koppeling.yaml", "casus: 0636-fzw1", "casus: 0q54-r7cv");
    shown.push(place.show(&format!("vt herleid 0q54-r7cv {TODAY}")));
    place.write("dossier/RSD-2025-00341/koppeling.yaml", b"versie: 2\n");
    shown.push(place.show(&format!("vt herleid 0636-fzw1 {TODAY}")));
    let link = read(&place, "dossier/RSD-2025-00377/koppeling.yaml");
    place.write("dossier/RSD-2025-00377/koppeling.yaml", link.replace("RSD-2025-00377", "RSD-1").as_bytes());
    shown.push(place.show(&format!("vt herleid 0q54-r7cv {TODAY}")));
    place.write("dossier/RSD-2025-00377/koppeling.yaml", link.as_bytes());
    place.write(CARD, b"versie: \"1\n");
    shown.push(place.show(&format!("vt herleid 0q54-r7cv {TODAY}")));
    std::fs::rename(place.path("team"), place.path("elders")).unwrap();
    shown.push(place.show(&format!("vt herleid 0q54-r7cv {TODAY}")));
    shown.push(place.show(&format!("vt herleid 0q54-r7cv --dossier ../elders {TODAY}")));
    insta::assert_snapshot!(shown.join("\n\n"));
}

/// The case came back: figures beside each other, agreements then with what became of them.
#[test]
fn a_case_that_came_back_shows_then_and_now() {
    let place = inside();
    let (old, new) = ("team/vergaderingen/2026-02-26/0q54-r7cv", "team/vergaderingen/2026-05-21/0q54-r7cv");
    let card = read(&place, &format!("{old}/kaart.yaml"));
    let card = card.replace("soort: nieuw", "soort: monitor").replace("eerder: null", "eerder: 2026-02-26");
    place.write(&format!("{new}/kaart.yaml"), card.as_bytes());
    let nazorg = "versie: 1\nterugkoppeling: {datum: 2026-03-03, met: [moeder, vader, kind1], reactie: Moeder is blij.}\nafspraken:\n  \
                  - {nr: 1, stand: gedaan, op: 2026-03-05}\n  - {nr: 2, stand: kon_niet, op: 2026-03-19, reden: De verhuurder wil \
                  Vader zelf spreken.}\n";
    place.write(&format!("{old}/nazorg.yaml"), nazorg.as_bytes());
    let talk = "versie: 1\nweging:\n  - {rol: gedragswetenschapper, organisatie: SPRING, cijfer: 6}\n  - {rol: veilig_thuis, \
                organisatie: VT, cijfer: 5.5}\n  - {rol: cvc, organisatie: Rucphen, cijfer: 6.5}\nadvies: {soort: voortzetten, \
                uitkomst: gelijk, tekst: Kind 3 gaat mee met Stiefvader., keuze_inbrenger: {wat: Doorgaan bij Oom., reden: Kind 2's \
                wens.}}\nvisies:\n  - {visie: Doorgaan., deelnemers: [SPRING]}\n  - {visie: Stoppen., deelnemers: [Rucphen]}\nmonitor: \
                {terug: nee, hoe: Vader belt zelf.}\n";
    place.write(&format!("{new}/bespreking.yaml"), talk.as_bytes());
    let mut shown = vec![place.show("vt herleid 0q54-r7cv --vandaag 2026-05-22")];
    shown.push(place.show("vt herleid 0q54-r7cv --vandaag 2026-05-22 --brief --aan kind1"));
    // The first one can still be asked for.
    let first = place.run("vt herleid 0q54-r7cv --vandaag 2026-05-22 --vergadering 2026-02-26");
    assert!(first.stdout.contains("besproken op donderdag 26 februari 2026") && !first.stdout.contains("Stoppen"));
    insta::assert_snapshot!(shown.join("\n\n"));
}

/// Who wrote in the team's folder did not know the names; here they are known.
#[test]
fn a_name_that_slipped_in_is_found_back_by_place_and_kind() {
    let place = inside();
    place.edit(TALK, "Vraag de verhuurder", "Yasmina gaat naar De Watermolen. Vraag de verhuurder");
    place.edit("team/vergaderingen/2026-01-15/0636-fzw1/nazorg.yaml", "Kind 1 vroeg", "Milaisa vroeg");
    place.write("team/vergaderingen/2026-02-26/0q54-r7cv/notitie.txt", b"Gebeld.\nNaima komt niet.\n");
    place.write("team/vergaderingen/2026-02-26/0q54-r7cv/gesprek-yasmina.txt", b"Rustig.\n");
    let ran = place.run(&format!("vt herleid 0q54-r7cv {TODAY}"));
    let found = ran.stdout.split("\n\n").find(|part| part.contains("In de teammap")).unwrap().to_owned();
    assert!(!found.contains("Yasmina") && !found.contains("Naima"), "{found}");
    let letter = letter(&place, "0q54-r7cv", "moeder");
    // The name that slipped in does not get into a letter, and the letter claims nothing.
    assert!(letter.stdout.contains("[weggelaten] gaat naar De [weggelaten]."), "{}", letter.stdout);
    assert!(!letter.stdout.contains("niet genoemd"), "{}", letter.stdout);
    insta::assert_snapshot!(format!("{found}\n\n{}", letter.stderr));
}

/// What is someone else's, by the field in which it stands. Each is a word of its own.
const OTHERS: [(&str, &str, &str); 15] = [
    ("weging", "waarom: Ik ken", "waarom: Kwibusa ken"),
    ("advies.reden", "  reden: null", "  reden: Kwibusb."),
    ("advies.samen_met", "samen_met: []", "samen_met: [Kwibusc]"),
    ("visies", "visies: []", "visies: [{visie: Kwibusd, deelnemers: [Kwibuse]}]"),
    ("reactie.neemt_mee", "    Het uitsluiten van", "    Kwibusf uitsluiten van"),
    ("reactie.passend", "passend: Het past.", "passend: Kwibusg."),
    ("nodig", "  Novadic-Kentron geeft", "  Kwibush geeft"),
    ("interventies", "met: [Novadic-Kentron]", "met: [Kwibusi]"),
    ("afspraken of another", "wie: Novadic-Kentron", "wie: Kwibusj"),
    ("what another does", "wat: rechtstreeks nummer", "wat: Kwibusk nummer"),
    ("aanvulling", "  De consulent schuldhulp", "  Kwibusl schuldhulp"),
    ("successen", "- Vader legde", "- Kwibusm legde"),
    ("monitor.hoe", "    Terug als monitor", "    Kwibusn als monitor"),
    ("notulist", "notulist: null", "notulist: {naam: Kwibuso Bakker, organisatie: SPRING}"),
    ("who weighs", "organisatie: SPRING, cijfer: 4.5", "organisatie: Kwibusp, cijfer: 4.5"),
];

#[test]
fn a_letter_never_has_what_is_another_s() {
    let place = inside();
    for (what, from, to) in OTHERS {
        assert!(read(&place, TALK).contains(from), "{what}");
        place.edit(TALK, from, to);
    }
    let nazorg = "versie: 1\nterugkoppeling: {datum: 2026-03-03, met: [Kwibusq], reactie: Kwibusr.}\nafspraken: [{nr: 2, stand: \
                  kon_niet, reden: Kwibuss.}]\n";
    place.write("team/vergaderingen/2026-02-26/0q54-r7cv/nazorg.yaml", nazorg.as_bytes());
    // On the card every text but names: words, reactions, facts, sources, addresses, schools.
    let card: String = read(&place, CARD)
        .lines()
        .map(|line| {
            let key = line.trim_start_matches([' ', '-']).split(':').next().unwrap_or_default();
            let free = ["woorden", "reactie", "wat", "situatie", "omstandigheden", "visie", "blijkt_uit", "school"];
            let is_inline = line.contains(": ") && !line.ends_with('|');
            match line.split_once(": ") {
                Some((before, _)) if is_inline && free.contains(&key) => format!("{before}: Kwibust\n"),
                _ => format!("{}\n", line.replace("Veenpluisstraat", "Kwibusu").replace("4799 PN", "4799 KW")),
            }
        })
        .collect();
    place.write(CARD, card.as_bytes());
    for wie in ["moeder", "vader", "kind1", "kind2", "oom"] {
        let ran = letter(&place, "0q54-r7cv", wie);
        assert_eq!(ran.status, 0, "{wie}: {}", ran.stderr);
        for text in [&ran.stdout, &ran.stderr] {
            assert!(!text.contains("Kwibus") && !text.contains("4799"), "{wie}: {text}");
        }
        // No figure, no source, nobody who sat at the table.
        for word in ["4,5", "SPRING", "Leger des Heils", "Marit van Oers", "jeugdige", "Veilig Thuis"] {
            assert!(!ran.stdout.contains(word), "{wie}: {word}\n{}", ran.stdout);
        }
    }
    // The screen of the inbrenger does have them, so the words would have been seen.
    let own = place.run(&format!("vt herleid 0q54-r7cv {TODAY}")).stdout;
    for (nth, letter) in ('a'..='n').enumerate() {
        assert!(own.contains(&format!("Kwibus{letter}")), "{nth} {}\n{own}", OTHERS[nth].0);
    }
    assert!(["Kwibusq", "Kwibusr", "Kwibuss", "Kwibusp"].iter().all(|word| own.contains(word)), "{own}");
}

/// Whom the reader may not read about: places and schools for everyone, who may not be told for
/// everyone, the others for who has no authority.
#[test]
fn a_letter_keeps_silent_about_places_and_about_who_may_not_be_told() {
    let place = inside();
    place.edit(
        TALK,
        "De\n    plek bij Oom blijft.",
        "Moeder's\n    zus woont in Plaats 1, op Straat 2. Kind 2 blijft op School 1. Vader belt Persoon A.",
    );
    place.edit("dossier/RSD-2025-00377/koppeling.yaml", "keuzes: []", "  - {tekst: Wouwse Hil, door: Plaats 1, soort: plaats}\n  - {tekst: \
        de Zilverspaan, door: Straat 2, soort: straat}\n  - {tekst: De Watermolen, door: School 1, soort: school}\n  - {tekst: Gerrit \
        Koolstra, door: Persoon A, soort: persoon}\nkeuzes: []");
    let to_mother = letter(&place, "0q54-r7cv", "moeder").stdout.replace('\n', " ");
    for word in ["Hil", "Zilverspaan", "Watermolen", "Koolstra", "Plaats 1", "School 1"] {
        assert!(!to_mother.contains(word), "{word}\n{to_mother}");
    }
    assert!(to_mother.contains("Naima's zus woont in [weggelaten], op [weggelaten]."), "{to_mother}");
    // The inbrenger does read them.
    let own = place.run(&format!("vt herleid 0q54-r7cv {TODAY}")).stdout;
    assert!(own.contains("Wouwse Hil") && own.contains("Gerrit Koolstra"), "{own}");

    place.edit(
        CARD,
        "      achternaam: Bouzidi\n      adres",
        "      achternaam: Bouzidi\n      niet_informeren: Hij weet niet waar zij is.\n      adres",
    );
    let ran = letter(&place, "0q54-r7cv", "moeder");
    for word in ["Khalid", "vader", "Vader", "gokken", "weet niet waar"] {
        assert!(!ran.stdout.contains(word), "{word}\n{}", ran.stdout);
    }
    assert!(ran.stderr.contains("2 zinnen van het advies staan er niet in"), "{}", ran.stderr);
}

#[test]
fn an_agreement_stands_in_the_letter_of_whom_it_concerns_alone() {
    let place = inside();
    let talk = read(&place, TALK);
    let (before, after) = (talk.find("afspraken:").unwrap(), talk.find("aanvulling_kaart:").unwrap());
    let agreements = [
        ("Anke Wouters", "met Kind 1 apart praten over zijn vader"),
        ("Anke Wouters", "met Moeder en Kind 1 een slot kopen"),
        ("inbrenger", "zorgen dat Moeder een rekening heeft, zonder Vader"),
        ("moeder", "elke week bellen als Vader weg is"),
        ("ouders", "samen het rooster maken"),
        ("Kind 1 en Kind 2", "een seintje bedenken"),
        ("Anke Wouters", "een taart bakken"),
        ("Oom", "de sleutel bewaren"),
    ];
    let lines: Vec<String> = agreements
        .iter()
        .enumerate()
        .map(|(nth, (wie, wat))| format!("  - {{nr: {}, wat: \"{wat}\", wie: {wie}, wanneer: 2026-04}}\n", nth + 1))
        .collect();
    place.write(TALK, format!("{}afspraken:\n{}{}", &talk[..before], lines.concat(), &talk[after..]).as_bytes());
    let mut who: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for wie in ["moeder", "vader", "kind1", "kind2", "oom"] {
        let text = letter(&place, "0q54-r7cv", wie).stdout;
        let items = text.split("\n- ").skip(1).map(|item| item.split("\n\n").next().unwrap().replace("\n  ", " "));
        who.insert(wie, items.collect());
    }
    insta::assert_debug_snapshot!(who);
}

#[test]
fn it_reads_and_writes_nothing() {
    let place = Place::both_examples();
    let all = |place: &Place| -> BTreeMap<String, Vec<u8>> {
        let files = walkdir::WalkDir::new(place.path("")).into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file());
        files.map(|entry| (entry.path().display().to_string(), std::fs::read(entry.path()).unwrap())).collect()
    };
    let before = all(&place);
    for line in
        ["vt --dossier dossier herleid 0q54-r7cv", "vt --dossier dossier herleid 0q54-r7cv --brief --aan moeder"]
    {
        assert_eq!(place.run(line).status, 0);
    }
    assert_eq!(all(&place), before);
}

/// Names of the family, as texts write them.
const SAID: [&str; 10] = [
    "Ilyas",
    "Ilyas'",
    "Yasmina",
    "Yasmina's",
    "Naima",
    "Naima's",
    "Khalid",
    "Khalids",
    "Waldhoorn College",
    "Gerrit Koolstra",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    /// What a label stands for comes back: a text that crossed reads as it was written.
    #[test]
    fn there_and_back_is_the_same_text(words in proptest::collection::vec((0..SAID.len(), 0..6_usize), 1..8)) {
        let card = include_str!("../examples/dossier/RSD-2025-00377/kaart.yaml");
        let card: Veiligheidskaart = parse(card.as_bytes()).unwrap().read().0.unwrap();
        let (regio, day) = (default_regio(), common::day("2026-03-12"));
        let frames = ["NAAM belt op maandag.", "Morgen gaat het gesprek over NAAM en de week.", "\"NAAM\", zei de school.",
            "Thuis is NAAM er niet bij (of later).", "Het gesprek met NAAM gaat door!", "De afspraak met NAAM,\nop dinsdag, blijft."];
        let text: Vec<String> = words.iter().map(|(name, frame)| frames[*frame].replace("NAAM", SAID[*name])).collect();
        let text = text.join(" ");
        let names = Names::of(&card, &regio, day);
        let stays = names_of(&regio, Some(&card));
        let file = TeamFile::ingetrokken("2026-03-04T10:12:00+01:00".parse().ok().unwrap(), "Anke Wouters", &text);
        let reviewed = review(file, &Reviewing { names: &names, stays: &stays, koppeling: None, team: &InTeam::default(), choices: &[], said: &[], asks_labels: false });
        let crossed = gate(&reviewed.file, &names, &regio);
        prop_assert!(crossed.is_ok());
        let crossed: serde_yaml::Value = serde_yaml::from_slice(crossed.ok().unwrap().as_ref()).unwrap();
        let crossed = crossed["reden"].as_str().unwrap().to_owned();
        prop_assert!(!crossed.contains("Ilyas") && !crossed.contains("Koolstra"), "{}", crossed);
        let given: Vec<BTreeMap<&str, &str>> = reviewed.given.iter()
            .map(|one| BTreeMap::from([("tekst", one.tekst.as_str()), ("door", one.door.as_str())])).collect();
        let link = serde_yaml::to_string(&BTreeMap::from([("vervangingen", given)])).unwrap();
        let link: Koppeling = parse(link.as_bytes()).unwrap().read().0.unwrap();
        let back = WayBack::of(&card, &link, &InTeam::default()).trace(&crossed);
        prop_assert!(back.unknown.is_empty(), "{:?}", back.unknown);
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(flat(&back.text), flat(&text));
    }
}
