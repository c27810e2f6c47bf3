//! Reading one file, and no more of it than a file of this kind may hold.

use std::{fs::File, io, io::Read as _, path::Path};

/// One byte more than the reader of YAML takes, so that it can say a file is too big.
const MOST: u64 = 1024 * 1024 + 1;

/// The bytes of a file, or why there are none.
pub type Read = Result<Vec<u8>, ReadProblem>;

/// Why a file can't be read. It carries no path: who asked knows which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadProblem {
    /// There is no such file.
    Absent,
    /// This user may not read it.
    NotAllowed,
    /// Another program holds it, or the disk or network failed.
    Failed,
}

impl From<io::Error> for ReadProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Absent,
            io::ErrorKind::PermissionDenied => Self::NotAllowed,
            _ => Self::Failed,
        }
    }
}

/// Reads a file whole, up to a little over 1 MiB.
pub fn read(path: &Path) -> Read {
    let mut bytes = Vec::with_capacity(8 * 1024);
    File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}
