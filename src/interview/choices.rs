//! What can be chosen, with the words in which a screen says it.

use super::Form;
use super::around::Sheet;
use super::steps::Ask;
use crate::model::{Aanleiding, Soort};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

/// One of the choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// As the file says it.
    pub key: String,
    /// As a screen says it.
    pub words: String,
}

/// The choices of a question, in their order; none when it is answered in other words.
#[must_use]
pub fn choices(ask: &Ask, sheet: &Sheet<'_>) -> Vec<Chosen> {
    let question = ask.question;
    let own = |key: &str| Chosen { key: key.to_owned(), words: key.to_owned() };
    match question.form {
        Form::Choice(keys) | Form::Choices(keys) => {
            keys.iter().map(|key| Chosen { key: (*key).to_owned(), words: words(key) }).collect()
        }
        Form::Member | Form::Members => {
            // A child does not live with itself, nor with another child.
            let is_home = question.name() == "woont_bij";
            let can = |word: &&str| !is_home || sheet.role(word) != Some("jeugdige");
            sheet.members().into_iter().filter(can).map(own).collect()
        }
        Form::Municipality => {
            let known = sheet.regio.gemeenten.values().filter_map(|gemeente| gemeente.naam.as_deref());
            known.map(own).collect()
        }
        Form::Known if question.key == "soort" => {
            let all = Soort::ALL.iter();
            all.map(|soort| Chosen { key: soort.sleutel().to_owned(), words: soort.woord().to_owned() }).collect()
        }
        _ => Vec::new(),
    }
}

/// A word of a file in the words of a screen.
fn words(key: &str) -> String {
    if let Ok(ground) = Aanleiding::deserialize(IntoDeserializer::<Error>::into_deserializer(key)) {
        return ground.woorden().to_owned();
    }
    let said = match key {
        "ouder_gezag_onbekend" => "ouder, gezag nog onbekend",
        "broer_zus" => "broer of zus",
        "overig" => "anders",
        "woont_samen" => "woont samen met de ouder die gezag heeft",
        "ander" => "iemand anders",
        "veiligheidsteam" => "VeiligheidsTeam",
        "veilig_thuis" => "Veilig Thuis",
        "rvdk" => "Raad voor de Kinderbescherming",
        "weging" => "weging: weeg ik de feiten en de mensen goed?",
        "inzet" => "inzet: wat is nodig, en van welke organisatie?",
        "anders" => "een andere vraag",
        "expertise_nodig" => "de expertise is nodig aan tafel",
        "casusregisseur_onvoldoende_op_de_hoogte" => "de casusregisseur weet er te weinig van",
        "ots" => "ondertoezichtstelling",
        "achttien" => "het kind wordt 18",
        "verlengd" => "ja, verlengde jeugdhulp",
        "wmo" => "Wmo",
        "volgen" => "de Raad volgt",
        "corv" => "CORV",
        _ => return key.replace('_', " "),
    };
    said.to_owned()
}
