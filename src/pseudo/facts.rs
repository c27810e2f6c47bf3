//! All that is known of a word by itself, remembered for the words that come back.
//!
//! A text says the same words over and over; a look-up in the lists costs more than all else.
//! The memory is small and of one thread, and what is in it never changes an answer.

use super::lexicon::{self, Flags};
use super::speech::{self, Class};
use super::{allow, fixed, marks, streets};
use std::cell::RefCell;

/// The longest word that is remembered, in bytes.
const LONGEST: usize = 23;
const SLOTS: usize = 8192;

#[derive(Clone, Copy, Default)]
struct Slot {
    length: u8,
    word: [u8; LONGEST],
    flags: Flags,
    class: Class,
}

thread_local! {
    static MEMORY: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
}

/// What the lists and the grammar say about a folded word.
pub(super) fn of(fold: &str) -> (Flags, Class) {
    if fold.is_empty() || fold.len() > LONGEST {
        return look_up(fold);
    }
    MEMORY.with_borrow_mut(|slots| {
        if slots.is_empty() {
            slots.resize(SLOTS, Slot::default());
        }
        let slot = &mut slots[place(fold.as_bytes())];
        if usize::from(slot.length) != fold.len() || &slot.word[..fold.len()] != fold.as_bytes() {
            let (flags, class) = look_up(fold);
            slot.length = u8::try_from(fold.len()).unwrap_or_default();
            slot.word[..fold.len()].copy_from_slice(fold.as_bytes());
            (slot.flags, slot.class) = (flags, class);
        }
        (slot.flags, slot.class)
    })
}

/// Where a word is remembered (FNV-1a).
fn place(word: &[u8]) -> usize {
    let hash = word
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
    usize::try_from((hash ^ (hash >> 29)) % (SLOTS as u64)).unwrap_or(0)
}

fn look_up(fold: &str) -> (Flags, Class) {
    let flags = lexicon::folded(fold);
    let class = speech::class(fold).with(speech::of_lists(flags));
    let class = class
        .with(streets::class(fold))
        .with(marks::class(fold, flags))
        .with(allow::class(fold))
        .with(fixed::class(fold));
    (flags, class)
}
