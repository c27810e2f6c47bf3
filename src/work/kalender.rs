//! Fixing the moments of a year in `regio.yaml`, which is edited and never written anew.

use crate::calendar::Planned;
use crate::pseudo::Gated;
use crate::store::{Act, At, Change, Fixed, Seen};
use crate::yaml::{Doc, Path, Refused, Value};

/// The text of a region with these moments behind those that stand there. A moment without
/// a name gets no `titel`: the chair thinks of one.
pub fn with_moments(doc: &Doc<'_>, moments: &[Planned]) -> Result<String, Refused> {
    let list = Path::root().key("momenten");
    let mut edit = doc.edit();
    let mut values = moments.iter().map(value);
    if doc.find(&list).is_none() {
        let all: Vec<Value> = values.by_ref().collect();
        edit.insert(&Path::root(), "momenten", &Value::List(all))?;
    }
    for value in values {
        edit.append(&list, &value)?;
    }
    Ok(edit.finish())
}

fn value(planned: &Planned) -> Value {
    let pair = |key: &str, text: String| (key.to_owned(), Value::Text(text));
    let mut pairs = vec![pair("soort", planned.soort.sleutel().to_owned()), pair("datum", planned.day.to_string())];
    pairs.extend(planned.titel.clone().map(|titel| pair("titel", titel)));
    Value::Map(pairs)
}

/// The region as it becomes, as long as it still holds what was read.
#[must_use]
pub fn vastleggen(was: &[u8], with: Gated) -> Vec<Change> {
    vec![Change::Team(At::fixed(Fixed::Regio), Act::Replace { was: Seen::of(was), with })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MomentSoort;
    use crate::yaml::parse;

    fn with(text: &str) -> String {
        let planned = |day: &str, soort| Planned { day: day.parse().unwrap(), soort, titel: None, is_proposal: true };
        let moments = [planned("2026-06-02", MomentSoort::Evaluatie), planned("2026-10-14", MomentSoort::Training)];
        with_moments(&parse(text.as_bytes()).unwrap(), &moments).unwrap()
    }

    const TWO: &str = "  - soort: evaluatie\n    datum: 2026-06-02\n  - soort: training\n    datum: 2026-10-14\n";

    #[test]
    fn moments_come_behind_those_that_stand_there_and_all_else_stays() {
        let text = "versie: 1\n# van de voorzitter\nmomenten:\n  - {soort: evaluatie, datum: 2026-01-06}  # al gepland\nextra: []\n";
        let added = "  - {soort: evaluatie, datum: 2026-06-02}\n  - {soort: training, datum: 2026-10-14}\n";
        assert_eq!(with(text), text.replace("extra: []", &format!("{added}extra: []")));
    }

    #[test]
    fn a_region_without_moments_gets_the_key() {
        assert_eq!(with("# leeg\nversie: 1\n"), format!("# leeg\nversie: 1\nmomenten:\n{TWO}"));
        for empty in ["momenten: []\n", "momenten:\n", "momenten: geen\n"] {
            let text = with(&format!("versie: 1\n{empty}extra: []\n"));
            assert!(text.contains("2026-06-02") && text.ends_with("extra: []\n"), "{text}");
        }
    }
}
