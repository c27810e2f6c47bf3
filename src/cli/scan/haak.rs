//! `vt scan --haak`: what may name a family in what git is about to commit, or in the
//! message of a commit.

use super::{as_text, bytes_of};
use crate::cli::context::Context;
use crate::cli::git::{Entry, Git, Objects};
use crate::cli::{Answer, ToolError};
use crate::model::{Casus, Datum, Regio};
use crate::output::haak::{Found, Subject, What, haak_text};
use crate::output::{LEFT_OUT, escape};
use crate::pseudo::{Hit, TeamScan, unjudged};
use crate::rules::read_regio;
use crate::store::{Folder, Root, Zone, absence_files, below, default_regio, team_above, veiled};
use crate::yaml::{MAX_BYTES, parse};
use std::collections::BTreeMap;
use std::path::Path;

/// Runs the command.
pub fn run(message: Option<&Path>, context: &Context) -> anyhow::Result<Answer> {
    let (found, subject) = match message {
        Some(path) => {
            let bytes = bytes_of(Some(path).filter(|path| path.as_os_str() != "-"))?;
            let text = without_remarks(as_text(&bytes)?);
            let hits = unjudged(&text, false, &region_here(context), &[]);
            (in_text("boodschap", &text, hits), Subject::Message)
        }
        None => (staged(context)?, Subject::Files),
    };
    let mut answer = Answer { status: u8::from(!found.is_empty()), ..Answer::default() };
    haak_text(&found, subject, &context.screen, context.quiet, &mut answer.stdout)?;
    Ok(answer)
}

/// A message without what git leaves out of it, line for line: its own remarks, and what
/// stands below the scissors.
fn without_remarks(text: &str) -> String {
    let lines = text.lines().take_while(|line| !(line.starts_with('#') && line.contains("------ >8 ------")));
    lines.map(|line| if line.starts_with('#') { "\n".to_owned() } else { format!("{line}\n") }).collect()
}

/// The region of a message: that of the team's folder here, above or below.
fn region_here(context: &Context) -> Regio {
    let team = |root: &Root| root.zone == Zone::Team;
    let root = context.map.clone().or_else(|| team_above(&context.here).map(|root| root.path));
    let root = root.or_else(|| below(&context.here).into_iter().find(team).map(|root| root.path));
    root.and_then(|root| read_regio(&Folder::new(&root)).ok()).unwrap_or_else(default_regio)
}

/// The folders of the work tree that are a tree of `vt`, by their path with `/` behind it.
struct Trees {
    teams: BTreeMap<String, Regio>,
    dossiers: Vec<String>,
}

impl Trees {
    fn of(git: &Git<'_>, objects: &mut Objects) -> Result<Self, ToolError> {
        let mut teams = BTreeMap::new();
        for entry in git.tracked(Zone::Team.marker())? {
            let bytes = if entry.is_repository() { None } else { objects.get(&entry.id, MAX_BYTES)? };
            let regio = bytes.and_then(|bytes| parse(&bytes).ok().and_then(|doc| doc.read().0));
            teams.insert(folder_of(&entry.path).to_owned(), regio.unwrap_or_else(default_regio));
        }
        let dossiers = git.tracked(Zone::Dossier.marker())?;
        let dossiers = dossiers.iter().map(|entry| folder_of(&entry.path).to_owned()).collect();
        Ok(Self { teams, dossiers })
    }

    /// The team's folder of a file: the nearest above it.
    fn team(&self, path: &str) -> Option<(&str, &Regio)> {
        let above = self.teams.iter().filter(|(folder, _)| path.starts_with(folder.as_str()));
        above.max_by_key(|(folder, _)| folder.len()).map(|(folder, regio)| (folder.as_str(), regio))
    }

    fn is_dossier(&self, path: &str) -> bool {
        self.dossiers.iter().any(|folder| path.starts_with(folder.as_str()))
    }
}

/// The folder of a path, with its `/`; nothing for the root.
fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..=slash])
}

fn staged(context: &Context) -> Result<Vec<Found>, ToolError> {
    let git = Git::at(&context.here)?;
    let entries = git.staged()?;
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let mut objects = git.objects()?;
    let trees = Trees::of(&git, &mut objects)?;
    let elsewhere = default_regio();
    let mut found = Vec::new();
    for entry in &entries {
        let team = trees.team(&entry.path);
        let regio = team.map_or(&elsewhere, |(_, regio)| regio);
        let scan = TeamScan::new(regio, &[]);
        let (shown, names) = name(&entry.path, &|text| scan.unjudged_text(text));
        // In a team's folder no name is shown that people gave; elsewhere are programs and texts.
        let shown = match team {
            Some((folder, regio)) => in_team(&shown, folder, &entry.path, regio),
            None => shown,
        };
        found.extend(names.into_iter().map(|hit| Found { file: shown.clone(), what: What::Name(hit) }));
        if trees.is_dossier(&entry.path) {
            found.push(Found { file: shown, what: What::Dossier });
        } else if !entry.is_repository() {
            found.extend(content(entry, &shown, team.is_some(), regio, &mut objects)?);
        }
    }
    Ok(found)
}

