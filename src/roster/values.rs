//! The four sums of a plan, compared in their order.

use serde::{Serialize, Serializer};
use std::ops::{Add, Sub};

/// What a plan costs, the first sum first: a lower later sum never makes up for a higher
/// earlier one. The figures of a price and of a bound have the same form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Values {
    /// How many published turns are not kept.
    pub wijzigingen: i64,
    /// Squared distance of everyone's turns from what they are due, in parts of a turn.
    #[serde(serialize_with = "digits")]
    pub oneerlijk: i128,
    /// Squared distance along the year from an even spread, in parts of a turn.
    #[serde(serialize_with = "digits")]
    pub spreiding: i128,
    /// How far the round is from who waited longest.
    #[serde(skip)]
    pub volgorde: i128,
}

/// JSON readers keep 53 bits of a number; these sums need more.
fn digits<S: Serializer>(sum: &i128, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(sum)
}

impl Values {
    /// Each sum this many times.
    #[must_use]
    pub(super) fn times(self, count: i64) -> Self {
        let wide = i128::from(count);
        Self {
            wijzigingen: self.wijzigingen * count,
            oneerlijk: self.oneerlijk * wide,
            spreiding: self.spreiding * wide,
            volgorde: self.volgorde * wide,
        }
    }
}

impl Add for Values {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            wijzigingen: self.wijzigingen + other.wijzigingen,
            oneerlijk: self.oneerlijk + other.oneerlijk,
            spreiding: self.spreiding + other.spreiding,
            volgorde: self.volgorde + other.volgorde,
        }
    }
}

impl Sub for Values {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other.times(-1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_sum_weighs_more_than_any_later_one() {
        let few = Values { wijzigingen: 1, oneerlijk: i128::MAX, ..Values::default() };
        let many = Values { wijzigingen: 2, ..Values::default() };
        assert!(few < many);
        let even = Values { spreiding: 3, volgorde: 9, ..Values::default() };
        let uneven = Values { spreiding: 4, ..Values::default() };
        assert!(even < uneven);
    }

    #[test]
    fn the_large_sums_are_strings_of_digits() {
        let values = Values { wijzigingen: 1, oneerlijk: 1 << 70, spreiding: 2, volgorde: 3 };
        let json = serde_json::to_string(&values).unwrap();
        assert_eq!(json, r#"{"wijzigingen":1,"oneerlijk":"1180591620717411303424","spreiding":"2"}"#);
    }
}
