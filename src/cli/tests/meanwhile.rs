//! What another does while a question stands open: nobody waits for the answer, and afterwards
//! it is looked at again.

use super::{Answers, Place};
use crate::cli::args::Command;
use crate::cli::error::{ToolError, as_tool_error};
use crate::cli::prompt::Prompt;
use crate::cli::{afronden, inbrengen, overdracht, vergadering};

/// Answers questions; before the first another does something.
struct Meanwhile<'a> {
    other: Option<Box<dyn FnOnce() + 'a>>,
    answers: Answers,
}

impl Prompt for Meanwhile<'_> {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        if let Some(other) = self.other.take() {
            other();
        }
        self.answers.line(question)
    }

    fn say(&mut self, text: &str) {
        self.answers.say(text);
    }
}

impl Place {
    /// What a command says while another gives one too.
    fn meanwhile(
        &self,
        moment: &str,
        line: &str,
        other: &str,
        answers: &[(&'static str, &[&'static str])],
    ) -> Result<String, String> {
        let (args, context) = self.parsed(moment, line);
        let other = || self.run(moment, other).map_or_else(|error| panic!("{other}\n{error}"), drop);
        let mut prompt = Meanwhile { other: Some(Box::new(other)), answers: Answers::of(answers) };
        let answer = match args.command.unwrap() {
            Command::Vergadering(asked) => {
                vergadering::meet(&asked, &context, Some(&mut prompt)).map_err(|error| as_tool_error(&error))
            }
            Command::Nazorg(asked) => afronden::settle(&asked, &context, Some(&mut prompt)),
            Command::Overdracht(asked) => overdracht::hand_over(&asked, &context, Some(&mut prompt)),
            Command::Inbrengen(asked) => inbrengen::hand_in(&asked, &context, Some(&mut prompt)),
            _ => panic!("{line} asks nothing"),
        };
        assert!(prompt.other.is_none(), "nothing was asked");
        answer.map(|answer| String::from_utf8(answer.stdout).unwrap()).map_err(|error| error.text(&context.screen))
    }
}

const FRIDAY: &str = "2026-03-06T10:00:00+01:00";
const AT_TABLE: &str = "2026-03-12T14:00:00+01:00";
const HAND_IN: &str = "vt inbrengen @dossier/RSD-2026-00413 --vergadering 2026-03-12 --spoed";
const HAND_OVER: &str =
    "vt overdracht @dossier/RSD-2026-00413 --aan \"Femke de Rooij, Jeugdbescherming Brabant\" --datum 2026-03-05";

#[test]
fn a_time_that_does_not_go_with_another_s_is_refused() {
    let place = Place::new();
    let meeting = |words: &str| format!("vt --map @team vergadering 2026-03-19 {words}");
    let ours = meeting("--begin 11:00 --locatie \"de zaal van Roos\"");
    let said = place.meanwhile(FRIDAY, &ours, &meeting("--eind 10:30"), &[("Je antwoord", &["b", "1"])]);
    assert!(said.as_ref().is_err_and(|said| said.contains("het eind ligt niet na het begin")), "{said:?}");
    assert!(!place.read("team/vergaderingen/2026-03-19/vergadering.yaml").contains("begin:"));
}

#[test]
fn who_was_there_is_written_down_once() {
    let place = Place::new();
    let ours = "vt --map @team vergadering 2026-03-12 --aanwezig";
    let said = place.meanwhile(
        AT_TABLE,
        ours,
        &format!("{ours} --volgens-agenda"),
        &[("Veilig Thuis", &["n"]), ("Zo opschrijven?", &["ja"])],
    );
    assert!(said.as_ref().is_err_and(|said| said.contains("iemand anders schreef net op wie er was")), "{said:?}");
}

#[test]
fn what_became_of_an_advice_is_completed_as_it_stands_now() {
    let place = Place::new();
    let ours = "vt --dossier @dossier nazorg 0q54-r7cv --afronden";
    let other = format!("{ours} --afspraak 1 --gedaan");
    let asked: &[(_, &[_])] = &[("Waarom is het niet gedaan?", &["Vergeten."])];
    let said = place.meanwhile(FRIDAY, &format!("{ours} --afspraak 1 --niet-gedaan"), &other, asked);
    assert!(said.as_ref().is_err_and(|said| said.contains("veranderde net iets")), "{said:?}");
    assert!(place.read("team/vergaderingen/2026-02-26/0q54-r7cv/nazorg.yaml").contains("stand: gedaan"));
}

/// A case that is handed over and brought in from one dossier at once.
#[test]
fn a_case_that_was_handed_over_is_not_brought_in_any_more() {
    let place = Place::new();
    let link = "versie: 1\ndossiernummer: RSD-2026-00413\ncasus: y7cg-tych\n";
    place.write("dossier/RSD-2026-00413/koppeling.yaml", link);
    let all = format!("{HAND_OVER} --met moeder --blijft-aangehaakt ja");
    let said = place.meanwhile(FRIDAY, HAND_IN, &all, &[("kan het niet wachten", &["Het kan niet wachten."])]);
    assert!(said.as_ref().is_err_and(|said| said.contains("deze casus is overgedragen")), "{said:?}");
}

#[test]
fn a_case_that_was_brought_in_is_closed_when_it_is_handed_over() {
    let place = Place::new();
    let asked: &[(_, &[_])] = &[("Wie van het gezin", &["moeder"]), ("blijft", &["ja"]), ("Blijft", &["ja"])];
    let said = place.meanwhile(FRIDAY, HAND_OVER, &format!("{HAND_IN} @reden.txt"), asked);
    assert!(said.is_ok(), "{said:?}");
    assert!(place.read("dossier/RSD-2026-00413/koppeling.yaml").contains("Femke de Rooij"));
}
