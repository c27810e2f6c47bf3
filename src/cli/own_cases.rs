//! One's own cases: the koppelingen of a dossier with their cards, what stands in the team's
//! folder of one of them, and the families' names searched there.

use super::context::Context;
use super::error::{Kind, ToolError};
use super::meeting::check_file;
use crate::model::{Casus, Koppeling, Regio, Veiligheidskaart};
use crate::pseudo::{Finder, Names, Trace};
use crate::store::{Found, ReadProblem, Root, Slot, Stray, Team, Walk, decode, read, veiled, walk};
use crate::work::look_back::{EigenCasus, Teruggezocht, terugzoeken};
use crate::yaml::{Doc, Path, parse};
use chrono::NaiveDate;
use std::path;

/// A case of a dossier.
pub struct OwnCase {
    /// The folder in which it lies.
    pub folder: String,
    /// The way back.
    pub koppeling: Koppeling,
    /// The card; none when it can't be read.
    pub card: Option<Veiligheidskaart>,
}

/// What a dossier holds of cases.
pub struct OwnCases {
    /// Those whose koppeling names a case.
    pub cases: Vec<(Casus, OwnCase)>,
    /// The koppelingen that can't be read, by their paths in the dossier.
    pub unread: Vec<String>,
}

impl OwnCases {
    /// Reads every koppeling of a dossier, and the card beside it.
    pub fn read(dossier: &Root) -> Self {
        let mut own = Self { cases: Vec::new(), unread: Vec::new() };
        let walk = walk(dossier);
        for found in &walk.files {
            let Slot::Koppeling(folder) = &found.slot else { continue };
            let koppeling = koppeling(&found.path);
            let casus = koppeling.as_ref().and_then(|own| Casus::read(own.casus.as_deref()?).ok());
            let (Some(koppeling), Some(casus)) = (koppeling, casus) else {
                own.unread.push(found.slot.path());
                continue;
            };
            // A card that is read in part may lack just what must not be told.
            let card = value(&dossier.path.join(Slot::DossierKaart(folder.clone()).path()), |doc| {
                let (card, problems) = doc.read();
                card.filter(|_| problems.is_empty())
            });
            own.cases.push((casus, OwnCase { folder: folder.clone(), koppeling, card }));
        }
        let closed = walk
            .strays
            .iter()
            .filter(|(path, why)| matches!(why, Stray::Link | Stray::Unreadable) && path.ends_with("koppeling.yaml"));
        own.unread.extend(closed.map(|(path, _)| path.clone()));
        own
    }

    /// The one case with this pseudonym.
    pub fn one(&self, casus: Casus, dossier: &Root, context: &Context) -> Result<&OwnCase, ToolError> {
        let check = |path: &str| check_file(dossier, path, context);
        let mut own: Vec<&OwnCase> = self.cases.iter().filter(|(own, _)| *own == casus).map(|(_, case)| case).collect();
        if own.len() > 1 {
            let error = ToolError::new(Kind::Refused, "twee dossiers hebben dit pseudoniem.").because(
                "Zo weet vt niet van welk gezin dit advies is. Is een van de twee mappen een kopie? Haal daar \
                 koppeling.yaml weg.",
            );
            return Err(own.iter().fold(error, |error, one| {
                error.try_command(check(&Slot::Koppeling(one.folder.clone()).path()), "wat er mis is")
            }));
        }
        match own.pop() {
            Some(one) if one.koppeling.dossiernummer.as_deref() != Some(one.folder.as_str()) => {
                Err(ToolError::new(Kind::Refused, "`koppeling.yaml` van deze casus hoort bij een ander dossier.")
                    .because("`dossiernummer` daarin is niet het nummer van de map. Is de map een kopie?")
                    .try_command(check(&Slot::Koppeling(one.folder.clone()).path()), "wat er mis is, en waar"))
            }
            Some(one) => Ok(one),
            None => {
                let error = ToolError::new(Kind::Absent, "deze casus staat niet in je dossier.");
                Err(match self.unread.first() {
                    None => error
                        .because("Geen koppeling.yaml in je dossier heeft dit pseudoniem.")
                        .advise("Kijk het pseudoniem na op de agenda, of geef je andere dossier met --dossier."),
                    Some(path) => error
                        .because("vt kan niet elke koppeling.yaml lezen; een daarvan kan deze casus zijn.")
                        .try_command(check(path), "wat er mis is, en waar"),
                })
            }
        }
    }
}

/// A koppeling that can be read whole and is of a version that this program knows.
fn koppeling(path: &path::Path) -> Option<Koppeling> {
    let koppeling: Koppeling = value(path, |doc| {
        let (value, problems) = doc.read();
        value.filter(|_| problems.is_empty())
    })?;
    koppeling.versie.as_ref().is_none_or(crate::model::Versie::is_known).then_some(koppeling)
}

