//! The reader of a letter: who may get one, whom and what that reader may read about.

use crate::model::{Aandachtsgebied, Contact, Geboorte, Geinformeerd, Lid, Rol, Veiligheidskaart, is_role};
use crate::pseudo::{Labelled, Mentions, WayBack, called_name};

/// Someone of the family to whom a letter goes.
pub struct Lezer<'a> {
    /// The member.
    pub lid: &'a Lid,
    /// The role, in small letters.
    pub wie: String,
    /// Whether the letter says `je`: to a child.
    pub is_kind: bool,
    /// Whether the reader hears the whole advice: a parent with authority, a guardian or the
    /// child. Others hear what is about them.
    pub hoort_alles: bool,
    /// Words for the reader: the label in small letters and what it is part of.
    pub zelf: Vec<String>,
    /// The same with those for the children: who has no authority may read about both at once.
    pub kring: Vec<String>,
    /// Words for those of whom nothing may be told.
    pub zwijgt_over: Vec<String>,
    /// Where somebody may not be told: words for all others on the card. What is none of them may be
    /// that one in other words.
    pub bekend: Vec<String>,
}

/// Why nobody gets this letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GeenLezer {
    /// Nobody of the family goes by that word; those who can get a letter, by their roles.
    Onbekend(Vec<String>),
    /// Someone outside the family.
    BuitenGezin(Vec<String>),
    /// Someone who may not be told.
    NietInformeren,
    /// Someone who does not know that the case is discussed: the card says why not.
    NietVerteld,
    /// A child that is not born yet.
    Ongeboren,
}

impl<'a> Lezer<'a> {
    /// The reader with this `wie` on a card.
    pub fn of(card: &'a Veiligheidskaart, wie: &str, way: &WayBack) -> Result<Self, GeenLezer> {
        let wanted = wie.trim().to_lowercase();
        let members: Vec<&Lid> = card.gezin.iter().flat_map(|gezin| gezin.leden.values()).collect();
        let is = |own: &Option<String>| own.as_deref().is_some_and(|own| own.trim().to_lowercase() == wanted);
        let Some((at, lid)) = members.iter().enumerate().find(|(_, lid)| is(&lid.wie)) else {
            let can = |lid: &&&Lid| may_get(card, lid).is_ok();
            // What is no role may be a name.
            let roles =
                members.iter().filter(can).filter_map(|lid| lid.wie.clone()).filter(|wie| is_role(wie)).collect();
            let mut others = card.gezin.iter().flat_map(|gezin| gezin.in_de_tekst.values());
            let is_outside = others.any(|other| is(&other.wie));
            return Err(if is_outside { GeenLezer::BuitenGezin(roles) } else { GeenLezer::Onbekend(roles) });
        };
        may_get(card, lid)?;
        let is_kind = matches!(lid.rol, Some(Rol::Jeugdige | Rol::BroerZus));
        let mut zelf = words_for(at, lid, way);
        let children = members.iter().enumerate().filter(|(_, lid)| lid.rol == Some(Rol::Jeugdige));
        let children: Vec<(usize, &&Lid)> = children.collect();
        let mut kring: Vec<String> = children.iter().flat_map(|(at, lid)| words_for(*at, lid, way)).collect();
        kring.extend(["kinderen", "kind", "jeugdige"].map(str::to_owned));
        match lid.rol {
            Some(Rol::Jeugdige) if children.len() == 1 => {
                zelf.extend(["kinderen", "kind", "jeugdige"].map(str::to_owned));
            }
            Some(Rol::Jeugdige) => zelf.push("kinderen".to_owned()),
            rol if is_parent(rol) => zelf.push("ouders".to_owned()),
            _ => {}
        }
        kring.extend(zelf.iter().cloned());
        // Of a child too young to be told its parents may read.
        let is_child = |lid: &Lid| matches!(lid.rol, Some(Rol::Jeugdige | Rol::BroerZus));
        let silent = members.iter().enumerate().filter(|(_, lid)| !may_hear(lid) && !is_child(lid));
        let mut zwijgt_over: Vec<String> = silent.clone().flat_map(|(at, lid)| words_for(at, lid, way)).collect();
        if silent.clone().any(|(_, lid)| is_parent(lid.rol)) {
            zwijgt_over.push("ouders".to_owned());
        }
        zwijgt_over.retain(|word| !zelf.contains(word) || word == "ouders");
        let heard = members.iter().enumerate().filter(|(_, lid)| may_hear(lid) || is_child(lid));
        let mut bekend: Vec<String> = heard.flat_map(|(at, lid)| words_for(at, lid, way)).collect();
        bekend.extend(kring.iter().cloned());
        bekend.extend(["ouders", "broer", "zus"].map(str::to_owned));
        bekend.extend(way.labels().filter(|one| one.lid.is_none()).map(|one| one.label.to_lowercase()));
        bekend.retain(|word| !zwijgt_over.contains(word));
        let hoort_alles = matches!(lid.rol, Some(Rol::OuderMetGezag | Rol::Voogd | Rol::Jeugdige));
        Ok(Self { lid, wie: wanted, is_kind, hoort_alles, zelf, kring, zwijgt_over, bekend })
    }

    /// Whether a text speaks, or may speak, of somebody of whom nothing may be told.
    #[must_use]
    pub fn zwijgt_bij(&self, mentions: &Mentions<'_>) -> bool {
        mentions.has(&self.zwijgt_over) || !self.zwijgt_over.is_empty() && mentions.may_be_another(&self.bekend)
    }

