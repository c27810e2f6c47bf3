//! A roster that is published, a trade, an absence: edits of files that people keep, as
//! whole texts. What is not asked for stays as it was, comments too.

use super::merge::{append, begin, put};
use crate::model::{Afwezigheid, Datum, Regio, Rooster};
use crate::pseudo::Gated;
use crate::roster::Jaarrooster;
use crate::store::{Act, At, Change, NoPlace, Seen, Slot};
use crate::yaml::{Edit, Path, Refused, Value};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How a file of this kind begins.
pub const EMPTY: &str = "versie: 1\n";

/// A place in a roster with who comes there.
pub struct Plaats {
    /// The day.
    pub datum: NaiveDate,
    /// The group.
    pub groep: String,
    /// Who comes.
    pub wie: String,
}

/// The change that puts this text in its place; nothing when it stands there.
pub fn change(slot: &Slot, was: Option<&[u8]>, with: Gated) -> Result<Option<Change>, NoPlace> {
    if was.is_some_and(|was| was == with.as_ref()) {
        return Ok(None);
    }
    let act = match was {
        Some(was) => Act::Replace { was: Seen::of(was), with },
        None => Act::Create(with),
    };
    Ok(Some(Change::Team(At::of(slot)?, act)))
}

/// The text of a roster in which these turns are published from a day on. What stands of
/// the days before is who sat, and stays. Who is freed by it is kept, so that a calendar can
/// say so.
pub fn publish(
    text: &str,
    now: &Rooster,
    rooster: &Jaarrooster,
    regio: &Regio,
    from: NaiveDate,
) -> Result<String, Refused> {
    let mut wanted: BTreeMap<NaiveDate, Vec<(String, Vec<String>)>> = BTreeMap::new();
    for groep in &rooster.groepen {
        for komst in groep.beurten.iter().filter(|komst| komst.datum >= from) {
            let names = komst.namen().map(ToOwned::to_owned).collect();
            wanted.entry(komst.datum).or_default().push((groep.plan.naam.clone(), names));
        }
    }
    for groep in &rooster.groepen {
        // A day that is no meeting any more frees who stood there.
        let comes = |day: NaiveDate| groep.beurten.iter().any(|komst| komst.datum == day);
        for gone in groep.vervallen.iter().filter(|gone| gone.staat_er_nog && !comes(gone.datum)) {
            let line = wanted.entry(gone.datum).or_default();
            if !line.iter().any(|(group, _)| *group == groep.plan.naam) {
                line.push((groep.plan.naam.clone(), Vec::new()));
            }
        }
    }
    let mut edit = begin(text)?;
    let mut gone = Vec::new();
    for groep in &rooster.groepen {
        let freed = groep.vervallen.iter().filter(|gone| gone.staat_er_nog);
        gone.extend(freed.map(|gone| (gone.datum, groep.plan.naam.as_str(), gone.wie.as_str())));
    }
    note_freed(&mut edit, text, now, &gone)?;
    if now.beurten.is_empty() {
        let rows = wanted.into_iter().map(|(day, groups)| (day.to_string(), row(groups))).collect();
        put(&mut edit, text, "beurten", &Value::Map(rows))?;
        return Ok(edit.finish());
    }
    for (day, groups) in wanted {
        let Some(line) = now.beurten.get(&Datum(day)) else {
            edit.insert(&beurten(), &day.to_string(), &row(groups))?;
            continue;
        };
        for (group, names) in groups {
            set_line(&mut edit, line.iter(), regio, day, &group, &names)?;
        }
    }
    Ok(edit.finish())
}

