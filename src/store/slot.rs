//! What a file is, by its place and name alone.

use super::change::schema_path;
use super::roots::Zone;
use crate::model::{Bestand, Casus, Datum};
use chrono::NaiveDate;
use std::fmt;

/// A file of one case in one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "named after the file")]
pub enum CaseFile {
    Verwacht,
    Kaart,
    Ingetrokken,
    Besluit,
    Bespreking,
    Nazorg,
}

impl CaseFile {
    /// Every file that a case may have, in the order of its route.
    pub const ALL: [Self; 6] =
        [Self::Verwacht, Self::Kaart, Self::Ingetrokken, Self::Besluit, Self::Bespreking, Self::Nazorg];

    /// The name of the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Verwacht => "verwacht.yaml",
            Self::Kaart => "kaart.yaml",
            Self::Ingetrokken => "ingetrokken.yaml",
            Self::Besluit => "besluit.yaml",
            Self::Bespreking => "bespreking.yaml",
            Self::Nazorg => "nazorg.yaml",
        }
    }
}

/// The place of a file in a tree, which says what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "named after the file")]
pub enum Slot {
    Regio,
    Vergadering(NaiveDate),
    Verzonden(NaiveDate),
    Aanwezig(NaiveDate),
    Case(NaiveDate, Casus, CaseFile),
    Rooster(i32),
    /// The organisation as its file is named.
    Afwezigheid(String),
    Dossier,
    /// The identifiable card in a folder of the dossier.
    DossierKaart(String),
    Koppeling(String),
    /// A card outside both trees, whatever its name.
    LooseKaart,
}

/// Why a file does not belong where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stray {
    /// A copy that a synchronising program or an editor made.
    Copy,
    /// A temporary file of `vt` itself, left over from work that was interrupted.
    Temporary,
    /// A folder of a meeting whose name is no day.
    NoDate,
    /// A folder of a case whose name is no pseudonym.
    NoCasus,
    /// A pseudonym that is not written as `vt` writes it.
    CasusSpelling,
    /// Something else.
    Other,
    /// A link, a device or a pipe: never followed, never read.
    Link,
    /// A file or folder that can't be opened.
    Unreadable,
}

impl Slot {
    /// What the file at this place of a team's folder is, or why it does not belong.
    pub fn in_team(parts: &[&str]) -> Result<Self, Stray> {
        match parts {
            ["regio.yaml"] => Ok(Self::Regio),
            ["rooster", name] => {
                let year = name.strip_suffix(".yaml").filter(|year| year.len() == 4);
                let year = year.filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
                year.and_then(|year| year.parse().ok()).map(Self::Rooster).ok_or_else(|| stray(name))
            }
            ["afwezigheid", name] => match name.strip_suffix(".yaml") {
                Some(organisation) if name_as_file(organisation) == organisation => {
                    Ok(Self::Afwezigheid(organisation.to_owned()))
                }
                _ => Err(stray(name)),
            },
            ["vergaderingen", day, rest @ ..] => {
                let Ok(Datum(day)) = day.parse::<Datum>() else { return Err(Stray::NoDate) };
                Self::in_meeting(day, rest)
            }
            [.., name] => Err(stray(name)),
            [] => Err(Stray::Other),
        }
    }

    fn in_meeting(day: NaiveDate, parts: &[&str]) -> Result<Self, Stray> {
        match parts {
            ["vergadering.yaml"] => Ok(Self::Vergadering(day)),
            ["verzonden.yaml"] => Ok(Self::Verzonden(day)),
            ["aanwezig.yaml"] => Ok(Self::Aanwezig(day)),
            [folder, name] => {
                let Ok(casus) = Casus::read(folder) else { return Err(Stray::NoCasus) };
                if casus.to_string() != *folder {
                    return Err(Stray::CasusSpelling);
                }
                let file = CaseFile::ALL.into_iter().find(|file| file.name() == *name);
                file.map(|file| Self::Case(day, casus, file)).ok_or_else(|| stray(name))
            }
            [.., name] => Err(stray(name)),
            [] => Err(Stray::Other),
        }
    }

    /// What the file at this place of a dossier is, or why it does not belong.
    pub fn in_dossier(parts: &[&str]) -> Result<Self, Stray> {
        match parts {
            ["dossier.yaml"] => Ok(Self::Dossier),
            [folder, "kaart.yaml"] => Ok(Self::DossierKaart((*folder).to_owned())),
            [folder, "koppeling.yaml"] => Ok(Self::Koppeling((*folder).to_owned())),
            [.., name] => Err(stray(name)),
            [] => Err(Stray::Other),
        }
    }

    /// The path from the root of its tree, with `/`.
    #[must_use]
    pub fn path(&self) -> String {
        self.to_string()
    }

