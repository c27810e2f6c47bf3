//! Whatever is answered, the file stays a card.

use super::*;
use crate::cli::prompt::must_fit;
use proptest::prelude::*;

/// Answers of all sorts, as many as there are; then nobody answers any more.
struct Any<'a>(std::slice::Iter<'a, String>);

impl Prompt for Any<'_> {
    fn line(&mut self, _: &str) -> Result<Option<String>, ToolError> {
        let answer = self.0.next().ok_or_else(|| ToolError::new(Kind::Usage, "op"))?;
        Ok((!answer.trim().is_empty()).then(|| answer.trim().to_owned()))
    }

    fn say(&mut self, text: &str) {
        must_fit(text);
    }
}

fn answer() -> impl Strategy<Value = String> {
    let words = ["ja", "nee", "", "1", "2", "3", "geen", "terug", "terug", "?", "kind1", "moeder", "vader2"];
    let values = ["gisteren", "12/3", "maart 2026", "eenmalig", "onbekend", "null", "~", "- a: [b", "# x", "De Vries"];
    let texts = ["een\n\ntwee\n- drie: vier", "  in\n\ttab\n", "|", ">-\n  x", "geen\ngeen", "0", "99 1", "'", "\""];
    let one_of = |words: Vec<&'static str>| prop::sample::select(words).prop_map(ToOwned::to_owned);
    prop_oneof![
        4 => one_of(words.to_vec()),
        2 => one_of(values.to_vec()),
        1 => one_of(texts.to_vec()),
        1 => "\\PC{0,30}".boxed(),
        1 => "\\PC{0,10}\n\\PC{0,20}".boxed(),
    ]
}

/// Lines of a card that people wrote. No answer is about them; only who mends findings may be asked
/// when the case was handed over.
const OWN: [&str; 3] = ["# een eigen regel", "successen: [\"zwemdiploma\"] # van kind1", "overdracht: {van: 'SPRING'}"];

fn people_wrote() -> String {
    let begin = empty(Soort::Nieuw).replace("successen:\n", "");
    format!("{}\n{begin}{}\n{}\n", OWN[0], OWN[1], OWN[2])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is answered, in whatever order: each text that is saved is a card without a
    /// problem, and the lines that no answer is about stay.
    #[test]
    fn whatever_is_answered_the_file_is_a_card(
        answers in prop::collection::vec(answer(), 0..60),
        which in prop::sample::select(vec![Which::All, Which::Open, Which::Findings, Which::Kind]),
        template in any::<bool>(),
    ) {
        let one_card = judge();
        let nummer = number();
        let bekend = Bekend { nummer: &nummer, soort: Soort::Monitor, dag: today(), naam: None, organisatie: None, via: None };
        let text = if template { nieuw::template(&bekend) } else { people_wrote() };
        let mut texts = Vec::new();
        let mut save = |was: &str, with: &str| {
            texts.push((was.to_owned(), with.to_owned()));
            Ok(())
        };
        let mut talk = Talk::new(text.clone(), &one_card, today(), Screen::default(), &mut save);
        talk.only = (which == Which::Findings).then_some(Only { tips: true });
        let ended = talk.hold(Interview::new(which), &mut Any(answers.iter()));
        prop_assert!(ended.is_ok());
        let mut before = text;
        for (was, with) in texts {
            prop_assert_eq!(&was, &before);
            let doc = parse(with.as_bytes()).map_err(|_| TestCaseError::fail(with.clone()))?;
            let (card, problems) = doc.read::<Veiligheidskaart>();
            prop_assert!(card.is_some() && problems.is_empty(), "{:?}\n{}", problems, with);
            let second: Result<serde_yaml::Value, _> = serde_yaml::from_str(&with);
            prop_assert!(second.is_ok(), "{with}");
            let stays = |own: &str| with.lines().any(|line| match which {
                Which::Findings => line.starts_with(own.trim_end_matches('}')),
                _ => line == own,
            });
            let untouched = which == Which::All || template || OWN.iter().all(|own| stays(own));
            prop_assert!(untouched, "{with}");
            let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
            prop_assert!(!template || comments(&with) == comments(&was));
            before = with;
        }
    }
}
