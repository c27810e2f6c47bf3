//! `vt nazorg` and `vt opruimen`: what is open after the discussions, settling it from the
//! dossier, and taking away what was kept long enough.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran, changed};

const NAZORG: &str = "team/vergaderingen/2026-02-26/0q54-r7cv/nazorg.yaml";
const KOPPELING: &str = "dossier/RSD-2025-00377/koppeling.yaml";
const SUNDAY: &str = "2026-03-08T10:00:00+01:00";

/// `vt nazorg 0q54-r7cv --afronden` with more options, on Sunday 8 March 2026.
fn settle(place: &Place, options: &[&str], stdin: &str) -> Ran {
    place.at(SUNDAY, &[&["nazorg", "0q54-r7cv", "--afronden"], options].concat(), stdin)
}

#[test]
fn what_is_open_by_owner_and_day() {
    let place = Place::whole_example();
    assert_snapshot!("team", place.show("vt nazorg --vandaag 2026-03-06"));
    assert_snapshot!("one_case", place.show("vt nazorg h2v8-m0cw --vandaag 2026-03-06"));
    let place = Place::both_examples().inside("dossier");
    assert_snapshot!("own", place.show("vt nazorg --vandaag 2026-03-06"));
    // Nothing but the number tells the family.
    let ran = place.run("vt nazorg --vandaag 2026-03-06");
    for name in ["Ilyas", "Naima", "Khalid", "Bouzidi", "Milaisa"] {
        assert!(!ran.stdout.contains(name), "{name}");
    }
    let good = Place::good().inside("teammap");
    assert_snapshot!("good", good.show("vt nazorg --vandaag 2026-03-04"));
}

/// Deciding and writing down the discussion are the chair's: who handed it in is told to call.
#[test]
fn of_one_s_own_case_without_an_outcome_the_chair_is_called() {
    let place = Place::both_examples();
    let own = place.run("vt --dossier dossier --map team nazorg --vandaag 2026-03-13").stdout;
    assert!(own.contains("bel de voorzitter") && !own.contains(" besluit 7k3f-9qxr"), "{own}");
    assert!(own.contains(" toon 7k3f-9qxr --vergadering 2026-03-12"), "{own}");
    // Of another's case, with the dossier at hand, the command stays the chair's.
    let other = place.run("vt --dossier dossier --map team nazorg dr27-20t6 --vandaag 2026-03-13").stdout;
    assert!(other.contains(" besluit dr27-20t6") && !other.contains("bel de voorzitter"), "{other}");
}

/// Whoever handed a case over keeps the own agreements; the rest is the other's.
#[test]
fn of_a_case_that_was_handed_over_nothing_is_brought_in() {
    let place = Place::both_examples().inside("dossier");
    let line = "vt nazorg 0q54-r7cv --vandaag 2026-03-06";
    let open = ["opnieuw inbrengen: komt terug", "het advies met het gezin bespreken"];
    let own = place.run(line).stdout;
    assert!(open.iter().all(|what| own.contains(what)), "{own}");
    let over = "overgedragen: {aan: 'Femke de Rooij, GI', op: 2026-03-04}";
    place.edit(KOPPELING, "overgedragen: null", over);
    let gone = place.run(line).stdout;
    assert!(open.iter().all(|what| !gone.contains(what)) && gone.contains("afspraak 1: "), "{gone}");
    assert!(gone.contains("\nJe hebt deze casus overgedragen: "), "{gone}");
}

/// A case whose meeting passed stands first, with the command that gives it an outcome.
#[test]
fn a_case_without_an_outcome_stands_first() {
    let place = Place::whole_example();
    let text = place.run("vt nazorg --vandaag 2026-03-13").stdout;
    let first = text.split("\n\n").nth(1).unwrap();
    assert_snapshot!("without_outcome", first);
    // Handed in anew, it is looked after there.
    let card = place.read("vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml");
    place.write("vergaderingen/2026-03-19/7k3f-9qxr/kaart.yaml", card.as_bytes());
    let text = place.run("vt nazorg --vandaag 2026-03-13").stdout;
    assert!(!text.contains("besluit 7k3f-9qxr --vergadering 2026-03-12"), "{text}");
    // A meeting that was cancelled had no case.
    let cancelled = b"versie: 1\nvervalt: {reden: De zaal is bezet., naar: 2026-03-26}\n";
    place.write("vergaderingen/2026-03-12/vergadering.yaml", cancelled);
    let text = place.run("vt nazorg --vandaag 2026-03-13").stdout;
    assert!(!text.contains("Vergadering voorbij"), "{text}");
}

