//! Each command that writes, on a disk that is full from one change on, for every change in turn:
//! what lies there then can be read, and the same command completes the work.

use super::{Place, Tree};
use crate::model::Casus;
use crate::rules::{Options, Scope, check_tree};
use crate::store::{Root, Zone, full_after, hold};
use std::collections::BTreeSet;

/// The tree without what was drawn by lot: a pseudonym that was not there before.
fn without_lot(tree: &Tree, before: &Tree) -> Tree {
    let shown = |(path, text): (&String, &Option<String>)| format!("{path}\n{}\n", text.as_deref().unwrap_or_default());
    let before: String = before.iter().map(shown).collect();
    let all: String = tree.iter().map(shown).collect();
    let words = all.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let drawn: BTreeSet<&str> =
        words.filter(|word| word.len() == 9 && Casus::read(word).is_ok() && !before.contains(word)).collect();
    let plain = |text: &str| drawn.iter().fold(text.to_owned(), |text, word| text.replace(word, "LOT"));
    tree.iter().map(|(path, text)| (plain(path), text.as_deref().map(plain))).collect()
}

/// Where two trees differ.
fn difference<'t>(one: &'t Tree, other: &'t Tree) -> Vec<&'t String> {
    let paths: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    paths.into_iter().filter(|path| one.get(*path) != other.get(*path)).collect()
}

