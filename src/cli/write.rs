//! What every command that writes says: what it would do, what it did, and why it could
//! not.

use super::Answer;
use super::error::{Kind, ToolError};
use crate::calendar::words::capital;
use crate::output::Screen;
use crate::store::{
    ActKind, ApplyError, At, Change, Done, Root, Roots, TooClose, Trouble, Turn, Zone, apply, hold, rehearse,
};

/// The turn to look once more and write in the team's folder.
pub fn turn(team: &Root) -> Result<Turn, ToolError> {
    hold(&team.path).ok_or_else(|| {
        ToolError::new(Kind::Refused, "iemand anders is net bezig in deze map. Er is niets geschreven.")
            .advise("Geef de opdracht zo opnieuw.")
    })
}

/// Carries out a list. An error says what was written and what was not.
pub fn carry_out(roots: &Roots, changes: &[Change]) -> Result<Vec<Done>, ToolError> {
    apply(roots, changes).map_err(|error| refused(&error, changes))
}

/// What carrying it out would do. An error is the one it would stop with, before anything
/// was written.
pub fn rehearsed(roots: &Roots, changes: &[Change]) -> Result<Vec<Done>, ToolError> {
    rehearse(roots, changes).map_err(|error| {
        let done = vec![Done::Before; error.at()];
        refused(&ApplyError { done, ..error }, changes)
    })
}

/// Why a list stopped, for people.
fn refused(error: &ApplyError, changes: &[Change]) -> ToolError {
    let at = changes.get(error.at()).map_or_else(|| "dit bestand".to_owned(), |change| named(change.at()));
    let written = error.done.iter().zip(changes).filter(|(done, _)| **done == Done::Now);
    let written: Vec<String> = written.map(|(_, change)| named(change.at())).collect();
    let rest = match written.as_slice() {
        [] => "Er is niets geschreven.".to_owned(),
        written => format!("Wel geschreven: {}.", written.join(", ")),
    };
    let again = "geef dezelfde opdracht nog een keer; die maakt het werk af.";
    let place = changes.get(error.at()).map(|change| change.at().path()).unwrap_or_default();
    let is_own = ["koppeling.yaml", "kaart.yaml", "ingetrokken.yaml"].iter().any(|name| place.ends_with(name));
    // Where colleagues write, what stands there is somebody's work.
    let is_shared = ["vergaderingen/", "rooster/", "afwezigheid/"].iter().any(|folder| place.starts_with(folder));
    let way_out = match error.trouble {
        // Someone else was a moment earlier: nothing has to be moved.
        Trouble::Exists if is_own => format!("Iemand anders was net iets eerder. {}", capital(again)),
        Trouble::Exists if is_shared => "Iemand anders was net iets eerder. Kijk eerst wat daar nu staat.".to_owned(),
        Trouble::Exists => "Zet dat bestand ergens anders, of kies een andere map.".to_owned(),
        Trouble::Changed => "Kijk wat er veranderd is, en geef de opdracht nog een keer.".to_owned(),
        Trouble::Link => "Zet de map of het bestand zelf op die plek, of kies een andere map.".to_owned(),
        Trouble::OtherKind => "Geef wat daar staat een andere naam, of kies een andere map.".to_owned(),
        Trouble::Twin => "Gebruik dezelfde hoofdletters, of geef wat daar staat een andere naam.".to_owned(),
        Trouble::NoTree => "Kijk of de map er nog is en of het netwerk werkt.".to_owned(),
        Trouble::NotAllowed => format!("Vraag wie de map beheert om schrijfrecht, en {again}"),
        Trouble::Full => format!("Maak ruimte vrij, en {again}"),
        Trouble::ReadOnly => "Kies een map op een andere schijf.".to_owned(),
        Trouble::Failed => format!("Sluit het bestand in andere programma's, kijk of het netwerk werkt, en {again}"),
    };
    ToolError::new(Kind::Refused, format!("vt kan {at} niet schrijven."))
        .because(format!("{} {rest}", error.trouble))
        .advise(way_out)
}

