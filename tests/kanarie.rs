//! A name that nobody else has, put wherever a dossier holds a text: it is in no output that
//! is not the terminal of its owner, in no file of the team's folder and in no name of a file.
//!
//! Every command and every format is run on every kind of fault; all streams are pipes.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use serde_yaml::Value;
use std::collections::BTreeSet;
use transcript::{Place, Ran};
use vt::model::{Casus, Koppeling, Veiligheidskaart};
use vt::pseudo::{Choice, Crossing, InTeam, Names, Reviewing, gate, names_of, review, strip};
use vt::store::default_regio;
use vt::yaml::parse;

/// No list has it, and no word holds it.
const CANARY: &str = "Zwaluwintje Kwibuskanarie";
const CARD: &str = "dossier/RSD-2026-00412/kaart.yaml";
const LINK: &str = "dossier/RSD-2026-00412/koppeling.yaml";

/// Whether a text holds any part of the canary, however it is spelled.
fn sings(text: &str) -> bool {
    let folded: String = text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    folded.contains("zwaluwint") || folded.contains("kwibus")
}

/// Keys under which the name of a professional or an organisation crosses: a family's name there
/// is a mistake that only the professional can see. The rest of a dossier's texts is the family's.
const PROFESSIONAL: [&str; 8] = ["naam", "organisatie", "via", "gemeente", "van", "aan", "regel", "sleutel"];

/// Every text of a file with its path; those of professionals left out.
fn texts(value: &Value, path: &[String], found: &mut Vec<Vec<String>>) {
    let below = |key: String| path.iter().cloned().chain([key]).collect::<Vec<_>>();
    match value {
        Value::Sequence(items) => {
            items.iter().enumerate().for_each(|(nth, item)| texts(item, &below(nth.to_string()), found));
        }
        Value::Mapping(entries) => {
            for (key, value) in entries {
                texts(value, &below(key.as_str().unwrap().to_owned()), found);
            }
        }
        Value::String(_) => {
            let is_professional = path.last().is_some_and(|key| PROFESSIONAL.contains(&key.as_str()));
            let of_family = path.iter().any(|key| key == "gezin");
            if !is_professional || of_family {
                found.push(path.to_vec());
            }
        }
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, path: &[String]) -> &'v mut Value {
    path.iter().fold(value, |value, step| match step.parse::<usize>() {
        Ok(nth) => &mut value[nth],
        Err(_) => &mut value[step.as_str()],
    })
}

/// The good card with every optional key that the template knows, so that no string is missed.
fn full_card(place: &Place) -> Value {
    let mut card: Value = serde_yaml::from_str(&read(place, CARD)).unwrap();
    let more: Value = serde_yaml::from_str(include_str!("kanarie/meer.yaml")).unwrap();
    for (key, value) in more.as_mapping().unwrap() {
        card[key.as_str().unwrap()] = value.clone();
    }
    card
}

fn read(place: &Place, path: &str) -> String {
    std::fs::read_to_string(place.path(path)).unwrap()
}

/// Of each text by itself: what would cross holds no letter of the canary, or nothing crosses.
#[test]
fn no_single_text_of_a_card_crosses_with_the_canary() {
    let place = Place::good();
    let card = full_card(&place);
    let mut paths = Vec::new();
    texts(&card, &[], &mut paths);
    assert!(paths.len() > 80, "{}", paths.len());
    let regio = default_regio();
    let day = common::day("2026-03-12");
    let mut crossed = 0;
    for path in &paths {
        let mut sung = card.clone();
        *at(&mut sung, path) = Value::String(format!("Het gaat goed met {CANARY} en de rest."));
        let text = serde_yaml::to_string(&sung).unwrap();
        let doc = parse(text.as_bytes()).unwrap();
        let (sung, problems) = doc.read::<Veiligheidskaart>();
        let (Some(sung), true) = (sung, problems.is_empty()) else { continue };
        let crossing = Crossing {
            regio: &regio,
            casus: Casus::read("7k3f-9qxr").unwrap(),
            op: "2026-03-04T10:12:00+01:00".parse().ok().unwrap(),
            door: "Anke Wouters".to_owned(),
            spoed: None,
            day,
            bands: false,
        };
        let names = Names::of(&sung, &regio, day);
        let (stays, choices) = (names_of(&regio, Some(&sung)), Choice::of_file(&sung.blijft_staan));
        let with = Reviewing {
            names: &names,
            stays: &stays,
            koppeling: None,
            team: &InTeam::default(),
            choices: &choices,
            said: &[],
            asks_labels: true,
        };
        let reviewed = review(strip(&sung, &crossing).into(), &with);
        if let Ok(gated) = gate(&reviewed.file, &names, &regio) {
            let text = String::from_utf8(gated.as_ref().to_vec()).unwrap();
            // The label that the author gave someone is the author's own word.
            assert!(!sings(&text), "{}", path.join("."));
            crossed += 1;
        }
    }
    assert!(crossed > 40, "{crossed} of {}", paths.len());
}

