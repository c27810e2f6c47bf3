//! Maps of short words that are asked for each word of a text. The hash of `std` guards
//! against a stranger who chooses the keys; here they are names of a card and words of `vt`.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are words.
pub(super) type Words<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// A set of words.
pub(super) type WordSet = HashSet<String, BuildHasherDefault<Quick>>;

/// FNV-1a.
pub(super) struct Quick(u64);

impl Default for Quick {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The map looks at the highest bits, where the last letters have not come yet.
        self.0 ^ (self.0 << 32)
    }
}
