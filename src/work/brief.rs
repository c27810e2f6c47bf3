//! A letter to one reader of the family about the advice: what may stand in it.
//!
//! Who writes home writes to one person. So of the advice and the agreements only what that
//! reader may know gets in, and where that is not certain it stays out and is counted, so that
//! the professional decides. Reactions, views, figures, sources, addresses and the names of
//! participants are never looked at here.

use super::lezer::Lezer;
use crate::model::{AdviesSoort, AdviesUitkomst, AfspraakStand, Bespreking, JaNee, Tijdstip};
use crate::pseudo::{Finder, Mentions, WayBack};
use crate::route::{Gemaakt, afspraken};
use crate::store::Case;
use chrono::NaiveDate;

/// What stands in a letter. Its texts still have their labels.
pub struct Brief {
    /// The day of the meeting.
    pub day: NaiveDate,
    /// Whether the inbrenger was there.
    pub zelf_ingebracht: bool,
    /// The kind of advice, where the reader gets the whole of it.
    pub soort: Option<AdviesSoort>,
    /// Whether it is the choice of the inbrenger, after a tie.
    pub is_keuze: bool,
    /// The advice in paragraphs of sentences; none for a run of sentences that stay out.
    pub advies: Vec<Vec<Option<String>>>,
    /// How many sentences stay out.
    pub zinnen_weg: usize,
    /// The agreements that concern the reader.
    pub afspraken: Vec<Toezegging>,
    /// How many of the others are the reader's or the professional's own, and stay out because
    /// they speak of somebody else.
    pub afspraken_weg: usize,
    /// When the case comes back.
    pub terug: Option<NaiveDate>,
}

/// An agreement in a letter.
pub struct Toezegging {
    /// Whether the reader does it; else the professional who writes.
    pub door_lezer: bool,
    /// What.
    pub wat: String,
    /// For when.
    pub wanneer: Option<Tijdstip>,
    /// What became of it.
    pub stand: Option<AfspraakStand>,
}

/// What may stand in a letter about this discussion. `zelf` are the names and words by which
/// the agreements name the professional who writes.
#[must_use]
pub fn brief(
    (day, case): (NaiveDate, &Case),
    lezer: &Lezer<'_>,
    zelf: &[String],
    way: &WayBack,
    family: &mut Finder,
) -> Brief {
    let nothing = Bespreking::default();
    let bespreking = case.bespreking.as_ref().unwrap_or(&nothing);
    let advies = bespreking.advies.as_ref();
    // After a tie both views stand in the text; what counts is what the inbrenger chose.
    let is_keuze = advies.is_some_and(|advies| advies.uitkomst == Some(AdviesUitkomst::Gelijk));
    let text = match advies {
        Some(advies) if is_keuze => advies.keuze_inbrenger.as_ref().and_then(|keuze| keuze.wat.as_deref()),
        other => other.and_then(|advies| advies.tekst.as_deref()),
    };
    let mut letter = Brief {
        day,
        zelf_ingebracht: bespreking.inbrenger_aanwezig != Some(JaNee::Nee),
        soort: advies.and_then(|advies| advies.soort).filter(|_| lezer.hoort_alles && !is_keuze),
        is_keuze,
        advies: Vec::new(),
        zinnen_weg: 0,
        afspraken: Vec::new(),
        afspraken_weg: 0,
        terug: bespreking
            .monitor
            .as_ref()
            .filter(|_| lezer.hoort_alles)
            .and_then(|monitor| monitor.datum.filter(|_| monitor.terug == Some(JaNee::Ja)).map(|datum| datum.0)),
    };
    for paragraph in paragraphs(text.unwrap_or_default()) {
        let mut kept: Vec<Option<String>> = Vec::new();
        for sentence in sentences(&paragraph) {
            let mentions = Mentions::of(&sentence, way, family);
            // "Hij" behind a sentence that stays out is whoever that was about.
            let is_behind = kept.last().is_some_and(Option::is_none) && goes_on(&sentence);
            let points = mentions.points_elsewhere() && (!lezer.hoort_alles || !lezer.zwijgt_over.is_empty());
            let may = !is_behind
                && !points
                && !lezer.zwijgt_bij(&mentions)
                && (lezer.hoort_alles || mentions.has(&lezer.zelf) && mentions.keeps_to(&lezer.kring, zelf));
            drop(mentions);
            if may {
                kept.push(Some(sentence));
            } else {
                letter.zinnen_weg += 1;
                if kept.last().is_none_or(Option::is_some) {
                    kept.push(None);
                }
            }
        }
        letter.advies.push(kept);
    }
    for made in afspraken(case) {
        add(&mut letter, &made, lezer, zelf, way, family);
    }
    letter
}

