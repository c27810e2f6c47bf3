//! A new team's folder and a new dossier.
//!
//! The file that makes a folder a tree comes last: a list that stopped before it left a
//! folder with a few texts, and the same command completes it.

use crate::model::Bestand;
use crate::pseudo::Gated;
use crate::store::{Act, At, Change, Fixed, Hook};
use crate::yaml::quoted;
use std::fmt::Write as _;

/// The region of West-Brabant West, with what the handbook leaves open marked.
const REGIO: &str = include_str!("../store/west-brabant-west.yaml");

/// A team's folder for West-Brabant West.
#[must_use]
pub fn team() -> Vec<Change> {
    let files = [
        (Fixed::TeamGitignore, include_str!("teammap/gitignore")),
        (Fixed::TeamGitattributes, include_str!("teammap/gitattributes")),
        (Fixed::TeamLeesmij, include_str!("teammap/LEESMIJ.md")),
        (Fixed::Regio, REGIO),
    ];
    files.map(|(file, text)| Change::Team(At::fixed(file), Act::Create(Gated::fixed(text)))).into()
}

/// The hooks of git for a team's folder. Without `vt` there is nobody to look, so no commit.
pub const HOOKS: [Hook; 2] = [
    (
        "pre-commit",
        "#!/bin/sh\n\
         # Van vt init team --haak: staat er in deze commit iets dat een gezin kan noemen?\n\
         command -v vt >/dev/null 2>&1 || { echo 'vt staat niet op deze computer: geen commit.' >&2; exit 1; }\n\
         exec vt scan --haak\n",
    ),
    (
        "commit-msg",
        "#!/bin/sh\n\
         # Van vt init team --haak: staat er in de boodschap iets dat een gezin kan noemen?\n\
         command -v vt >/dev/null 2>&1 || { echo 'vt staat niet op deze computer: geen commit.' >&2; exit 1; }\n\
         exec vt scan --haak \"$1\"\n",
    ),
];

/// Whose dossier it is.
#[derive(Default, Clone, PartialEq, Eq)]
pub struct Eigenaar {
    /// The professional.
    pub naam: String,
    /// Their organisation.
    pub organisatie: String,
    /// The vaste deelnemer through whom they bring in.
    pub via: Option<String>,
    /// Where the team's folder is, from the dossier.
    pub team: Option<String>,
}

/// Nothing of a dossier ever goes into git.
const GITIGNORE: &str = "# In een dossier staan namen: niets hieruit gaat in git.\n*\n";

/// A dossier.
#[must_use]
pub fn dossier(eigenaar: &Eigenaar) -> Vec<Change> {
    let schemas = Bestand::OF_DOSSIER.into_iter().map(|file| (Fixed::Schema(file), file.schema()));
    let files = std::iter::once((Fixed::DossierGitignore, GITIGNORE.to_owned()))
        .chain(schemas)
        .chain([(Fixed::Dossier, dossier_yaml(eigenaar))]);
    files.map(|(file, text)| Change::Dossier(At::fixed(file), Act::Create(text.into_bytes()))).collect()
}

/// The line that tells an editor where the schema of a file stands.
#[must_use]
pub fn modeline(way: &str) -> String {
    format!("# yaml-language-server: $schema={way}\n")
}

fn dossier_yaml(eigenaar: &Eigenaar) -> String {
    let mut text = modeline(".schema/dossier.json");
    text += "# Van wie dit dossier is. Hier staan namen: laat niemand anders in deze map.\nversie: 1\n";
    let keys = [
        ("", "organisatie", Some(&eigenaar.organisatie)),
        ("", "naam", Some(&eigenaar.naam)),
        ("# De vaste deelnemer van je organisatie, via wie je inbrengt.", "via", eigenaar.via.as_ref()),
        ("# Waar de teammap staat, gezien vanuit deze map.", "team", eigenaar.team.as_ref()),
    ];
    for (comment, key, value) in keys {
        if !comment.is_empty() {
            let _ = writeln!(text, "{comment}");
        }
        let _ = match value {
            Some(value) => writeln!(text, "{key}: {}", quoted(value)),
            None => writeln!(text, "{key}:"),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dossier, Regio};
    use crate::yaml::parse;

    #[test]
    fn what_is_written_reads_back_as_it_was_said() {
        let eigenaar = Eigenaar {
            naam: "Anke: \"de\" Wouters # x".into(),
            organisatie: "Gemeente 's-Hertogenbosch".into(),
            via: None,
            team: Some("../veiligheids team".into()),
        };
        let text = dossier_yaml(&eigenaar);
        let doc = parse(text.as_bytes()).ok().unwrap();
        let (dossier, problems) = doc.read::<Dossier>();
        assert!(problems.is_empty(), "{text}");
        let dossier = dossier.unwrap();
        assert_eq!(dossier.naam.as_ref(), Some(&eigenaar.naam));
        assert_eq!(dossier.organisatie.as_ref(), Some(&eigenaar.organisatie));
        assert_eq!((dossier.via, dossier.team), (None, eigenaar.team));
    }

    #[test]
    fn the_tree_is_made_by_the_last_file() {
        let ends = |changes: &[Change]| changes.last().map(|change| change.at().path());
        assert_eq!(ends(&team()).as_deref(), Some("regio.yaml"));
        assert_eq!(ends(&dossier(&Eigenaar::default())).as_deref(), Some("dossier.yaml"));
        let doc = parse(REGIO.as_bytes()).ok().unwrap();
        assert!(doc.read::<Regio>().1.is_empty());
        assert!(REGIO.contains("niet uit de handleiding: pas aan"));
    }
}
