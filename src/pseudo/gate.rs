//! The gate: bytes that may stand in the team's folder.

use super::hit::{Certainty, Kind};
use super::names::Names;
use super::team::{TeamScan, Unjudged};
use super::teamkaart::{Part, TeamFile};
use crate::model::{Regio, named_path};
use crate::yaml::{Doc, NodeId, Path, parse, write};

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
    let mut found = places(&doc, &unjudged);
    for (path, leaf) in file.0.leaves() {
        match leaf {
            Part::Text(text) => {
                let own = names.own.find(text).into_iter().filter(|hit| hit.certainty == Certainty::Zeker);
                found.extend(own.map(|hit| (path.clone(), hit.kind)));
            }
            // A professional may share a name with the family, not the whole of it.
            Part::Kept(name) if names.is_whole(name) => found.push((path, Kind::Persoon)),
            Part::Kept(name) => found.extend(names.own.find(name).into_iter().map(|hit| (path.clone(), hit.kind))),
            _ => {}
        }
    }
    if found.is_empty() { Ok(Gated(text.into_bytes())) } else { Err(Stopped::Found(found)) }
}

/// Lets a file of the team that a person wrote pass with an edit in it, when nothing in its
/// whole text may name a family without having been judged. Nothing of it is written anew,
/// so that comments and order stay.
pub fn gate_edited(text: String, regio: &Regio) -> Result<Gated, Stopped> {
    gate_edited_of(text, &Names::default(), regio)
}

/// The same for a file of a family whose names are known.
pub fn gate_edited_of(text: String, names: &Names, regio: &Regio) -> Result<Gated, Stopped> {
    let doc = parse(text.as_bytes()).map_err(|_| Stopped::Unwritable)?;
    let mut found = places(&doc, &TeamScan::new(regio, &names.known).unjudged(&doc, &text));
    drop(doc);
    let own = names.own.find(&text).into_iter().filter(|hit| hit.certainty == Certainty::Zeker);
    found.extend(own.map(|hit| (Path::root(), hit.kind)));
    if found.is_empty() { Ok(Gated(text.into_bytes())) } else { Err(Stopped::Found(found)) }
}

/// Where it was found, and what it may be; the root for what stands in no value.
fn places(doc: &Doc<'_>, unjudged: &[Unjudged]) -> Vec<(Path, Kind)> {
    let path = |node: Option<NodeId>| node.map_or_else(Path::root, |node| named_path(doc, node));
    unjudged.iter().map(|one| (path(one.node), one.hit.kind)).collect()
}

impl AsRef<[u8]> for Gated {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