/// What happens, in order: a moment and a command, or a file that people write.
enum Step {
    Vt(&'static str, &'static str),
    File(&'static str, &'static str),
    Copy(&'static str, &'static str),
    Git(&'static str),
}

use Step::{Copy, File, Git, Vt};

const BEFORE: &str = "2026-03-04T10:00:00+01:00";
const AT_TABLE: &str = "2026-03-12T14:00:00+01:00";
const AFTER: &str = "2026-03-20T10:00:00+01:00";
const YEARS_LATER: &str = "2029-06-01T10:00:00+02:00";

const LOOP: &[Step] = &[
    Vt(BEFORE, "vt init team @nieuw"),
    Git("git"),
    Vt(BEFORE, "vt init team @git/team --haak"),
    Vt(BEFORE, "vt --dossier @dossier nieuw RSD-2026-00500 --sjabloon"),
    Vt(BEFORE, "vt pseudonimiseer @dossier/RSD-2026-00413 --naar @kaart.yaml"),
    Vt(BEFORE, "vt inbrengen @dossier/RSD-2026-00413 --vergadering 2026-03-19"),
    Vt(BEFORE, "vt --dossier @dossier intrekken 7k3f-9qxr --vergadering 2026-03-12 --reden @reden.txt"),
    Vt(BEFORE, "vt inbrengen @dossier/RSD-2026-00412 --vergadering 2026-03-12"),
    Vt(BEFORE, "vt --map @team besluit 7k3f-9qxr --agenderen --door \"Marit van Oers\" --uitnodigen \"ggz: Els Maas\""),
    Vt(BEFORE, "vt --map @team besluit dr27-20t6 --uitstellen 2026-03-19 --door M --reden @reden.txt"),
    Vt(BEFORE, "vt --map @team besluit dr27-20t6 --vergadering 2026-03-12 --agenderen --door M --reden @reden.txt"),
    Vt(
        BEFORE,
        "vt --map @team besluit dr27-20t6 --vergadering 2026-03-12 --uitstellen 2026-03-26 --door M --reden @reden.txt",
    ),
    Vt(BEFORE, "vt --map @team besluit cznk-cz65 --afwijzen --door \"Marit van Oers\" --reden @reden.txt"),
    Vt(BEFORE, "vt --map @team vergadering 2026-03-12 --begin 13:00 --eind 16:30"),
    Vt(BEFORE, "vt --map @team vergadering 2026-03-12 --afmelden \"Jeugdbescherming Brabant\""),
    Vt(BEFORE, "vt --map @team vergadering 2026-03-12 --aanmelden \"Jeugdbescherming Brabant\""),
    Vt(BEFORE, "vt --map @team vergadering 2026-03-31 --extra \"Er is veel werk.\""),
    Vt(BEFORE, "vt --map @team vergadering 2026-03-26 --vervalt \"De zaal is bezet.\" --naar 2026-04-02"),
    Vt(BEFORE, "vt --map @team rooster 2027 --vastleggen"),
    Vt(BEFORE, "vt --map @team rooster 2026 --afwezig Zundert --van 2026-05-01 --tot 2026-05-20"),
    Vt(BEFORE, "vt --map @team rooster --ruil 2026-04-02 2026-04-09 --groep groot"),
    Vt(BEFORE, "vt --map @team rooster 2026 --opnieuw-vanaf 2026-06-01 --vastleggen"),
    Vt(BEFORE, "vt --map @team kalender 2027 --vastleggen"),
    Vt(BEFORE, "vt --map @team besluit 2qc6-2dkd --afwijzen --door M --reden @reden.txt"),
    Vt(BEFORE, "vt --map @team besluit 8yn4-7fhx --afwijzen --door M --reden @reden.txt"),
    Vt(BEFORE, "vt --map @team agenda 2026-03-12 --verzonden"),
    Vt(AT_TABLE, "vt --map @team vergadering 2026-03-12 --aanwezig --volgens-agenda"),
    Vt(AT_TABLE, "vt --map @team bespreking 7k3f-9qxr --sjabloon"),
    File("team/vergaderingen/2026-03-12/7k3f-9qxr/bespreking.yaml", include_str!("../../../tests/lus/bespreking.yaml")),
    File("team/vergaderingen/2026-06-11/7k3f-9qxr/verwacht.yaml", "versie: 1\nwaarom: monitor\nvan: 2026-03-12\n"),
    Vt(
        AFTER,
        "vt --dossier @dossier nazorg 7k3f-9qxr --afronden --terugkoppeling 2026-03-13 --met moeder --reactie @reden.txt",
    ),
    Vt(
        AFTER,
        "vt --dossier @dossier overdracht @dossier/RSD-2026-00412 --aan \"Femke de Rooij, Jeugdbescherming Brabant\" \
         --datum 2026-03-19 --met moeder --blijft-aangehaakt ja",
    ),
    Copy("dossier/RSD-2026-00412/kaart.yaml", "post.yaml"),
    Vt(AFTER, "vt --dossier @gi nieuw GI-77 --van @post.yaml --casus 7k3f-9qxr"),
    Vt(YEARS_LATER, "vt --map @team opruimen cznk-cz65 --ja"),
];

impl Place {
    /// What can't be read or stands where it should not, in each tree.
    fn broken(&self, moment: &str) -> Vec<String> {
        let today = moment[..10].parse().unwrap();
        let options = Options { today, past_too: false, scope: Scope::All, meeting: None };
        let trees = [("team", Zone::Team), ("nieuw", Zone::Team), ("dossier", Zone::Dossier), ("gi", Zone::Dossier)];
        let mut broken = Vec::new();
        for root in trees.into_iter().filter_map(|(name, zone)| Root::at(&self.path(name), zone)) {
            let report = check_tree(&root, &options);
            // MAP03 is what says that work stopped halfway, and how it is completed.
            let of_form = |id: &str| id.starts_with("MAP") && id != "MAP03" || id.starts_with("YAML");
            let found = report.findings.iter().filter(|finding| of_form(finding.rule.id));
            broken.extend(found.map(|finding| format!("{} {}: {}", finding.rule.id, finding.file, finding.message)));
        }
        broken
    }
}

#[test]
fn a_command_that_stopped_at_any_change_is_completed_by_the_same_command() {
    let place = Place::new();
    let (mut stops, mut between) = (0, 0);
    for step in LOOP {
        let (moment, line) = match step {
            File(path, text) => {
                place.write(path, text);
                continue;
            }
            Copy(from, to) => {
                place.write(to, &place.read(from));
                continue;
            }
            Git(folder) => {
                let path = place.path(folder);
                let mut git = std::process::Command::new("git");
                assert!(git.args(["init", "-q", "--template="]).arg(path).status().unwrap().success());
                continue;
            }
            Vt(moment, line) => (moment, line),
        };
        let before = place.tree();
        let (ran, made) = full_after(usize::MAX, || place.run(moment, line));
        ran.unwrap_or_else(|error| panic!("{line}\n{error}"));
        let goal = place.tree();
        assert_ne!(goal, before, "{line} writes nothing");
        if cfg!(unix) && difference(&goal, &before).iter().any(|path| path.starts_with("team/")) {
            place.restore(&before);
            let _turn = hold(&place.path("team"));
            let said = place.run(moment, line).err().unwrap_or_else(|| panic!("{line} waits for nobody"));
            assert!(said.contains("iemand anders is net bezig"), "{line}\n{said}");
            assert!(place.tree() == before, "{line} writes while somebody else does");
        }
        let plain_goal = without_lot(&goal, &before);
        let mut halfway = Vec::new();
        for changes in 0..made {
            place.restore(&before);
            let (ran, _) = full_after(changes, || place.run(moment, line));
            let is_full = ran.as_ref().is_err_and(|error| error.contains("De schijf is vol."));
            assert!(is_full, "{line}, change {changes}: {ran:?}");
            stops += 1;
            let now = place.tree();
            let denies = ran.is_err_and(|error| error.contains("Er is niets geschreven."));
            let has_written = difference(&now, &before).into_iter().any(|path| now.get(path) != Some(&None));
            assert!(!(has_written && denies), "{line}, change {changes}: what was written is denied");
            if now != before && now != goal {
                between += 1;
                halfway.push((changes, place.broken(moment)));
            }
            place.run(moment, line).unwrap_or_else(|error| panic!("{line}, again after change {changes}\n{error}"));
            let again = without_lot(&place.tree(), &before);
            assert!(again == plain_goal, "{line}, change {changes}: {:#?}", difference(&again, &plain_goal));
        }
        // What lies there halfway breaks no rule that it does not break before or after.
        place.restore(&goal);
        if !halfway.is_empty() {
            let after = place.broken(moment);
            place.restore(&before);
            let expected = [after, place.broken(moment)].concat();
            place.restore(&goal);
            for (changes, broken) in halfway {
                let new: Vec<_> = broken.iter().filter(|one| !expected.contains(one)).collect();
                assert!(new.is_empty(), "{line}, change {changes}: {new:#?}");
            }
        }
    }
    assert!(stops >= 40 && between >= 8, "{stops} stops, {between} between the first change and the last");
}
