//! A disk that is full from one change on, for the tests of commands. Which steps a change has,
//! and that it leaves no trace at any of them, the tests beside this show.

use super::Step;
use std::cell::Cell;
use std::io;

thread_local! {
    /// How many changes still succeed.
    static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Before a step: an error when the disk is full by now. It is felt at the last step, when all
/// that a change makes on its way lies there.
pub(super) fn step(step: Step) -> io::Result<()> {
    if step != Step::Place {
        return Ok(());
    }
    let left = LEFT.get().checked_sub(1).ok_or(io::ErrorKind::StorageFull)?;
    LEFT.set(left);
    Ok(())
}

/// Does some work on a disk that is full after so many changes, and says how many were made.
pub fn full_after<T>(changes: usize, work: impl FnOnce() -> T) -> (T, usize) {
    LEFT.set(changes);
    let done = work();
    (done, changes - LEFT.replace(usize::MAX))
}
