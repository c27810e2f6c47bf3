//! `vt`: the tools of a VeiligheidsTeam. Rooms, each knowing only those above it.

pub mod yaml;

pub mod model;

pub mod calendar;

pub mod pseudo;

pub mod store;

pub mod roster;

pub mod route;

pub mod tafel;

pub mod rules;

pub mod interview;

pub mod agenda;

pub mod work;

pub mod output;

pub mod cli;
