//! The arguments of the commands with which the chair works.

use super::{Formaat, day};
use chrono::NaiveDate;
use clap::Args as ClapArgs;

/// `vt agenda`.
#[derive(ClapArgs)]
pub struct Agenda {
    /// de dag van de vergadering; zonder DATUM de eerstvolgende
    #[arg(value_name = "DATUM", value_parser = day)]
    pub datum: Option<NaiveDate>,
    /// tekst of json
    #[arg(long, value_name = "FORMAAT", default_value = "tekst")]
    pub formaat: Formaat,
}
