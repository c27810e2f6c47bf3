//! Who of the family must be told, heard and asked: from role, authority, contact and
//! age on the day.
//!
//! The one place where that is decided. Each answer is `Ja`, `Nee` or `Onbekend`; a rule
//! that must be certain takes `Ja` alone, and authority that is not named is a question.

use crate::calendar::age_on;
use crate::model::{Contact, Geboorte, JaNee, Leeftijd, Leeftijden, Lid, Regio, Rol, Veiligheidskaart};
use chrono::NaiveDate;

/// The people of a card.
pub struct Betrokkenen<'a> {
    /// Everyone in the family, in the order of the card.
    pub all: Vec<Betrokkene<'a>>,
}

/// One of the family.
#[derive(Clone, Copy)]
pub struct Betrokkene<'a> {
    /// The place in `gezin.leden`, from 0.
    pub index: usize,
    /// The word for the role.
    pub wie: Option<&'a str>,
    /// The role.
    pub rol: Option<Rol>,
    /// The youngest and the oldest age possible on the day, in years; none when it isn't known.
    leeftijd: Option<(u8, u8)>,
    /// Whether this person has authority over a child.
    pub gezag: JaNee,
    /// Whether this is a parent without authority and without contact.
    pub zonder_contact: bool,
    /// Whether this person must know that and why the case is discussed.
    pub moet_weten: JaNee,
    /// Whether the reaction of this person belongs on the card.
    pub reactie_nodig: JaNee,
    /// Whether this person is asked for leave.
    pub akkoord_vragen: JaNee,
    /// Whose voice it is.
    pub stem: StemVan,
    /// Whether the Raad voor de Kinderbescherming counts this person among those concerned.
    pub betrokkene: JaNee,
}

/// Whose voice the card asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StemVan {
    /// A parent or guardian: at least one of them is heard.
    Ouder,
    /// A jeugdige who is certainly old enough for a voice of their own.
    Jeugdige,
    /// A jeugdige who is younger, or may be.
    Jonger,
    /// Nobody whose voice is asked for: a relative, or a child that is not born yet.
    Ander,
    /// Someone whose role doesn't stand on the card.
    Onbekend,
}

impl<'a> Betrokkenen<'a> {
    /// The people of a card on a day.
    #[must_use]
    pub fn of(card: &'a Veiligheidskaart, regio: &'a Regio, day: NaiveDate) -> Self {
        let leden = card.gezin.iter().flat_map(|gezin| gezin.leden.iter());
        Self { all: leden.map(|(index, lid)| Betrokkene::of(index, lid, regio, day)).collect() }
    }

    /// The one who goes by this word.
    #[must_use]
    pub fn find(&self, wie: &str) -> Option<&Betrokkene<'a>> {
        self.all.iter().find(|person| person.wie == Some(wie.trim()))
    }

    /// Whether one of these words names nobody of the family but looks like the word for this
    /// person. Another rule says that word; until it is mended, nobody can be certain that
    /// nothing was written about this person.
    #[must_use]
    pub fn may_be_meant<'w>(&self, person: &Betrokkene<'_>, words: impl IntoIterator<Item = &'w str>) -> bool {
        let mut strangers = words.into_iter().filter(|wie| self.find(wie).is_none());
        strangers.any(|wie| person.wie.is_none_or(|own| is_slip(&plain(wie), &plain(own))))
    }
}

impl<'a> Betrokkene<'a> {
    fn of(index: usize, lid: &'a Lid, regio: &Regio, day: NaiveDate) -> Self {
        let ages = &regio.leeftijden;
        let wie = lid.wie.as_deref().map(str::trim).filter(|wie| !wie.is_empty());
        let rol = lid.rol;
        let leeftijd = age(lid, day);
        let gezag = authority(rol, wie);
        let niet_informeren = lid.reden_niet_informeren().is_some();
        // A reason not to inform someone is an answer to everything that follows from informing.
        let unless_reason = |answer| if niet_informeren { JaNee::Nee } else { answer };
        let is_jeugdige = rol == Some(Rol::Jeugdige);
        let parent = if rol == Some(Rol::Voogd) { JaNee::Nee } else { gezag };
        let person = Self {
            index,
            wie,
            rol,
            leeftijd,
            gezag,
            zonder_contact: rol == Some(Rol::OuderZonderGezag) && lid.contact == Some(Contact::Nee),
            moet_weten: unless_reason(if is_jeugdige { from(leeftijd, ages.stem) } else { gezag }),
            reactie_nodig: unless_reason(parent),
            akkoord_vragen: unless_reason(if is_jeugdige { from(leeftijd, ages.akkoord) } else { parent }),
            stem: StemVan::Onbekend,
            betrokkene: concerned(lid, leeftijd, ages),
        };
        Self { stem: person.voice(is_unborn(lid), ages.stem), ..person }
    }

