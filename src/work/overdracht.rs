//! A case that goes to another casusregisseur: the card that says so, and the way back that can't
//! bring the case in any more. And the same card in the dossier of who receives it.

use super::koppeling::koppeling;
use super::merge::{begin, put};
use crate::model::{Casus, Dossiernummer, Veiligheidskaart};
use crate::store::{Act, At, Change, Seen, Slot};
use crate::yaml::{Edit, Path, Refused, Value, parse};
use chrono::NaiveDate;

/// Who has a case.
pub struct Professional {
    /// The name.
    pub naam: String,
    /// The organisation.
    pub organisatie: String,
}

impl Professional {
    /// Whether a card has this one as its casusregisseur.
    #[must_use]
    pub fn runs(&self, card: &Veiligheidskaart) -> bool {
        let same = |one: Option<&String>, other: &str| one.is_some_and(|one| bare(one) == bare(other));
        card.casusregisseur
            .as_ref()
            .is_some_and(|own| same(own.naam.as_ref(), &self.naam) && same(own.organisatie.as_ref(), &self.organisatie))
    }

    /// Both, as a koppeling has it.
    #[must_use]
    pub fn beide(&self) -> String {
        format!("{}, {}", self.naam, self.organisatie)
    }
}

/// A name as it is compared: "Gemeente Roosendaal" is Roosendaal.
fn bare(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    name.strip_prefix("gemeente ").map(ToOwned::to_owned).unwrap_or(name)
}

/// What the handbook asks of a handover.
pub struct Overdracht {
    /// Who takes over.
    pub aan: Professional,
    /// Who hands over, as the card says it.
    pub van: Professional,
    /// The day on which it was.
    pub datum: NaiveDate,
    /// Who of the family was there, by their `wie`.
    pub aanwezig: Vec<String>,
    /// Why nobody of the family was there.
    pub reden: Option<String>,
    /// Whether who had the case stays in touch: `ja` or `nee`.
    pub blijft_aangehaakt: String,
}

/// Whether a card says that who has it handed the case over by then: a case that has no pseudonym
/// yet leaves no other trace.
#[must_use]
pub fn is_handed_over(card: &Veiligheidskaart, by: &Professional, today: NaiveDate) -> bool {
    let Some(over) = card.overdracht.as_ref().filter(|_| !by.runs(card)) else { return false };
    let van = over.van.as_deref().map(bare).filter(|van| !van.is_empty());
    let is_by = van.is_some_and(|van| van == bare(&by.naam) || van == bare(&by.organisatie));
    is_by && over.datum.is_some_and(|day| day.last() <= today)
}

/// The text of a card that is handed over.
///
/// # Errors
/// [`Refused`] when the card can't be read or stands otherwise than an edit can change.
pub fn handed_over(
    text: &str,
    card: &Veiligheidskaart,
    over: &Overdracht,
    today: NaiveDate,
) -> Result<String, Refused> {
    let Overdracht { aan, van, datum, aanwezig, reden, blijft_aangehaakt } = over;
    // When it was written before, the card has the new casusregisseur already.
    let written = card.overdracht.as_ref().filter(|_| aan.runs(card)).and_then(|own| own.van.clone());
    let inside = bare(&van.organisatie) == bare(&aan.organisatie);
    let (from, to) = if inside { (&van.naam, &aan.naam) } else { (&van.organisatie, &aan.organisatie) };
    let entries = vec![
        ("van", word(&written.unwrap_or_else(|| from.clone()))),
        ("aan", word(to)),
        ("datum", word(&datum.to_string())),
        ("aanwezig", Value::List(aanwezig.iter().map(|wie| word(wie)).collect())),
        ("reden_zonder_gezin", reden.as_deref().map_or(Value::Null, word)),
        ("blijft_aangehaakt", word(blijft_aangehaakt)),
    ];
    let mut edit = begin(text)?;
    lay(&mut edit, text, "overdracht", card.overdracht.is_some(), entries)?;
    runs_it(&mut edit, text, card, aan, *datum)?;
    updated(&mut edit, text, card, today)?;
    Ok(edit.finish())
}

/// The changes of a handover: the card, and last the koppeling that closes this dossier for the
/// case. `card` is the card as it was read, `link` the koppeling.
///
/// # Errors
/// As [`handed_over`].
pub fn overdracht(
    nummer: &Dossiernummer,
    card: &[u8],
    with: String,
    link: Option<&[u8]>,
    over: &Overdracht,
) -> Result<Vec<Change>, Refused> {
    let mut changes: Vec<Change> = replaced(At::kaart(nummer), card, with).into_iter().collect();
    if let Some(was) = link {
        let text = std::str::from_utf8(was).map_err(|_| Refused::Broken)?;
        let to = [("aan", word(&over.aan.beide())), ("op", word(&over.datum.to_string()))];
        let to = to.map(|(key, value)| (key.to_owned(), value));
        let mut edit = begin(text)?;
        put(&mut edit, text, "overgedragen", &Value::Row(to.into()))?;
        changes.extend(replaced(link_of(nummer)?, was, edit.finish()));
    }
    Ok(changes)
}

/// The text of a card that was received, in the dossier of who takes it over.
///
/// # Errors
/// As [`handed_over`].
pub fn taken_over(
    text: &str,
    card: &Veiligheidskaart,
    nummer: &Dossiernummer,
    to: &Overnemer,
    today: NaiveDate,
) -> Result<String, Refused> {
    let mut edit = begin(text)?;
    put(&mut edit, text, "dossiernummer", &word(nummer.as_str()))?;
    let via = to.via.as_deref().map_or(Value::Null, word);
    let brings = vec![("naam", word(&to.wie.naam)), ("organisatie", word(&to.wie.organisatie)), ("via", via)];
    lay(&mut edit, text, "inbrenger", card.inbrenger.is_some(), brings)?;
    if !to.wie.runs(card) {
        runs_it(&mut edit, text, card, &to.wie, to.sinds)?;
    }
    updated(&mut edit, text, card, today)?;
    Ok(edit.finish())
}