    /// Whether the reader is a parent without authority who, as far as is known, does not see the
    /// child.
    #[must_use]
    pub fn is_zonder_contact(&self) -> bool {
        let sees = matches!(self.lid.contact, Some(Contact::Ja | Contact::WoontSamen));
        matches!(self.lid.rol, Some(Rol::OuderZonderGezag | Rol::OuderGezagOnbekend)) && !sees
    }

    /// The names of the other children, as they are called.
    #[must_use]
    pub fn andere_kinderen(&self, card: &Veiligheidskaart) -> Vec<String> {
        let members = card.gezin.iter().flat_map(|gezin| gezin.leden.values());
        let others = members.filter(|lid| lid.rol == Some(Rol::Jeugdige) && !std::ptr::eq(*lid, self.lid));
        others.filter_map(called_name).collect()
    }

    /// What comes in the place of each label in a letter to this reader: the names of the reader,
    /// of the children and of parents, as they are called; a word for who it is of anyone else;
    /// nothing of places, schools and who has no role.
    #[must_use]
    pub fn words(&self, card: &Veiligheidskaart, way: &WayBack) -> WayBack {
        let members: Vec<&Lid> = card.gezin.iter().flat_map(|gezin| gezin.leden.values()).collect();
        let of_child = |lid: &Lid| self.is_kind && is_parent(lid.rol) && is_only(&members, lid);
        way.with(|one: &Labelled| {
            let role = one.label.to_lowercase();
            let Some(lid) = one.lid.and_then(|at| members.get(at).copied()) else {
                return if role.contains(' ') { LEFT_OUT.to_owned() } else { with_article(&role) };
            };
            let is_reader = std::ptr::eq(lid, self.lid);
            let is_child = lid.rol == Some(Rol::Jeugdige);
            match called_name(lid) {
                _ if !is_reader && of_child(lid) => format!("je {role}"),
                Some(name) if is_reader || (is_child || is_parent(lid.rol)) && may_hear(lid) => name,
                _ => with_article(&role),
            }
        })
    }
}

/// What stands in a letter for what vt does not write in it.
pub const LEFT_OUT: &str = "[weggelaten]";

/// Whether the card says that letters from this family may bring somebody in danger.
#[must_use]
pub fn is_gevaarlijk(card: &Veiligheidskaart) -> bool {
    let danger =
        [Aandachtsgebied::HuiselijkGeweld, Aandachtsgebied::EergerelateerdGeweld, Aandachtsgebied::IntiemeTerreur];
    card.aandachtsgebied.values().any(|gebied| danger.contains(gebied))
}

fn may_get(card: &Veiligheidskaart, lid: &Lid) -> Result<(), GeenLezer> {
    if !may_hear(lid) {
        return Err(GeenLezer::NietInformeren);
    }
    if is_left_untold(card, lid) {
        return Err(GeenLezer::NietVerteld);
    }
    if lid.geboortedatum == Some(Geboorte::Ongeboren) { Err(GeenLezer::Ongeboren) } else { Ok(()) }
}

/// Whether the card says why somebody was not told, and not that it was told after all.
fn is_left_untold(card: &Veiligheidskaart, lid: &Lid) -> bool {
    let word = |wie: &Option<String>| wie.as_deref().unwrap_or_default().trim().to_lowercase();
    let told = card.gesprek_gezin.iter().flat_map(|talk| talk.geinformeerd.values());
    let own: Vec<&Geinformeerd> = told.filter(|one| word(&one.wie) == word(&lid.wie)).collect();
    let is_reason = |one: &&Geinformeerd| one.reden_niet.as_deref().is_some_and(|text| !text.trim().is_empty());
    own.iter().any(is_reason) && own.iter().all(|one| one.datum.is_none())
}

/// Whether nothing on the card says that somebody may not be told. A reason may be any word but
/// a plain no.
fn may_hear(lid: &Lid) -> bool {
    lid.niet_informeren.as_deref().is_none_or(|reason| matches!(reason.trim(), "" | "nee" | "geen" | "[]"))
}

fn is_parent(rol: Option<Rol>) -> bool {
    matches!(rol, Some(Rol::OuderMetGezag | Rol::OuderZonderGezag | Rol::OuderGezagOnbekend))
}

/// Whether no other parent on the card goes by the same word: then it is the parent of each child.
fn is_only(members: &[&Lid], lid: &Lid) -> bool {
    let word = |lid: &Lid| {
        lid.wie.as_deref().unwrap_or_default().trim().trim_end_matches(|c: char| c.is_ascii_digit()).to_lowercase()
    };
    let own = word(lid);
    matches!(own.as_str(), "moeder" | "vader") && members.iter().filter(|other| word(other) == own).count() == 1
}

/// The words by which texts name a member: the label and the role, in small letters.
fn words_for(at: usize, lid: &Lid, way: &WayBack) -> Vec<String> {
    let role = lid.wie.as_deref().unwrap_or_default().trim().to_lowercase();
    let bare = role.trim_end_matches(|c: char| c.is_ascii_digit());
    let spaced = if bare.len() < role.len() { format!("{bare} {}", &role[bare.len()..]) } else { role.clone() };
    let label = way.label_of(at).map(|one| one.label.to_lowercase());
    let mut words: Vec<String> = [Some(role), Some(spaced), label].into_iter().flatten().collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// "oma" and "vader" go without an article, as they are called; "de buurvrouw" does not.
fn with_article(role: &str) -> String {
    let word = role.split(' ').next().unwrap_or_default();
    let is_called = matches!(word, "moeder" | "vader" | "oma" | "opa" | "oom" | "tante" | "papa" | "mama");
    if is_called || role.contains(' ') { role.to_owned() } else { format!("de {role}") }
}
