//! What is asked before a decision, and what another does meanwhile.

use super::*;
use crate::cli::prompt::Script;
use crate::store::other_after;
use std::path::Path;

/// A copy of the team's folder of the examples.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/west-brabant-west");
    for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap).filter(|one| one.file_type().is_file()) {
        let to = folder.path().join(entry.path().strip_prefix(&from).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(entry.path(), to).unwrap();
    }
    folder
}

fn asked(casus: &str) -> args::Besluit {
    args::Besluit {
        casus: Some(casus.to_owned()),
        vergadering: None,
        agenderen: false,
        uitstellen: None,
        afwijzen: false,
        reden: None,
        volgorde: None,
        minuten: None,
        uitnodigen: Vec::new(),
        advies_vooraf: None,
        door: None,
        droog: false,
    }
}

fn context(folder: &Path) -> Context {
    Context::test(folder, "2026-03-06T10:00:00+01:00")
}

#[test]
fn the_decision_that_stands_there_is_shown_and_the_chair_is_known() {
    let folder = folder();
    let mut script = Script::new(&["1", ""]);
    decide(&asked("2kt7-hptm"), &context(folder.path()), Some(&mut script)).unwrap();
    let said = script.asked.join("\n");
    assert!(said.contains("Er staat al een besluit: agenderen door Marit van Oers op 5 maart 2026."), "{said}");
    assert!(said.contains("Je naam (Enter: Marit van Oers)"), "{said}");
    let decision = folder.path().join("vergaderingen/2026-03-12/2kt7-hptm/besluit.yaml");
    assert!(std::fs::read_to_string(decision).unwrap().contains("door: Marit van Oers"));
}

/// Answers a doubtful word; before that a colleague decides.
struct Colleague<'a> {
    folder: &'a Path,
    decision: &'static str,
}

impl Prompt for Colleague<'_> {
    fn line(&mut self, _: &str) -> Result<Option<String>, ToolError> {
        self.decides();
        Ok(None)
    }

    fn say(&mut self, _: &str) {}
}

impl Colleague<'_> {
    fn decides(&self) {
        let path = self.folder.join("vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml");
        std::fs::write(path, self.decision).unwrap();
    }
}

/// Postpones to 19 March while a colleague decides, at a question or right before the decision is
/// written; gives what is said and whether the case is expected there.
fn meanwhile(decision: &'static str, is_asked: bool) -> (String, bool) {
    let folder = folder();
    let reason = folder.path().join("reden.txt");
    std::fs::write(&reason, if is_asked { "Roos kan er dan niet bij zijn." } else { "Er is geen plek." }).unwrap();
    let asked = args::Besluit {
        uitstellen: NaiveDate::from_ymd_opt(2026, 3, 19),
        reden: Some(reason),
        door: Some("Marit van Oers".to_owned()),
        ..asked("7k3f-9qxr")
    };
    let context = context(folder.path());
    let decided = if is_asked {
        decide(&asked, &context, Some(&mut Colleague { folder: folder.path(), decision }))
    } else {
        let there = folder.path().to_owned();
        // The announcement comes first.
        other_after(1, move || Colleague { folder: &there, decision }.decides(), || decide(&asked, &context, None))
    };
    let stands = std::fs::read_to_string(folder.path().join("vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml"));
    assert_eq!(stands.unwrap(), decision, "the colleague's decision stays");
    let announced = folder.path().join("vergaderingen/2026-03-19/7k3f-9qxr").exists();
    (decided.err().unwrap().text(&context.screen), announced)
}

#[test]
fn who_decides_a_moment_later_leaves_nothing_behind() {
    let there = "versie: 1\nbesluit: uitstellen\ndatum: 2026-03-06\ndoor: N\nreden: Vol.\nnaar: 2026-03-26\n";
    // Where nobody has the turn, a colleague also comes between the announcement and the decision.
    for is_asked in [true, false] {
        let (said, announced) = meanwhile(there, is_asked);
        assert!(said.contains("iemand anders besloot net over deze casus"), "{said}");
        assert!(!announced, "the case would be expected in two meetings");
    }
    // The colleague sent the case there as well, and announces it there.
    let same = "versie: 1\nbesluit: uitstellen\ndatum: 2026-03-06\ndoor: N\nreden: Vol.\nnaar: 2026-03-19\n";
    for is_asked in [true, false] {
        let (said, announced) = meanwhile(same, is_asked);
        assert!(said.contains("iemand anders besloot net over deze casus"), "{said}");
        assert_eq!(announced, !is_asked, "what was announced for that colleague too stays");
    }
}

/// A day is typed as everywhere else, and said back.
#[test]
fn the_day_to_which_a_case_goes_is_read_as_people_type_it() {
    for typed in ["2026-03-19", "19-3-2026", "do 19 maart", "19/3"] {
        let folder = folder();
        let mut script = Script::new(&["2", "over twee weken", typed, "Te vol.", ""]);
        decide(&asked("7k3f-9qxr"), &context(folder.path()), Some(&mut script)).unwrap();
        let said = script.asked.join("\n");
        assert!(said.contains("Schrijf de dag, zoals 19-3-2026 of 19 maart."), "{said}");
        assert!(said.contains("  donderdag 19 maart 2026"), "{said}");
        assert!(folder.path().join("vergaderingen/2026-03-19/7k3f-9qxr/verwacht.yaml").exists(), "{typed}");
    }
}

/// What is decided would be lost where it can't be written: that is said first.
#[test]
fn a_file_that_can_t_be_filled_in_is_said_before_anything_is_asked() {
    let refused = |file: &str, text: &str, answers: &[&'static str]| {
        let folder = folder();
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        let mut script = Script::new(answers);
        let error = decide(&asked("7k3f-9qxr"), &context(folder.path()), Some(&mut script)).err().unwrap();
        assert_eq!(error.what, format!("vt kan {file} niet aanvullen. Er is niets geschreven."));
        assert!(script.answers.is_empty());
        script.asked.join("\n")
    };
    let decision = "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml";
    for text in ["besluit: [agenderen\n", "versie: 1\nbesluit: misschien\n", "besluit: agenderen\n"] {
        assert_eq!(refused(decision, text, &[]), "", "{text}");
    }
    let expected = "vergaderingen/2026-03-19/7k3f-9qxr/verwacht.yaml";
    let asked = refused(expected, "waarom: [\n", &["2", "19 maart"]);
    assert!(!asked.contains("Waarom stel je uit?"), "{asked}");
}
