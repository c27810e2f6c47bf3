//! The pseudonym of a case: seven drawn characters and one that checks them.

use super::scalar::{ScalarError, scalar};
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// Crockford's base32: no i, l, o or u, so that it can be read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A pseudonym such as `7k3f-9qxr`.
///
/// The eight characters c0 … c7 satisfy Σ ci·α^i = 0 in GF(32) with x^5+x^2+1 and
/// α = 2, which catches any one wrong character and any swap of two neighbours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Casus([u8; 8]);

/// Why a text is no pseudonym.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CasusFout {
    /// It does not have the form of one.
    Vorm,
    /// It has the form, but a character is wrong or two changed places.
    Controleteken,
}

/// Σ ci·α^i by Horner's rule: multiply by α from the right.
fn sum(characters: [u8; 8]) -> u8 {
    characters.iter().rev().fold(0, |sum, character| {
        let doubled = sum << 1;
        (if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }) ^ character
    })
}

impl Casus {
    /// Seven characters, each the lowest five bits of a byte, with the one that checks them.
    #[must_use]
    pub fn completed(first: [u8; 7]) -> Self {
        let mut characters = [0; 8];
        characters.iter_mut().zip(first).for_each(|(character, byte)| *character = byte & 31);
        while sum(characters) != 0 {
            // Each value of the last character gives another sum, so one of the 32 is right.
            characters[7] += 1;
        }
        Self(characters)
    }

    /// Reads a pseudonym as people type it: upper case, no hyphen, O for 0, I and L for 1.
    pub fn read(text: &str) -> Result<Self, CasusFout> {
        let mut characters = [0; 8];
        let mut count = 0;
        for byte in text.bytes().filter(|byte| *byte != b'-') {
            let byte = match byte.to_ascii_lowercase() {
                b'o' => b'0',
                b'i' | b'l' => b'1',
                byte => byte,
            };
            let value = ALPHABET.iter().position(|known| *known == byte).ok_or(CasusFout::Vorm)?;
            *characters.get_mut(count).ok_or(CasusFout::Vorm)? = u8::try_from(value).map_err(|_| CasusFout::Vorm)?;
            count += 1;
        }
        if count != 8 {
            return Err(CasusFout::Vorm);
        }
        if sum(characters) == 0 { Ok(Self(characters)) } else { Err(CasusFout::Controleteken) }
    }
}

impl fmt::Display for Casus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, value) in self.0.iter().enumerate() {
            if index == 4 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(ALPHABET[usize::from(*value)]))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Casus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Casus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for Casus {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        Self::read(text).map_err(|_| ScalarError::Wrong)
    }
}

scalar!(Casus, "een casus zoals 7k3f-9qxr");

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_pseudonyms_of_the_design_hold() {
        assert_eq!(Casus::read("7k3f-9qxr").map(|casus| casus.to_string()).as_deref(), Ok("7k3f-9qxr"));
        assert_eq!(Casus::read("7k3f-9qxm"), Err(CasusFout::Controleteken));
        assert_eq!(Casus::read("7K3F9QXR"), Casus::read("7k3f-9qxr"));
        for text in ["", "7k3f-9qx", "7k3f-9qxrr", "daan-vries", "7k3f_9qxr", "únmogelijk"] {
            assert_eq!(Casus::read(text), Err(CasusFout::Vorm), "{text}");
        }
    }

    proptest! {
        /// The two promises of the check character, over every pseudonym.
        #[test]
        fn one_wrong_character_or_a_swap_is_caught(first in prop::array::uniform7(any::<u8>()), at in 0usize..8, other in 0u8..32) {
            let casus = Casus::completed(first);
            prop_assert_eq!(Casus::read(&casus.to_string()), Ok(casus));
            let mut wrong = casus.0;
            if wrong[at] != other {
                wrong[at] = other;
                prop_assert_ne!(sum(wrong), 0);
            }
            let mut swapped = casus.0;
            if at < 7 && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                prop_assert_ne!(sum(swapped), 0);
            }
        }
    }
}
