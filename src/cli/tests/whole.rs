//! A new case from the first question to the letter.

use super::{Answers, Place};
use crate::cli::args::Command;
use crate::cli::bespreking::discuss;
use crate::cli::nieuw::talk;

/// The conversation with the family, as it is typed.
const FAMILY: &[(&str, &[&str])] = &[
    ("Wie horen erbij?", &["ja"]),
    ("Nog een persoon?", &["ja", "ja", ""]),
    ("Met welk woord", &["kind1", "moeder", "vader"]),
    ("Welke rol", &["1", "2", "ouder met gezag"]),
    ("Wat zijn de voornamen?", &["Noor", "Tamara", "Rik"]),
    ("Welk woordje staat voor", &["", "", "van"]),
    ("Wat is de achternaam?", &["Berkvens", "Berkvens", "Loon"]),
    ("Wanneer is deze persoon geboren?", &["14-5-2017"]),
    ("Naar welke school", &["De Wilgenhoek"]),
    ("Bij wie woont", &["moeder"]),
    ("Wie staan er nog meer", &["geen"]),
    ("Waar wil het gezin hulp bij?", &["Tamara wil dat het op vrijdag rustig is.\nNoor wil bij opa logeren."]),
    ("Wat maakt het onveilig?", &["ja"]),
    ("Wat gebeurt er?", &["Rik gooit met borden als hij heeft gedronken. Noor staat dan in de keuken."]),
    ("Hoe vaak?", &["1 keer per week"]),
    ("In welke situatie?", &["Op vrijdag na het werk."]),
    ("Hoe lang duurt het", &["Een half uur, sinds oktober 2025."]),
    ("Wanneer gebeurt het niet?", &["Als opa er is."]),
    ("Wat is er dan anders?", &["Rik drinkt dan niet."]),
    ("Waar komt dit feit vandaan?", &["ouder"]),
    ("Nog een feit?", &[""]),
    ("Wat maakt het risico groter?", &["ja"]),
    ("Wat is het?", &["Rik slaapt 4 uur per nacht.", "Opa komt elke zondag."]),
    ("Heeft het direct gevolgen", &["ja"]),
    ("Wat gaat er goed?", &["ja"]),
    ("Geeft het direct veiligheid?", &["ja"]),
    ("Waaraan zie je dat?", &["Noor zegt dat het dan rustig is."]),
    ("weer veilig te maken?", &["Op vrijdag is er iemand bij Noor en Tamara."]),
    ("Welke hulp was er al", &["ja"]),
    ("Welke hulp?", &["gesprekken met Tamara"]),
    ("Van wie?", &["jeugdteam"]),
    ("Vanaf wanneer?", &["oktober 2025"]),
    ("Wat bracht het?", &["Tamara praat elke week met het jeugdteam."]),
    ("Welke afspraken zijn er", &["geen"]),
    ("Wie zegt dit?", &["2", "3"]),
    ("in eigen woorden?", &["Ik wil dat papa niet gooit.", "Ik ben bang op vrijdag.", "Ik schaam me ervoor."]),
    ("Nog iemand?", &["ja", "ja", ""]),
    ("Wanneer?", &["27-2", "gisteren", "gisteren", "26 februari"]),
    ("Met wie heb je de kaart ingevuld?", &["1 2 en 3"]),
    ("Welke routes", &["1 2 3"]),
    ("Wanneer heb je het verteld?", &["27-2", "gisteren", "gisteren"]),
    ("Hoe?", &["mondeling", "mondeling", "3"]),
    ("Heb je uitgelegd waarom?", &["ja", "ja", "ja"]),
    ("Vindt deze persoon het goed?", &["ja", "ja", "ja"]),
    ("Wat is de reactie?", &["Noor vroeg of opa het ook weet.", "Zij is opgelucht.", "Hij vindt het spannend."]),
    ("Welke gemeente is verantwoordelijk?", &["Roosendaal"]),
    ("Wat is de naam?", &["Anke Wouters"]),
    ("Wat is de organisatie?", &["Gemeente Roosendaal"]),
    ("Sinds wanneer?", &["november 2025"]),
    ("Waarom gaat de casus", &["1 2"]),
    ("Is er sprake van een van deze?", &["geen"]),
    ("Stap 1:", &["12 januari"]),
    ("Stap 2:", &["20 januari"]),
    ("Is het nu acuut onveilig?", &["nee"]),
    ("Is het steeds weer onveilig?", &["nee"]),
    ("Wanneer is er gemeld", &["nee"]),
    ("Met welke collega's?", &["gedragswetenschapper"]),
    ("Wat vinden jullie zelf", &["De vrijdagen zijn het gevaar. Opa maakt het verschil, maar kan niet elke week."]),
    ("Wat voor vraag is het?", &["2"]),
    ("Wat wil je van het team weten?", &["Wat is nodig, en van welke organisatie, zodat Noor op vrijdag veilig is?"]),
    ("Welke experts", &["geen"]),
];

const MONDAY: &str = "2026-03-02T10:00:00+01:00";
const FRIDAY: &str = "2026-03-06T10:00:00+01:00";
const THURSDAY: &str = "2026-03-12T14:00:00+01:00";
const AFTER: &str = "2026-03-13T10:00:00+01:00";

