//! Reading one file, and no more of it than a file of this kind may hold.

use super::walk::Found;
use sha2::{Digest, Sha256};
use std::{fmt::Write as _, fs::File, io, io::Read as _, path::Path};

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
    /// Another program holds it, the disk or network failed, or it is no plain file.
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

/// Reads a file whole, up to a little over 1 MiB. A link is not followed, and neither a pipe
/// nor a device is opened: that could wait forever, or read what is not of this tree.
pub fn read(path: &Path) -> Read {
    if !path.symlink_metadata()?.is_file() {
        return Err(ReadProblem::Failed);
    }
    whole(path)
}

/// Reads a file that a look into its folder found to be one: it is not asked again what it
/// is, since each question is a call over a network drive.
pub fn read_found(found: &Found) -> Read {
    whole(&found.path)
}

fn whole(path: &Path) -> Read {
    let mut bytes = Vec::with_capacity(8 * 1024);
    File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The SHA-256 of a card's text as `verzonden.yaml` writes it: without BOM, line ends as
/// LF, in lower-case hex; so that neither git nor a network drive changes it.
#[must_use]
pub fn kaart_hash(bytes: &[u8]) -> String {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut hash = Sha256::new();
    let mut rest = text;
    while let Some(at) = rest.windows(2).position(|pair| pair == b"\r\n") {
        hash.update(&rest[..at]);
        rest = &rest[at + 1..];
    }
    hash.update(rest);
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_of_the_text_whatever_its_line_ends() {
        // SHA-256 of "a\nb\n", as sha256sum gives it.
        let known = "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2";
        assert_eq!(kaart_hash(b"\xef\xbb\xbfa\r\nb\r\n"), kaart_hash(b"a\nb\n"));
        assert_ne!(kaart_hash(b"a\rb\n"), kaart_hash(b"a\nb\n"));
        assert_eq!(kaart_hash(b"a\nb\n"), known);
    }
}
