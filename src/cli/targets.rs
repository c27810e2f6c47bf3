//! What a check takes: a tree, a part of one, or a card by itself.

use super::args;
use super::context::Context;
use super::error::{Kind, ToolError};
use super::paste;
use crate::calendar::{Calendar, words};
use crate::rules::{Options, Report, Scope, check_lone, check_tree};
use crate::store::{Root, Zone, below, dossier_above, is_closed, team_above};
use chrono::NaiveDate;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Something to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A tree, or a part of it.
    Tree(Root, Scope),
    /// A card outside both trees: where it lies, and how it was given.
    Lone(PathBuf, String),
}

impl Target {
    /// Checks it.
    pub fn judged(&self, check: &args::Check, context: &Context) -> Result<Report, ToolError> {
        let options =
            |scope| Options { today: context.today, past_too: check.alles, scope, meeting: check.vergadering };
        let (report, folder) = match self {
            Self::Tree(root, scope) => {
                let report = check_tree(root, &options(scope.clone()));
                let day = check.vergadering.map(|day| day.to_string()).unwrap_or_default();
                (report, (root.zone == Zone::Team).then(|| root.path.join("vergaderingen").join(day)))
            }
            Self::Lone(path, file) => (check_lone(path, file, &options(Scope::All)), None),
        };
        if let Some(day) = check.vergadering {
            // A cancelled meeting may still have a folder to look at.
            if !folder.is_some_and(|folder| folder.is_dir()) {
                must_be_meeting(day, &Calendar::new(&report.regio), check, context)?;
            }
        }
        Ok(report)
    }
}

fn must_be_meeting(
    day: NaiveDate,
    calendar: &Calendar,
    check: &args::Check,
    context: &Context,
) -> Result<(), ToolError> {
    if calendar.is_meeting(day) {
        return Ok(());
    }
    let mut error = ToolError::new(Kind::Absent, "op die dag is geen vergadering.");
    for near in calendar.nearest(day) {
        error = error.try_command(paste::check_for(check, context, near), words::day_in_words(near));
    }
    Err(error)
}

/// Everything that was asked for, each tree once.
pub fn targets(check: &args::Check, context: &Context) -> Result<Vec<Target>, ToolError> {
    let mut targets = if check.pad.is_empty() { whole_trees(context)? } else { Vec::new() };
    for (index, path) in check.pad.iter().enumerate() {
        let which = if check.pad.len() == 1 { "dit pad".to_owned() } else { format!("pad {}", index + 1) };
        for target in of_path(path, &which, context)? {
            merge(&mut targets, target);
        }
    }
    if let Some(day) = check.vergadering {
        let without_meeting = paste::check(&args::Check { vergadering: None, ..check.clone() }, context);
        for target in &mut targets {
            let Target::Tree(root, scope) = target else { continue };
            if root.zone == Zone::Team {
                *scope = only_meeting(root, scope, day, &without_meeting)?;
            }
        }
    }
    Ok(targets)
}

/// Without a path: what was asked for, else where `vt` was started, else the environment,
/// else the trees below.
fn whole_trees(context: &Context) -> Result<Vec<Target>, ToolError> {
    let whole = |root: Root| Target::Tree(root, Scope::All);
    let asked = [(&context.dossier, Zone::Dossier), (&context.map, Zone::Team)];
    let asked: Vec<Target> = asked
        .into_iter()
        .filter_map(|(folder, zone)| Some((folder.as_deref()?, zone)))
        .map(|(folder, zone)| Context::asked_root(folder, zone, &hint(zone)).map(whole))
        .collect::<Result<_, _>>()?;
    if !asked.is_empty() {
        return Ok(asked);
    }
    if let Some(root) = dossier_above(&context.here).or_else(|| team_above(&context.here)) {
        return Ok(vec![whole(root)]);
    }
    for zone in [Zone::Dossier, Zone::Team] {
        if let Some(root) = Context::root_of_environment(zone, &hint(zone)) {
            return Ok(vec![whole(root?)]);
        }
    }
    let below: Vec<Target> = below(&context.here).into_iter().map(whole).collect();
    if below.is_empty() {
        return Err(ToolError::new(Kind::Absent, "vt vindt hier geen dossier en geen teammap.")
            .because("In deze map en daarboven staat geen dossier.yaml en geen regio.yaml.")
            .try_command("vt check KAART", "een kaart die ergens anders staat")
            .try_command("vt check --map MAP", "als je weet waar de teammap staat"));
    }
    Ok(below)
}

fn hint(zone: Zone) -> String {
    match zone {
        Zone::Team => "vt check --map MAP".to_owned(),
        Zone::Dossier => "vt check --dossier MAP".to_owned(),
    }
}

