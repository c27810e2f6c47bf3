//! The words for who someone of a family is: never a name.

/// The words that may stand for someone of a family.
const ROLES: &[&str] = &[
    "kind",
    "jeugdige",
    "baby",
    "dochter",
    "zoon",
    "pleegkind",
    "jongere",
    "stiefkind",
    "adoptiekind",
    "moeder",
    "vader",
    "ouder",
    "meemoeder",
    "duomoeder",
    "duovader",
    "stiefmoeder",
    "stiefvader",
    "stiefouder",
    "bonusmoeder",
    "bonusvader",
    "bonusouder",
    "pleegmoeder",
    "pleegvader",
    "pleegouder",
    "adoptiemoeder",
    "adoptievader",
    "adoptieouder",
    "gezinshuisouder",
    "voogd",
    "opvoeder",
    "partner",
    "expartner",
    "ex-partner",
    "broer",
    "zus",
    "halfbroer",
    "halfzus",
    "stiefbroer",
    "stiefzus",
    "pleegbroer",
    "pleegzus",
    "oma",
    "opa",
    "grootmoeder",
    "grootvader",
    "grootouder",
    "overgrootmoeder",
    "overgrootvader",
    "stiefoma",
    "stiefopa",
    "tante",
    "oom",
    "nicht",
    "neef",
    "schoonzus",
    "zwager",
    "overig",
];

/// Whether a word is one for a role, with a number of at most two figures where there are more.
#[must_use]
pub fn is_role(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &name[word.len()..];
    ROLES.contains(&word) && number.len() <= 2 && !number.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::is_role;

    #[test]
    fn a_role_may_have_a_number_and_is_no_name() {
        for word in ["kind1", "moeder", "vader2", "ex-partner", "oma", "overig12", "Kind1", "bonusvader", "jongere2"] {
            assert!(is_role(word), "{word}");
        }
        for word in ["", "daan", "kind 1", "kind0", "kind01", "kind2015", "1", "moeder-kim", "opaa"] {
            assert!(!is_role(word), "{word}");
        }
    }
}
