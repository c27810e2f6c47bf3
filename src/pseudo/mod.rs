//! Pseudonymising: what names a family, and what is put in its place. It knows the word
//! lists and the text, no files on disk and no terminal.

pub mod lexicon;
pub mod words;
