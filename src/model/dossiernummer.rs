//! The number of a dossier, as the name of a folder.
//!
//! The folder is the number itself, letter for letter, so that different numbers give
//! different folders. What some system would take for another name is refused.

use std::fmt;

/// A number that can be a folder on every system.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dossiernummer(String);

/// Why a text can't be the folder of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DossiernummerFout {
    /// There is nothing.
    Leeg,
    /// It is longer than a folder's name should be.
    Lang,
    /// It has another character than a letter, a figure, a hyphen, an underscore, a point
    /// or a space.
    Teken,
    /// It does not begin and end with a letter or a figure.
    Rand,
    /// Windows keeps this name for itself, or it is the name of a file of the dossier.
    Bezet,
}

/// With the path of a dossier before it, all systems still take it.
const LONGEST: usize = 64;

/// The names of devices on Windows, whatever stands behind a point.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether Windows keeps this name of a file or folder for a device.
#[must_use]
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().find_map(|port| stem.strip_prefix(port));
    let is_port = numbered.is_some_and(|number| {
        let mut characters = number.chars();
        characters.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c)) && characters.next().is_none()
    });
    is_port || DEVICES.contains(&stem.as_str())
}

impl Dossiernummer {
    /// Reads a number, exactly as it is.
    pub fn read(text: &str) -> Result<Self, DossiernummerFout> {
        let is_known = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
        let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        match text {
            "" => Err(DossiernummerFout::Leeg),
            _ if !text.chars().all(is_known) => Err(DossiernummerFout::Teken),
            _ if text.len() > LONGEST => Err(DossiernummerFout::Lang),
            _ if !edge(text.chars().next()) || !edge(text.chars().next_back()) => Err(DossiernummerFout::Rand),
            _ if is_device(text) || text.to_ascii_lowercase().ends_with(".yaml") => Err(DossiernummerFout::Bezet),
            _ => Ok(Self(text.to_owned())),
        }
    }

    /// The number as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Dossiernummer {
    /// Never the number: it leads to a family.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dossiernummer(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_folder_on_every_system_or_is_refused() {
        for text in ["RSD-2026-00412", "1", "2026.412_b", "JB 2026 12", "nulmeting-3", "COM10", "communicatie"] {
            assert_eq!(Dossiernummer::read(text).map(|number| number.as_str().to_owned()).as_deref(), Ok(text));
        }
        let refused = [
            ("", DossiernummerFout::Leeg),
            ("2026/412", DossiernummerFout::Teken),
            ("..\\x", DossiernummerFout::Teken),
            ("é1", DossiernummerFout::Teken),
            ("a:b", DossiernummerFout::Teken),
            ("a\u{202e}b", DossiernummerFout::Teken),
            ("RSD-20~1", DossiernummerFout::Teken),
            ("..", DossiernummerFout::Rand),
            ("-x", DossiernummerFout::Rand),
            ("x.", DossiernummerFout::Rand),
            ("x ", DossiernummerFout::Rand),
            (".git", DossiernummerFout::Rand),
            ("NUL", DossiernummerFout::Bezet),
            ("con.2026", DossiernummerFout::Bezet),
            ("Com1", DossiernummerFout::Bezet),
            ("lpt9 .x", DossiernummerFout::Bezet),
            ("dossier.yaml", DossiernummerFout::Bezet),
        ];
        for (text, why) in refused {
            assert_eq!(Dossiernummer::read(text), Err(why), "{text}");
        }
        assert_eq!(Dossiernummer::read(&"1".repeat(65)), Err(DossiernummerFout::Lang));
        assert!(is_device("COM¹.yaml") && !is_device("rucphen.yaml"));
        assert!(!format!("{:?}", Dossiernummer::read("RSD-1")).contains("RSD"));
    }
}