/// What is wrong with the card, each with the canary in it.
fn faults(place: &Place) -> Vec<(&'static str, String)> {
    let good = read(place, CARD);
    let mut full = full_card(place);
    let mut paths = Vec::new();
    texts(&full, &[], &mut paths);
    // Choices stay choices here: a wrong one is a fault of its own.
    let free: BTreeSet<&str> = [
        "wat",
        "situatie",
        "hoe_lang",
        "hoe_vaak",
        "wanneer_niet",
        "omstandigheden",
        "resultaat",
        "afspraak",
        "woorden",
        "reactie",
        "reden_niet",
        "reden_toch",
        "visie",
        "tekst",
        "reden",
        "hulpvraag",
        "wat_is_nodig",
        "verloop",
        "veilig_nu",
        "voornaam",
        "achternaam",
        "school",
        "straat",
        "woonplaats",
        "niveau",
        "wat_houdt_het",
        "expertise",
        "blijkt_uit",
    ]
    .into();
    for path in &paths {
        if path.last().is_some_and(|key| free.contains(key.as_str())) {
            *at(&mut full, path) = Value::String(CANARY.to_owned());
        }
    }
    let everywhere = serde_yaml::to_string(&full).unwrap();
    let with = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, &to.replace("CANARY", CANARY), 1)
    };
    vec![
        ("every text", everywhere),
        ("a wrong type", with("hulpvraag: |\n", "hulpvraag: [CANARY]\nweg: |\n")),
        ("a map for a text", with("hulpvraag: |\n", "hulpvraag: {CANARY: CANARY}\nweg: |\n")),
        ("a wrong choice", with("soort: nieuw", "soort: CANARY")),
        ("a wrong date", with("bijgewerkt: 2026-03-02", "bijgewerkt: CANARY")),
        ("an unknown key", with("soort: nieuw", "soort: nieuw\nCANARY: ja")),
        ("a double key", with("soort: nieuw", "soort: nieuw\nsoort: CANARY")),
        ("a comment", with("soort: nieuw", "soort: nieuw # CANARY")),
        ("an anchor", with("soort: nieuw", "soort: &CANARY nieuw")),
        ("an alias", with("soort: nieuw", "soort: *Zwaluwintje")),
        ("a tag", with("soort: nieuw", "soort: !Zwaluwintje nieuw")),
        ("broken YAML", with("soort: nieuw", "soort: \"CANARY")),
        ("a broken line", with("soort: nieuw", "CANARY")),
        ("a tab", with("soort: nieuw", "soort: nieuw\n\tCANARY: x")),
        ("a second document", format!("{good}---\n{CANARY}\n")),
        ("a version", with("versie: 1", "versie: CANARY")),
        ("a number for a name", with("dossiernummer: RSD-2026-00412", "dossiernummer: CANARY")),
        ("a pseudonym", with("dossiernummer: RSD-2026-00412", "casus: CANARY")),
        ("a role", with("rol: jeugdige", "rol: CANARY")),
        ("a reference", with("woont_bij: [moeder]", "woont_bij: [CANARY]")),
        ("a member", with("wie: kind1", "wie: CANARY")),
        ("a municipality", with("gemeente: Roosendaal", "gemeente: CANARY")),
        ("no UTF-8", good.clone()),
    ]
}

const COMMANDS: [&str; 26] = [
    "vt check",
    "vt check dossier --formaat json --vergadering 2026-03-12",
    "vt check dossier/RSD-2026-00412/kaart.yaml --vergadering 2026-03-12 --tips --alles",
    "vt check dossier/RSD-2026-00412/kaart.yaml --lijst",
    "vt check dossier/RSD-2026-00412/kaart.yaml --vul-aan",
    "vt --dossier dossier nieuw RSD-2026-00412",
    "vt check los.yaml --formaat json",
    "vt scan dossier/RSD-2026-00412/kaart.yaml",
    "vt scan dossier/RSD-2026-00412/kaart.yaml --formaat json",
    "vt pseudonimiseer dossier/RSD-2026-00412 --vergadering 2026-03-12",
    "vt pseudonimiseer dossier/RSD-2026-00412 --vergadering 2026-03-12 --droog",
    "vt pseudonimiseer los.yaml --vergadering 2026-03-12",
    "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-12 --droog",
    "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-12",
    "vt --map teammap inbrengen los.yaml --vergadering 2026-03-12 --door Anke",
    "vt check teammap --formaat json --alles",
    "vt --map teammap agenda 2026-03-12 --formaat json",
    "vt --map teammap agenda 2026-03-12",
    "vt toon los.yaml",
    "vt --dossier dossier --map teammap nazorg",
    "vt --map teammap nazorg 7k3f-9qxr",
    "vt --dossier dossier --map teammap",
    "vt --map teammap",
    "vt --dossier dossier --map teammap opruimen",
    "vt --map teammap toon 7k3f-9qxr",
    "vt toon teammap/vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml",
];

