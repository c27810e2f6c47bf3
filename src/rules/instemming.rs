//! Rules to come.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
