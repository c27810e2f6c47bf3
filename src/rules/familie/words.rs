//! Small pieces of the sentences in which rules speak, and what counts as text.

use crate::rules::Findings;
use std::borrow::Cow;

/// Whether there is text: a key that is missing or holds only spaces has none.
pub(super) fn filled(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Keys in a sentence: `` `hoe_lang`, `situatie` en `wanneer_niet` ``.
pub(super) fn keys(keys: &[&str]) -> String {
    let quoted: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    enumeration(&quoted)
}

/// Words in a sentence: `groot, klein en gi`.
pub(super) fn enumeration(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [word] => word.clone(),
        [most @ .., last] => format!("{} en {last}", most.join(", ")),
    }
}

/// What stands under the mark of a map in which keys are missing.
pub(super) fn missing(names: &[&str]) -> String {
    format!("hier {} {}", if names.len() == 1 { "ontbreekt" } else { "ontbreken" }, keys(names))
}

/// Notes the keys that are missing below a map as one finding, at the first of them.
pub(super) fn note_missing(
    findings: &mut Findings<'_>,
    below: &str,
    keys: &[&str],
    message: impl Into<Cow<'static, str>>,
) {
    if let Some(first) = keys.first() {
        findings.add(format!("{below}.{first}"), message).label = Some(missing(keys).into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_is_missing_and_several_are() {
        assert_eq!(missing(&["reactie"]), "hier ontbreekt `reactie`");
        assert_eq!(missing(&["hoe_lang", "wanneer_niet"]), "hier ontbreken `hoe_lang` en `wanneer_niet`");
        assert_eq!(keys(&["a", "b", "c"]), "`a`, `b` en `c`");
    }

    #[test]
    fn spaces_are_no_text() {
        assert!(!filled(None) && !filled(Some(" \n")) && filled(Some("geen")));
    }
}
