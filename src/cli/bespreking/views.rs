//! The advice where not everybody sees it the same way: the views, who shares each, and what
//! follows from a tie (chapter 4, Verschil van visie).

use super::ask::{Asking, listed, numbers};
use crate::cli::error::ToolError;
use crate::interview::bespreking::{Vraag, meeste};
use crate::model::{Advies, AdviesUitkomst, Bespreking, JaNee, Visie};

impl Asking<'_> {
    /// Whether they agree; else their views, with the one that most share as the advice.
    pub fn agreed(&mut self, own: &mut Bespreking) -> Result<(), ToolError> {
        let advies = own.advies.take().unwrap_or_default();
        if self.yes_no(Vraag::Eens.tekst())? == JaNee::Ja {
            own.visies = std::iter::empty().collect();
            own.advies = Some(Advies { uitkomst: Some(AdviesUitkomst::Eensluidend), ..advies });
            return Ok(());
        }
        let (mut visies, mut uitkomst) = meeste(self.views()?);
        if uitkomst == AdviesUitkomst::Gelijk {
            self.prompt.say("De stemmen zijn gelijk. Hou nog één ronde.\n");
            (visies, uitkomst) = meeste(self.shared_anew(visies)?);
        }
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
        own.advies = Some(Advies { uitkomst: Some(uitkomst), tekst, ..advies });
        Ok(())
    }

    /// The same views, with who shares each of them now.
    fn shared_anew(&mut self, visies: Vec<Visie>) -> Result<Vec<Visie>, ToolError> {
        let wegers = self.over.wegers;
        let mut left: Vec<u32> = (1..).take(wegers.len()).collect();
        let mut anew = Vec::new();
        for visie in visies {
            self.say(&format!("Visie {}: {}", anew.len() + 1, visie.visie.as_deref().unwrap_or_default()), "  ");
            let again = "Typ de nummers van wie haar nu delen, met een spatie ertussen.";
            let who = self.needed("Wie deelt die?", |answer| numbers(answer, &left), again)?;
            left.retain(|number| !who.contains(number));
            let names = who.iter().filter_map(|number| wegers.get(*number as usize - 1)).map(|own| own.wie.clone());
            anew.push(Visie { deelnemers: names.collect(), ..visie });
        }
        Ok(anew)
    }

    fn views(&mut self) -> Result<Vec<Visie>, ToolError> {
        self.prompt.say("Schrijf elke visie op, met de nummers van wie haar deelt.\n");
        let wegers = self.over.wegers;
        let who: Vec<String> = wegers.iter().map(|own| format!("{} {}", own.rol.woord(), own.wie)).collect();
        self.prompt.say(&listed(&who.iter().map(String::as_str).collect::<Vec<_>>()));
        let mut left: Vec<u32> = (1..).take(wegers.len()).collect();
        let mut views = Vec::new();
        while !left.is_empty() {
            let visie = self.text(&format!("Visie {}", views.len() + 1))?;
            let again = "Typ de nummers van wie nog geen visie heeft, met een spatie ertussen.";
            let who =
                self.needed("Wie deelt die?", |answer| numbers(answer, &left).filter(|own| !own.is_empty()), again)?;
            left.retain(|number| !who.contains(number));
            let names = who.iter().filter_map(|number| wegers.get(*number as usize - 1)).map(|own| own.wie.clone());
            views.push(Visie { visie: Some(visie), deelnemers: names.collect() });
        }
        Ok(views)
    }
}
