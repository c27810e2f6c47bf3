//! Whose turn it is: the plan of the seats that come by turns, the best there is, with its
//! proof. Functions over values; nothing is read, and no clock is asked.
//!
//! An [`Instance`] becomes a [`Pool`] for each group: who can sit when, what everyone is
//! due. `files` makes the instance of a year from a team's folder, and `year` the roster with
//! who comes for each seat. `flow` finds the plan and a price for every turn; `proof` makes
//! from those prices, with arithmetic of its own, a bound that no plan can beat. The idea
//! and why it is exact stand in `docs/toerbeurt.md`.

mod answer;
mod figures;
mod files;
mod flow;
mod instance;
mod labels;
mod pool;
mod proof;
mod read;
mod scenario;
mod shares;
mod swaps;
mod values;
mod why;
mod year;

pub use answer::{Beurt, PoolPlan, Solution, solve, solve_pool};
pub use figures::ZetelCijfers;
pub use files::{group_named, instance_of, seat_of};
pub use instance::{Afwezigheid, Instance, InstanceError, PoolDef, Toewijzing, Zetel};
pub use pool::{Held, Pool, Stand};
pub use scenario::Scenario;
pub use shares::TURN;
pub use swaps::{Onmogelijk, Waarom};
pub use values::Values;
pub use why::{Kandidaat, candidates};
pub use year::{Eerlijk, Groepsrooster, Herkomst, Jaarrooster, Komst, Scheef, Vrijgekomen, Zit};
