//! A discussion from the first question to the file, and stopped after each answer.

use super::*;
use crate::cli::args;
use crate::output::Screen;
use crate::rules::{Options, Scope, check_tree};
use crate::store::{Zone, full_after};
use std::path::{Path, PathBuf};

const CASE: &str = "vergaderingen/2026-03-12/pqtw-3kz3";

/// Answers by what was asked last, and stops after so many answers.
struct Table {
    answers: &'static [(&'static str, &'static str)],
    said: String,
    left: usize,
}

impl Prompt for Table {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        if self.left == 0 {
            return Err(ToolError::new(Kind::Usage, "gestopt"));
        }
        self.left -= 1;
        let asked = std::mem::take(&mut self.said) + question;
        let found = self.answers.iter().filter_map(|(key, answer)| Some((asked.rfind(key)?, *answer)));
        let (_, answer) = found.max_by_key(|(at, _)| *at).unwrap_or_else(|| panic!("no answer to: {asked}"));
        Ok(Some(answer.to_owned()).filter(|answer| !answer.is_empty()))
    }

    fn say(&mut self, text: &str) {
        self.said += text;
    }
}

const AGREED: &[(&str, &str)] = &[
    ("Is de inbrenger erbij?", "ja"),
    ("Is de vragenronde gehouden?", "ja"),
    ("wat het gezin", "ja"),
    ("1 gedragswetenschapper", "4"),
    ("2 Veilig Thuis", "3,5"),
    ("3 GI", "4"),
    ("4 CVC'er", "5,5"),
    ("5 CVC'er", "4"),
    ("6 GI", "5"),
    ("7 gemeente", "6"),
    ("8 expert", "geen"),
    ("Waarom geen cijfer?", "Ik ken alleen de kaart."),
    ("Is iedereen het eens", "ja"),
    ("Wat voor advies is het?", "1"),
    ("Wat is het advies?", "Houd een netwerkberaad met de school."),
    ("Op welke feiten steunt het?", "1 2"),
    ("Wat neemt de inbrenger mee", "De vraag aan de school."),
    ("Past het bij dit gezin?", "Het past."),
    ("Wat heeft de inbrenger nodig", "Niets."),
    ("De nummers; Enter: geen", "2"),
    ("Wie doen mee aan", "oom, school"),
    ("Afspraak 1: wat?", "netwerkberaad houden"),
    ("Wie?", "Samira Aydin"),
    ("Wanneer?", "2026-04-01"),
    ("Nog een afspraak?", ""),
    ("Wat komt er bij op de kaart?", ""),
    ("Welke successen zijn er genoemd?", ""),
    ("Komt de casus terug", "ja"),
    ("Terug op", "2026-04-16"),
    ("Hoe volgen jullie het?", "Samira Aydin telt de avonden."),
];

fn folder() -> tempfile::TempDir {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/west-brabant-west");
    let folder = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
        let to = folder.path().join(entry.path().strip_prefix(&from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(to).unwrap();
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
    folder
}

fn context(map: &Path) -> Context {
    Context { map: Some(map.to_owned()), ..Context::test(map, "2026-03-12T14:00:00+01:00") }
}

fn run_with(map: &Path, answers: &'static [(&'static str, &'static str)], left: usize) -> Result<Answer, ToolError> {
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), vergadering: None, sjabloon: false, droog: false };
    let mut table = Table { answers, said: String::new(), left };
    discuss(&asked, &context(map), Some(&mut table))
}