    /// The meeting in whose folder it stands.
    #[must_use]
    pub fn meeting(&self) -> Option<NaiveDate> {
        match self {
            Self::Vergadering(day) | Self::Verzonden(day) | Self::Aanwezig(day) | Self::Case(day, ..) => Some(*day),
            _ => None,
        }
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Regio => f.write_str("regio.yaml"),
            Self::Vergadering(day) => write!(f, "vergaderingen/{day}/vergadering.yaml"),
            Self::Verzonden(day) => write!(f, "vergaderingen/{day}/verzonden.yaml"),
            Self::Aanwezig(day) => write!(f, "vergaderingen/{day}/aanwezig.yaml"),
            Self::Case(day, casus, file) => write!(f, "vergaderingen/{day}/{casus}/{}", file.name()),
            Self::Rooster(year) => write!(f, "rooster/{year}.yaml"),
            Self::Afwezigheid(name) => write!(f, "afwezigheid/{name}.yaml"),
            Self::Dossier => f.write_str("dossier.yaml"),
            Self::DossierKaart(folder) => write!(f, "{folder}/kaart.yaml"),
            Self::Koppeling(folder) => write!(f, "{folder}/koppeling.yaml"),
            Self::LooseKaart => f.write_str("kaart.yaml"),
        }
    }
}

/// An organisation as its file in `afwezigheid/` is named: lower case, a hyphen for
/// anything else than a letter or a digit.
#[must_use]
pub fn name_as_file(organisation: &str) -> String {
    organisation.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

/// The words that sync programs, mailers and editors put into the name of a copy.
const COPY_WORDS: [&str; 8] = ["conflict", "kopie", "copy", "copie", "duplicate", ".bak", ".orig", ".swp"];

fn stray(name: &str) -> Stray {
    let (start, end) = super::place::TEMPORARY;
    if name.starts_with(start) && name.ends_with(end) {
        return Stray::Temporary;
    }
    let lower = name.to_lowercase();
    let numbered = lower.rsplit_once('.').is_some_and(|(stem, _)| {
        stem.strip_suffix(')').is_some_and(|stem| {
            stem.rsplit_once('(').is_some_and(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()))
        })
    });
    let editor = lower.starts_with("~$") || lower.starts_with(".#") || lower.ends_with('~');
    if numbered || editor || COPY_WORDS.iter().any(|word| lower.contains(word)) { Stray::Copy } else { Stray::Other }
}

/// Names beside the tree that are nobody's problem.
pub(super) fn is_passed_over(parts: &[&str], zone: Zone) -> bool {
    match parts {
        // What `vt` put in a dossier for the editor.
        [".schema", _] => {
            let path = parts.join("/");
            zone == Zone::Dossier && Bestand::OF_DOSSIER.iter().any(|file| schema_path(*file) == path)
        }
        [".git" | ".github", ..] | [".gitignore" | ".gitattributes" | ".gitlab-ci.yml" | ".pre-commit-config.yaml"] => {
            true
        }
        [name] if name.starts_with("LEESMIJ.") => true,
        [.., ".DS_Store" | "Thumbs.db" | "desktop.ini" | ".bespreking.concept.yaml"] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_and_name_decide() {
        let slot = Slot::in_team(&["vergaderingen", "2026-03-12", "7k3f-9qxr", "kaart.yaml"]).unwrap();
        assert_eq!(slot.path(), "vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml");
        assert_eq!(Slot::in_team(&["rooster", "2026.yaml"]), Ok(Slot::Rooster(2026)));
        assert_eq!(
            Slot::in_team(&["afwezigheid", "bergen-op-zoom.yaml"]),
            Ok(Slot::Afwezigheid("bergen-op-zoom".into()))
        );
        assert_eq!(Slot::in_dossier(&["RSD-1", "kaart.yaml"]), Ok(Slot::DossierKaart("RSD-1".into())));
    }

    #[test]
    fn what_does_not_belong_is_named_by_its_kind() {
        let case = |name| Slot::in_team(&["vergaderingen", "2026-03-12", "7k3f-9qxr", name]);
        assert_eq!(case("kaart (1).yaml"), Err(Stray::Copy));
        assert_eq!(case("kaart - kopie.yaml"), Err(Stray::Copy));
        assert_eq!(case("kaart.yaml~"), Err(Stray::Copy));
        assert_eq!(case(".vt-x8Yq2Z.tmp"), Err(Stray::Temporary));
        assert_eq!(case("notulen.docx"), Err(Stray::Other));
        assert_eq!(Slot::in_team(&["vergaderingen", "2026-03-12", "een-naam", "kaart.yaml"]), Err(Stray::NoCasus));
        assert_eq!(Slot::in_team(&["vergaderingen", "2026-03-12", "7K3F9QXR", "x"]), Err(Stray::CasusSpelling));
        assert_eq!(Slot::in_team(&["vergaderingen", "maart", "vergadering.yaml"]), Err(Stray::NoDate));
        assert_eq!(Slot::in_team(&["rooster", "+202.yaml"]), Err(Stray::Other));
    }

    #[test]
    fn the_schemas_of_a_dossier_are_nobodys_problem() {
        assert!(is_passed_over(&[".schema", "kaart.json"], Zone::Dossier));
        assert!(!is_passed_over(&[".schema", "kaart.json"], Zone::Team));
        assert!(!is_passed_over(&[".schema", "anders.json"], Zone::Dossier));
    }

    #[test]
    fn an_organisation_has_one_file_name() {
        assert_eq!(name_as_file("Bergen op Zoom"), "bergen-op-zoom");
        assert_eq!(name_as_file("Etten-Leur"), "etten-leur");
    }
}
