//! The gate: bytes that may stand in the team's folder.

/// The whole text of a file for the team's folder, after the gate let it pass. `store`
/// takes nothing else for that folder, and nothing else can make one.
pub struct Gated(Vec<u8>);

impl Gated {
    /// A text of the program itself: it was written before any family was known.
    #[must_use]
    pub fn fixed(text: &'static str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

impl AsRef<[u8]> for Gated {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
