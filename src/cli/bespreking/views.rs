//! The advice where not everybody sees it the same way: the views, who shares each, and what
//! follows from a tie (chapter 4, Verschil van visie).

use super::ask::Asking;
use super::left::Left;
use super::lists::{listed, numbers};
use crate::interview::bespreking::{Vraag, Weger, meeste};
use crate::model::{Advies, AdviesUitkomst, Bespreking, JaNee, Visie};

impl Asking<'_> {
    /// Whether they agree; else their first view.
    pub fn agreed(&mut self, own: &mut Bespreking) -> Result<(), Left> {
        if self.yes_no(Vraag::Eens.tekst())? == JaNee::Nee {
            self.say(Vraag::Visie(0).tekst(), "");
            // What was advised together is no advice any more.
            let visie = self.text("Visie 1")?;
            own.advies = None;
            own.visies = [Visie { visie: Some(visie), ..Visie::default() }].into_iter().collect();
            return Ok(());
        }
        own.visies = std::iter::empty().collect();
        let advies = own.advies.take().unwrap_or_default();
        own.advies = Some(Advies { uitkomst: Some(AdviesUitkomst::Eensluidend), ..advies });
        Ok(())
    }

    /// One more view.
    pub fn view(&mut self, nth: usize, own: &mut Bespreking) -> Result<(), Left> {
        let visie = self.text(&format!("Visie {}", nth + 1))?;
        let visie = Visie { visie: Some(visie), ..Visie::default() };
        own.visies = own.visies.values().take(nth).cloned().chain([visie]).collect();
        Ok(())
    }

    /// Who shares a view. After the last of them the view that most share is the advice.
    pub fn sharers(&mut self, nth: usize, own: &mut Bespreking) -> Result<(), Left> {
        let names = names(self.over.wegers);
        let others = own.visies.values().enumerate().filter(|(at, _)| *at != nth);
        let mut before: Vec<String> = others.flat_map(|(_, one)| one.deelnemers.values().cloned()).collect();
        let is_left = |name: &String| match before.iter().position(|own| own == name) {
            Some(at) => {
                before.remove(at);
                false
            }
            None => true,
        };
        let left: Vec<bool> = names.iter().map(is_left).collect();
        let left: Vec<u32> = (1..).zip(left).filter(|(_, is_left)| *is_left).map(|(number, _)| number).collect();
        let open = left.iter().map(|number| (*number, names[*number as usize - 1].as_str()));
        self.prompt.say(&listed(open));
        let again = "Typ de nummers van wie nog geen visie heeft, met een spatie ertussen.";
        let read = |answer: &str| numbers(answer, &left).filter(|own| !own.is_empty());
        let who = self.needed(Vraag::Delers(nth).tekst(), read, again)?;
        let is_last = who.len() == left.len();
        let deelnemers: Vec<String> = who.iter().map(|number| names[*number as usize - 1].clone()).collect();
        let mut visies: Vec<Visie> = own.visies.values().cloned().collect();
        if let Some(visie) = visies.get_mut(nth) {
            visie.deelnemers = deelnemers.into_iter().collect();
        }
        own.visies = visies.iter().cloned().collect();
        if is_last {
            let (visies, uitkomst) = meeste(visies);
            // After a tie there is one more round.
            if uitkomst == AdviesUitkomst::MeesteStemmen {
                self.decided(visies, uitkomst, own);
            }
        }
        Ok(())
    }

    /// The same views, with who shares each of them now.
    pub fn second_round(&mut self, own: &mut Bespreking) -> Result<(), Left> {
        self.say(Vraag::Ronde.tekst(), "");
        let names = names(self.over.wegers);
        let all = (1..).zip(names.iter().map(String::as_str));
        self.prompt.say(&listed(all));
        let mut left: Vec<u32> = (1..).take(names.len()).collect();
        let mut anew = Vec::new();
        for visie in own.visies.values() {
            let first = format!("Visie {}: ", anew.len() + 1);
            let view = self.screen.wrap_lines(visie.visie.as_deref().unwrap_or_default(), &first, "  ");
            self.prompt.say(&(view.join("\n") + "\n"));
            let again = "Typ de nummers van wie deze visie nu deelt, met een spatie ertussen, of geen.";
            let who = |answer: &str| if answer == "geen" { Some(Vec::new()) } else { numbers(answer, &left) };
            // Of a view that is left when everybody has one nothing has to be asked.
            let question = "Wie deelt deze visie nu? De nummers, met een spatie ertussen, of geen.";
            let who = if left.is_empty() { Vec::new() } else { self.needed(question, who, again)? };
            left.retain(|number| !who.contains(number));
            let deelnemers = who.iter().map(|number| names[*number as usize - 1].clone()).collect();
            anew.push(Visie { deelnemers, ..visie.clone() });
        }
        // A view that nobody shares any more is nobody's.
        anew.retain(|visie| !visie.deelnemers.is_empty());
        let (visies, uitkomst) = meeste(anew);
        self.decided(visies, uitkomst, own);
        Ok(())
    }

    fn decided(&mut self, visies: Vec<Visie>, uitkomst: AdviesUitkomst, own: &mut Bespreking) {
        let all = self.over.wegers.len();
        let (tekst, shared) =
            visies.first().map_or((None, 0), |first| (first.visie.clone(), first.deelnemers.values().count()));
        let text = match uitkomst {
            AdviesUitkomst::Gelijk => {
                "Nog steeds gelijk. De visies gaan allemaal mee; de inbrenger kiest uit wie gelijk staan, met een reden."
                    .to_owned()
            }
            _ => format!(
                "Het advies is wat de meesten vinden: {shared} van de {all}. De andere visies blijven genoteerd."
            ),
        };
        self.say(&text, "");
        own.visies = visies.into_iter().collect();
        let advies = own.advies.take().unwrap_or_default();
        own.advies = Some(Advies { uitkomst: Some(uitkomst), tekst, ..advies });
    }
}

/// What each weger is called: an organisation that has two seats with its roles.
fn names(wegers: &[Weger]) -> Vec<String> {
    let is_twice = |own: &Weger| wegers.iter().filter(|one| one.wie == own.wie).count() > 1;
    let name = |own: &Weger| {
        if own.wie.is_empty() || is_twice(own) && own.rol.woord() != own.wie {
            format!("{} {}", own.rol.woord(), own.wie).trim_end().to_owned()
        } else {
            own.wie.clone()
        }
    };
    wegers.iter().map(name).collect()
}