    fn voice(&self, unborn: bool, from_age: u8) -> StemVan {
        match self.rol {
            Some(Rol::OuderMetGezag | Rol::OuderZonderGezag | Rol::OuderGezagOnbekend | Rol::Voogd) => StemVan::Ouder,
            Some(Rol::Jeugdige) if unborn => StemVan::Ander,
            Some(Rol::Jeugdige) if from(self.leeftijd, from_age) == JaNee::Ja => StemVan::Jeugdige,
            Some(Rol::Jeugdige) => StemVan::Jonger,
            Some(_) => StemVan::Ander,
            None => StemVan::Onbekend,
        }
    }

    /// Whether this is a jeugdige.
    #[must_use]
    pub fn is_jeugdige(&self) -> bool {
        self.rol == Some(Rol::Jeugdige)
    }

    /// Whether this person brings the child up: a parent, or someone in the place of one.
    #[must_use]
    pub fn is_opvoeder(&self) -> bool {
        matches!(
            self.rol,
            Some(
                Rol::OuderMetGezag
                    | Rol::OuderZonderGezag
                    | Rol::OuderGezagOnbekend
                    | Rol::Voogd
                    | Rol::Pleegouder
                    | Rol::Stiefouder
                    | Rol::Opvoeder
            )
        )
    }

    /// Whether this person has certainly reached an age.
    #[must_use]
    pub fn has_reached(&self, years: u8) -> bool {
        from(self.leeftijd, years) == JaNee::Ja
    }

    /// This person in a message, which never says the word of the card.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self.rol {
            Some(Rol::Jeugdige) => "deze jeugdige",
            Some(Rol::Voogd) => "deze voogd",
            Some(Rol::OuderMetGezag | Rol::OuderZonderGezag | Rol::OuderGezagOnbekend) => "deze ouder",
            _ => "deze persoon",
        }
    }
}

/// Whether someone of this age has reached so many years.
fn from(leeftijd: Option<(u8, u8)>, years: u8) -> JaNee {
    match leeftijd {
        Some((youngest, _)) if youngest >= years => JaNee::Ja,
        Some((_, oldest)) if oldest < years => JaNee::Nee,
        _ => JaNee::Onbekend,
    }
}

/// A dossier has a birth date, a team's card an age.
fn age(lid: &Lid, day: NaiveDate) -> Option<(u8, u8)> {
    match (lid.geboortedatum, lid.leeftijd) {
        (Some(Geboorte::Op(birth)), _) => Some(age_on(birth, day)),
        (None, Some(Leeftijd::Jaren(youngest, oldest))) => Some((youngest, oldest)),
        (Some(Geboorte::Ongeboren), _) | (None, Some(Leeftijd::Ongeboren)) => Some((0, 0)),
        (Some(Geboorte::Onbekend), _) | (None, Some(Leeftijd::Onbekend) | None) => None,
    }
}

fn is_unborn(lid: &Lid) -> bool {
    matches!((lid.geboortedatum, lid.leeftijd), (Some(Geboorte::Ongeboren), _) | (None, Some(Leeftijd::Ongeboren)))
}

/// Without a role the word for it may say that this is a child; it never says whether a
/// parent has authority.
fn authority(rol: Option<Rol>, wie: Option<&str>) -> JaNee {
    match rol {
        Some(Rol::OuderMetGezag | Rol::Voogd) => JaNee::Ja,
        Some(Rol::OuderGezagOnbekend) => JaNee::Onbekend,
        Some(_) => JaNee::Nee,
        None if ["kind", "baby", "zoon", "dochter", "jeugdige"].contains(&without_number(wie).as_str()) => JaNee::Nee,
        None => JaNee::Onbekend,
    }
}

/// Whether the word for the role is that of a parent.
pub(super) fn sounds_like_parent(wie: Option<&str>) -> bool {
    ["ouder", "moeder", "vader", "mama", "papa"].contains(&without_number(wie).as_str())
}

