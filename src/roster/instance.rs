//! An instance of the problem as it travels, and what makes it one that can be solved.

use super::pool::Stand;
use super::read::{Object, day, days, objects, one, some_day};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;

/// The turns to be divided: meetings, groups, and what is known already.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Instance {
    /// The meetings to be planned or already held.
    #[serde(deserialize_with = "days")]
    pub vergaderingen: Vec<NaiveDate>,
    /// The groups whose seats take turns.
    #[serde(deserialize_with = "objects")]
    pub pools: Vec<PoolDef>,
    /// When organisations can't come, in every group.
    #[serde(deserialize_with = "objects")]
    pub afwezig: Vec<Afwezigheid>,
    /// Agreed by hand; the order of this list matters.
    #[serde(deserialize_with = "objects")]
    pub ruilingen: Vec<Toewijzing>,
    /// Who really sat.
    #[serde(deserialize_with = "objects")]
    pub gehouden: Vec<Toewijzing>,
    /// The turns last sent out.
    #[serde(deserialize_with = "objects")]
    pub gepubliceerd: Vec<Toewijzing>,
}

/// A group of seats.
#[derive(Debug, Clone, Deserialize)]
pub struct PoolDef {
    /// Its name.
    pub naam: String,
    /// How many of its seats come to a meeting: 1 to 1,000.
    pub aantal: u32,
    /// The seats.
    #[serde(default, deserialize_with = "objects")]
    pub zetels: Vec<Zetel>,
}

/// One seat of a group.
#[derive(Debug, Clone, Deserialize)]
pub struct Zetel {
    /// The organisation; the same name in another group is the same organisation.
    pub naam: String,
    /// How much it counts, 0 to 1,000; 0 is a reserve.
    #[serde(default = "one")]
    pub gewicht: u32,
    /// The first day it takes part.
    #[serde(default, deserialize_with = "some_day")]
    pub vanaf: Option<NaiveDate>,
    /// The last day it takes part.
    #[serde(default, deserialize_with = "some_day")]
    pub tot: Option<NaiveDate>,
}

/// Days on which an organisation can't come, both included.
#[derive(Debug, Clone, Deserialize)]
pub struct Afwezigheid {
    /// The organisation.
    pub zetel: String,
    /// The first day.
    #[serde(deserialize_with = "day")]
    pub van: NaiveDate,
    /// The last day.
    #[serde(deserialize_with = "day")]
    pub tot: NaiveDate,
}

/// A seat of a group on a day.
#[derive(Debug, Clone, Deserialize)]
pub struct Toewijzing {
    /// The day.
    #[serde(deserialize_with = "day")]
    pub datum: NaiveDate,
    /// The group.
    pub pool: String,
    /// The seat.
    pub zetel: String,
}

/// Why something is no instance. It says where, never what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InstanceError {
    /// No JSON, from this line and column on.
    Json(usize, usize),
    /// JSON of another form, found at this line and column.
    Form(usize, usize),
    /// A number at this path lies outside its bounds.
    Bounds(String, u32, u32),
    /// What stands at this path stood there before.
    Twice(String),
}

impl fmt::Display for InstanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(line, column) => {
                write!(f, "Dit is geen JSON. Het gaat mis op regel {line}, kolom {column}.")
            }
            Self::Form(line, column) => write!(
                f,
                "Op regel {line}, kolom {column} ontbreekt iets, of staat iets anders dan er hoort. \
                 De vorm staat in docs/toerbeurt.md."
            ),
            Self::Bounds(path, low, high) => write!(f, "{path} is niet {low} tot en met {high}."),
            Self::Twice(path) => write!(f, "{path} staat er dubbel in."),
        }
    }
}

impl std::error::Error for InstanceError {}

impl Instance {
    /// Reads an instance and checks it.
    pub fn from_json(bytes: &[u8]) -> Result<Self, InstanceError> {
        let Object(instance): Object<Self> = serde_json::from_slice(bytes).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            if error.is_data() { InstanceError::Form(line, column) } else { InstanceError::Json(line, column) }
        })?;
        instance.check()?;
        Ok(instance)
    }

    /// Forgets what was sent out from this day on, of a group or of all: it binds nobody any
    /// more.
    pub fn forget_published(&mut self, from: NaiveDate, group: Option<&str>) {
        self.gepubliceerd.retain(|turn| turn.datum < from || group.is_some_and(|group| turn.pool != group));
    }

    /// Whether the figures and names are such that the problem has a meaning.
    pub fn check(&self) -> Result<(), InstanceError> {
        no_twins(self.vergaderingen.iter(), |place| format!("vergaderingen[{place}]"))?;
        no_twins(self.pools.iter().map(|pool| &pool.naam), |place| format!("pools[{place}].naam"))?;
        for (at, pool) in self.pools.iter().enumerate() {
            within(pool.aantal, 1, || format!("pools[{at}].aantal"))?;
            let names = pool.zetels.iter().map(|seat| &seat.naam);
            no_twins(names, |place| format!("pools[{at}].zetels[{place}].naam"))?;
            for (place, seat) in pool.zetels.iter().enumerate() {
                within(seat.gewicht, 0, || format!("pools[{at}].zetels[{place}].gewicht"))?;
            }
        }
        Ok(())
    }

    /// Those of a list that are about this group.
    pub(super) fn of<'a>(list: &'a [Toewijzing], pool: &'a str) -> impl Iterator<Item = &'a Toewijzing> {
        list.iter().filter(move |entry| entry.pool == pool)
    }
}

fn within(number: u32, low: u32, path: impl Fn() -> String) -> Result<(), InstanceError> {
    const HIGH: u32 = 1000;
    if (low..=HIGH).contains(&number) { Ok(()) } else { Err(InstanceError::Bounds(path(), low, HIGH)) }
}

fn no_twins<T: Ord>(items: impl Iterator<Item = T>, path: impl Fn(usize) -> String) -> Result<(), InstanceError> {
    let mut seen = BTreeSet::new();
    for (place, item) in items.enumerate() {
        if !seen.insert(item) {
            return Err(InstanceError::Twice(path(place)));
        }
    }
    Ok(())
}

impl Zetel {
    /// What it can do on this day, given when it can't come.
    pub(super) fn stand(&self, day: NaiveDate, absences: &[(NaiveDate, NaiveDate)]) -> Stand {
        if self.vanaf.is_some_and(|first| day < first) || self.tot.is_some_and(|last| day > last) {
            return Stand::DoetNietMee;
        }
        let is_away = absences.iter().any(|&(from, to)| from <= day && day <= to);
        if is_away { Stand::Afwezig } else { Stand::Vrij }
    }
}
