//! A discussion from the first question to the file, and stopped after each answer.

use super::*;
use crate::cli::args;
use crate::cli::prompt::Script;
use crate::cli::tests::Answers;
use crate::output::Screen;
use crate::rules::{Options, Scope, check_tree};
use crate::store::{Zone, full_after};
use std::path::{Path, PathBuf};

mod discard;
mod views;

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
        crate::cli::prompt::must_fit(text);
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

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

fn context(map: &Path) -> Context {
    Context { map: Some(map.to_owned()), ..Context::test(map, "2026-03-12T14:00:00+01:00") }
}

fn run_with(map: &Path, answers: &'static [(&'static str, &'static str)], left: usize) -> Result<Answer, ToolError> {
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
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

/// Answers in the order of the questions; then nobody answers any more.
fn scripted(map: &Path, answers: &[&'static str]) -> (Result<Answer, ToolError>, String) {
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    let mut script = Script::new(answers);
    let ran = discuss(&asked, &context(map), Some(&mut script));
    assert!(script.answers.is_empty(), "an answer too many");
    (ran, script.asked.join("\n"))
}

/// Up to the question whether they agree.
const WEIGHED: [&str; 12] =
    ["ja", "ja", "ja", "4", "3,5", "4", "5,5", "4", "5", "6", "geen", "Ik ken alleen de kaart."];

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn concept(map: &Path) -> Bespreking {
    let bytes = std::fs::read(map.join(CASE).join(".bespreking.concept.yaml")).unwrap();
    parse(&bytes).ok().unwrap().read().0.unwrap()
}

#[test]
fn back_shows_what_stands_there_and_enter_keeps_it() {
    let folder = folder();
    let answers = ["ja", "ja", "?", "ja", "4", "terug", "terug", "nee", "", "3,5", "stop"];
    let (ran, asked) = scripted(folder.path(), &answers);
    ran.unwrap();
    assert!(asked.contains("Stap 2 van 7: toelichting"), "{asked}");
    assert!(asked.contains("Nu: 4\nEnter: dat blijft zo.\n") || asked.contains("Nu: 4\n"), "{asked}");
    assert!(asked.contains("Nu: ja\n") && asked.contains("Enter: dat blijft zo."), "{asked}");
    assert!(asked.contains("De woorden van het kind en van de ouders staan op de kaart."), "{asked}");
    let kept = concept(folder.path());
    assert_eq!(kept.stem_gehoord, Some(JaNee::Nee));
    let figures: Vec<String> = kept.weging.values().map(|one| one.cijfer.unwrap().to_string()).collect();
    assert_eq!(figures, ["4", "3,5"]);
    // Of the agreements the last one comes back, and those behind it stay.
    let (_, asked) = scripted(folder.path(), &["terug", "5", "terug", "", "stop"]);
    assert!(asked.contains("Nu: 3,5\n"), "{asked}");
    let first = scripted(folder.path(), &["terug", "terug", "terug", "terug", "terug", "terug", "terug", "stop"]).1;
    assert!(first.contains("Dit is de eerste vraag."), "{first}");
    assert_eq!(concept(folder.path()).weging.values().count(), 2);
}

/// Going back anywhere leaves the agreements to be asked, and from behind them one comes back to
/// them.
#[test]
fn agreements_are_asked_also_of_who_went_back() {
    let folder = folder();
    let answers: Vec<(&str, Vec<&str>)> =
        AGREED.iter().map(|(question, answer)| (*question, vec![*answer; 3])).collect();
    let mut answers: Vec<(&str, &[&str])> = answers.iter().map(|(question, own)| (*question, own.as_slice())).collect();
    // Once back in step 1, once among the agreements, and twice behind them.
    for (question, own) in &mut answers {
        match *question {
            "wat het gezin" => *own = &["terug", "ja", "ja"],
            "Wie?" => *own = &["terug", "Samira Aydin", "Samira Aydin"],
            "Welke successen zijn er genoemd?" => *own = &["terug", "", ""],
            "Wat komt er bij op de kaart?" => *own = &["", "terug", ""],
            _ => {}
        }
    }
    let mut table = Answers::of(&answers);
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    discuss(&asked, &context(folder.path()), Some(&mut table))
        .unwrap_or_else(|error| panic!("{error:?}\n{}", table.all));
    let bytes = std::fs::read(folder.path().join(CASE).join("bespreking.yaml")).unwrap();
    let own: Bespreking = parse(&bytes).ok().unwrap().read().0.unwrap();
    assert_eq!(own.afspraken.values().count(), 1, "{}", table.all);
    assert_eq!(own.afspraken.values().next().unwrap().wie.as_deref(), Some("Samira Aydin"));
}

#[test]
fn a_name_gets_one_label_and_who_takes_notes_stays() {
    let folder = folder();
    let answers = ["nee", "Vera Jansen, Zi2T", "ja", "ja", "geen", "Karin Mulders vroeg daar ook om.", "4", "4"];
    let more = ["geen", "Dat zei mevrouw Mulders, en Karin Mulders weet het.", "stop"];
    let (ran, asked) = scripted(folder.path(), &[&answers[..], &more].concat());
    ran.unwrap();
    assert_eq!(asked.matches("In je antwoord is een naam vervangen door een label.").count(), 2, "{asked}");
    let kept = concept(folder.path());
    let why: Vec<&str> = kept.weging.values().filter_map(|one| one.waarom.as_deref()).collect();
    let label = why[0].strip_suffix(" vroeg daar ook om.").unwrap();
    assert!(why[1].contains(&format!("en {label} weet het.")), "{why:?}");
    let today = "2026-03-12".parse().unwrap();
    let options = Options { today, past_too: false, scope: Scope::All, meeting: None };
    let report = check_tree(&Root { zone: Zone::Team, path: folder.path().to_owned() }, &options);
    let of_concept: Vec<&str> =
        report.findings.iter().filter(|one| one.file.contains("concept")).map(|one| one.rule.id).collect();
    assert!(of_concept.is_empty(), "{of_concept:?}");
}

#[test]
fn what_changed_during_the_questions_stops_the_writing_and_loses_nothing() {
    let folder = folder();
    run_with(folder.path(), AGREED, AGREED.len() - 1).err().unwrap();
    let decision = folder.path().join(CASE).join("besluit.yaml");
    let was = std::fs::read_to_string(&decision).unwrap();
    let mut table = Meanwhile(Table { answers: AGREED, said: String::new(), left: usize::MAX }, || {
        std::fs::write(&decision, was.replace("besluit: agenderen", "besluit: afwijzen\nreden: Te vol.")).unwrap();
    });
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    let error = discuss(&asked, &context(folder.path()), Some(&mut table)).err().unwrap();
    assert_eq!(error.cause.as_deref(), Some("Het veranderde tijdens de vragen. Wat je antwoordde, is bewaard."));
    assert!(!folder.path().join(CASE).join("bespreking.yaml").exists());
    std::fs::write(&decision, was).unwrap();
    run_with(folder.path(), AGREED, usize::MAX).unwrap();
}

/// A meeting in which it would come back can be cancelled while the discussion waits.
#[test]
fn a_day_that_was_cancelled_meanwhile_is_asked_again() {
    let folder = folder();
    run_with(folder.path(), AGREED, usize::MAX - 1).unwrap();
    let whole = folder.path().join(CASE).join("bespreking.yaml");
    let concept = folder.path().join(CASE).join(".bespreking.concept.yaml");
    std::fs::rename(&whole, &concept).unwrap();
    std::fs::remove_dir_all(folder.path().join("vergaderingen/2026-04-16")).unwrap();
    let cancelled = folder.path().join("vergaderingen/2026-04-16");
    std::fs::create_dir_all(&cancelled).unwrap();
    std::fs::write(
        cancelled.join("vergadering.yaml"),
        "versie: 1\nvervalt: {reden: De zaal is bezet., naar: 2026-04-23}\n",
    )
    .unwrap();
    let (ran, asked) = scripted(folder.path(), &["", "", "", "2026-04-16", "2026-04-23"]);
    ran.unwrap_or_else(|error| panic!("{error:?}\n{asked}"));
    assert!(asked.contains("Kies een dag waarop het team vergadert"), "{asked}");
    assert!(folder.path().join("vergaderingen/2026-04-23/pqtw-3kz3/verwacht.yaml").exists());
}

/// As [`Table`]; something happens before the first answer.
struct Meanwhile<F>(Table, F);
impl<F: Fn()> Prompt for Meanwhile<F> {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        (self.1)();
        self.0.line(question)
    }
    fn say(&mut self, text: &str) {
        self.0.say(text);
    }
}

#[test]
fn a_case_doesn_t_come_back_where_it_was_withdrawn() {
    let folder = folder();
    let there = folder.path().join("vergaderingen/2026-04-16/pqtw-3kz3");
    std::fs::create_dir_all(&there).unwrap();
    std::fs::write(there.join("ingetrokken.yaml"), "versie: 1\nreden: Verhuisd.\n").unwrap();
    let twice: &[(&str, &[&str])] = &[("Terug op", &["2026-04-16", "2026-04-23"])];
    let rest = AGREED.iter().filter(|(question, _)| *question != "Terug op");
    let answers: Vec<(&str, Vec<&str>)> = rest.map(|(question, answer)| (*question, vec![*answer; 2])).collect();
    let answers: Vec<(&str, &[&str])> = answers.iter().map(|(question, own)| (*question, own.as_slice())).collect();
    let mut table = Answers::of(&[twice, &answers].concat());
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    discuss(&asked, &context(folder.path()), Some(&mut table)).unwrap();
    let asked = table.all;
    assert!(asked.contains("Daar is de casus ingetrokken. Kies een andere dag."), "{asked}");
    assert!(folder.path().join("vergaderingen/2026-04-23/pqtw-3kz3/verwacht.yaml").exists());
}

#[test]
fn what_was_kept_and_can_t_be_read_whole_is_left_alone() {
    let folder = folder();
    run_with(folder.path(), AGREED, 3).err().unwrap();
    let path = folder.path().join(CASE).join(".bespreking.concept.yaml");
    let was = std::fs::read_to_string(&path).unwrap();
    for more in ["nodig: [a, b]\n", "afspraken: x\n", "eigen: 1\n"] {
        std::fs::write(&path, format!("{was}{more}")).unwrap();
        let error = run_with(folder.path(), AGREED, usize::MAX).err().unwrap();
        assert!(error.what.contains("niet lezen wat er van deze bespreking bewaard is"), "{more}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{was}{more}"));
    }
}