/// Adds an agreement, when it concerns the reader: the reader does it, or the professional does
/// something with the reader; who hears all may also read what is about nobody in particular. For
/// anyone else it stays out where somebody outside the circle does it too, or is spoken of.
fn add(letter: &mut Brief, made: &Gemaakt<'_>, lezer: &Lezer<'_>, zelf: &[String], way: &WayBack, family: &mut Finder) {
    let (wie, wat) = (made.afspraak.wie.as_deref().unwrap_or_default(), made.afspraak.wat.as_deref());
    let door = wie.trim().to_lowercase();
    let doers = Mentions::of(wie, way, family);
    let is_reader = lezer.zelf.contains(&door) || door == lezer.wie;
    let door_lezer = is_reader || doers.has(&lezer.zelf);
    let door_mij = zelf.iter().any(|own| door.contains(&own.to_lowercase()));
    let Some(wat) = wat.filter(|_| door_lezer || door_mij) else { return };
    let mentions = Mentions::of(wat, way, family);
    let is_named = mentions.has(&lezer.zelf);
    let is_own = (is_named || lezer.hoort_alles) && mentions.only(&lezer.zelf) || is_named && mentions.are_together();
    let is_among = (is_reader || doers.keeps_to(&lezer.kring, zelf)) && mentions.keeps_to(&lezer.kring, zelf);
    let points = [&mentions, &doers].into_iter().any(Mentions::points_elsewhere);
    let points = points && (!lezer.hoort_alles || !lezer.zwijgt_over.is_empty());
    let is_silent = lezer.zwijgt_bij(&mentions) || lezer.zwijgt_bij(&doers);
    if points || is_silent || !(lezer.hoort_alles || is_among) || !(door_lezer || is_own) {
        letter.afspraken_weg += 1;
        return;
    }
    letter.afspraken.push(Toezegging {
        door_lezer,
        wat: wat.to_owned(),
        wanneer: made.afspraak.wanneer,
        stand: made.stand,
    });
}

/// The paragraphs of a text: an empty line parts them, and an item of a list is one.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.lines().map(str::trim) {
        let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_item =
            line.starts_with("- ") || line.starts_with("* ") || number.len() < line.len() && number.starts_with(". ");
        match found.last_mut().filter(|_| is_open && !is_item && !line.is_empty()) {
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None if line.is_empty() => {}
            None => found.push(line.to_owned()),
        }
        is_open = !line.is_empty();
    }
    found
}

/// Whether a sentence begins with a word for whom the one before was about.
fn goes_on(sentence: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    let first = first.unwrap_or_default().to_lowercase();
    matches!(&*first, "hij" | "hem" | "zijn" | "zij" | "ze" | "haar" | "hun" | "hen" | "die" | "deze" | "dat" | "dit")
}

/// What is written short before a name or in the middle of a sentence.
const SHORT: [&str; 14] = ["dhr", "mw", "mevr", "dr", "mr", "drs", "ir", "prof", "bijv", "bv", "ca", "nr", "tel", "jr"];

/// The sentences of a paragraph. A dot ends one only before a blank, so that "4.30 uur" is whole.
fn sentences(paragraph: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, c) in paragraph.char_indices() {
        let rest = &paragraph[at + c.len_utf8()..];
        let marker = paragraph[from..at].trim().bytes().all(|byte| byte.is_ascii_digit());
        // "D. Kromopawiro", "dhr. Bakker": a name goes on.
        let word = paragraph[from..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let short = word.chars().count() == 1 && !word.bytes().all(|byte| byte.is_ascii_digit());
        let goes_on = c == '.' && (short || SHORT.contains(&word.as_str()));
        if matches!(c, '.' | '!' | '?') && rest.starts_with(' ') && !marker && !goes_on {
            found.push(paragraph[from..=at].trim().to_owned());
            from = at + 1;
        }
    }
    found.push(paragraph[from..].trim().to_owned());
    found.retain(|sentence| !sentence.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_apart_into_paragraphs_and_sentences() {
        let text = "Doe dit:\n- Bel oma.\n- Bel opa\n  om 4.30 uur. Echt!\n\n1. Schrijf op.\nKlaar?";
        let found = paragraphs(text);
        assert_eq!(found, ["Doe dit:", "- Bel oma.", "- Bel opa om 4.30 uur. Echt!", "1. Schrijf op. Klaar?"]);
        assert_eq!(sentences(&found[2]), ["- Bel opa om 4.30 uur.", "Echt!"]);
        assert_eq!(sentences(&found[3]), ["1. Schrijf op.", "Klaar?"]);
        let one = "Moeder belt D. Kromopawiro niet, en dhr. Bakker bijv. ook niet.";
        assert_eq!(sentences(&format!("{one} Klaar.")), [one, "Klaar."]);
    }
}
