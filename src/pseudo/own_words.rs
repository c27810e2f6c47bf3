//! Words of the family's own that are no names of people: its school, street and village,
//! and the number of its dossier. They stand on the card, so they are found wherever they
//! stand in its texts, whatever a list knows.

use super::hit::{Certainty, Hit, Kind, found};
use super::lexicon::{self, Flags};
use super::speech::{self, Class};
use super::text::Searched;
use super::tokens::{Gap, Shape, Tokens};
use super::whose::NICKNAME;
use crate::model::{Koppeling, Regio, Veiligheidskaart};

/// The words of a family, ready to be looked for.
#[derive(Default, Clone)]
pub(super) struct OwnWords(Vec<(Kind, Vec<String>)>);

impl OwnWords {
    /// Those of a card. The municipalities of the region may stand.
    #[must_use]
    pub fn of(card: &Veiligheidskaart, regio: &Regio) -> Self {
        let mut words = Self::default();
        words.add(Kind::Dossiernummer, card.dossiernummer.as_deref());
        for lid in card.gezin.iter().flat_map(|gezin| gezin.leden.values()) {
            words.add(Kind::School, lid.school.as_deref());
            let Some(adres) = &lid.adres else { continue };
            words.add(Kind::Straat, adres.straat.as_deref());
            words.add(Kind::Postcode, adres.postcode.as_deref());
            let may_stand = |place: &str| card.gemeente.as_deref() == Some(place) || is_municipality(regio, place);
            words.add(Kind::Plaats, adres.woonplaats.as_deref().filter(|place| !may_stand(place)));
        }
        words.0.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
        words
    }

    /// The people, schools and streets of a koppeling: names that no card has, but that labels of
    /// this case stand for. Organisations and places are named at every table.
    #[must_use]
    pub fn given(koppeling: &Koppeling) -> Self {
        let mut words = Self::default();
        for one in koppeling.vervangingen.values() {
            let soort = one.soort.as_deref().unwrap_or(Kind::Persoon.word());
            let kinds = [Kind::Persoon, Kind::School, Kind::Straat];
            let kind = kinds.into_iter().find(|kind| kind.word() == soort || soort == NICKNAME);
            let is_address = |word: &String| speech::of(word).has(Class::KIN.with(Class::ROLE).with(Class::TITLE));
            if let (Some(kind), Some(text)) = (kind, one.tekst.as_deref())
                && !folds(text).iter().all(is_address)
            {
                words.add(kind, Some(text));
            }
        }
        words.0.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
        words
    }

    fn add(&mut self, kind: Kind, text: Option<&str>) {
        let words = folds(text.unwrap_or_default());
        if words.iter().any(|word| word.chars().count() > 2) {
            // "De Korenwolf" is the school too, without the word for what it is.
            let is_kind = |word: &String| {
                lexicon::folded(word).has(Flags::SCHOOL_MARK)
                    || matches!(&**word, "de" | "het" | "t" | "'" | "obs" | "rkbs" | "cbs")
            };
            let name: Vec<String> = words.iter().skip_while(|word| is_kind(word)).cloned().collect();
            if kind == Kind::School && !name.is_empty() && name.len() < words.len() {
                self.0.push((kind, name));
            }
            self.0.push((kind, words));
        }
    }

    /// Where they stand, in bytes of the text.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Hit> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let copy = Searched::new(text);
        let tokens = Tokens::new(copy.text());
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let found_here = self.0.iter().find_map(|(kind, words)| {
                let certainty = stands(&tokens, at, *kind, words)?;
                Some((kind, words, certainty))
            });
            let Some((kind, words, certainty)) = found_here else {
                at += 1;
                continue;
            };
            let last = at + words.len() - 1;
            let bytes = copy.original(&tokens.span(at, last));
            hits.push(found(bytes, *kind, certainty, "staat op de kaart, bij het gezin"));
            at = last + 1;
        }
        hits
    }
}

/// Whether a name is that of a municipality of the region.
pub(super) fn is_municipality(regio: &Regio, place: &str) -> bool {
    regio.gemeenten.values().any(|gemeente| gemeente.naam.iter().chain(gemeente.ook.values()).any(|naam| naam == place))
}