/// What was to come back and did not, until it stands somewhere later.
#[test]
fn a_monitoring_that_was_missed_stays_until_it_is_planned_again() {
    let place = Place::whole_example();
    let missed = "zou terugkomen op 19 maart";
    let said = |day: &str| {
        place
            .run(&format!("vt nazorg c7pv-759b --vandaag {day}"))
            .stdout
            .replace("\n                                   ", " ")
    };
    assert!(said("2026-03-19").contains("komt terug op 19 maart") && !said("2026-03-19").contains(missed));
    assert!(said("2026-03-20").contains(missed), "{}", said("2026-03-20"));
    let expected = b"versie: 1\nwaarom: monitor\nvan: 2026-02-05\n";
    place.write("vergaderingen/2026-04-02/c7pv-759b/verwacht.yaml", expected);
    assert!(!said("2026-03-20").contains(missed), "{}", said("2026-03-20"));
}

/// Agreed at the table is enough, also when it does not stand in that meeting yet.
#[test]
fn what_was_agreed_counts_and_who_took_over_tells_the_family() {
    let place = Place::whole_example();
    std::fs::remove_dir_all(place.path("vergaderingen/2026-04-23")).unwrap();
    let text = place.run("vt nazorg y7cg-tych --vandaag 2026-03-06").stdout;
    assert!(text.contains("16 april  y7cg-tych  opnieuw inbrengen: komt terug op 23 april"), "{text}");
    let over = b"versie: 1\novergedragen: {aan: Bart Tielemans, op: 2026-03-06}\n";
    place.write("vergaderingen/2026-03-05/y7cg-tych/nazorg.yaml", over);
    let text = place.run("vt nazorg y7cg-tych --vandaag 2026-03-06 --stil").stdout;
    let of_bart = text.split("\n\n").find(|part| part.starts_with("Bart Tielemans")).unwrap();
    assert!(of_bart.contains("het advies met het gezin bespreken"), "{text}");
}

#[test]
fn days_on_a_card_are_due_and_one_s_own_are_for_the_terminal() {
    let place = Place::good();
    let card = "dossier/RSD-2026-00412/kaart.yaml";
    let text = place.read(card);
    let born = text.lines().find(|line| line.trim_start().starts_with("geboortedatum:")).unwrap().to_owned();
    place.edit(card, &born, &born.replace(born.split(':').nth(1).unwrap(), " 2008-07-01"));
    let more = "rvdk: {volgen_tot: 2026-02-20}\n";
    let measures = "maatregelen:\n  - {wie: kind1, soort: ots, einde: 2026-05-01}\n";
    let lines = text.lines().filter(|line| !line.starts_with("rvdk:") && !line.starts_with("maatregelen:"));
    let rest: String = lines.flat_map(|line| [line, "\n"]).collect();
    place.write(
        card,
        format!(
            "{}{more}{measures}",
            rest.replace(&born, &born.replace(born.split(':').nth(1).unwrap(), " 2008-07-01"))
        )
        .as_bytes(),
    );
    let place = place.inside("dossier");
    let ran = place.run("vt nazorg --map ../teammap --vandaag 2026-03-04");
    assert_snapshot!("own_card", ran.show("vt nazorg --map ../teammap"));
    for day in ["juli", "mei", "februari"] {
        assert!(!ran.stdout.contains(day), "{}", ran.stdout);
    }
}