fn files(map: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(map.join(CASE)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_discussion_that_is_stopped_after_any_answer_ends_as_the_same_file() {
    let whole = folder();
    run_with(whole.path(), AGREED, usize::MAX).unwrap();
    let path = |map: &Path| map.join(CASE).join("bespreking.yaml");
    let text = std::fs::read_to_string(path(whole.path())).unwrap();
    insta::assert_snapshot!(text);
    let expected = whole.path().join("vergaderingen/2026-04-16/pqtw-3kz3/verwacht.yaml");
    assert_eq!(std::fs::read_to_string(&expected).unwrap(), "versie: 1\nwaarom: monitor\nvan: 2026-03-12\n");
    assert!(files(whole.path()).iter().all(|file| !file.to_str().unwrap().contains("concept")));
    // Every third place is enough to have been in each list of questions.
    for left in (1..AGREED.len()).step_by(3) {
        let folder = folder();
        let stopped = run_with(folder.path(), AGREED, left).err().unwrap();
        assert_eq!(stopped.what, "je bent gestopt. Wat je antwoordde, is bewaard.", "{left}");
        assert!(!path(folder.path()).exists());
        run_with(folder.path(), AGREED, usize::MAX).unwrap();
        assert_eq!(std::fs::read_to_string(path(folder.path())).unwrap(), text, "stopped after {left}");
    }
}

/// The concept after an answer, and at the end what was expected, the discussion and the concept
/// that goes: whichever of them the disk can't take, the same command goes on from there.
#[test]
fn a_discussion_on_a_full_disk_is_completed_by_the_same_command() {
    let whole = folder();
    let (ran, made) = full_after(usize::MAX, || run_with(whole.path(), AGREED, usize::MAX));
    ran.unwrap();
    let path = |map: &Path| map.join(CASE).join("bespreking.yaml");
    let text = std::fs::read_to_string(path(whole.path())).unwrap();
    for changes in (0..made - 4).step_by(7).chain(made - 4..made) {
        let folder = folder();
        let (ran, _) = full_after(changes, || run_with(folder.path(), AGREED, usize::MAX));
        let error = ran.err().unwrap();
        assert!(error.text(&Screen::default()).contains("De schijf is vol."), "{changes}");
        let today = "2026-03-12".parse().unwrap();
        let options = Options { today, past_too: false, scope: Scope::All, meeting: None };
        let report = check_tree(&Root { zone: Zone::Team, path: folder.path().to_owned() }, &options);
        let of_form = report.findings.iter().map(|finding| finding.rule.id).filter(|id| id.starts_with("YAML"));
        assert_eq!(of_form.count(), 0, "{changes}");
        run_with(folder.path(), AGREED, usize::MAX).unwrap();
        assert_eq!(std::fs::read_to_string(path(folder.path())).unwrap(), text, "{changes}");
        assert_eq!(files(folder.path()).len(), files(whole.path()).len(), "{changes}");
    }
}

const DIFFERENT: &[(&str, &str)] = &[
    ("Is iedereen het eens", "nee"),
    ("Visie 1", "Eerst een netwerkberaad."),
    ("Visie 2", "Nu een gesprek met de Raad."),
    ("Wie deelt die?", "1 2 3 4"),
    ("De stemmen blijven gelijk", "1"),
    ("Waarom kiest de inbrenger dat?", "Dat kan deze week al."),
    ("Terug op", "2026-04-16"),
];

/// As [`Table`]; the second view is shared by the other half.
struct Halves(Table, bool);
impl Prompt for Halves {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        let answer = self.0.line(question)?;
        if answer.as_deref() != Some("1 2 3 4") {
            return Ok(answer);
        }
        self.1 = !self.1;
        Ok(if self.1 { answer } else { Some("5 6 7 8".to_owned()) })
    }
    fn say(&mut self, text: &str) {
        self.0.say(text);
    }
}

#[test]
fn a_tie_goes_round_once_more_and_then_the_inbrenger_chooses() {
    let folder = folder();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), vergadering: None, sjabloon: false, droog: false };
    let answers: Vec<(&str, &str)> = AGREED.iter().chain(DIFFERENT).copied().collect();
    let answers: &'static [(&str, &str)] = Box::leak(answers.into_boxed_slice());
    let mut prompt = Halves(Table { answers, said: String::new(), left: 200 }, false);
    let result = discuss(&asked, &context(folder.path()), Some(&mut prompt));
    result.unwrap();
    let bytes = std::fs::read(folder.path().join(CASE).join("bespreking.yaml")).unwrap();
    let own: Bespreking = parse(&bytes).ok().unwrap().read().0.unwrap();
    let advies = own.advies.unwrap();
    assert_eq!(advies.uitkomst, Some(crate::model::AdviesUitkomst::Gelijk));
    assert_eq!(own.visies.values().count(), 2);
    assert_eq!(advies.keuze_inbrenger.unwrap().reden.as_deref(), Some("Dat kan deze week al."));
    assert_eq!(own.monitor.unwrap().terug, Some(JaNee::Ja));
}

#[test]
fn without_anybody_to_answer_the_template_is_named() {
    let folder = folder();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), vergadering: None, sjabloon: false, droog: false };
    let error = discuss(&asked, &context(folder.path()), None).err().unwrap();
    assert!(error.text(&Screen::default()).contains("--sjabloon"));
    let template = args::Bespreking { sjabloon: true, ..asked };
    discuss(&template, &context(folder.path()), None).unwrap();
    let text = std::fs::read_to_string(folder.path().join(CASE).join("bespreking.yaml")).unwrap();
    assert!(text.starts_with("# De bespreking.") && text.contains("organisatie: Zundert"), "{text}");
    // A second time there is a file to fill in.
    let error = discuss(&template, &context(folder.path()), None).err().unwrap();
    assert!(error.text(&Screen::default()).contains("al opgeschreven"));
}
