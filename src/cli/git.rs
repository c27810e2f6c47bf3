//! What git says. The only code of `vt` that starts another program: git itself, without a
//! shell, and never to change something.

use super::error::{Kind, ToolError};
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A git work tree, asked from one folder in it.
pub struct Git<'f> {
    folder: &'f Path,
}

/// A file as the index has it.
pub struct Entry {
    /// Its path from the root of the work tree, with `/`.
    pub path: String,
    /// The mode: `100644`, or that of a link or of another repository.
    pub mode: String,
    /// The object.
    pub id: String,
}

impl Entry {
    /// Whether it is a link, which leads anywhere.
    pub fn is_link(&self) -> bool {
        self.mode == "120000"
    }

    /// Whether it is another repository, which has no text here.
    pub fn is_repository(&self) -> bool {
        self.mode == "160000"
    }
}

/// Variables that change what a path means to git.
const OF_PATHS: [&str; 4] =
    ["GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"];

impl<'f> Git<'f> {
    /// The work tree around a folder.
    pub fn at(folder: &'f Path) -> Result<Self, ToolError> {
        let git = Self { folder };
        match git.command(["rev-parse", "--is-inside-work-tree"]).output() {
            Err(_) => Err(ToolError::new(Kind::Absent, "vt kan git niet starten.")
                .because("Het staat niet op deze computer, of je shell vindt het niet.")
                .advise("Installeer git, of vraag wie de computer beheert.")),
            Ok(output) if output.status.success() && output.stdout.starts_with(b"true") => Ok(git),
            Ok(_) => Err(ToolError::new(Kind::Absent, "hier is geen git-map.")
                .because("Deze map staat niet in een map die git bijhoudt, of git mag haar niet openen.")
                .advise("Ga naar de git-map van het team. Is er nog geen? Maak er dan een met `git init`.")),
        }
    }

    fn command<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(&self, arguments: I) -> Command {
        let mut command = Command::new("git");
        command.arg("--no-pager").args(arguments).current_dir(self.folder).env("GIT_OPTIONAL_LOCKS", "0");
        // What git says may hold names of files.
        command.stdin(Stdio::null()).stderr(Stdio::null());
        for variable in OF_PATHS {
            command.env_remove(variable);
        }
        command
    }

    fn ask<const N: usize>(&self, arguments: [&str; N]) -> Result<Vec<u8>, ToolError> {
        match self.command(arguments).output() {
            Ok(output) if output.status.success() => Ok(output.stdout),
            _ => Err(failed()),
        }
    }

    /// What the next commit adds or changes.
    pub fn staged(&self) -> Result<Vec<Entry>, ToolError> {
        let raw = self.ask([
            "diff",
            "--cached",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
            "--no-relative",
            "--no-ext-diff",
            "--ignore-submodules=none",
            "--diff-filter=ACMRT",
        ])?;
        let mut parts = raw.split(|byte| *byte == 0).filter(|part| !part.is_empty());
        let mut entries = Vec::new();
        // Each is `:mode mode id id status` and then the path.
        while let Some(head) = parts.next() {
            let head = String::from_utf8_lossy(head).into_owned();
            let mut words = head.split(' ').skip(1);
            let (mode, id, path) = (words.next(), words.nth(1), parts.next());
            let (Some(mode), Some(id), Some(path)) = (mode, id, path) else { return Err(failed()) };
            entries.push(entry(mode, id, path));
        }
        Ok(entries)
    }

    /// The files of this name that the next commit holds.
    pub fn tracked(&self, name: &str) -> Result<Vec<Entry>, ToolError> {
        let all = self.ask(["ls-files", "--stage", "-z", "--full-name", ":/"])?;
        let mut entries = Vec::new();
        for line in all.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
            let tab = line.iter().position(|byte| *byte == b'\t').ok_or_else(failed)?;
            let path = &line[tab + 1..];
            if path.rsplit(|byte| *byte == b'/').next() == Some(name.as_bytes()) {
                let head = String::from_utf8_lossy(&line[..tab]).into_owned();
                let mut words = head.split(' ');
                let (Some(mode), Some(id)) = (words.next(), words.next()) else { return Err(failed()) };
                entries.push(entry(mode, id, path));
            }
        }
        Ok(entries)
    }

    /// Objects by their id.
    pub fn objects(&self) -> Result<Objects, ToolError> {
        let child = self.command(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.map_err(|_| failed())?;
        let stdout = child.stdout.take().ok_or_else(failed)?;
        Ok(Objects { child, stdout: BufReader::new(stdout) })
    }

    /// The folder of the hooks, as the settings of git have it. `None` when that folder is
    /// not of this repository alone.
    pub fn hooks(&self) -> Result<Option<PathBuf>, ToolError> {
        let way = |from: &Path, bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).map_err(|_| failed())?;
            Ok(from.join(text.strip_suffix('\n').unwrap_or(&text).trim_end_matches('\r')))
        };
        let whole = |path: PathBuf| path.canonicalize().map_err(|_| failed());
        let tree = whole(way(self.folder, self.ask(["rev-parse", "--show-toplevel"])?)?)?;
        // A setting that is no whole path counts from there.
        let top = Git { folder: &tree };
        let own = whole(way(&tree, top.ask(["rev-parse", "--git-common-dir"])?)?)?;
        let hooks = way(&tree, top.ask(["rev-parse", "--git-path", "hooks"])?)?;
        // The folder itself may still have to be made.
        let (Some(above), Some(name)) = (hooks.parent(), hooks.file_name()) else { return Ok(None) };
        let Ok(above) = above.canonicalize() else { return Ok(None) };
        let hooks = above.join(name);
        Ok(Some(hooks).filter(|hooks| hooks.starts_with(&own) || hooks.starts_with(&tree)))
    }
}

fn entry(mode: &str, id: &str, path: &[u8]) -> Entry {
    Entry { path: String::from_utf8_lossy(path).into_owned(), mode: mode.to_owned(), id: id.to_owned() }
}

fn failed() -> ToolError {
    ToolError::new(Kind::Io, "git gaf een fout, dus vt kon niet kijken.")
        .advise("Kijk met `git status` wat er is, en probeer het dan nog een keer.")
}

/// A git that gives objects one by one.
pub struct Objects {
    child: Child,
    stdout: BufReader<std::process::ChildStdout>,
}

impl Objects {
    /// The bytes of an object; `None` when there are more than `most`.
    pub fn get(&mut self, id: &str, most: usize) -> Result<Option<Vec<u8>>, ToolError> {
        let size = self.size(id).ok_or_else(failed)?;
        let mut object = self.stdout.by_ref().take(size + 1);
        if size > u64::try_from(most).unwrap_or(u64::MAX) {
            std::io::copy(&mut object, &mut std::io::sink()).map_err(|_| failed())?;
            return Ok(None);
        }
        let mut bytes = Vec::new();
        object.read_to_end(&mut bytes).map_err(|_| failed())?;
        // Behind the object stands a line end, or git stopped halfway.
        if bytes.pop() == Some(b'\n') { Ok(Some(bytes)) } else { Err(failed()) }
    }

    /// Asks for an object; its bytes follow.
    fn size(&mut self, id: &str) -> Option<u64> {
        let stdin = self.child.stdin.as_mut()?;
        stdin.write_all(format!("{id}\n").as_bytes()).and_then(|()| stdin.flush()).ok()?;
        let mut head = String::new();
        self.stdout.read_line(&mut head).ok()?;
        // `id blob size`, or `id missing`.
        head.trim_end().rsplit_once(' ')?.1.parse().ok()
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // Without questions it ends by itself.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
