//! Values put into a file that people keep: what is not asked for stays as it was, comments
//! too.

use crate::pseudo::TeamFile;
use crate::yaml::{Edit, Path, Refused, Value, parse};

/// How the keys of one file go into another.
#[derive(Default)]
pub struct Merge<'a> {
    /// Lists that get the items behind those that stand there; other keys get the new value.
    pub appended: &'a [&'static str],
    /// Keys that say nothing any more.
    pub emptied: &'a [&'static str],
}

/// The text of a file with the keys of another in it.
///
/// # Errors
/// [`Refused`] when the file can't be read or stands otherwise than an edit can change.
pub fn merged(text: &str, file: &TeamFile, how: &Merge<'_>) -> Result<String, Refused> {
    let mut edit = begin(text)?;
    for key in how.emptied.iter().filter(|key| has(text, key)) {
        edit.set(&Path::root().key(*key), &Value::Null)?;
    }
    for (key, value) in file.values() {
        match value {
            Value::List(items) if how.appended.contains(&key) => append(&mut edit, text, key, items)?,
            value => put(&mut edit, text, key, &value)?,
        }
    }
    append(&mut edit, text, "blijft_staan", file.judged())?;
    Ok(edit.finish())
}

/// The text of a file with one more item in a list at its top.
///
/// # Errors
/// As [`merged`].
pub fn with_item(text: &str, list: &str, item: Value) -> Result<String, Refused> {
    let mut edit = begin(text)?;
    append(&mut edit, text, list, vec![item])?;
    Ok(edit.finish())
}

/// Begins to change a text.
pub(super) fn begin(text: &str) -> Result<Edit, Refused> {
    Ok(parse(text.as_bytes()).map_err(|_| Refused::Broken)?.edit())
}

/// Whether a key stands at the top of a file.
fn has(text: &str, key: &str) -> bool {
    parse(text.as_bytes()).is_ok_and(|doc| doc.find(&Path::root().key(key)).is_some())
}

/// Gives a key at the top of a file its value.
pub(super) fn put(edit: &mut Edit, text: &str, key: &str, value: &Value) -> Result<(), Refused> {
    if has(text, key) { edit.set(&Path::root().key(key), value) } else { edit.insert(&Path::root(), key, value) }
}

/// Puts items behind those of a list at the top of a file.
pub(super) fn append(edit: &mut Edit, text: &str, key: &str, items: Vec<Value>) -> Result<(), Refused> {
    if has(text, key) {
        items.iter().try_for_each(|item| edit.append(&Path::root().key(key), item))
    } else if items.is_empty() {
        Ok(())
    } else {
        edit.insert(&Path::root(), key, &Value::List(items))
    }
}
