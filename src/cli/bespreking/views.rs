//! The advice where not everybody sees it the same way: the views, who shares each, and what
//! follows from a tie (chapter 4, Verschil van visie).

use super::ask::{Asking, listed, numbers};
use super::left::Left;
use crate::interview::bespreking::{Vraag, Weger, meeste};
use crate::model::{Advies, AdviesUitkomst, Bespreking, JaNee, Visie};

impl Asking<'_> {
    /// Whether they agree; else their first view.
    pub fn agreed(&mut self, own: &mut Bespreking) -> Result<(), Left> {
        if self.yes_no(Vraag::Eens.tekst())? == JaNee::Nee {
            return self.view(0, own);
        }
        own.visies = std::iter::empty().collect();
        let advies = own.advies.take().unwrap_or_default();
        own.advies = Some(Advies { uitkomst: Some(AdviesUitkomst::Eensluidend), ..advies });
        Ok(())
    }

    /// A view and who shares it. After the last one the view that most share is the advice.
    pub fn view(&mut self, nth: usize, own: &mut Bespreking) -> Result<(), Left> {
        let names = names(self.over.wegers);
        let mut before: Vec<String> = own.visies.values().flat_map(|one| one.deelnemers.values().cloned()).collect();
        let is_left = |name: &String| match before.iter().position(|own| own == name) {
            Some(at) => {
                before.remove(at);
                false
            }
            None => true,
        };
        let left: Vec<bool> = names.iter().map(is_left).collect();
        let left: Vec<u32> = (1..).zip(left).filter(|(_, is_left)| *is_left).map(|(number, _)| number).collect();
        if nth == 0 {
            self.say(Vraag::Visie(0).tekst(), "");
        }
        let open = left.iter().map(|number| (*number, names[*number as usize - 1].as_str()));
        self.prompt.say(&listed(open));
        let visie = self.text(&format!("Visie {}", nth + 1))?;
        let who = if left.is_empty() {
            Vec::new()
        } else {
            let again = "Typ de nummers van wie nog geen visie heeft, met een spatie ertussen.";
            self.needed("Wie deelt die?", |answer| numbers(answer, &left).filter(|own| !own.is_empty()), again)?
        };
        let is_last = who.len() == left.len();
        let deelnemers = who.iter().map(|number| names[*number as usize - 1].clone()).collect();
        let all = own.visies.values().cloned().chain([Visie { visie: Some(visie), deelnemers }]);
        let visies: Vec<Visie> = all.collect();
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
            self.say(&format!("Visie {}: {}", anew.len() + 1, visie.visie.as_deref().unwrap_or_default()), "  ");
            let again = "Typ de nummers van wie haar nu delen, met een spatie ertussen, of geen.";
            let who = |answer: &str| if answer == "geen" { Some(Vec::new()) } else { numbers(answer, &left) };
            // Of a view that is left when everybody has one nothing has to be asked.
            let who = if left.is_empty() { Vec::new() } else { self.needed("Wie deelt die?", who, again)? };
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
                "Nog steeds gelijk. Beide visies gaan mee; de inbrenger kiest, met een reden.".to_owned()
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
