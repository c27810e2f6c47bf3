//! `vt`: the tools of a VeiligheidsTeam. Rooms, each knowing only those above it.

pub mod model;