/// What is said at the table, as it is typed.
const DISCUSSION: &[(&str, &[&str])] = &[
    ("Is de inbrenger erbij?", &["ja"]),
    ("Is de vragenronde gehouden?", &["ja"]),
    ("wat het gezin", &["ja"]),
    ("1 gedragswetenschapper", &["4"]),
    ("2 Veilig Thuis", &["3,5"]),
    ("3 GI", &["4"]),
    ("4 CVC'er", &["5,5"]),
    ("5 CVC'er", &["4"]),
    ("6 GI", &["5"]),
    ("7 gemeente", &["geen"]),
    ("Waarom geen cijfer?", &["Ik ken de casus nog niet."]),
    ("Is iedereen het eens", &["ja"]),
    ("Wat voor advies is het?", &["1"]),
    ("Wat is het advies?", &["Maak met Vader, Moeder en Opa een plan voor de vrijdag. Kind 1 slaapt dan bij Opa."]),
    ("Op welke feiten steunt het?", &["1"]),
    ("Wat neemt de inbrenger mee", &["De vrijdag als eerste stap."]),
    ("Past het bij dit gezin?", &["Het past."]),
    ("Wat heeft de inbrenger nodig", &["Niets."]),
    ("De nummers; Enter: geen", &["2"]),
    ("Wie doen mee aan", &["opa, school"]),
    ("Afspraak 1: wat?", &["met Vader en Opa het plan maken"]),
    ("Wie?", &["Anke Wouters"]),
    ("Wanneer?", &["20 maart"]),
    ("Komt de casus terug", &["ja"]),
    ("Terug op", &["2026-06-11"]),
    ("Hoe volgen jullie het?", &["Anke Wouters telt de vrijdagen."]),
];

#[test]
fn a_new_case_goes_from_the_interview_to_the_letter() {
    let place = Place::new();
    let (args, context) = place.parsed(MONDAY, "vt --dossier @dossier nieuw RSD-2026-00501");
    let Some(Command::Nieuw(asked)) = &args.command else { panic!("no `vt nieuw`") };
    let mut family = Answers::of(FAMILY);
    let answer = talk(asked, &context, Some(&mut family)).unwrap();
    let end = String::from_utf8(answer.stdout).unwrap();
    let step = "vt inbrengen dossier/RSD-2026-00501/kaart.yaml --vergadering 2026-03-12";
    assert!(end.starts_with("Bewaard: ") && end.contains(step), "{end}");
    assert!(family.unasked().is_empty(), "{:?}", family.unasked());
    insta::assert_snapshot!("card", place.read("dossier/RSD-2026-00501/kaart.yaml"));
    let run = |moment: &str, line: &str| place.run(moment, line).unwrap_or_else(|error| panic!("{line}\n{error}"));
    let own = "@dossier/RSD-2026-00501 --vergadering 2026-03-12";
    assert_eq!(run(MONDAY, &format!("vt --dossier @dossier check {own}")), "Alles in orde\n");
    run(MONDAY, &format!("vt --dossier @dossier inbrengen {own}"));
    let link = place.read("dossier/RSD-2026-00501/koppeling.yaml");
    let casus = link.lines().find_map(|line| line.strip_prefix("casus: ")).unwrap().to_owned();
    let plain = |text: &str| text.replace(&casus, "7k3f-lot0");
    insta::assert_snapshot!("link", plain(&link));

    let team = |words: &str| format!("vt --map @team {words}").replace("CASUS", &casus);
    run(FRIDAY, &team("besluit CASUS --agenderen --door \"Marit van Oers\""));
    run(THURSDAY, &team("vergadering 2026-03-12 --aanwezig --volgens-agenda"));
    let (args, context) = place.parsed(THURSDAY, &team("bespreking CASUS"));
    let Some(Command::Bespreking(asked)) = &args.command else { panic!("no `vt bespreking`") };
    let mut table = Answers::of(DISCUSSION);
    discuss(asked, &context, Some(&mut table)).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(table.unasked().is_empty(), "{:?}", table.unasked());
    let case = format!("team/vergaderingen/2026-03-12/{casus}");
    let files: Vec<String> = place
        .tree()
        .into_iter()
        .filter(|(path, _)| path.contains(&casus))
        .filter_map(|(path, text)| Some(format!("== {}\n{}", plain(&path), plain(&text?))))
        .collect();
    insta::assert_snapshot!("team", files.join("\n"));
    run(AFTER, &format!("vt check @{case}"));
    run(AFTER, &format!("vt check @team/vergaderingen/2026-06-11/{casus}"));

    let home = run(AFTER, &format!("vt --dossier @dossier herleid {casus}"));
    let here = place.path("").to_str().unwrap().to_owned();
    insta::assert_snapshot!("home", plain(&home).replace(&here, ""));
    let letter = run(AFTER, &format!("vt --dossier @dossier herleid {casus} --brief --aan moeder"));
    insta::assert_snapshot!("letter", plain(&letter));
    for (path, text) in place.tree() {
        let all = format!("{path}\n{}", text.unwrap_or_default());
        let named = ["Noor", "Tamara", "Rik", "Berkvens", "Loon", "Wilgenhoek", "00501"];
        let named: Vec<&str> = named.into_iter().filter(|name| all.contains(name)).collect();
        assert!(!path.starts_with("team/") || !path.contains(&casus) || named.is_empty(), "{named:?} in {path}");
    }
}
