//! The turns against brute force and against what must always hold.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

#[path = "roster/brute.rs"]
mod brute;
#[path = "roster/draw.rs"]
mod draw;
#[path = "roster/edges.rs"]
mod edges;
#[path = "roster/properties.rs"]
mod properties;
#[path = "roster/small.rs"]
mod small;