/// A file as an error names it: in the dossier without the folder, which is a number that
/// leads to a family.
fn named(at: &At) -> String {
    let path = at.path();
    match at.zone() {
        Zone::Team => path,
        Zone::Dossier => path.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

/// Why nothing is written where these trees lie.
pub fn too_close(why: TooClose) -> ToolError {
    let (what, cause, way_out) = match why {
        TooClose::DossierInTeam => (
            "je dossier staat in een teammap.",
            "In een dossier staan namen; in de teammap lezen anderen mee.",
            "Kies voor je dossier een plek van jou alleen, buiten de teammap.",
        ),
        TooClose::TeamInDossier => (
            "de teammap staat in een dossier.",
            "In een dossier staan namen; in de teammap lezen anderen mee.",
            "Kies voor de teammap een plek buiten elk dossier.",
        ),
        TooClose::OneGit => (
            "je dossier en de teammap staan in dezelfde git-map.",
            "Met git zou een naam uit je dossier bij het team terecht kunnen komen.",
            "Zet je dossier op een plek buiten die git-map.",
        ),
        TooClose::Unknown => (
            "vt kan niet nagaan waar de map staat.",
            "Een map op weg daarheen is er niet, of is een snelkoppeling (link) die nergens heen gaat.",
            "Maak eerst de map waarin zij moet komen.",
        ),
    };
    ToolError::new(Kind::Refused, format!("{what} Er is niets geschreven.")).because(cause).advise(way_out)
}

/// Above what would be done.
pub const NOTHING_WRITTEN: &str = "Dit zou vt doen; er is niets geschreven.\n";

/// The answer of a command that only shows what it would do.
pub fn dry(roots: &Roots, changes: &[Change], screen: &Screen) -> Result<Answer, ToolError> {
    let stdout = rehearsal(changes, &rehearsed(roots, changes)?, screen).into_bytes();
    Ok(Answer { stdout, ..Answer::default() })
}

/// What a list would do, a line for each change.
pub fn rehearsal(changes: &[Change], done: &[Done], screen: &Screen) -> String {
    let rows: Vec<(String, String)> = changes.iter().zip(done).map(|(change, done)| row(change, *done)).collect();
    let lines = screen.rows(&rows, "  ").into_iter().map(|line| line + "\n");
    std::iter::once(NOTHING_WRITTEN.to_owned()).chain(lines).collect()
}

fn row(change: &Change, done: Done) -> (String, String) {
    let what = match (done, change.kind()) {
        (Done::Before, _) => "staat er al zo",
        (Done::Now, ActKind::Create) => "nieuw bestand",
        (Done::Now, ActKind::Replace) => "wordt anders",
        (Done::Now, ActKind::Remove) => "gaat weg",
    };
    (change.at().path(), what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Casus, Dossiernummer};
    use crate::pseudo::Gated;
    use crate::store::{Act, CaseFile, Fixed, Seen, Slot};

    #[test]
    fn an_error_says_what_was_written_and_names_no_dossier() {
        let nummer = Dossiernummer::read("RSD-2026-00412").unwrap();
        let changes = [
            Change::Dossier(At::fixed(Fixed::DossierGitignore), Act::Create(b"*\n".to_vec())),
            Change::Dossier(At::kaart(&nummer), Act::Replace { was: Seen::of(b""), with: b"Daan".to_vec() }),
        ];
        let error = ApplyError { trouble: Trouble::Full, done: vec![Done::Now] };
        let text = refused(&error, &changes).text(&Screen::default());
        let expected = "Dat lukt nog niet: vt kan kaart.yaml niet schrijven.\n  Oorzaak  De schijf is vol. Wel \
                        geschreven: .gitignore.\n  Probeer  Maak ruimte vrij, en geef dezelfde opdracht nog een keer; \
                        die maakt\n           het werk af.\n";
        assert_eq!(text, expected);
        // What a colleague wrote a moment earlier is not moved away.
        let besluit = At::of(&Slot::Case(
            chrono::NaiveDate::from_ymd_opt(2026, 3, 12).unwrap(),
            Casus::read("7k3f-9qxr").unwrap(),
            CaseFile::Besluit,
        ));
        let decided = [Change::Team(besluit.ok().unwrap(), Act::Create(Gated::fixed("versie: 1\n")))];
        let error = ApplyError { trouble: Trouble::Exists, done: Vec::new() };
        let text = refused(&error, &decided).text(&Screen::default());
        assert!(text.contains("Probeer  Iemand anders was net iets eerder. Kijk eerst wat daar nu staat."), "{text}");
        let text = rehearsal(&changes, &[Done::Before, Done::Now], &Screen::default());
        assert!(text.contains("  .gitignore                  staat er al zo\n"), "{text}");
        assert!(text.contains("  RSD-2026-00412/kaart.yaml   wordt anders\n"), "{text}");
    }
}
