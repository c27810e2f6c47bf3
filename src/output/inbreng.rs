//! What a person sees after handing in a card, and when it was too late for that.

use super::screen::Screen;
use crate::calendar::words;
use crate::rules::{Rule, citation};
use chrono::NaiveDate;

/// A card that came too late for a meeting, and the ways out.
pub struct Late<'a> {
    /// The rule that asks it.
    pub rule: &'a Rule,
    /// The meeting.
    pub day: NaiveDate,
    /// The last day for it.
    pub last_day: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The next meeting that is still in time, its last day, and the command for it.
    pub later: Option<(NaiveDate, NaiveDate, String)>,
    /// The command that hands it in all the same.
    pub urgent: String,
}

/// Says that it is too late, why, and what to do. No line of the card is shown.
#[must_use]
pub fn late(late: &Late<'_>, screen: &Screen) -> Vec<String> {
    let days = words::days(late.today.signed_duration_since(late.last_day).num_days());
    let head = format!(
        "Nog niet ingebracht. Voor {} kon dat tot en met {}; vandaag is het {}, {days} later ({}).",
        words::day_in_words(late.day),
        words::day_without_year(late.last_day),
        words::day_without_year(late.today),
        late.rule.id,
    );
    let mut lines = screen.wrap(&head, "", "");
    lines.extend(screen.wrap(&format!("Waarom: {}", lower(late.rule.reason)), "  ", "  "));
    lines.extend(
        citation(late.rule.sources).into_iter().flat_map(|source| screen.wrap(&format!("{source}."), "  ", "  ")),
    );
    lines.push(String::new());
    lines.push("Kies wat past".to_owned());
    if let Some((day, last, command)) = &late.later {
        let (day, last) = (words::day_without_year(*day), words::day_without_year(*last));
        lines.extend(screen.wrap(&format!("Het kan wachten: {day}, inbrengen tot en met {last}"), "  ", "  "));
        lines.push(format!("    {command}"));
    }
    lines.extend(screen.wrap("Het kan niet wachten: vt vraagt waarom, de voorzitter beslist", "  ", "  "));
    lines.push(format!("    {}", late.urgent));
    lines.extend(screen.wrap("Is een kind nu in gevaar? Wacht niet: bel Veilig Thuis of 112.", "  ", "  "));
    lines
}

fn lower(sentence: &str) -> String {
    let mut characters = sentence.chars();
    let first: String = characters.next().into_iter().flat_map(char::to_lowercase).collect();
    first + characters.as_str()
}
