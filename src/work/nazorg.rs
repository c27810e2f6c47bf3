//! What became of an advice, put into the file that says so.

use super::merge::{append, begin, put};
use crate::model::{BlijftStaan, Lijst, Nazorg};
use crate::pseudo::{Gated, TeamFile};
use crate::store::{Act, At, Change, NoPlace, Seen, Slot};
use crate::yaml::{Path, Refused, Value, parse};

/// The text of a `nazorg.yaml` with what is new in it. An agreement that was settled before
/// gets its new state, any other goes behind those that stand there; of the talk with the family
/// what is not given stays. `now` is what stands there.
///
/// # Errors
/// [`Refused`] when the file can't be read or stands otherwise than an edit can change.
pub fn aangevuld(text: &str, now: &Nazorg, file: &TeamFile) -> Result<String, Refused> {
    let mut edit = begin(text)?;
    for (key, value) in file.values() {
        let items = match value {
            Value::List(items) => items,
            Value::Map(entries) if now.terugkoppeling.is_some() => {
                let map = Path::root().key(key);
                for (own, value) in entries {
                    let value = if own == "reactie" { with_before(now, value) } else { value };
                    if has(text, &map.clone().key(own.as_str())) {
                        edit.set(&map.clone().key(own.as_str()), &value)?;
                    } else {
                        edit.insert(&map, &own, &value)?;
                    }
                }
                continue;
            }
            value => {
                put(&mut edit, text, key, &value)?;
                continue;
            }
        };
        let mut fresh = Vec::new();
        for item in items {
            let stands = now.afspraken.iter().find(|(_, own)| own.nr.map(u64::from) == number(&item));
            match stands {
                Some((index, _)) => edit.set(&Path::root().key(key).index(index), &item)?,
                None => fresh.push(item),
            }
        }
        append(&mut edit, text, key, fresh)?;
    }
    let judged = file.judged().into_iter().filter(|entry| !is_judged(&now.blijft_staan, entry)).collect();
    append(&mut edit, text, "blijft_staan", judged)?;
    Ok(edit.finish())
}

/// A reaction behind the one that stands there: another of the family said that one.
fn with_before(now: &Nazorg, value: Value) -> Value {
    let before = now.terugkoppeling.as_ref().and_then(|own| own.reactie.as_deref()).map_or("", str::trim);
    match value {
        Value::Text(new) if before.contains(new.trim()) => Value::Text(before.to_owned()),
        Value::Text(new) if !before.is_empty() => Value::Text(format!("{before}\n{new}")),
        value => value,
    }
}

fn has(text: &str, path: &Path) -> bool {
    parse(text.as_bytes()).is_ok_and(|doc| doc.find(path).is_some())
}

/// The list of changes: first the labels that were given, then what became of it.
pub fn nazorg(koppeling: Option<Change>, slot: &Slot, was: Option<&[u8]>, with: Gated) -> Result<Vec<Change>, NoPlace> {
    let act = match was {
        Some(was) if was == with.as_ref() => return Ok(koppeling.into_iter().collect()),
        Some(was) => Act::Replace { was: Seen::of(was), with },
        None => Act::Create(with),
    };
    Ok(koppeling.into_iter().chain([Change::Team(At::of(slot)?, act)]).collect())
}

fn entry<'v>(item: &'v Value, wanted: &str) -> Option<&'v Value> {
    let (Value::Map(entries) | Value::Row(entries)) = item else { return None };
    entries.iter().find(|(key, _)| key == wanted).map(|(_, value)| value)
}

fn number(item: &Value) -> Option<u64> {
    match entry(item, "nr") {
        Some(Value::Number(nr)) => Some(*nr),
        _ => None,
    }
}

/// Whether the same words of the same field stand there as judged.
fn is_judged(judged: &Lijst<BlijftStaan>, item: &Value) -> bool {
    let text = |key| match entry(item, key) {
        Some(Value::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    judged.values().any(|own| own.tekst.as_deref() == text("tekst") && own.r#in.as_deref() == text("in"))
}
