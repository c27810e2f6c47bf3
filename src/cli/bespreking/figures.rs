//! The figures of step 4: everybody at the table gives one, and says why not when there is none.

use super::ask::Asking;
use super::left::Left;
use crate::interview::bespreking::{Vraag, gewogen};
use crate::model::{Bespreking, Cijfer, Weging};
use crate::output::escape;

impl Asking<'_> {
    /// One figure, and after the last how they lie. Never an average.
    pub fn figure(&mut self, nth: usize, own: &mut Bespreking) -> Result<(), Left> {
        if nth == 0 {
            self.say(Vraag::Cijfer(0).tekst(), "");
        }
        let weger = &self.over.wegers[nth];
        // An organisation that is called as its role is not said twice.
        let who = match weger.rol.woord() {
            rol if rol == weger.wie => rol.to_owned(),
            rol => format!("{rol} {}", escape::flat(&weger.wie)),
        };
        let who = format!("{} {who}", nth + 1);
        let again = "Typ een cijfer van 0 tot en met 10, een half mag (4,5), of geen.";
        let cijfer = self.needed(&who, |answer| answer.to_lowercase().parse::<Cijfer>().ok(), again)?;
        let waarom = if cijfer == Cijfer::Geen { Some(self.text("Waarom geen cijfer?")?) } else { None };
        let figure = Weging {
            rol: Some(weger.rol),
            organisatie: Some(weger.wie.clone()).filter(|name| !name.is_empty()),
            cijfer: Some(cijfer),
            waarom,
        };
        // In the order of the table; who left it since stands last.
        let before = gewogen(own, self.over.wegers);
        let left = own.weging.values().filter(|one| !before.iter().flatten().any(|own| std::ptr::eq(*own, *one)));
        let all: Vec<Option<&Weging>> =
            before.iter().enumerate().map(|(at, one)| if at == nth { Some(&figure) } else { *one }).collect();
        if all.iter().all(Option::is_some) {
            let halves =
                |one: &&Weging| if let Some(Cijfer::Halven(halves)) = one.cijfer { Some(halves) } else { None };
            let figures: Vec<u8> = all.iter().flatten().filter_map(halves).collect();
            if let (Some(low), Some(high)) = (figures.iter().min(), figures.iter().max()) {
                let of = |halves: u8| Cijfer::Halven(halves);
                let words = if low == high { "" } else { " Wat ziet de een dat de ander niet ziet?" };
                self.prompt.tell(&format!(
                    "laagste {}, hoogste {}, verschil {}.{words}",
                    of(*low),
                    of(*high),
                    of(high - low)
                ));
            }
        }
        own.weging = all.into_iter().flatten().chain(left).cloned().collect();
        Ok(())
    }
}
