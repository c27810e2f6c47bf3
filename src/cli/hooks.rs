//! `vt init team DIR --haak`: the hooks of git around a team's folder.

use super::error::{Kind, ToolError};
use super::git::Git;
use crate::output::Screen;
use crate::store::{Done, Trouble, look_hooks, put_hooks};
use crate::work::init::HOOKS;
use std::path::{Path, PathBuf};

/// Where the hooks of a team's folder go, once it is certain that they can come there. The
/// folder may still have to be made.
pub fn place(team: &Path) -> Result<PathBuf, ToolError> {
    let there = team.ancestors().find(|folder| folder.is_dir()).unwrap_or(team);
    let folder = Git::at(there)?.hooks()?.ok_or_else(|| {
        ToolError::new(Kind::Refused, "de haken van git staan hier niet in de git-map zelf. Er is niets geschreven.")
            .because("In de instellingen van git staat bij core.hooksPath een map daarbuiten, voor alles wat je doet.")
            .advise("Zet in die map zelf een haak met `vt scan --haak`, of vraag wie haar beheert.")
    })?;
    look_hooks(&folder, &HOOKS).map_err(refused)?;
    Ok(folder)
}

/// Writes the hooks, or says what would be written; the lines that say so.
pub fn make(folder: &Path, is_rehearsal: bool, quiet: bool, screen: &Screen) -> Result<String, ToolError> {
    let lines = if is_rehearsal {
        let done = look_hooks(folder, &HOOKS).map_err(refused)?;
        let row = |((name, _), done): (&(&str, &str), &Done)| {
            let what = if *done == Done::Before { "staat er al zo" } else { "nieuwe haak van git" };
            ((*name).to_owned(), what.to_owned())
        };
        screen.rows(&HOOKS.iter().zip(&done).map(row).collect::<Vec<_>>(), "  ")
    } else {
        let done = put_hooks(folder, &HOOKS).map_err(stopped)?;
        let said = if done.contains(&Done::Now) {
            "Haken van git gemaakt: pre-commit en commit-msg."
        } else {
            "De haken van git staan er al: pre-commit en commit-msg."
        };
        let mut lines = screen.wrap(said, "", "  ");
        if !quiet {
            let what = "Vanaf nu kijkt vt voor elke commit na of er iets in staat dat een gezin kan noemen.";
            let where_to = "Een haak geldt alleen op deze computer, in deze git-map. Wie ook met git werkt, geeft deze \
                            opdracht zelf.";
            lines.extend([what, where_to].iter().flat_map(|line| screen.wrap(line, "  ", "  ")));
        }
        lines
    };
    Ok(lines.into_iter().map(|line| line + "\n").collect())
}

fn refused(why: (Trouble, &'static str)) -> ToolError {
    let error = stopped(why);
    ToolError { what: format!("{} Er is niets geschreven.", error.what), ..error }
}

/// The same while writing: what was made before that hook stays.
fn stopped((trouble, name): (Trouble, &'static str)) -> ToolError {
    if trouble == Trouble::Exists {
        let line = if name == "commit-msg" { "vt scan --haak \"$1\"" } else { "vt scan --haak" };
        return ToolError::new(Kind::Refused, format!("er staat al een haak van iemand anders: {name}."))
            .because("vt overschrijft geen haak.")
            .advise(format!("Zet in die haak deze regel erbij: {line}"));
    }
    ToolError::new(Kind::Refused, format!("vt kan de haak {name} niet schrijven."))
        .because(trouble.to_string())
        .advise("Los dat op en geef dezelfde opdracht nog een keer, of zet de haak er zelf neer.")
}