/// What a file holds. What is no text can't be read; in a team's folder that is a reason to
/// stop, elsewhere it is a picture or a program.
fn content(
    entry: &Entry,
    shown: &str,
    is_team: bool,
    regio: &Regio,
    objects: &mut Objects,
) -> Result<Vec<Found>, ToolError> {
    if is_team && entry.is_link() {
        return Ok(vec![Found { file: shown.to_owned(), what: What::NoText }]);
    }
    let closed = |what| if is_team { vec![Found { file: shown.to_owned(), what }] } else { Vec::new() };
    let Some(bytes) = objects.get(&entry.id, MAX_BYTES)? else { return Ok(closed(What::TooBig)) };
    // Text of another encoding: not searched, so it does not pass.
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Ok(vec![Found { file: shown.to_owned(), what: What::NoText }]);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0')) else {
        return Ok(closed(What::NoText));
    };
    let end = Path::new(&entry.path).extension();
    let is_yaml = is_team && end.is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"));
    Ok(in_text(shown, text, unjudged(text, is_yaml, regio, &[])))
}

fn in_text(file: &str, text: &str, hits: Vec<Hit>) -> Vec<Found> {
    let place = |hit: &Hit| {
        let before = &text[..hit.bytes.start];
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line..].chars().count() + 1)
    };
    hits.into_iter().map(|hit| Found { file: file.to_owned(), what: What::Text(place(&hit), hit) }).collect()
}

/// What a text that is no YAML holds.
type Scan<'s> = &'s dyn Fn(&str) -> Vec<Hit>;

/// A path as it may be shown, and what its parts say of a family. People write a name with
/// hyphens, dots or underscores between the words.
fn name(path: &str, scan: Scan<'_>) -> (String, Vec<Hit>) {
    let mut hits = Vec::new();
    let parts = path.split('/').map(|part| {
        let is_checked = Casus::read(part).is_ok() || part.parse::<Datum>().is_ok();
        let found = if is_checked { Vec::new() } else { in_part(part, scan) };
        let shown = if found.is_empty() { escape::line(part).into_owned() } else { LEFT_OUT.to_owned() };
        hits.extend(found.into_iter().take(1));
        shown
    });
    let shown = parts.collect::<Vec<_>>().join("/");
    (shown, hits)
}

/// The path of a file in this team's folder, from the path as it may be shown and as it is.
fn in_team(shown: &str, folder: &str, path: &str, regio: &Regio) -> String {
    let above = shown.split('/').take(folder.matches('/').count());
    let below = veiled(path.strip_prefix(folder).unwrap_or(path), &absence_files(regio));
    above.chain([&*escape::line(&below)]).collect::<Vec<_>>().join("/")
}

fn in_part(part: &str, scan: Scan<'_>) -> Vec<Hit> {
    if matches!(part, "LEESMIJ.md" | "LEESMIJ.txt" | "README.md" | "README.txt" | "README" | "CODEOWNERS") {
        return Vec::new();
    }
    let apart = |c: char| if matches!(c, '_' | '.' | '-' | '+' | '(' | ')') { ' ' } else { c };
    let as_written = scan(part);
    if as_written.is_empty() { scan(&part.chars().map(apart).collect::<String>()) } else { as_written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_git_leaves_out_of_a_message_keeps_its_lines() {
        let message = "Kaart erbij\n\n# Op branch main\ntoch\n# ------ >8 ------\ndiff --git a/x\n";
        let message = message.replace("------", "------------------------");
        assert_eq!(without_remarks(&message), "Kaart erbij\n\n\ntoch\n");
    }

    #[test]
    fn a_part_that_may_be_a_name_is_not_shown() {
        let regio = default_regio();
        let team = TeamScan::new(&regio, &[]);
        let scan = |text: &str| team.unjudged_text(text);
        let (shown, hits) = name("vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml", &scan);
        assert_eq!((shown.as_str(), hits.len()), ("vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml", 0));
        let (shown, hits) = name("foto's/mevrouw_Ingeborg_Maas.txt", &scan);
        assert_eq!((shown.as_str(), hits.len()), ("foto's/[weggelaten]", 1));
        assert_eq!(name("afwezigheid/bergen-op-zoom.yaml", &scan).1.len(), 0);
    }
}
