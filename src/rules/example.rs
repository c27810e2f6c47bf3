//! How a rule looks wrong and right, in a form that a reader understands and a test runs.

/// An example of a rule.
#[derive(Clone, Copy)]
pub enum Example {
    /// Keys laid over a good card of a dossier; `null` takes a key away.
    Dossierkaart(&'static str),
    /// Keys laid over a good card in the team's folder; `null` takes a key away.
    Teamkaart(&'static str),
    /// Keys laid over a good discussion in the team's folder; `null` takes a key away.
    Bespreking(&'static str),
    /// Keys laid over a good region; `null` takes a key away.
    Regio(&'static str),
    /// Files laid over a good team's folder: path and whole text; an empty text takes the file away.
    Teammap(&'static [(&'static str, &'static str)]),
    /// Files laid over a good dossier.
    Dossiermap(&'static [(&'static str, &'static str)]),
}
