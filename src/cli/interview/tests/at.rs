//! One question out of all, and what is said to answers that can't be right.

use super::*;

/// Enter until a question comes up, then these answers to it.
struct At {
    question: &'static str,
    answers: Vec<&'static str>,
    said: String,
}

impl Prompt for At {
    fn line(&mut self, _: &str) -> Result<Option<String>, ToolError> {
        let is_there = self.said.rsplit("\n\n").next().unwrap_or_default().contains(self.question);
        if self.answers.is_empty() || !is_there {
            return Ok(None);
        }
        Ok(Some(self.answers.remove(0).to_owned()))
    }

    fn say(&mut self, text: &str) {
        self.said += text;
    }
}

/// The text after all questions with these answers to one of them, and what was said.
fn answered_at(text: &str, question: &'static str, answers: &[&'static str]) -> (String, String) {
    let one_card = judge();
    let mut save = |_: &str, _: &str| Ok(());
    let mut talk = Talk::new(text.to_owned(), &one_card, today(), Screen::default(), &mut save);
    let mut prompt = At { question, answers: answers.to_vec(), said: String::new() };
    talk.hold(Interview::new(Which::All), &mut prompt).unwrap();
    assert!(prompt.answers.is_empty(), "{}", prompt.said);
    (talk.text.clone(), prompt.said)
}

#[test]
fn an_answer_can_be_taken_away_and_a_dash_is_none() {
    let text = family().replace("ouder_met_gezag\n", "ouder_met_gezag\n      niet_informeren: gevaarlijk\n");
    let (text, said) = answered_at(&text, "Mag deze persoon NIET weten", &["-", "ja", "mag wel", "leeg"]);
    assert!(text.contains("niet_informeren: null\n"), "{text}");
    assert!(said.contains("Schrijf het in woorden."), "{said}");
    assert_eq!(said.matches("Dat is geen reden.").count(), 2, "{said}");
}

#[test]
fn what_can_t_be_right_is_said_at_once() {
    let (text, said) = answered_at(&family(), "Wanneer is deze persoon geboren?", &["3-3-2030", "21-4-2012"]);
    assert!(said.contains("Die dag komt nog.") && text.contains("geboortedatum: 2012-04-21"), "{said}");
    // A municipality may be any word: the rules know which are of the region.
    let (_, said) = answered_at(&family(), "Welke gemeente is verantwoordelijk?", &["bergen op zom"]);
    assert!(said.contains("Let op: Deze gemeente hoort niet bij de regio."), "{said}");
}

/// A card on which nobody was told yet.
fn nobody_told() -> String {
    let good = include_str!("../../../../tests/goed/dossier/RSD-2026-00412/kaart.yaml");
    let (before, after) = good.split_once("  geinformeerd:\n").unwrap();
    format!("{before}  geinformeerd:\n{}", &after[after.find("intern_besproken").unwrap()..])
}

/// Who goes back from a question about one person to that about another, comes past all questions
/// again: of whom nothing stood there, and of whom something did.
#[test]
fn going_back_loses_no_question() {
    let child = ["2/3", "1", "ja", "ja", "Goed."];
    let mother = ["terug", "Beter.", "2/3", "terug", "terug", "Best.", "", "1", "ja", "ja", "Prima."];
    let father = ["terug", "Fijn.", "", "Weigert."];
    let answers: Vec<&str> = child.into_iter().chain(mother).chain(father).collect();
    let held = hold(&nobody_told(), Which::Findings, Some(Only { tips: false }), &answers);
    let told = held.text.split("  geinformeerd:\n").nth(1).unwrap().split("intern_besproken").next().unwrap();
    let entry = |wie: &str, reactie: &str| {
        format!(
            "    - {{wie: {wie}, datum: 2026-03-02, wijze: mondeling, waarom_uitgelegd: ja, akkoord: ja, reactie: \
             {reactie}}}\n"
        )
    };
    let father = "    - {wie: vader, reden_niet: Weigert.}\n";
    assert_eq!(told, entry("kind1", "Best.") + &entry("moeder", "Fijn.") + father, "{}", asks(&held));
    assert!(asks(&held).ends_with("Bewaard. Niets meer open.\n"), "{}", asks(&held));
}

/// What is said when every question of a kind is left as it is.
fn passed(text: &str, which: Which) -> String {
    let one_card = judge();
    let mut save = |_: &str, _: &str| Ok(());
    let mut talk = Talk::new(text.to_owned(), &one_card, today(), Screen::default(), &mut save);
    let mut prompt = At { question: "", answers: Vec::new(), said: String::new() };
    talk.hold(Interview::new(which), &mut prompt).unwrap();
    prompt.said
}

/// What follows from an answer that is not there, or makes no sense with the one that is.
#[test]
fn what_can_have_no_answer_is_not_asked() {
    let good = include_str!("../../../../tests/goed/dossier/RSD-2026-00412/kaart.yaml");
    let father = "    - {wie: vader, datum: 2026-02-21, wijze: telefonisch, waarom_uitgelegd: ja, akkoord: ja, reactie: \
                  Ik wil weten wat eruit komt.}\n";
    let text = good
        .replace(father, "    - {wie: vader, reden_niet: Hij is niet te vinden.}\n")
        .replace(", woorden: Ik slaap slecht als hij daar is., datum: 2026-02-20", "");
    assert!(!text.contains("telefonisch") && !text.contains("slaap slecht"));
    let said = passed(&text, Which::Open);
    assert!(said.contains("in eigen woorden?"), "{said}");
    assert!(!said.contains("Wanneer heb je het verteld?") && !said.contains("\nWanneer? "), "{said}");
    // Who goes through all may have told it since.
    assert!(passed(&text, Which::All).matches("Wanneer heb je het verteld?").count() == 3);
}

#[test]
fn a_choice_of_several_takes_the_place_of_what_stood_there() {
    let good = include_str!("../../../../tests/goed/dossier/RSD-2026-00412/kaart.yaml");
    let text = good.replace("[veiligheidsteam, veilig_thuis, rvdk]", "[veiligheidsteam, veilig_thuis]");
    let (text, said) = answered_at(&text, "Welke routes", &["3"]);
    assert!(said.contains("in plaats van wat er staat"), "{said}");
    assert!(said.contains("  Nu: Raad voor de Kinderbescherming.\n"), "{said}");
    assert!(text.contains("routes_besproken: [rvdk]"), "{text}");
}

#[test]
fn a_child_lives_with_no_other_child() {
    let text = family().replace("    - wie: moeder\n", "    - wie: kind2\n      rol: jeugdige\n    - wie: moeder\n");
    let (text, said) = answered_at(&text, "Bij wie woont dit kind?", &["1"]);
    assert!(said.contains("Bij wie woont dit kind?\n   1 moeder\n  een of meer"), "{said}");
    assert!(text.contains("woont_bij:\n        - moeder\n"), "{text}");
}
