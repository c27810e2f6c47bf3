//! Rules to come.

use super::Rule;
use std::borrow::Cow;

/// What a rule says about a problem of the text.
pub struct Told {
    /// What is wrong.
    pub message: Cow<'static, str>,
    /// How to mend it, when the rule's own mend does not fit.
    pub mend: Option<Cow<'static, str>>,
}

pub(super) const RULES: &[Rule] = &[];