#[test]
fn what_became_of_an_advice_is_written_without_names() {
    let place = Place::both_examples().inside("dossier");
    let before = place.tree();
    let told = ["--terugkoppeling", "2026-03-06", "--met", "moeder,Kind1", "--reactie", "-"];
    let words = "Naima is opgelucht, zegt Anke Wouters. Khalid wil snel beginnen.";
    let dry = settle(&place, &[&told[..], &["--droog"]].concat(), words);
    assert_eq!(place.tree(), before);
    assert_snapshot!("dry", dry.show("vt nazorg 0q54-r7cv --afronden … --droog"));
    let ran = settle(&place, &told, words);
    let files = changed(&before, &place.tree());
    assert_snapshot!("told", format!("{}\n\n{files}", ran.show("vt nazorg 0q54-r7cv --afronden …")));
    assert_eq!(settle(&place, &told, words).stdout, "Er verandert niets: dit staat er al zo.\n");
    // An agreement goes behind what stands there, also behind what a person wrote.
    let own = place.read(NAZORG).replace("versie: 1\n", "versie: 1 # eigen opmerking\n");
    place.write(NAZORG, own.as_bytes());
    for (options, stdin) in [
        (&["--afspraak", "1", "--gedaan", "--op", "2026-03-05"][..], ""),
        (&["--afspraak", "2", "--kon-niet", "--reden", "-"], "De verhuurder wil Khalid zelf spreken."),
        (&["--afspraak", "1", "--niet-gedaan", "--reden", "-", "--verder-geholpen", "deels"], "Er was geen plek."),
    ] {
        let ran = settle(&place, options, stdin);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{options:?} {}", ran.stdout);
    }
    assert_snapshot!("settled", place.read(NAZORG));
    let check = place.run("vt check ../team/vergaderingen/2026-02-26 --vandaag 2026-03-08");
    assert_eq!(check.status, 0, "{}", check.stdout);
    let open = place.run("vt nazorg 0q54-r7cv --vandaag 2026-03-08").stdout;
    assert!(!open.contains("Vader helpen") && !open.contains("het advies met het gezin"), "{open}");
    assert!(open.contains("afspraak 3"), "{open}");
}

/// What a family said is never written over.
#[test]
fn a_talk_that_was_written_down_stays() {
    let place = Place::both_examples().inside("dossier");
    let path = "team/vergaderingen/2026-01-15/0636-fzw1/nazorg.yaml";
    let before = place.read(path);
    let talk = |day: &str, met: &str| {
        let words = ["nazorg", "0636-fzw1", "--afronden", "--terugkoppeling", day, "--met", met];
        place.at(SUNDAY, &words, "")
    };
    let other = talk("2026-01-22", "oma");
    assert_eq!((other.status, place.read(path)), (2, before.clone()));
    assert_snapshot!("other_talk", other.stderr);
    assert_eq!(talk("2026-01-21", "moeder").stdout, "Er verandert niets: dit staat er al zo.\n");
    assert_eq!(talk("2026-01-21", "oma,oma").status, 0);
    assert_eq!(place.read(path), before.replace("[moeder, kind1]", "[moeder, kind1, oma]"));
}

/// Stopped after the first write, the same command completes it.
#[test]
fn settling_again_completes_it() {
    let place = Place::both_examples().inside("dossier");
    let told = ["--terugkoppeling", "2026-03-06", "--met", "moeder", "--reactie", "-"];
    let words = "Tante Fatima Ouali kwam ook en is blij.";
    let ran = settle(&place, &told, words);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let after = place.tree();
    assert!(after[KOPPELING].contains("Fatima") && !after[NAZORG].contains("Fatima"), "{}", after[NAZORG]);
    std::fs::remove_file(place.path(NAZORG)).unwrap();
    let check = place.run("vt check --vandaag 2026-03-08");
    assert!(!check.stdout.contains("koppeling.yaml"), "{}", check.stdout);
    assert_eq!(settle(&place, &told, words).status, 0);
    assert_eq!(place.tree(), after);
}