/// A card of one's own dossier is shown whole; nothing beside it, and nothing when it fails.
const OWN: &str = "vt toon dossier/RSD-2026-00412";

#[test]
fn no_fault_makes_any_command_sing() {
    let mut runs = 0;
    for (what, card) in faults(&Place::good()) {
        let place = Place::good();
        std::fs::remove_dir_all(place.path("teammap/vergaderingen/2026-03-12")).unwrap();
        let mut bytes = card.into_bytes();
        if what == "no UTF-8" {
            bytes.extend_from_slice(format!("# {CANARY}\n").as_bytes());
            bytes.push(0xff);
        }
        place.write(CARD, &bytes);
        place.write("los.yaml", &bytes);
        for command in COMMANDS {
            let ran = place.run(command);
            assert!(!sings(&ran.stdout) && !sings(&ran.stderr), "{what}: {command}\n{}{}", ran.stdout, ran.stderr);
            assert!(ran.status <= 2 && !ran.stderr.contains("panic"), "{what}: {command}\n{}", ran.stderr);
            runs += 1;
        }
        let own = place.run(OWN);
        assert!(!sings(&own.stderr) && !own.stderr.contains("panic"), "{what}: {}", own.stderr);
        assert!(own.status < 2 || own.stdout.is_empty(), "{what}: {}", own.stdout);
        silent(&place, what);
    }
    assert_eq!(runs, 23 * COMMANDS.len());
}

/// The same in the files beside the card, in arguments, and as the name of a folder or file.
#[test]
fn koppeling_dossier_arguments_and_file_names_do_not_sing() {
    let link = |keys: &str| {
        format!("versie: 1\ndossiernummer: RSD-2026-00412\ncasus: 7k3f-9qxr\n{keys}\n").replace("CANARY", CANARY)
    };
    let links = [
        link("vervangingen: [{tekst: CANARY, door: Persoon A, soort: persoon}]"),
        link("keuzes: [{tekst: CANARY, in: CANARY, keuze: blijft, reden: gewoon_woord}]"),
        link("keuzes: [{tekst: CANARY, in: hulpvraag, keuze: CANARY}]"),
        link("overgedragen: {aan: CANARY, op: 2026-01-01}"),
        link("labels_tot: [CANARY, Persoon B]"),
        link("CANARY: x"),
        link("casus: CANARY"),
        format!("versie: 1\ndossiernummer: {CANARY}\ncasus: {CANARY}\n"),
        format!("\"{CANARY}"),
    ];
    for text in links {
        let place = Place::good();
        place.write(LINK, text.as_bytes());
        for command in COMMANDS.iter().chain([&OWN]) {
            let ran = place.run(command);
            assert!(!sings(&ran.stdout) && !sings(&ran.stderr), "{command}\n{}{}", ran.stdout, ran.stderr);
        }
        silent(&place, "koppeling");
    }
    let place = Place::good();
    let name = CANARY.replace(' ', "-");
    for line in [
        "vt pseudonimiseer NAME",
        "vt inbrengen NAME --vergadering 2026-03-12",
        "vt inbrengen dossier/RSD-2026-00412 --vergadering NAME",
        "vt --map teammap intrekken NAME",
        "vt --map teammap intrekken 7k3f-9qxr --reden NAME",
        "vt intrekken 7k3f-9qxr --map NAME",
        "vt check NAME",
        "vt scan NAME",
        "vt toon NAME",
        "vt --map teammap nazorg NAME",
        "vt --dossier dossier --map teammap nazorg 7k3f-9qxr --afronden --terugkoppeling 2026-03-04 --met NAME",
        "vt --map teammap opruimen NAME --ja",
        "vt --map NAME",
        "vt --dossier dossier toon NAME/kaart.yaml",
        "vt --map teammap toon 7k3f-9qxr --vergadering NAME",
        "vt NAME",
        "vt pseudonimiseer --NAME",
        "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-12 --spoed NAME",
        "vt --dossier dossier nieuw NAME/x --sjabloon",
        "vt --dossier dossier nieuw NAME --van NAME",
        "vt --dossier dossier nieuw RSD-1 --van NAME --casus NAME",
        "vt --dossier dossier nieuw RSD-1 --van NAME --casus 7k3f-9qxr",
        "vt overdracht NAME",
        "vt overdracht dossier/RSD-2026-00412 --aan NAME --datum 2026-03-04 --met NAME --blijft-aangehaakt ja",
        "vt overdracht dossier/RSD-2026-00412 --aan a,b --datum NAME --met NAME --blijft-aangehaakt NAME",
        "vt overdracht dossier/RSD-2026-00412 --aan a,b --datum 2026-03-04 --met NAME --blijft-aangehaakt ja",
        "vt uitleg NAME",
        "vt schema NAME",
        "vt init team NAME/NAME",
    ] {
        let line = line.replace("NAME", &name);
        let ran = place.run(&line);
        assert!(!sings(&ran.stdout) && !sings(&ran.stderr), "{line}\n{}{}", ran.stdout, ran.stderr);
    }
    // Reasons: what names somebody is replaced, or stops it.
    for (line, reason) in [
        (
            "vt --map teammap --dossier dossier intrekken 7k3f-9qxr --reden -",
            format!("{CANARY} wil het eerst zelf proberen."),
        ),
        ("vt --map teammap intrekken 7k3f-9qxr --reden - --door Anke", format!("Met {CANARY} gaat het beter.")),
    ] {
        let mut command = place.command(line);
        command.write_stdin(reason);
        let ran = Ran::of(command);
        assert!(!sings(&ran.stdout) && !sings(&ran.stderr), "{line}\n{}{}", ran.stdout, ran.stderr);
        silent(&place, line);
    }
}

