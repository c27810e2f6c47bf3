//! The draw of a pseudonym: from the system's own randomness, from nothing of the family,
//! and with nothing that makes it predictable.

use crate::model::Casus;

/// A pseudonym that nobody can guess; nothing when the system gives no randomness.
#[must_use]
pub fn draw() -> Option<Casus> {
    let mut bytes = [0; 7];
    getrandom::fill(&mut bytes).ok()?;
    Some(Casus::completed(bytes))
}