/// What one path means.
fn of_path(given: &Path, which: &str, context: &Context) -> Result<Vec<Target>, ToolError> {
    let fault = |error: io::Error| match error.kind() {
        io::ErrorKind::PermissionDenied => {
            ToolError::new(Kind::Io, format!("vt mag {which} niet openen.")).advise("Vraag om leesrecht.")
        }
        _ => ToolError::new(Kind::Absent, format!("{which} is er niet."))
            .because("Er is geen bestand en geen map met die naam.")
            .advise("Kijk of je in de goede map staat en of de naam klopt."),
    };
    let place = own_place(&context.here.join(given)).map_err(fault)?;
    let path = match place {
        Place::Link(root, link) => return Ok(vec![Target::Tree(root, Scope::Below(vec![link]))]),
        Place::Path(path) => path,
    };
    if path.is_dir() {
        return of_folder(path, which);
    }
    match tree_above(path.parent().unwrap_or(&path)) {
        Some(root) => Ok(vec![Target::Tree(root, Scope::Below(vec![path]))]),
        None if path.is_file() => Ok(vec![Target::Lone(path, given.to_string_lossy().into_owned())]),
        None => Err(ToolError::new(Kind::Absent, format!("{which} is geen bestand en geen map."))
            .because("Het is een pijp of een apparaat.")
            .advise("Sla de kaart op als bestand en noem dat bestand.")),
    }
}

fn of_folder(path: PathBuf, which: &str) -> Result<Vec<Target>, ToolError> {
    if let Some(root) = Root::at(&path, Zone::Dossier).or_else(|| Root::at(&path, Zone::Team)) {
        return Ok(vec![Target::Tree(root, Scope::All)]);
    }
    if let Some(root) = tree_above(&path) {
        return Ok(vec![Target::Tree(root, Scope::Below(vec![path]))]);
    }
    if is_closed(&path) {
        return Err(ToolError::new(Kind::Io, format!("vt mag {which} niet openen.")).advise("Vraag om leesrecht."));
    }
    let trees: Vec<Target> = below(&path).into_iter().map(|root| Target::Tree(root, Scope::All)).collect();
    if trees.is_empty() {
        return Err(ToolError::new(Kind::Absent, format!("{which} is een map zonder dossier of teammap."))
            .because("Daarin en daarboven staat geen dossier.yaml en geen regio.yaml.")
            .try_command("vt check KAART", "één kaart, door het bestand te noemen"));
    }
    Ok(trees)
}

/// Place decides: whatever lies below `regio.yaml` is the team's.
pub fn tree_above(folder: &Path) -> Option<Root> {
    team_above(folder).or_else(|| dossier_above(folder))
}

/// Where a path leads.
pub enum Place {
    /// To this, without links.
    Path(PathBuf),
    /// To a link in a tree, or past one: it is a finding, and nothing behind it is looked at.
    Link(Root, PathBuf),
}

/// Where an absolute path leads, part by part. Outside a tree a link is just another name.
pub fn own_place(path: &Path) -> io::Result<Place> {
    let mut place = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Prefix(_) | Component::RootDir => place.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                place.pop();
            }
            Component::Normal(name) => {
                let next = place.join(name);
                if !next.symlink_metadata()?.is_symlink() {
                    place = next;
                } else if let Some(root) = tree_above(&place) {
                    return Ok(Place::Link(root, next));
                } else {
                    place = next.canonicalize()?;
                }
            }
        }
    }
    Ok(Place::Path(place))
}

/// Each tree and each card is checked once, with all that was asked of it.
fn merge(targets: &mut Vec<Target>, target: Target) {
    let same = targets.iter_mut().find(|known| match (&**known, &target) {
        (Target::Tree(known, _), Target::Tree(root, _)) => known == root,
        (Target::Lone(known, _), Target::Lone(path, _)) => known == path,
        _ => false,
    });
    match (same, target) {
        (None, target) => targets.push(target),
        (Some(Target::Tree(_, Scope::Below(known))), Target::Tree(_, Scope::Below(paths))) => known.extend(paths),
        (Some(Target::Tree(_, known)), Target::Tree(_, _)) => *known = Scope::All,
        (Some(_), _) => {}
    }
}

/// The part of a team's folder that belongs to a meeting.
fn only_meeting(root: &Root, scope: &Scope, day: NaiveDate, command: &str) -> Result<Scope, ToolError> {
    let folder = root.path.join("vergaderingen").join(day.to_string());
    match scope {
        Scope::Below(paths) if paths.iter().all(|path| path.starts_with(&folder)) => Ok(scope.clone()),
        Scope::Below(_) => Err(ToolError::new(Kind::Usage, "een kaart in de teammap hoort al bij een vergadering.")
            .because("Dat is de vergadering van de map waarin de kaart staat, en dat is een andere.")
            .try_command(command, "kijkt de kaart na voor die vergadering")),
        _ => Ok(Scope::Meeting(day)),
    }
}
