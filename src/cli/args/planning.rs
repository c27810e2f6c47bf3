//! The arguments of the commands with which the planner works: the roster and the year.

use super::day;
use chrono::NaiveDate;
use clap::{ArgGroup, Args as ClapArgs, ValueEnum};

/// In which form a roster comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RoosterFormaat {
    Tekst,
    Json,
    Csv,
    Ics,
}

/// `vt rooster`.
#[derive(ClapArgs)]
#[command(group(ArgGroup::new("wat").args(["vastleggen", "eerlijkheid", "waarom", "ruil", "afwezig", "stel_dat"])))]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Rooster {
    /// het jaar; zonder JAAR dit jaar
    #[arg(value_name = "JAAR", value_parser = clap::value_parser!(i32).range(1900..=9998))]
    pub jaar: Option<i32>,
    /// legt de beurten vast in rooster/JAAR.yaml; wat al vastligt, verandert zo min mogelijk
    #[arg(long)]
    pub vastleggen: bool,
    /// toont hoeveel beurten elke zetel krijgt, en op hoeveel die recht heeft
    #[arg(long)]
    pub eerlijkheid: bool,
    /// toont waarom zij op die dag komen, en wat een ander zou kosten
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub waarom: Option<NaiveDate>,
    /// ruilt de beurten van twee dagen, of geeft met --aan die van één dag weg
    #[arg(long, value_name = "DATUM", value_parser = day, num_args = 1..=2, requires = "groep")]
    pub ruil: Vec<NaiveDate>,
    /// de groep van --ruil of --opnieuw-vanaf, zoals in regio.yaml
    #[arg(long, value_name = "GROEP")]
    pub groep: Option<String>,
    /// wie er komt, bij --ruil van één dag
    #[arg(long, value_name = "ORGANISATIE", requires = "ruil")]
    pub aan: Option<String>,
    /// schrijft op dat een organisatie niet kan, van --van t/m --tot
    #[arg(long, value_name = "ORGANISATIE", requires_all = ["van", "tot"])]
    pub afwezig: Option<String>,
    /// de eerste dag van --afwezig
    #[arg(long, value_name = "DATUM", value_parser = day, requires = "afwezig")]
    pub van: Option<NaiveDate>,
    /// de laatste dag van --afwezig
    #[arg(long, value_name = "DATUM", value_parser = day, requires = "afwezig")]
    pub tot: Option<NaiveDate>,
    /// toont wat er verandert, bijvoorbeeld Rucphen weg, of dubbel zo vaak; schrijft niets
    #[arg(long, value_name = "WAT", num_args = 1..)]
    pub stel_dat: Vec<String>,
    /// verdeelt de beurten vanaf die dag opnieuw, ook die al vastlagen
    #[arg(long, value_name = "DATUM", value_parser = day, conflicts_with_all = ["ruil", "afwezig"])]
    pub opnieuw_vanaf: Option<NaiveDate>,
    /// tekst, json, csv of ics
    #[arg(long, value_name = "FORMAAT", default_value = "tekst", conflicts_with = "wat")]
    pub formaat: RoosterFormaat,
    /// van ics: alleen de beurten van deze organisatie
    #[arg(long, value_name = "ORGANISATIE", conflicts_with = "wat")]
    pub voor: Option<String>,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long)]
    pub droog: bool,
}

/// In which form a calendar comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KalenderFormaat {
    Tekst,
    Json,
    Csv,
    Ics,
}

/// `vt kalender`.
#[derive(ClapArgs)]
pub struct Kalender {
    /// het jaar; zonder JAAR dit jaar
    #[arg(value_name = "JAAR", value_parser = clap::value_parser!(i32).range(1900..=9999))]
    pub jaar: Option<i32>,
    /// tekst, json, csv of ics
    #[arg(long, value_name = "FORMAAT", default_value = "tekst", conflicts_with = "vastleggen")]
    pub formaat: KalenderFormaat,
    /// zet de voorstellen als momenten in regio.yaml
    #[arg(long)]
    pub vastleggen: bool,
    /// toont wat er geschreven zou worden, en schrijft niets
    #[arg(long, requires = "vastleggen")]
    pub droog: bool,
}
