//! The names of files as they may be shown. People put names and numbers into the name of a file;
//! no scanner finds each of them. So of a file that has no name of the program's own nothing of
//! the name is shown but how it ends.

use super::slot::{CaseFile, name_as_file};
use crate::model::{Casus, Datum, Regio};

/// What stands in the place of a name, also in a path of which a part may be one.
pub(super) const LEFT_OUT: &str = "[weggelaten]";

/// Names that the program and those around it give to files and folders.
const OWN: [&str; 22] = [
    "regio.yaml",
    "rooster",
    "afwezigheid",
    "vergaderingen",
    "vergadering.yaml",
    "verzonden.yaml",
    "aanwezig.yaml",
    ".git",
    ".github",
    ".gitignore",
    ".gitattributes",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".bespreking.concept.yaml",
    ".schema",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "LEESMIJ.md",
    "LEESMIJ.txt",
    "README.md",
    "CODEOWNERS",
];

/// How files end.
const ENDS: [&str; 26] = [
    "yaml", "yml", "json", "txt", "md", "doc", "docx", "odt", "rtf", "pdf", "xls", "xlsx", "csv", "eml", "msg", "html",
    "ics", "png", "jpg", "jpeg", "zip", "tmp", "bak", "orig", "swp", "log",
];

/// Words of which the name of a copy or a loose document may be made.
const WORDS: [&str; 26] = [
    "kaart",
    "besluit",
    "bespreking",
    "ingetrokken",
    "nazorg",
    "regio",
    "vergadering",
    "verzonden",
    "aanwezig",
    "rooster",
    "kopie",
    "copy",
    "copie",
    "conflict",
    "conflicted",
    "duplicate",
    "van",
    "of",
    "oud",
    "nieuw",
    "notitie",
    "notulen",
    "verslag",
    "agenda",
    "bijlage",
    "concept",
];

/// A path of the team's folder, with `/`, as it may be shown. `afwezig` are the names that files in
/// `afwezigheid/` may have.
#[must_use]
pub fn veiled(path: &str, afwezig: &[String]) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    let shown = parts.iter().enumerate().map(|(at, part)| {
        let is_absence = || {
            at == 1
                && parts[0] == "afwezigheid"
                && part.strip_suffix(".yaml").is_some_and(|own| afwezig.iter().any(|name| name == own))
        };
        if is_own(part) || is_absence() || is_plain(part) { (*part).to_owned() } else { left_out(part) }
    });
    shown.collect::<Vec<_>>().join("/")
}

/// The names of the files in `afwezigheid/` of the organisations and municipalities of a region.
#[must_use]
pub fn absence_files(regio: &Regio) -> Vec<String> {
    let organisations = regio.organisaties.values().flat_map(|own| own.naam.iter().chain(own.ook.values()));
    let municipalities = regio.gemeenten.values().flat_map(|own| own.naam.iter().chain(own.ook.values()));
    organisations.chain(municipalities).map(|name| name_as_file(name)).collect()
}

/// Whether programs give this name, around the tree and in it: nobody typed it.
#[must_use]
pub fn is_given(part: &str) -> bool {
    let (start, end) = super::place::TEMPORARY;
    let drawn = part.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
    let is_temporary =
        drawn.is_some_and(|drawn| drawn.len() == 6 && drawn.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    part == LEFT_OUT || OWN.contains(&part) || is_temporary
}

fn is_own(part: &str) -> bool {
    let is_checked = || Casus::read(part).is_ok() || part.parse::<Datum>().is_ok();
    is_given(part) || CaseFile::ALL.into_iter().any(|file| file.name() == part) || is_checked()
}

/// Whether a name is made of plain words, with at most one year and one small number: "kaart (1).yaml",
/// "2026 (1).yaml". A date could be a day of birth.
fn is_plain(part: &str) -> bool {
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words = || part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let count = |is: fn(&str) -> bool| words().filter(is_number).filter(|word| is(word)).count();
    let (years, small) = (count(|word| word.len() == 4 && word.starts_with("20")), count(|word| word.len() <= 2));
    let is_known = |word: &str| {
        let word = word.to_lowercase();
        WORDS.contains(&word.as_str()) || ENDS.contains(&word.as_str())
    };
    words().next().is_some()
        && years <= 1
        && small <= 1
        && words().all(|word| {
            is_number(&word) && (word.len() == 4 && word.starts_with("20") || word.len() <= 2) || is_known(word)
        })
}

fn left_out(part: &str) -> String {
    let end = part.rsplit_once('.').map(|(_, end)| end).filter(|end| ENDS.contains(end));
    end.map_or_else(|| LEFT_OUT.to_owned(), |end| format!("{LEFT_OUT}.{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_name_that_people_gave_only_the_end_is_shown() {
        let afwezig = ["rucphen".to_owned()];
        let shown = |path: &str| veiled(path, &afwezig);
        for path in [
            "regio.yaml",
            "rooster/2026.yaml",
            "rooster/2026 (1).yaml",
            "afwezigheid/rucphen.yaml",
            "vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml",
            "vergaderingen/2026-03-12/7k3f-9qxr/kaart - kopie (2).yaml",
            "vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml~",
            "vergaderingen/2026-03-12/7k3f-9qxr/.vt-x8Yq2Z.tmp",
            "vergaderingen/2026-03-12/[weggelaten]/nazorg.yaml",
            "notulen.docx",
            ".github",
        ] {
            assert_eq!(shown(path), path);
        }
        for (path, said) in [
            ("RSD-2026-00412 Verhagen.txt", "[weggelaten].txt"),
            ("kim_van_hees.yaml", "[weggelaten].yaml"),
            ("VERHAGEN DAAN.yaml", "[weggelaten].yaml"),
            ("kaart Verhagen.yaml", "[weggelaten].yaml"),
            ("2016-09-30.txt", "[weggelaten].txt"),
            ("20-03.txt", "[weggelaten].txt"),
            ("0612345678.md", "[weggelaten].md"),
            (".vt-KimVanHees.tmp", "[weggelaten].tmp"),
            ("Verhagen.Daan", "[weggelaten]"),
            ("Verhagen/kaart.yaml", "[weggelaten]/kaart.yaml"),
            ("afwezigheid/kim-van-hees.yaml", "afwezigheid/[weggelaten].yaml"),
            (
                "vergaderingen/2026-03-12/7k3f-9qxr/kind daan.docx",
                "vergaderingen/2026-03-12/7k3f-9qxr/[weggelaten].docx",
            ),
        ] {
            assert_eq!(shown(path), said);
        }
    }
}