#[test]
fn what_can_not_be_settled_is_said_with_the_way_out() {
    let place = Place::both_examples().inside("dossier");
    let before = place.tree();
    let lines: [&[&str]; 13] = [
        &["nazorg", "--afronden"],
        &["nazorg", "Ilyas"],
        &["nazorg", "2kt7-hptn"],
        &["nazorg", "0q54-r7cv", "--afronden"],
        &["nazorg", "0q54-r7cv", "--gedaan"],
        &["nazorg", "0q54-r7cv", "--afronden", "--terugkoppeling", "2026-03-06"],
        &["nazorg", "0q54-r7cv", "--afronden", "--terugkoppeling", "2026-03-06", "--met", "Khalid"],
        &["nazorg", "0q54-r7cv", "--afronden", "--terugkoppeling", "2026-02-20", "--met", "moeder"],
        &["nazorg", "0q54-r7cv", "--afronden", "--afspraak", "9", "--gedaan"],
        &["nazorg", "0q54-r7cv", "--afronden", "--afspraak", "2", "--kon-niet"],
        &["nazorg", "0q54-r7cv", "--afronden", "--verder-geholpen", "ja", "--vergadering", "2026-01-15"],
        &["nazorg", "5xs5-3w31", "--afronden", "--verder-geholpen", "ja"],
        &["nazorg", "7k3f-9qxr", "--afronden", "--verder-geholpen", "ja"],
    ];
    let shown: Vec<String> = lines
        .iter()
        .map(|words| {
            let ran = place.at(SUNDAY, words, "");
            assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{words:?}");
            ran.show(&format!("vt {}", words.join(" ")))
        })
        .collect();
    assert_eq!(place.tree(), before);
    assert_snapshot!("wrong", shown.join("\n\n"));
    let today = place.run("vt nazorg 0q54-r7cv --afronden --verder-geholpen ja --vandaag 2026-03-08");
    assert_eq!(today.status, 2);
    // A family's name that a person typed into the file stops the edit.
    place.write(NAZORG, b"versie: 1\nterugkoppeling: {reactie: Yasmina was blij.}\n");
    let ran = settle(&place, &["--verder-geholpen", "ja"], "");
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(!ran.stdout.contains("Yasmina") && !place.read(NAZORG).contains("verder"), "{}", ran.stdout);
    // Who handed it over does not settle it.
    place.write(NAZORG, b"versie: 1\n");
    place.edit(KOPPELING, "overgedragen: null", "overgedragen: {aan: Bart Tielemans, op: 2026-03-01}");
    let ran = settle(&place, &["--verder-geholpen", "ja"], "");
    assert!(ran.status == 2 && ran.stderr.contains("overgedragen"), "{}", ran.stderr);
    let list = place.run("vt nazorg --vandaag 2026-03-08").stdout;
    assert!(!list.contains("RSD-2025-00377"), "{list}");
}

/// What stops it whatever is answered, is said before anything is asked.
#[test]
fn labels_that_can_t_be_read_stop_settling_before_its_questions() {
    let place = Place::both_examples().inside("dossier");
    std::fs::create_dir_all(place.path("team/vergaderingen/2026-01-15/0q54-r7cv/kaart.yaml")).unwrap();
    let ran = settle(&place, &[], "");
    assert!(ran.status == 2 && ran.stderr.contains("Daarin kunnen labels staan"), "{}", ran.stderr);
}

#[test]
fn what_can_not_be_read_is_named() {
    let place = Place::whole_example();
    place.write("vergaderingen/2026-01-15/pqtw-3kz3/nazorg.yaml", b"versie: \"1\n");
    let ran = place.run("vt nazorg pqtw-3kz3 --vandaag 2026-03-06");
    assert_snapshot!("unread", ran.show("vt nazorg pqtw-3kz3"));
}

const CASUS: &str = "2kt7-hptm";

/// A case of two meetings, carried out, in the team's folder and in the dossier of its owner.
fn kept_long() -> Place {
    let place = Place::good();
    let card = |rest: &str| {
        format!(
            "versie: 1\ncasus: {CASUS}\ngemeente: Roosendaal\n{rest}\ngezin: {{leden: [{{wie: kind1, rol: jeugdige, leeftijd: 9}}]}}\n"
        )
    };
    let talk = |monitor: &str| {
        format!(
            "versie: 1\nadvies: {{tekst: Bel de school.}}\nafspraken: [{{nr: 1, wat: bellen, wie: Anke Wouters, wanneer: 2023-07-01}}]\nmonitor: {{{monitor}}}\n"
        )
    };
    let done = "versie: 1\nterugkoppeling: {datum: 2023-06-20, met: [kind1]}\nafspraken: [{nr: 1, stand: gedaan, op: 2023-06-21}]\n";
    let agreed = "versie: 1\nbesluit: agenderen\ndatum: 2023-06-10\ndoor: Marijke Smit\n";
    let first = format!("teammap/vergaderingen/2023-06-15/{CASUS}");
    let second = format!("teammap/vergaderingen/2023-09-14/{CASUS}");
    place.write(&format!("{first}/kaart.yaml"), card("soort: nieuw").as_bytes());
    place.write(&format!("{first}/besluit.yaml"), agreed.as_bytes());
    place.write(&format!("{first}/bespreking.yaml"), talk("terug: ja, datum: 2023-09-14").as_bytes());
    place.write(&format!("{first}/nazorg.yaml"), done.as_bytes());
    place.write(&format!("{second}/verwacht.yaml"), b"versie: 1\nwaarom: monitor\nvan: 2023-06-15\n");
    place.write(&format!("{second}/kaart.yaml"), card("soort: monitor\neerder: 2023-06-15").as_bytes());
    place.write(&format!("{second}/besluit.yaml"), agreed.as_bytes());
    place.write(&format!("{second}/bespreking.yaml"), talk("terug: nee, hoe: bellen").as_bytes());
    place.write(&format!("{second}/nazorg.yaml"), done.as_bytes());
    place.write(&format!("{second}/.bespreking.concept.yaml"), b"versie: 1\n");
    let link = format!("versie: 1\ndossiernummer: RSD-2023-00007\ncasus: {CASUS}\n");
    place.write("dossier/RSD-2023-00007/koppeling.yaml", link.as_bytes());
    place.write("dossier/RSD-2023-00007/kaart.yaml", b"versie: 1\ndossiernummer: RSD-2023-00007\n");
    place
}

