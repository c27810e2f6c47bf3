//! What a command finds around it: the day, the folder, the screen and the two trees.

use super::args::{Common, Kleur};
use super::error::{Kind, ToolError};
use super::paste;
use crate::model::{Dossier, Moment};
use crate::output::Screen;
use crate::store::{Root, Zone, below, dossier_above, read, team_above};
use crate::yaml::parse;
use chrono::NaiveDate;
use std::env;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

/// What surrounds a command.
pub struct Context {
    /// Where text goes.
    pub screen: Screen,
    /// This moment, which is written down.
    pub now: Moment,
    /// Today, or the day that counts as today.
    pub today: NaiveDate,
    /// The day that was asked for as today, for commands that are offered.
    pub asked_today: Option<NaiveDate>,
    /// The folder in which `vt` was started, without links.
    pub here: PathBuf,
    /// The team's folder that was asked for.
    pub map: Option<PathBuf>,
    /// The dossier that was asked for.
    pub dossier: Option<PathBuf>,
    /// Whether remarks and counts are left out.
    pub quiet: bool,
}

impl Context {
    /// From the arguments and the environment.
    pub fn of(common: &Common) -> Result<Self, ToolError> {
        let here = env::current_dir().and_then(|here| here.canonicalize()).map_err(|_| {
            ToolError::new(Kind::Io, "vt kan de map waarin je staat niet openen.").advise("Ga naar een andere map.")
        })?;
        let now = now()?;
        Ok(Self {
            screen: stdout_screen(common.kleur),
            now,
            today: common.vandaag.unwrap_or_else(|| now.day()),
            asked_today: common.vandaag,
            here,
            map: common.map.clone(),
            dossier: common.dossier.clone(),
            quiet: common.stil,
        })
    }

    /// What is written carries the moment at which that was done: no day that was asked for.
    pub fn by_the_clock(&self) -> Result<(), ToolError> {
        if self.asked_today.is_none() {
            return Ok(());
        }
        let what = "`--vandaag` kan niet bij een opdracht die iets vastlegt. Er is niets geschreven.";
        Err(ToolError::new(Kind::Usage, what)
            .because("In het bestand komt het moment van nu.")
            .advise("Laat `--vandaag` weg."))
    }

    /// The root of a tree at the folder that an option names.
    pub fn asked_root(folder: &Path, zone: Zone, command: &str) -> Result<Root, ToolError> {
        root_at(folder, zone, "de map die je noemt", command)
    }

    /// The root of a tree at the folder that the environment names, if it does.
    pub fn root_of_environment(zone: Zone, command: &str) -> Option<Result<Root, ToolError>> {
        let variable = variable(zone);
        folder_of(variable).map(|folder| root_at(&folder, zone, &format!("de map van {variable}"), command))
    }

    /// The team's folder: the one asked for, else the one in which `vt` was started, else
    /// the one that the dossier names in which it was started, else what the environment says.
    pub fn team(&self, command: &str) -> Result<Root, ToolError> {
        let hint = format!("{command} --map MAP");
        if let Some(folder) = &self.map {
            return Self::asked_root(folder, Zone::Team, &hint);
        }
        if let Some(root) = team_above(&self.here) {
            return Ok(root);
        }
        let here = self.dossier.clone().or_else(|| dossier_above(&self.here).map(|root| root.path));
        if let Some(root) = here.as_deref().and_then(team_of) {
            return Ok(root);
        }
        if let Some(root) = Self::root_of_environment(Zone::Team, &hint) {
            return root;
        }
        folder_of(variable(Zone::Dossier)).as_deref().and_then(team_of).ok_or_else(|| {
            let cause = match here {
                Some(_) => "Op de plek die `team` in dossier.yaml noemt, staat geen regio.yaml.",
                None => "In deze map en daarboven staat geen regio.yaml.",
            };
            let error = ToolError::new(Kind::Absent, "vt vindt hier geen teammap.").because(cause);
            match below(&self.here).into_iter().find(|root| root.zone == Zone::Team) {
                Some(root) => {
                    let folder = paste::quoted(Path::new(&self.named(&root.path)));
                    error.try_command(format!("{command} --map {folder}"), "daar staat er wel een")
                }
                None => error.try_command(hint, "als je weet waar de teammap staat"),
            }
        })
    }

