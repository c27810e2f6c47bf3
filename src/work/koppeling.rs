//! The way back from a pseudonym: written before the team's card, added to and never drawn
//! anew.

use super::init::modeline;
use crate::model::{BlijftReden, Casus, Dossiernummer};
use crate::pseudo::{Choice, Given};
use crate::store::{Act, At, Change, Seen, Slot};
use crate::yaml::{Path, Refused, Value, parse, quoted};

/// The change that makes the koppeling of a dossier hold all this; nothing when it does.
/// `was` is the file as it was read.
///
/// # Errors
/// When the file is written in a way that can't be added to safely.
pub fn koppeling(
    nummer: &Dossiernummer,
    casus: Casus,
    was: Option<&[u8]>,
    given: &[Given],
    choices: &[Choice],
) -> Result<Option<Change>, Refused> {
    let slot = Slot::Koppeling(nummer.as_str().to_owned());
    let at = At::of(&slot).map_err(|_| Refused::Absent)?;
    let Some(was) = was else {
        let text = added(&fresh(nummer, casus), given, choices)?;
        return Ok(Some(Change::Dossier(at, Act::Create(text.into_bytes()))));
    };
    if given.is_empty() && choices.is_empty() {
        return Ok(None);
    }
    let text = std::str::from_utf8(was).map_err(|_| Refused::Broken)?;
    let with = added(text, given, choices)?.into_bytes();
    Ok(Some(Change::Dossier(at, Act::Replace { was: Seen::of(was), with })))
}

fn fresh(nummer: &Dossiernummer, casus: Casus) -> String {
    let modeline = modeline("../.schema/koppeling.json");
    let nummer = quoted(nummer.as_str());
    format!(
        "{modeline}# De enige weg terug van het pseudoniem naar het gezin. Dit blijft in je dossier; raak het niet kwijt.\n\
         versie: 1\ndossiernummer: {nummer}\ncasus: {casus}\n# Welke woorden het team als een label ziet.\n\
         vervangingen: []\n# Wat je antwoordde op de vragen van vt.\nkeuzes: []\novergedragen:\n"
    )
}

fn added(text: &str, given: &[Given], choices: &[Choice]) -> Result<String, Refused> {
    let doc = parse(text.as_bytes()).map_err(|_| Refused::Broken)?;
    let mut edit = doc.edit();
    let word = |text: &str| Value::Text(text.to_owned());
    let lists = [
        (
            "vervangingen",
            given
                .iter()
                .map(|one| vec![("tekst", word(&one.tekst)), ("door", word(&one.door)), ("soort", word(&one.soort))])
                .collect::<Vec<_>>(),
        ),
        ("keuzes", choices.iter().map(entry).collect()),
    ];
    for (key, entries) in lists {
        let path = Path::root().key(key);
        if !entries.is_empty() && doc.find(&path).is_none() {
            edit.insert(&Path::root(), key, &Value::List(Vec::new()))?;
        }
        for entry in entries {
            let entry = entry.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            edit.append(&path, &Value::Map(entry))?;
        }
    }
    Ok(edit.finish())
}

fn entry(choice: &Choice) -> Vec<(&'static str, Value)> {
    let word = |text: &str| Value::Text(text.to_owned());
    let mut entry = vec![("tekst", word(&choice.tekst)), ("in", word(&choice.r#in))];
    match choice.blijft {
        Some(reden) => entry.extend([("keuze", word("blijft")), ("reden", word(sleutel(reden)))]),
        None => entry.push(("keuze", word("vervangen"))),
    }
    entry
}

fn sleutel(reden: BlijftReden) -> &'static str {
    match reden {
        BlijftReden::GewoonWoord => "gewoon_woord",
        BlijftReden::Professional => "professional",
        BlijftReden::Organisatie => "organisatie",
        BlijftReden::Plaats => "plaats",
    }
}