fn value<T>(path: &path::Path, take: impl Fn(&Doc<'_>) -> Option<T>) -> Option<T> {
    let bytes = read(path).ok()?;
    take(&parse(&bytes).ok()?)
}

/// What was read of one case in the team's folder.
#[derive(Default)]
pub struct TeamCase {
    /// The values, in every meeting.
    pub team: Team,
    /// The files with something in them that can't be read, by their paths.
    pub unread: Vec<String>,
}

/// Reads every file of a case, and who was at the meetings.
pub fn read_case(walk: &Walk, casus: Casus, regio: Regio) -> TeamCase {
    let days: Vec<NaiveDate> = of_case(walk, casus).filter_map(|found| found.slot.meeting()).collect();
    let folder = format!("/{casus}");
    let is_wanted = |slot: &Slot| match slot {
        Slot::Case(_, own, _) => *own == casus,
        Slot::Aanwezig(day) => days.contains(day),
        _ => false,
    };
    read_files(walk, is_wanted, |path| !is_of_other(path, &folder), regio)
}

/// Reads every file of every meeting.
pub fn read_meetings(walk: &Walk, regio: Regio) -> TeamCase {
    read_files(walk, |slot| slot.meeting().is_some(), |_| true, regio)
}

/// Reads these files. What stands closed on a path of them is named.
fn read_files(
    walk: &Walk,
    is_wanted: impl Fn(&Slot) -> bool,
    is_own_path: impl Fn(&str) -> bool,
    regio: Regio,
) -> TeamCase {
    let mut read = TeamCase { team: Team { regio, ..Team::default() }, ..TeamCase::default() };
    for found in walk.files.iter().filter(|found| is_wanted(&found.slot)) {
        let bytes = crate::store::read_found(found);
        if bytes == Err(ReadProblem::Absent) {
            continue;
        }
        let doc = bytes.as_deref().ok().and_then(|bytes| parse(bytes).ok());
        let (content, problems) = doc.as_ref().map_or((None, Vec::new()), |doc| decode(&found.slot, doc));
        if content.is_none() || !problems.is_empty() {
            read.unread.push(found.slot.path());
        }
        match content {
            Some(content) => read.team.put(&found.slot, content),
            None => read.team.put_unreadable(&found.slot),
        }
    }
    read.unread.extend(closed_where(walk, is_own_path));
    read
}

/// What can't be opened and may hold something of a case, by its path.
pub fn closed(walk: &Walk, casus: Casus) -> impl Iterator<Item = String> {
    let folder = format!("/{casus}");
    closed_where(walk, move |path| !is_of_other(path, &folder))
}

fn closed_where(walk: &Walk, is_own_path: impl Fn(&str) -> bool) -> impl Iterator<Item = String> {
    let closed = walk.strays.iter().filter(move |(path, why)| {
        let is_closed = matches!(why, Stray::Unreadable | Stray::Link);
        is_closed && (path == "vergaderingen" || path.starts_with("vergaderingen/") && is_own_path(path))
    });
    // A name that people gave is not shown: then the folder is named in which it stands.
    closed.map(|(path, _)| match path.rsplit_once('/') {
        Some((folder, _)) if veiled(path, &[]) != *path => folder.to_owned(),
        _ => path.clone(),
    })
}

/// Whether a path is of another case than the one whose folder is called so.
fn is_of_other(path: &str, folder: &str) -> bool {
    path.split('/').count() > 2 && !path.contains(folder)
}

fn of_case(walk: &Walk, casus: Casus) -> impl Iterator<Item = &Found> {
    walk.files.iter().filter(move |found| matches!(found.slot, Slot::Case(_, own, _) if own == casus))
}

/// Searches the team's folder for the names that one's dossier knows, each family's in the files
/// of its own case.
pub fn look_back(own: &OwnCases, walk: &Walk, regio: &Regio, today: NaiveDate) -> Teruggezocht {
    let mut gezocht = Teruggezocht { zonder_namen: own.unread.len(), ..Teruggezocht::default() };
    let mut cases = Vec::new();
    for (casus, case) in &own.cases {
        let Some(card) = &case.card else {
            gezocht.zonder_namen += 1;
            continue;
        };
        let names = Names::of(card, regio, today).and_given(&case.koppeling);
        let folder = format!("/{casus}/");
        let found = of_case(walk, *casus).map(|found| (found.slot.path(), found.path.as_path()));
        // Notes and copies beside the files are read by others too; their own names may name someone.
        let mut family = Finder::new(&names, regio);
        let beside = walk.others.iter().filter(|other| other.name.contains(&folder));
        let beside = beside.map(|other| (named(&other.name, &mut family, &mut gezocht.traces), other.path.as_path()));
        let beside: Vec<_> = beside.collect();
        let mut files = Vec::new();
        for (name, path) in found.chain(beside) {
            match read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
                Some(text) => files.push((name, text)),
                None => gezocht.niet_gelezen += 1,
            }
        }
        cases.push(EigenCasus { names, files });
    }
    gezocht.traces.extend(terugzoeken(&cases, regio));
    gezocht
}

/// The path of a file that people named, as it may be shown; that it names the family is a find.
fn named(path: &str, family: &mut Finder, traces: &mut Vec<Trace>) -> String {
    let file = veiled(path, &[]);
    let name = path.rsplit('/').next().unwrap_or_default().replace(['-', '_', '.'], " ");
    if let Some(first) = family.find(&name).first() {
        traces.push(Trace { file: file.clone(), line: 1, path: Path::root(), kind: first.kind });
    }
    file
}
