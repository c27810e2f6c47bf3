//! The names of one's own families, searched in the files of their cases in the team's folder.
//!
//! For every command that tells its owner: what is found carries a file, a line and a kind.

use crate::model::Regio;
use crate::pseudo::{Names, Trace, look_back};

/// One's own case: the names that its dossier knows, and its files in the team's folder.
pub struct EigenCasus {
    /// What is known of the family.
    pub names: Names,
    /// Path from the root of the team's folder, and text.
    pub files: Vec<(String, String)>,
}

/// What a search gave.
#[derive(Default)]
pub struct Teruggezocht {
    /// Where a family is named.
    pub traces: Vec<Trace>,
    /// Files that could not be read, so that nobody knows what they say.
    pub niet_gelezen: usize,
    /// Cases of which the names are not known, since their card could not be read.
    pub zonder_namen: usize,
}

/// Searches the files of each case for the names of its own family.
#[must_use]
pub fn terugzoeken(cases: &[EigenCasus], regio: &Regio) -> Vec<Trace> {
    let traces = |own: &EigenCasus| {
        let files = own.files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        look_back(files, &own.names, regio)
    };
    cases.iter().flat_map(traces).collect()
}