/// What became of an advice is written from the dossier: what is typed is replaced, or stops it.
#[test]
fn what_became_of_an_advice_does_not_sing() {
    for (is_new, words) in
        [(true, "NAME vindt het goed."), (false, "NAME vindt het goed."), (false, "zwaluwintje belt.")]
    {
        let place = Place::good();
        place.edit(LINK, "casus: 7k3f-9qxr", "casus: pqtw-3kz3");
        place.edit(LINK, "tekst: Daan", "tekst: Zwaluwintje");
        place.edit(CARD, "hulpvraag: |\n", &format!("hulpvraag: |\n  {CANARY} vraagt het.\n"));
        let text = read(&place, CARD);
        let named = text.replacen("voornaam: Daan", "voornaam: Zwaluwintje", 1);
        assert_ne!(text, named);
        place.write(CARD, named.as_bytes());
        let file = place.path("teammap/vergaderingen/2026-01-15/pqtw-3kz3/nazorg.yaml");
        if is_new {
            std::fs::remove_file(&file).unwrap();
        }
        // A talk that is there already may only be completed, so the day must be the same.
        let day = if is_new { "2026-02-01" } else { "2026-01-20" };
        let mut command = place.command(&format!(
            "vt --dossier dossier --map teammap nazorg pqtw-3kz3 --afronden --terugkoppeling {day} --met moeder \
             --reactie -"
        ));
        command.write_stdin(words.replace("NAME", CANARY));
        let ran = Ran::of(command);
        assert!(ran.status < 2, "{}", ran.stderr);
        assert!(!sings(&ran.stdout) && !sings(&ran.stderr), "{words}\n{}{}", ran.stdout, ran.stderr);
        silent(&place, words);
    }
}

/// No file of the team's folder holds the canary, and none is named after it.
fn silent(place: &Place, what: &str) {
    let root = place.path("teammap");
    for entry in walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap) {
        assert!(!sings(&entry.path().strip_prefix(&root).unwrap().to_string_lossy()), "{what}: a name of a file");
        if entry.file_type().is_file() {
            let text = String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap()).into_owned();
            assert!(!sings(&text), "{what}: {}", entry.path().display());
        }
    }
}

/// A koppeling is read back, so that what the canary stood for is not forgotten.
#[test]
fn the_owner_finds_the_canary_back() {
    let place = Place::good();
    std::fs::remove_file(place.path(LINK)).unwrap();
    std::fs::remove_dir_all(place.path("teammap/vergaderingen/2026-03-12")).unwrap();
    let text = read(&place, CARD).replace("Kind 1", "het kind");
    let text = text.replace("hulpvraag: |\n", &format!("hulpvraag: |\n  Buurvrouw {CANARY} vraagt het.\n"));
    place.write(CARD, text.as_bytes());
    let ran = place.run("vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-12");
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    silent(&place, "handing in");
    let link = read(&place, LINK);
    let link: Koppeling = parse(link.as_bytes()).unwrap().read().0.unwrap();
    let door = link.vervangingen.values().find(|one| one.tekst.as_deref() == Some(CANARY)).unwrap().door.clone();
    assert_eq!(door.as_deref(), Some("Persoon A"));
}
