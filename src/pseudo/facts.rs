//! All that is known of a word by itself, remembered for the words that come back.
//!
//! A text says the same words over and over; a look-up in the lists costs more than all else.
//! The memory is small and of one thread, and what is in it never changes an answer.

use super::lexicon::{self, Flags};
use super::reading::compound;
use super::speech::{self, Class};
use super::{allow, fixed, institutions, marks, places, streets};
use std::cell::RefCell;

/// The longest word that is remembered, in bytes.
const LONGEST: usize = 24;
const SLOTS: usize = 1 << 14;

/// A word of at most `LONGEST` bytes, with zeros behind it: no folded word holds one.
type Word = [u64; 3];

#[derive(Clone, Copy, Default)]
struct Slot {
    word: Word,
    flags: Flags,
    class: Class,
}

thread_local! {
    static MEMORY: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
}

/// What the lists and the grammar say about each folded word; nothing about an empty one.
pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Vec<(Flags, Class)> {
    MEMORY.with_borrow_mut(|slots| {
        if slots.is_empty() {
            slots.resize(SLOTS, Slot::default());
        }
        words.map(|fold| one(slots, fold)).collect()
    })
}

fn one(slots: &mut [Slot], fold: &str) -> (Flags, Class) {
    let Some(word) = packed(fold) else { return look_up(fold) };
    let slot = &mut slots[place(word)];
    if slot.word != word {
        let (flags, class) = look_up(fold);
        *slot = Slot { word, flags, class };
    }
    (slot.flags, slot.class)
}

fn packed(fold: &str) -> Option<Word> {
    let mut bytes = [0; LONGEST];
    bytes.get_mut(..fold.len())?.copy_from_slice(fold.as_bytes());
    let mut word = Word::default();
    for (part, bytes) in word.iter_mut().zip(bytes.chunks_exact(8)) {
        *part = bytes.try_into().map_or(0, u64::from_le_bytes);
    }
    Some(word)
}

/// Where a word is remembered.
fn place(word: Word) -> usize {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let hash = word.iter().fold(0_u64, |hash, part| (hash ^ part).wrapping_mul(MIX).rotate_left(29));
    usize::try_from(hash.wrapping_mul(MIX) >> 50).unwrap_or(0)
}

fn look_up(fold: &str) -> (Flags, Class) {
    if fold.is_empty() {
        return Default::default();
    }
    let flags = lexicon::folded(fold);
    let class = speech::class(fold).with(speech::of_lists(flags));
    let class = class
        .with(streets::class(fold))
        .with(marks::class(fold, flags))
        .with(allow::class(fold))
        .with(fixed::class(fold))
        .with(places::class(fold))
        .with(institutions::class(fold))
        .with(if !flags.is_word() && compound(fold, 4) { Class::COMPOUND } else { Class::default() });
    (flags, class)
}