fn without_number(wie: Option<&str>) -> String {
    wie.unwrap_or_default().trim().trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase()
}

/// Case, spaces and signs are no difference that anyone means.
fn plain(wie: &str) -> Vec<char> {
    wie.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether two words are the same but for one slip: a letter too many, too few or another,
/// or two that changed places.
fn is_slip(a: &[char], b: &[char]) -> bool {
    let same_start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same_start..], &b[same_start..]);
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - same_end], &b[..b.len() - same_end]) {
        ([a1, a2], [b1, b2]) => (a1, a2) == (b2, b1),
        (a, b) => a.len() <= 1 && b.len() <= 1,
    }
}

/// Chapter 4, the route to an investigation by the Raad: parents with authority, minors from
/// an age, guardian, foster and step-parents, and a parent without authority who doesn't live
/// with the one who has it and has contact.
fn concerned(lid: &Lid, leeftijd: Option<(u8, u8)>, ages: &Leeftijden) -> JaNee {
    match lid.rol {
        Some(Rol::OuderMetGezag | Rol::Voogd | Rol::Pleegouder | Rol::Stiefouder) => JaNee::Ja,
        Some(Rol::Jeugdige) => match (from(leeftijd, ages.betrokkene), from(leeftijd, ages.meerderjarig)) {
            (old_enough, JaNee::Nee) => old_enough,
            (JaNee::Nee, _) | (_, JaNee::Ja) => JaNee::Nee,
            _ => JaNee::Onbekend,
        },
        Some(Rol::OuderZonderGezag) => match lid.contact {
            Some(Contact::Ja) => JaNee::Ja,
            Some(Contact::Nee | Contact::WoontSamen) => JaNee::Nee,
            Some(Contact::Onbekend) | None => JaNee::Onbekend,
        },
        // With contact it is concerned whatever the authority; without, authority decides.
        Some(Rol::OuderGezagOnbekend) if lid.contact == Some(Contact::Ja) => JaNee::Ja,
        Some(Rol::OuderGezagOnbekend) | None => JaNee::Onbekend,
        Some(Rol::Opvoeder | Rol::BroerZus | Rol::Grootouder | Rol::Overig) => JaNee::Nee,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::familie::trial::{card, region};

    fn day() -> NaiveDate {
        "2026-03-12".parse().unwrap()
    }

    /// What one lid comes to on 12 March 2026: must know, reaction, leave, voice, concerned.
    fn one(lid: &str) -> (JaNee, JaNee, JaNee, StemVan, JaNee) {
        let card = card(&format!("gezin: {{leden: [{{{lid}}}]}}"));
        let regio = region();
        let people = Betrokkenen::of(&card, &regio, day());
        let person = people.all[0];
        (person.moet_weten, person.reactie_nodig, person.akkoord_vragen, person.stem, person.betrokkene)
    }

    #[test]
    fn authority_decides_about_parents() {
        use JaNee::{Ja, Nee, Onbekend};
        assert_eq!(one("rol: ouder_met_gezag"), (Ja, Ja, Ja, StemVan::Ouder, Ja));
        assert_eq!(one("rol: voogd"), (Ja, Nee, Nee, StemVan::Ouder, Ja));
        assert_eq!(one("rol: ouder_zonder_gezag, contact: ja"), (Nee, Nee, Nee, StemVan::Ouder, Ja));
        assert_eq!(one("rol: ouder_zonder_gezag, contact: nee"), (Nee, Nee, Nee, StemVan::Ouder, Nee));
        assert_eq!(one("rol: ouder_zonder_gezag, contact: woont_samen"), (Nee, Nee, Nee, StemVan::Ouder, Nee));
        assert_eq!(one("rol: ouder_zonder_gezag"), (Nee, Nee, Nee, StemVan::Ouder, Onbekend));
        assert_eq!(one("rol: ouder_gezag_onbekend"), (Onbekend, Onbekend, Onbekend, StemVan::Ouder, Onbekend));
        assert_eq!(one("wie: moeder"), (Onbekend, Onbekend, Onbekend, StemVan::Onbekend, Onbekend));
        assert_eq!(one("rol: stiefouder"), (Nee, Nee, Nee, StemVan::Ander, Ja));
        assert_eq!(one("rol: grootouder"), (Nee, Nee, Nee, StemVan::Ander, Nee));
    }

    #[test]
    fn a_reason_not_to_inform_leaves_the_voice_and_the_raad() {
        use JaNee::{Ja, Nee};
        let told = one("rol: ouder_met_gezag, niet_informeren: dan is een kind niet veilig");
        assert_eq!(told, (Nee, Nee, Nee, StemVan::Ouder, Ja));
        assert_eq!(one("rol: ouder_met_gezag, niet_informeren: ''").0, Ja);
        for none in ["-", "nee", "N.v.t.", "ja", "J", "Klopt.", "mag wel", "ja hoor!", "geen reden"] {
            assert_eq!(one(&format!("rol: ouder_met_gezag, niet_informeren: '{none}'")).0, Ja, "{none}");
        }
        assert_eq!(one("rol: ouder_met_gezag, niet_informeren: mag niet").0, Nee);
    }

    #[test]
    fn age_on_the_day_decides_about_jeugdigen() {
        use JaNee::{Ja, Nee, Onbekend};
        let jeugdige = |age: &str| {
            let (weten, _, akkoord, stem, betrokkene) = one(&format!("rol: jeugdige, {age}"));
            (weten, akkoord, stem, betrokkene)
        };
        // Eight on the day itself; seven the day before.
        assert_eq!(jeugdige("geboortedatum: 2018-03-12"), (Ja, Nee, StemVan::Jeugdige, Ja));
        assert_eq!(jeugdige("geboortedatum: 2018-03-13"), (Nee, Nee, StemVan::Jonger, Nee));
        // Born somewhere in March 2018: on 12 March seven or eight.
        assert_eq!(jeugdige("geboortedatum: 2018-03"), (Onbekend, Nee, StemVan::Jonger, Onbekend));
        assert_eq!(jeugdige("geboortedatum: 2018-02"), (Ja, Nee, StemVan::Jeugdige, Ja));
        assert_eq!(jeugdige("geboortedatum: 2014-03-12"), (Ja, Ja, StemVan::Jeugdige, Ja));
        assert_eq!(jeugdige("leeftijd: 8-11"), (Ja, Nee, StemVan::Jeugdige, Ja));
        assert_eq!(jeugdige("leeftijd: 4-7"), (Nee, Nee, StemVan::Jonger, Nee));
        assert_eq!(jeugdige("leeftijd: 6-9"), (Onbekend, Nee, StemVan::Jonger, Onbekend));
        assert_eq!(jeugdige("leeftijd: 12"), (Ja, Ja, StemVan::Jeugdige, Ja));
        // The Raad is about minors; the own voice stays.
        assert_eq!(jeugdige("leeftijd: 18"), (Ja, Ja, StemVan::Jeugdige, Nee));
        assert_eq!(jeugdige("leeftijd: 17-18"), (Ja, Ja, StemVan::Jeugdige, Onbekend));
        assert_eq!(jeugdige("leeftijd: onbekend"), (Onbekend, Onbekend, StemVan::Jonger, Onbekend));
        assert_eq!(jeugdige("geboortedatum: ongeboren"), (Nee, Nee, StemVan::Ander, Nee));
        assert_eq!(jeugdige("leeftijd: ongeboren"), (Nee, Nee, StemVan::Ander, Nee));
    }

    #[test]
    fn a_word_that_names_nobody_may_be_a_slip() {
        let card = card("gezin: {leden: [{wie: moeder}, {wie: kind1}]}");
        let regio = region();
        let people = Betrokkenen::of(&card, &regio, day());
        let [mother, child] = &people.all[..] else { panic!("two people") };
        for slip in ["Moeder", "moder", "moeeder", "moeden", "moedre", "moeder1"] {
            assert!(people.may_be_meant(mother, [slip]), "{slip}");
            assert!(!people.may_be_meant(child, [slip]), "{slip}");
        }
        assert!(people.may_be_meant(child, ["vader", "kind 1"]) && people.may_be_meant(child, ["kind"]));
        // A word of the family is never a slip; another word is someone else.
        assert!(!people.may_be_meant(child, ["kind1"]) && !people.may_be_meant(mother, ["vader", "stiefvader"]));
    }

    #[test]
    fn the_word_for_a_parent_says_nothing_of_authority() {
        assert!(sounds_like_parent(Some("vader2")) && !sounds_like_parent(Some("grootmoeder")));
    }
}