/// The text of a roster in which these were traded by hand: they are fixed for the planner,
/// and where turns were published, they stand there. Of a day that has been it is a fact.
pub fn trade(text: &str, now: &Rooster, regio: &Regio, places: &[Plaats], today: NaiveDate) -> Result<String, Refused> {
    let mut edit = begin(text)?;
    let (mut fresh, mut gone) = (Vec::new(), Vec::new());
    for place in places {
        let Plaats { datum, groep, wie } = place;
        let names = std::slice::from_ref(wie);
        match now.beurten.get(&Datum(*datum)) {
            Some(line) => {
                let own = line.iter().filter(|(own, _)| own.trim() == groep).flat_map(|(_, names)| names.values());
                // Of a day that has been, nobody has to be told any more.
                let own = own.filter(|own| *datum >= today && !regio.zelfde(own, wie, *datum));
                gone.extend(own.map(|own| (*datum, groep.as_str(), regio.naam_van(own, *datum).trim())));
                set_line(&mut edit, line.iter(), regio, *datum, groep, names)?;
            }
            None if *datum >= today => {}
            None if now.beurten.is_empty() => {
                let line = row(vec![(groep.clone(), names.to_vec())]);
                put(&mut edit, text, "beurten", &Value::Map(vec![(datum.to_string(), line)]))?;
            }
            None => edit.insert(&beurten(), &datum.to_string(), &row(vec![(groep.clone(), names.to_vec())]))?,
        }
        let same = |index_and: &(usize, &crate::model::Ruiling)| {
            let swap = index_and.1;
            swap.datum == Some(Datum(*datum)) && swap.groep.as_deref().is_some_and(|own| own.trim() == groep)
        };
        match now.ruilingen.iter().filter(same).last() {
            Some((_, swap)) if swap.zetel.as_deref().is_some_and(|own| regio.zelfde(own, wie, *datum)) => {}
            Some((index, swap)) if swap.zetel.is_some() => {
                let path = Path::root().key("ruilingen").index(index).key("zetel");
                edit.set(&path, &Value::Text(wie.clone()))?;
            }
            _ => {
                fresh.push(entry([("datum", &datum.to_string()), ("groep", groep), ("zetel", wie)]));
            }
        }
    }
    append(&mut edit, text, "ruilingen", fresh)?;
    note_freed(&mut edit, text, now, &gone)?;
    Ok(edit.finish())
}

/// The text of the absences of an organisation with these days in it; the same text when
/// they stand there.
pub fn absence(text: &str, now: &Afwezigheid, van: NaiveDate, tot: NaiveDate) -> Result<String, Refused> {
    let covers = |from: Option<Datum>, to: Option<Datum>| {
        let whole = from.is_none_or(|from| from.0 <= van) && to.is_none_or(|to| tot <= to.0);
        whole && (from.is_some() || to.is_some())
    };
    let mut edit = begin(text)?;
    if !now.afwezig.values().any(|span| covers(span.van, span.tot)) {
        let days = entry([("van", &van.to_string()), ("tot", &tot.to_string())]);
        append(&mut edit, text, "afwezig", vec![days])?;
    }
    Ok(edit.finish())
}

/// Notes who was freed on which day, of which group, where that does not stand there yet.
fn note_freed(edit: &mut Edit, text: &str, now: &Rooster, gone: &[(NaiveDate, &str, &str)]) -> Result<(), Refused> {
    let stands = |day: NaiveDate, group: &str, name: &str| {
        let mut known = now.vervallen.values();
        known.any(|own| {
            let is_group = own.groep.as_deref().is_some_and(|own| own.trim() == group);
            own.datum == Some(Datum(day)) && is_group && own.wie.as_deref().is_some_and(|own| own.trim() == name)
        })
    };
    let fresh = gone.iter().filter(|(day, group, name)| !stands(*day, group, name));
    let fresh =
        fresh.map(|(day, group, name)| entry([("datum", &day.to_string()), ("groep", group), ("wie", name)])).collect();
    append(edit, text, "vervallen", fresh)
}

/// A line of a list.
fn entry<const N: usize>(fields: [(&str, &str); N]) -> Value {
    Value::Row(fields.map(|(key, text)| (key.to_owned(), Value::Text(text.to_owned()))).into())
}

fn beurten() -> Path {
    Path::root().key("beurten")
}

/// One line: each group with who comes.
fn row(groups: Vec<(String, Vec<String>)>) -> Value {
    Value::Row(groups.into_iter().map(|(group, names)| (group, list(&names))).collect())
}

fn list(names: &[String]) -> Value {
    Value::List(names.iter().cloned().map(Value::Text).collect())
}

/// Gives a group its names on a day that has a line; another spelling of the same stays.
fn set_line<'a>(
    edit: &mut Edit,
    line: impl Iterator<Item = (&'a String, &'a crate::model::Lijst<String>)>,
    regio: &Regio,
    day: NaiveDate,
    group: &str,
    names: &[String],
) -> Result<(), Refused> {
    let on_day = beurten().key(day.to_string());
    let mut line = line;
    let Some((key, known)) = line.find(|(own, _)| own.trim() == group) else {
        return edit.insert(&on_day, group, &list(names));
    };
    let sorted = |names: &mut dyn Iterator<Item = &String>| {
        let mut names: Vec<String> = names.map(|name| regio.naam_van(name, day).to_lowercase()).collect();
        names.sort_unstable();
        names
    };
    if known.is_whole() && sorted(&mut known.values()) == sorted(&mut names.iter()) {
        return Ok(());
    }
    edit.set(&on_day.key(key.clone()), &list(names))
}