/// Who takes a case over.
pub struct Overnemer {
    /// Who brings it in from now on.
    pub wie: Professional,
    /// The vaste deelnemer of the own organisation.
    pub via: Option<String>,
    /// Since when.
    pub sinds: NaiveDate,
}

/// A case that comes into a dossier.
pub struct Binnen<'a> {
    /// The number of the dossier.
    pub nummer: &'a Dossiernummer,
    /// The pseudonym that the case has; none for one that was never handed in.
    pub casus: Option<Casus>,
    /// The highest labels of its history.
    pub labels_tot: &'a [String],
    /// The card that stands there, as it was read.
    pub card: Option<&'a [u8]>,
    /// The koppeling that stands there.
    pub link: Option<&'a [u8]>,
}

/// The changes with which a case comes into a dossier. Where it is new, the way back comes first:
/// a card without it would be given a fresh pseudonym. Where it comes back, the card comes first
/// and the koppeling opens the dossier for the case again.
///
/// # Errors
/// As [`handed_over`].
pub fn overnemen(into: &Binnen<'_>, with: String) -> Result<Vec<Change>, Refused> {
    let card = match into.card {
        Some(was) => replaced(At::kaart(into.nummer), was, with),
        None => Some(Change::Dossier(At::kaart(into.nummer), Act::Create(with.into_bytes()))),
    };
    let Some(casus) = into.casus else { return Ok(card.into_iter().collect()) };
    let labels = Value::List(into.labels_tot.iter().map(|label| word(label)).collect());
    let link = match into.link {
        None => {
            let fresh = koppeling(into.nummer, casus, None, &[], &[])?;
            let text = fresh.as_ref().and_then(Change::text).and_then(|text| std::str::from_utf8(text).ok());
            Some(Change::Dossier(link_of(into.nummer)?, Act::Create(opened(text.ok_or(Refused::Broken)?, &labels)?)))
        }
        Some(was) => {
            let text = std::str::from_utf8(was).map_err(|_| Refused::Broken)?;
            let with = String::from_utf8(opened(text, &labels)?).map_err(|_| Refused::Broken)?;
            replaced(link_of(into.nummer)?, was, with)
        }
    };
    Ok(if into.link.is_some() {
        card.into_iter().chain(link).collect()
    } else {
        link.into_iter().chain(card).collect()
    })
}

/// A koppeling from which the case can be brought in, with labels that go on after these.
fn opened(text: &str, labels: &Value) -> Result<Vec<u8>, Refused> {
    let doc = parse(text.as_bytes()).map_err(|_| Refused::Broken)?;
    let stands = |key: &str| doc.find(&Path::root().key(key)).is_some();
    let mut edit = doc.edit();
    if stands("labels_tot") || !matches!(labels, Value::List(labels) if labels.is_empty()) {
        put(&mut edit, text, "labels_tot", labels)?;
    }
    let (link, _) = doc.read::<crate::model::Koppeling>();
    if link.is_some_and(|link| link.overgedragen.is_some()) {
        edit.set(&Path::root().key("overgedragen"), &Value::Null)?;
    }
    Ok(edit.finish().into_bytes())
}

fn link_of(nummer: &Dossiernummer) -> Result<At, Refused> {
    At::of(&Slot::Koppeling(nummer.as_str().to_owned())).map_err(|_| Refused::Absent)
}

/// The change to other text; none when it stands there already.
fn replaced(at: At, was: &[u8], with: String) -> Option<Change> {
    (was != with.as_bytes()).then(|| Change::Dossier(at, Act::Replace { was: Seen::of(was), with: with.into_bytes() }))
}

fn word(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn runs_it(
    edit: &mut Edit,
    text: &str,
    card: &Veiligheidskaart,
    who: &Professional,
    since: NaiveDate,
) -> Result<(), Refused> {
    let entries =
        vec![("naam", word(&who.naam)), ("organisatie", word(&who.organisatie)), ("sinds", word(&since.to_string()))];
    lay(edit, text, "casusregisseur", card.casusregisseur.is_some(), entries)
}

/// The day on which the card was last changed; one that says a later day keeps it.
fn updated(edit: &mut Edit, text: &str, card: &Veiligheidskaart, today: NaiveDate) -> Result<(), Refused> {
    if card.bijgewerkt.is_some_and(|own| own.first() >= today) {
        return Ok(());
    }
    put(edit, text, "bijgewerkt", &word(&today.to_string()))
}

/// Gives keys of a map at the top of a card their values. `stands` is whether the map has any
/// keys; an empty value only takes the place of one that stands there.
fn lay(
    edit: &mut Edit,
    text: &str,
    map: &str,
    stands: bool,
    entries: Vec<(&'static str, Value)>,
) -> Result<(), Refused> {
    if !stands {
        let entries: Vec<_> = entries.into_iter().filter(|(_, value)| *value != Value::Null).collect();
        let long = entries.iter().any(|(_, value)| matches!(value, Value::Text(text) if text.len() > 60));
        let entries = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        return put(edit, text, map, &if long { Value::Map(entries) } else { Value::Row(entries) });
    }
    let doc = parse(text.as_bytes()).map_err(|_| Refused::Broken)?;
    let path = Path::root().key(map);
    for (key, value) in entries {
        let at = path.clone().key(key);
        match (doc.find(&at), &value) {
            (Some(_), _) => edit.set(&at, &value)?,
            (None, Value::Null) => {}
            (None, _) => edit.insert(&path, key, &value)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