#[test]
fn without_anybody_to_answer_the_template_is_named() {
    let folder = folder();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    let error = discuss(&asked, &context(folder.path()), None).err().unwrap();
    assert!(error.text(&Screen::default()).contains("--sjabloon"));
    let template = args::Bespreking { sjabloon: true, ..asked };
    discuss(&template, &context(folder.path()), None).unwrap();
    let text = std::fs::read_to_string(folder.path().join(CASE).join("bespreking.yaml")).unwrap();
    assert!(text.starts_with("# De bespreking.") && text.contains("organisatie: Zundert"), "{text}");
    // A second time there is a file to fill in; who answers the questions instead fills it.
    let again = discuss(&template, &context(folder.path()), None);
    assert!(String::from_utf8(again.unwrap().stdout).unwrap().contains("Klaargezet"));
    let path = folder.path().join(CASE).join("bespreking.yaml");
    std::fs::write(&path, format!("{text}# van mij\n")).unwrap();
    let error = run_with(folder.path(), AGREED, usize::MAX).err().unwrap();
    assert!(error.what.contains("staat al iets") && std::fs::read_to_string(&path).unwrap().ends_with("# van mij\n"));
    std::fs::write(&path, text).unwrap();
    run_with(folder.path(), AGREED, usize::MAX).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("Houd een netwerkberaad") && !text.contains("# De bespreking."), "{text}");
    let error = discuss(&template, &context(folder.path()), None).err().unwrap();
    assert!(error.text(&Screen::default()).contains("al opgeschreven"));
}

/// Answers that are kept and a file to fill in would stand beside each other.
#[test]
fn a_discussion_that_began_gets_no_template() {
    let folder = folder();
    run_with(folder.path(), AGREED, 3).err().unwrap();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), sjabloon: true, ..args::Bespreking::default() };
    let error = discuss(&asked, &context(folder.path()), None).err().unwrap();
    assert!(error.what.contains("is begonnen"), "{}", error.what);
    assert!(!folder.path().join(CASE).join("bespreking.yaml").exists());
}

/// A first answer that can't be kept would be typed for nothing.
#[test]
fn a_folder_where_nothing_may_be_written_is_said_before_anything_is_asked() {
    let folder = folder();
    let asked = args::Bespreking { casus: "pqtw-3kz3".to_owned(), ..args::Bespreking::default() };
    let inside = folder.path().join("dossier");
    std::fs::create_dir(&inside).unwrap();
    let context = Context { dossier: Some(inside), ..context(folder.path()) };
    let mut script = Script::new(&[]);
    let error = discuss(&asked, &context, Some(&mut script)).err().unwrap();
    assert!(error.what.contains("je dossier staat in een teammap") && script.asked.is_empty(), "{}", error.what);
}