    /// The dossier: the one asked for, else the one in which `vt` was started, else what the
    /// environment says.
    pub fn dossier(&self, command: &str) -> Result<Root, ToolError> {
        let hint = format!("{command} --dossier MAP");
        if let Some(folder) = &self.dossier {
            return Self::asked_root(folder, Zone::Dossier, &hint);
        }
        if let Some(root) = dossier_above(&self.here) {
            return Ok(root);
        }
        Self::root_of_environment(Zone::Dossier, &hint).unwrap_or_else(|| {
            Err(ToolError::new(Kind::Absent, "vt vindt hier geen dossier.")
                .because("In deze map en daarboven staat geen dossier.yaml.")
                .try_command(hint, "als je weet waar je dossier staat")
                .try_command("vt init dossier MAP", "als je nog geen dossier hebt"))
        })
    }

    /// A folder as people name it from where they stand.
    pub fn named(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.here).unwrap_or(path);
        if path.as_os_str().is_empty() { ".".to_owned() } else { paste::slashed(path) }
    }
}

fn root_at(folder: &Path, zone: Zone, named: &str, command: &str) -> Result<Root, ToolError> {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    Root::at(&folder, zone).ok_or_else(|| {
        let (name, above) = match zone {
            Zone::Team => ("teammap", team_above(&folder)),
            Zone::Dossier => ("dossier", dossier_above(&folder)),
        };
        let error = ToolError::new(Kind::Absent, format!("{named} is geen {name}."))
            .because(format!("Daar staat geen {}.", zone.marker()));
        match above {
            Some(_) => error.advise(format!("Geef de map waarin {} staat; die ligt hierboven.", zone.marker())),
            None => error.try_command(command, format!("met de map waarin {} staat", zone.marker())),
        }
    })
}

/// The team's folder that a dossier names.
pub fn team_of(dossier: &Path) -> Option<Root> {
    Root::at(&dossier.join(dossier_file(dossier)?.team?), Zone::Team)
}

fn variable(zone: Zone) -> &'static str {
    match zone {
        Zone::Team => "VT_MAP",
        Zone::Dossier => "VT_DOSSIER",
    }
}

fn folder_of(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

/// What `dossier.yaml` says, as far as it can be read.
pub fn dossier_file(root: &Path) -> Option<Dossier> {
    let bytes = read(&root.join(Zone::Dossier.marker())).ok()?;
    parse(&bytes).ok()?.read().0
}

/// This moment: the hidden clock of the tests, else the real one.
fn now() -> Result<Moment, ToolError> {
    match env::var_os("VT_KLOK") {
        Some(moment) => moment.to_string_lossy().parse().map_err(|_| {
            ToolError::new(Kind::Usage, "VT_KLOK is geen moment.")
                .because("Hier hoort een dag en tijd, zoals 2026-03-04T10:12:00+01:00.")
        }),
        None => Ok(Moment(chrono::Local::now().fixed_offset())),
    }
}

/// A screen is never wider than this: long lines read badly.
const WIDEST: usize = 100;
/// Without a terminal.
const PIPED: usize = 80;

fn stdout_screen(kleur: Kleur) -> Screen {
    let terminal = std::io::stdout().is_terminal();
    let colour = match kleur {
        Kleur::Altijd => true,
        Kleur::Nooit => false,
        // Looks at NO_COLOR and TERM=dumb, and asks Windows to understand the codes.
        Kleur::Auto => terminal && console::Term::stdout().features().colors_supported(),
    };
    Screen { width: if terminal { width(&console::Term::stdout()) } else { PIPED }, colour, terminal }
}

/// The screen of help: no option was read yet.
pub fn plain_stdout_screen() -> Screen {
    stdout_screen(Kleur::Auto)
}

/// The screen of errors and remarks.
pub fn stderr_screen() -> Screen {
    let terminal = std::io::stderr().is_terminal();
    Screen { width: if terminal { width(&console::Term::stderr()) } else { PIPED }, colour: false, terminal }
}

/// The columns of a terminal; `COLUMNS` wins, as elsewhere.
fn width(terminal: &console::Term) -> usize {
    let said = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let asked = || terminal.size_checked().map(|(_, columns)| usize::from(columns)).filter(|columns| *columns > 0);
    said.or_else(asked).unwrap_or(PIPED).clamp(40, WIDEST)
}

#[cfg(test)]
impl Context {
    /// In this folder, at a moment as `VT_KLOK` says it.
    pub fn test(here: &Path, now: &str) -> Self {
        let now: Moment = now.parse().ok().unwrap();
        Self {
            screen: Screen::default(),
            now,
            today: now.day(),
            asked_today: None,
            here: here.canonicalize().unwrap(),
            map: None,
            dossier: None,
            quiet: false,
        }
    }
}
