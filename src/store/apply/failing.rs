//! A disk that is full from one change on, or another program that comes before a change, for
//! the tests of commands. Which steps a change has,
//! and that it leaves no trace at any of them, the tests beside this show.

use super::Step;
use std::cell::{Cell, RefCell};
use std::io;

thread_local! {
    /// How many changes still succeed.
    static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
    /// What another program does before the change after those.
    static OTHER: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Before a step: an error when the disk is full by now. It is felt at the last step, when all
/// that a change makes on its way lies there.
pub(in crate::store) fn step(step: Step) -> io::Result<()> {
    if step != Step::Place {
        return Ok(());
    }
    if let Some(left) = LEFT.get().checked_sub(1) {
        LEFT.set(left);
        return Ok(());
    }
    let other = OTHER.take().ok_or(io::ErrorKind::StorageFull)?;
    LEFT.set(usize::MAX);
    other();
    Ok(())
}

/// Does some work; right before the change after so many another program does its own.
pub fn other_after<T>(changes: usize, other: impl FnOnce() + 'static, work: impl FnOnce() -> T) -> T {
    OTHER.set(Some(Box::new(other)));
    LEFT.set(changes);
    let done = work();
    LEFT.set(usize::MAX);
    done
}

/// Does some work on a disk that is full after so many changes, and says how many were made.
pub fn full_after<T>(changes: usize, work: impl FnOnce() -> T) -> (T, usize) {
    LEFT.set(changes);
    let done = work();
    (done, changes - LEFT.replace(usize::MAX))
}
