//! The loop, in this process: a place with dossiers and teams' folders in which commands are run,
//! so that a test can let the disk fail and answer questions.

mod meanwhile;
mod stopped;
mod whole;

use super::error::ToolError;
use super::prompt::Prompt;
use super::{Args, context::Context, dispatch, parse};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every file with its text; a folder has none.
type Tree = BTreeMap<String, Option<String>>;

/// Two teams' folders and two dossiers, and what is sent between them.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        for (from, to) in [("dossier", "dossier"), ("west-brabant-west", "team")] {
            place.lay(&tree(&examples.join(from)), to);
        }
        let told = place.read("dossier/dossier.yaml");
        place.write("dossier/dossier.yaml", &told.replace("../west-brabant-west", "../team"));
        // A card of a case that has no pseudonym yet.
        let card = place.read("dossier/RSD-2026-00412/kaart.yaml");
        let card = card.replace("RSD-2026-00412", "RSD-2026-00413").replace("is Roos.", "is 112.");
        place.write("dossier/RSD-2026-00413/kaart.yaml", &card);
        place.write("reden.txt", "Daar is nu geen plek voor.\n");
        let gi = "versie: 1\norganisatie: Jeugdbescherming Brabant\nnaam: Femke de Rooij\nvia: Hans Verstraten\n\
                  team: ../team\n";
        place.write("gi/dossier.yaml", gi);
        place
    }

    fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn lay(&self, tree: &Tree, below: &str) {
        for (path, text) in tree {
            let path = Path::new(below).join(path);
            match text {
                Some(text) => self.write(path.to_str().unwrap(), text),
                None => std::fs::create_dir_all(self.path(path)).unwrap(),
            }
        }
    }

    fn tree(&self) -> Tree {
        tree(self.folder.path())
    }

    /// As it was.
    fn restore(&self, was: &Tree) {
        for entry in std::fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() { std::fs::remove_dir_all(entry).unwrap() } else { std::fs::remove_file(entry).unwrap() }
        }
        self.lay(was, "");
    }

    /// What a command line gives, with `@` for the folder; words between quotes are one. An error
    /// is what is shown with another status than 0.
    fn run(&self, moment: &str, line: &str) -> Result<String, String> {
        let (args, context) = self.parsed(moment, line);
        match dispatch(&args, &context) {
            Ok(answer) if answer.status == 0 => Ok(String::from_utf8(answer.stdout).unwrap()),
            Ok(answer) => Err(String::from_utf8([answer.stdout, answer.stderr].concat()).unwrap()),
            Err(error) => Err(super::error::as_tool_error(&error).text(&context.screen)),
        }
    }

    /// A command line and what surrounds it.
    fn parsed(&self, moment: &str, line: &str) -> (Args, Context) {
        let here = self.folder.path().to_str().unwrap();
        let parts = line.split('"').enumerate();
        let words = parts.flat_map(|(nth, part)| match nth % 2 {
            1 => vec![part.to_owned()],
            _ => part.split_whitespace().map(|word| word.replace('@', &format!("{here}/"))).collect(),
        });
        let words: Vec<_> = words.map(Into::into).collect();
        let args: Args = parse(&words).unwrap_or_else(|error| panic!("{line}: {error}"));
        let (map, dossier) = (args.common.map.clone(), args.common.dossier.clone());
        let context = Context { map, dossier, ..Context::test(self.folder.path(), moment) };
        (args, context)
    }
}

/// Every file and folder below this one.
fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    let text = |entry: &walkdir::DirEntry| std::fs::read_to_string(entry.path()).unwrap();
    entries
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, entry.file_type().is_file().then(|| text(&entry)))
        })
        .collect()
}

/// Answers by question, in the order in which each comes; any other question is passed.
pub struct Answers {
    left: Vec<(&'static str, Vec<&'static str>)>,
    said: String,
    /// All that was said and asked.
    pub all: String,
}

impl Answers {
    pub fn of(answers: &[(&'static str, &[&'static str])]) -> Self {
        Self {
            left: answers.iter().map(|(question, answers)| (*question, answers.to_vec())).collect(),
            said: String::new(),
            all: String::new(),
        }
    }

    /// What was never asked.
    pub fn unasked(&self) -> Vec<&'static str> {
        self.left.iter().filter(|(_, left)| !left.is_empty()).map(|(question, _)| *question).collect()
    }
}

impl Prompt for Answers {
    fn line(&mut self, question: &str) -> Result<Option<String>, ToolError> {
        let asked = std::mem::take(&mut self.said) + question;
        self.all += &asked;
        // The same question without an end.
        if self.all.len() > 200_000 {
            return Err(ToolError::new(super::error::Kind::Usage, "nobody answers"));
        }
        // Titles stand above the question.
        let found = self.left.iter_mut().filter_map(|(question, left)| Some((asked.rfind(*question)?, left)));
        let last = found.max_by_key(|(at, _)| *at).filter(|(_, left)| !left.is_empty());
        let answer = last.map(|(_, left)| left.remove(0));
        Ok(answer.filter(|answer| !answer.is_empty()).map(ToOwned::to_owned))
    }

    fn say(&mut self, text: &str) {
        super::prompt::must_fit(text);
        self.said += text;
    }
}
