//! The gate: bytes that may stand in the team's folder.

use super::hit::Kind;
use super::names::Names;
use super::team::TeamScan;
use super::teamkaart::{Part, TeamFile};
use crate::model::{Regio, named_path};
use crate::yaml::{NodeId, Path, parse, write};

/// The whole text of a file for the team's folder, after the gate let it pass. `store`
/// takes nothing else for that folder, and nothing else can make one.
pub struct Gated(Vec<u8>);

/// Why a file does not pass. It holds no words of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// Something in it may still name the family: where, and what it may be.
    Found(Vec<(Path, Kind)>),
    /// It can't be written so that every reader reads the same in it.
    Unwritable,
}

impl Gated {
    /// A text of the program itself: it was written before any family was known.
    #[must_use]
    pub fn fixed(text: &'static str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

/// Lets a file pass when nothing in its whole text, as it would be written, may name the
/// family without having been judged.
pub fn gate(file: &TeamFile, names: &Names, regio: &Regio) -> Result<Gated, Stopped> {
    let text = write(file).map_err(|_| Stopped::Unwritable)?;
    let doc = parse(text.as_bytes()).map_err(|_| Stopped::Unwritable)?;
    let unjudged = TeamScan::new(regio, &names.known).unjudged(&doc, &text);
    let path = |node: Option<NodeId>| node.map_or_else(Path::root, |node| named_path(&doc, node));
    let mut found: Vec<(Path, Kind)> = unjudged.iter().map(|one| (path(one.node), one.hit.kind)).collect();
    for (path, leaf) in file.0.leaves() {
        if let Part::Text(text) = leaf {
            found.extend(names.own.find(text).into_iter().map(|hit| (path.clone(), hit.kind)));
        }
    }
    if found.is_empty() { Ok(Gated(text.into_bytes())) } else { Err(Stopped::Found(found)) }
}

/// Lets the text of a file pass that holds the names of organisations and days, and nothing
/// about a family: a roster or an absence, with whatever people wrote between.
pub fn gate_text(text: String, regio: &Regio) -> Result<Gated, Stopped> {
    let doc = parse(text.as_bytes()).map_err(|_| Stopped::Unwritable)?;
    let unjudged = TeamScan::new(regio, &[]).unjudged(&doc, &text);
    let path = |node: Option<NodeId>| node.map_or_else(Path::root, |node| named_path(&doc, node));
    let found: Vec<(Path, Kind)> = unjudged.iter().map(|one| (path(one.node), one.hit.kind)).collect();
    drop(doc);
    if found.is_empty() { Ok(Gated(text.into_bytes())) } else { Err(Stopped::Found(found)) }
}

impl AsRef<[u8]> for Gated {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