/// Whether the words stand there, and how sure that is: a lone ordinary word in small letters may
/// be just that word.
fn stands(tokens: &Tokens<'_>, at: usize, kind: Kind, words: &[String]) -> Option<Certainty> {
    if let [word] = words
        && tokens.fold(at) != word
    {
        // "Lindelaantje", "Vlindertuintje".
        let end = tokens.fold(at).strip_prefix(word.as_str()).filter(|_| word.len() >= 6)?;
        return matches!(end, "je" | "tje" | "s" | "tjes").then_some(Certainty::Zeker);
    }
    let same = words.iter().enumerate().all(|(nth, word)| {
        at + nth < tokens.len() && tokens.fold(at + nth) == word && (nth == 0 || tokens.gap(at + nth) < Gap::Paragraph)
    });
    if !same {
        return None;
    }
    let is_small = tokens.get(at).is_some_and(|token| token.shape == Shape::Lower);
    let is_word = words.len() == 1 && lexicon::folded(&words[0]).is_word();
    match kind {
        Kind::Straat | Kind::School | Kind::Plaats if is_word && is_small => {
            let before = at.checked_sub(1).map(|before| tokens.fold(before)).unwrap_or_default();
            let place = matches!(before, "op" | "de" | "het" | "in" | "naar" | "van" | "bij" | "aan" | "uit" | "langs");
            place.then_some(Certainty::Twijfel)
        }
        // "roos" is a flower far more often than Roos.
        Kind::Persoon if is_word && is_small => None,
        _ => Some(Certainty::Zeker),
    }
}

fn folds(text: &str) -> Vec<String> {
    let copy = Searched::new(text);
    let tokens = Tokens::new(copy.text());
    (0..tokens.len()).map(|at| tokens.fold(at).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Regio;
    use crate::yaml::parse;

    #[test]
    fn school_street_and_village_of_the_card_are_found() {
        let card = "gemeente: Roosendaal\ngezin:\n  leden:\n    - wie: kind1\n      school: basisschool De Korenwolf\n      \
                    adres: {straat: Zilverspaan, postcode: 4799 XK, woonplaats: Wouwse Plantage}\n    - wie: moeder\n      \
                    adres: {woonplaats: Roosendaal}\n";
        let doc = parse(card.as_bytes()).unwrap();
        let card: Veiligheidskaart = doc.read().0.unwrap();
        let words = OwnWords::of(&card, &Regio::default());
        let found = |text: &str| -> Vec<String> {
            words.find(text).iter().map(|hit| format!("{}:{}", hit.kind.word(), &text[hit.bytes.clone()])).collect()
        };
        assert_eq!(found("Op de Korenwolf gaat het goed."), ["school:Korenwolf"]);
        assert_eq!(found("Basisschool de\nKorenwolf belde."), ["school:Basisschool de\nKorenwolf"]);
        assert_eq!(found("Zij ziet een korenwolf in Wouwse Plantage."), ["plaats:Wouwse Plantage"]);
        assert_eq!(found("Zilverspaan is druk. Korenwolfjes."), ["straat:Zilverspaan"]);
        assert_eq!(found("Op de zilverspaan, in Roosendaal."), ["straat:zilverspaan"]);
    }

    #[test]
    fn what_labels_stand_for_is_found_in_any_letters_and_a_word_is_none() {
        let link = "vervangingen: [{tekst: Peter, door: Vader, soort: bijnaam}, {tekst: Roos, door: Persoon A}, {tekst: oma, \
                    door: Oma}, {tekst: oma Riet, door: Persoon B}, {tekst: Breda, door: Plaats 1, soort: plaats}]";
        let koppeling: Koppeling = parse(link.as_bytes()).unwrap().read().0.unwrap();
        let words = OwnWords::given(&koppeling);
        let found = |text: &str| -> Vec<String> {
            words.find(text).iter().map(|hit| text[hit.bytes.clone()].to_owned()).collect()
        };
        assert_eq!(found("PETER, Roos en Oma\nRiet in Breda."), ["PETER", "Roos", "Oma\nRiet"]);
        assert_eq!(found("Oma gaf een roos. Peters."), [""; 0]);
    }
}
