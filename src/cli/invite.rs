//! Whom the chair invites to a case: what the card asks for, and others.

use super::error::{Kind, ToolError};
use super::prompt::{Prompt, is_name, yes};
use crate::model::{Expert, Lijst, Uitgenodigde, UitnodigingRol};
use crate::output::escape;

/// Asks about each wish of a card. Without anybody to answer nothing is decided.
pub fn asked_for(wishes: &[&Expert], prompt: Option<&mut (dyn Prompt + '_)>) -> Result<Lijst<Uitgenodigde>, ToolError> {
    let Some(prompt) = prompt.filter(|_| !wishes.is_empty()) else { return Ok(Lijst::default()) };
    let mut all = Vec::new();
    for wish in wishes {
        let what = escape::flat(wish.expertise.as_deref().unwrap_or("een expert"));
        let why = wish.reden.as_deref().map(|reason| format!(": {}", escape::flat(reason))).unwrap_or_default();
        prompt.tell(&format!("De kaart vraagt {what}{why}"));
        if yes(prompt, "Uitnodigen?")? {
            let naam = prompt.line("Naam (leeg mag)")?.filter(|naam| is_name(naam));
            let organisatie = prompt.line("Organisatie (leeg mag)")?.filter(|organisatie| is_name(organisatie));
            all.push(Uitgenodigde { naam, organisatie, ..of_wish(wish) });
        }
    }
    Ok(all.into_iter().collect())
}

/// Those that were named behind `--uitnodigen`.
pub fn invited(words: &[String], wishes: &[&Expert]) -> Result<Lijst<Uitgenodigde>, ToolError> {
    if let [word] = words
        && word.eq_ignore_ascii_case("geen")
    {
        return Ok(std::iter::empty().collect());
    }
    let mut all = Vec::new();
    for word in words {
        if word.eq_ignore_ascii_case("kaart") {
            all.extend(wishes.iter().map(|wish| of_wish(wish)));
            continue;
        }
        let unclear = || {
            ToolError::new(Kind::Usage, "vt begrijpt niet wie er achter `--uitnodigen` staat.")
                .because("Er staat: geen, of kaart (wie de kaart vraagt), of de kennis met wie die heeft.")
                .advise("Schrijf het als \"verslaving: Els Maas, Novadic-Kentron\"; de organisatie mag weg.")
        };
        let (expertise, who) = word.split_once(':').ok_or_else(unclear)?;
        let (naam, organisatie) = who.split_once(',').map_or((who, None), |(name, own)| (name, Some(own)));
        let expertise = expertise.trim();
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let asked = wishes.iter().find(|wish| {
            wish.expertise.as_deref().is_some_and(|own| own.trim().to_lowercase() == expertise.to_lowercase())
        });
        let other = || Uitgenodigde {
            rol: Some(UitnodigingRol::Expert),
            expertise: text(expertise),
            ..Uitgenodigde::default()
        };
        let one = asked.map_or_else(other, |wish| of_wish(wish));
        if one.expertise.is_none() {
            return Err(unclear());
        }
        all.push(Uitgenodigde { naam: text(naam), organisatie: organisatie.and_then(text), ..one });
    }
    Ok(all.into_iter().collect())
}

/// Whom a card asks for, without a name.
fn of_wish(wish: &Expert) -> Uitgenodigde {
    let Expert { expertise, reden, zorgaanbieder } = wish;
    let rol = if zorgaanbieder.is_some() { UitnodigingRol::Zorgaanbieder } else { UitnodigingRol::Expert };
    Uitgenodigde {
        rol: Some(rol),
        expertise: expertise.clone(),
        naam: None,
        organisatie: None,
        reden: reden.clone(),
        zorgaanbieder: *zorgaanbieder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::prompt::Script;

    fn wish() -> Expert {
        Expert { expertise: Some("GGZ".into()), reden: Some("Moeder is somber.".into()), zorgaanbieder: None }
    }

    #[test]
    fn nobody_the_card_or_someone_with_a_name() {
        let wish = wish();
        let named = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            invited(&words, &[&wish])
        };
        assert!(named(&["geen"]).unwrap().is_asked() && named(&["geen"]).unwrap().is_empty());
        let of_card = named(&["kaart"]).unwrap();
        assert_eq!(of_card.values().next().unwrap().reden.as_deref(), Some("Moeder is somber."));
        let both = named(&["ggz: Els Maas, GGZ Breburg", "schulden: Piet Hof"]).unwrap();
        let both: Vec<_> = both.values().collect();
        assert_eq!(both[0].expertise.as_deref(), Some("GGZ"));
        assert_eq!((both[0].naam.as_deref(), both[0].organisatie.as_deref()), (Some("Els Maas"), Some("GGZ Breburg")));
        assert_eq!((both[1].expertise.as_deref(), both[1].organisatie.as_deref()), (Some("schulden"), None));
        assert!(named(&["Els Maas"]).is_err() && named(&[": Els"]).is_err());
    }

    #[test]
    fn each_wish_is_asked_about() {
        let (one, other) = (wish(), Expert { expertise: Some("schulden".into()), ..Expert::default() });
        // What the script is told must fit: the reason of a card is a text.
        let one = Expert { reden: Some("Moeder is somber. ".repeat(10)), ..one };
        let mut script = Script::new(&["ja", "Els Maas", "", "nee"]);
        let all = asked_for(&[&one, &other], Some(&mut script)).unwrap();
        assert_eq!(all.values().count(), 1);
        assert!(script.asked[0].contains("GGZ: Moeder is somber."));
        assert!(!asked_for(&[&one], None).unwrap().is_asked());
        // Who has no name to give says so in any word.
        let all = asked_for(&[&one], Some(&mut Script::new(&["j", "weet niet", "n"]))).unwrap();
        let unnamed = all.values().next().unwrap();
        assert_eq!((&unnamed.naam, &unnamed.organisatie), (&None, &None));
    }
}