const LATER: &str = "2026-03-04T10:00:00+01:00";

#[test]
fn a_case_that_was_kept_long_enough_goes_whole() {
    let place = kept_long().inside("teammap");
    let before = place.tree();
    let mut shown = vec![place.show("vt opruimen"), place.show(&format!("vt opruimen {CASUS}"))];
    let dry = place.at(LATER, &["opruimen", CASUS, "--droog"], "");
    shown.push(dry.show(&format!("vt opruimen {CASUS} --droog")));
    assert_eq!(place.tree(), before);
    place.write(&format!("teammap/vergaderingen/2023-06-15/{CASUS}/notitie van Daan Verhagen.txt"), b"Gebeld.\n");
    let ran = place.at(LATER, &["opruimen", CASUS, "--ja"], "");
    shown.push(ran.show(&format!("vt opruimen {CASUS} --ja")));
    assert_snapshot!("opruimen", shown.join("\n\n"));
    let left: Vec<String> = place.tree().into_keys().filter(|path| path.contains("/2023-")).collect();
    assert_eq!(left.len(), 1, "{left:?}");
    // From the team's folder nobody's dossier is touched, and empty folders are gone.
    assert!(place.path("dossier/RSD-2023-00007/kaart.yaml").exists());
    assert!(!place.path("teammap/vergaderingen/2023-09-14").exists());
}

/// Stopped after any change, the same command completes it.
#[test]
fn taking_a_case_away_again_completes_it() {
    let gone = |place: &Place| place.tree().keys().all(|path| !path.contains("/2023-") && !path.contains("RSD-2023"));
    let place = kept_long().inside("dossier");
    let before = place.tree();
    let words = ["opruimen", CASUS, "--ja", "--map", "../teammap"];
    let dry = place.at(LATER, &["opruimen", CASUS, "--droog", "--map", "../teammap"], "");
    let paths = dry.stdout.lines().filter_map(|line| line.split_whitespace().next().filter(|word| word.contains('/')));
    let order: Vec<String> = paths.map(ToOwned::to_owned).collect();
    assert_eq!(order.len(), 12, "{}", dry.stdout);
    let ran = place.at(LATER, &words, "");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    assert!(gone(&place) && !place.path("dossier/RSD-2023-00007").exists());
    for stopped in 1..order.len() {
        let place = kept_long().inside("dossier");
        assert_eq!(place.tree(), before);
        for path in &order[..stopped] {
            let tree = if path.starts_with("RSD") { "dossier" } else { "teammap" };
            std::fs::remove_file(place.path(&format!("{tree}/{path}"))).unwrap();
        }
        let ran = place.at(LATER, &words, "");
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "after {stopped}: {}", order[stopped]);
        assert!(gone(&place), "after {stopped}");
    }
}

#[test]
fn a_case_that_must_stay_is_refused() {
    let place = Place::whole_example();
    let before = place.tree();
    let at = |moment: &str, words: &[&str]| {
        let ran = place.at(moment, words, "");
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{words:?}");
        ran.show(&format!("vt {}", words.join(" ")))
    };
    let shown = [
        at(LATER, &["opruimen", "h2v8-m0cw", "--ja"]),
        at("2029-03-04T10:00:00+01:00", &["opruimen", "pqtw-3kz3", "--ja"]),
        at(LATER, &["opruimen", CASUS, "--ja", "--vandaag", "2029-01-01"]),
        at(LATER, &["opruimen", "7k3f-9qxm", "--ja"]),
        at(LATER, &["opruimen", "--ja"]),
    ];
    assert_eq!(place.tree(), before);
    assert_snapshot!("must_stay", shown.join("\n\n"));
}
