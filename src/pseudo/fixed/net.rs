//! Addresses of the net: mail, web pages, and names on social media.

use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::tokens::{Gap, Shape, Tokens};
use std::ops::Range;

/// Ends of web addresses that are no ordinary Dutch word after a full stop.
const DOMAINS: &[&str] = &[
    "nl", "com", "org", "net", "be", "eu", "info", "online", "app", "tv", "io", "site", "frl", "uk", "pl", "tr", "ma",
    "fr", "edu", "gov", "email", "shop", "live", "link", "gg", "website", "example", "test", "dev", "me",
];

/// After these a name without a blank is an account.
const MEDIA: &[&str] = &[
    "instagram",
    "insta",
    "snapchat",
    "snap",
    "tiktok",
    "facebook",
    "twitter",
    "discord",
    "gebruikersnaam",
    "username",
    "gamertag",
    "roblox",
    "accountnaam",
    "skype",
    "telegram",
    "account",
    "fortnite",
    "twitch",
    "youtube",
    "linkedin",
    "profiel",
    "nickname",
    "snapnaam",
    "instanaam",
];

/// Whether a word begins an address or announces an account.
pub(super) fn announces(fold: &str) -> bool {
    matches!(fold, "http" | "https" | "www" | "at" | "apenstaartje") || MEDIA.contains(&fold)
}

/// What stands behind an address and is no part of it.
const CLOSES: [char; 8] = ['.', ',', ';', ':', '!', '?', '\'', '*'];

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "._%+-'".contains(c)
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || ".-".contains(c)
}

/// A mail address or an account at an `@`.
pub(super) fn at(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let text = tokens.text();
    let place = tokens.span(index, index);
    // "naam @ voorbeeld.nl": one blank on either side.
    let before = text[..place.start].strip_suffix(' ').unwrap_or(&text[..place.start]);
    let after = text[place.end..].trim_start_matches(' ');
    let local = before.len() - before.trim_end_matches(is_local).len();
    let domain = domain_length(after);
    if local > 0
        && let Some(domain) = domain
    {
        let start = before.len() - local;
        let start = start + before[start..].len() - before[start..].trim_start_matches(['.', '\'', '-']).len();
        let end = text.len() - after.len() + domain;
        return (start < before.len()).then(|| found(start..end, Kind::Email, Certainty::Zeker, "een mailadres"));
    }
    let glued_before = tokens.gap(index) == Gap::None && before.ends_with(char::is_alphanumeric);
    let name = account_length(&text[place.end..]);
    (!glued_before && name >= 2)
        .then(|| found(place.start..place.end + name, Kind::Account, Certainty::Zeker, "een naam na een apenstaartje"))
}

/// The length of a domain that a text begins with.
fn domain_length(text: &str) -> Option<usize> {
    let length = text.len() - text.trim_start_matches(is_domain).len();
    let domain = text[..length].trim_end_matches(['.', '-']);
    let (name, end) = domain.rsplit_once('.')?;
    (!name.is_empty() && end.chars().count() >= 2 && end.chars().all(char::is_alphabetic)).then_some(domain.len())
}

fn account_length(text: &str) -> usize {
    let name = text.trim_start_matches(|c: char| c.is_alphanumeric() || "._-".contains(c));
    text[..text.len() - name.len()].trim_end_matches(['.', '-']).len()
}

/// A web address, a mail address with the sign in words, or an account after its word.
pub(super) fn word(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let fold = tokens.fold(index);
    match fold {
        "http" | "https" | "www" => return page(tokens, index),
        "at" | "apenstaartje" => return spelled(tokens, index),
        _ => {}
    }
    if MEDIA.contains(&fold) {
        return account(tokens, index);
    }
    bare_domain(tokens, index)
}

fn page(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let start = tokens.span(index, index).start;
    let rest = &tokens.text()[start..];
    let ends = |c: char| c.is_whitespace() || "<>\"()[]{}|".contains(c);
    let length = rest.find(ends).unwrap_or(rest.len());
    let page = rest[..length].trim_end_matches(CLOSES);
    let is_page = page.contains("://") && page.len() > 8 || page.len() > 5 && page.as_bytes()[3] == b'.';
    is_page.then(|| found(start..start + page.len(), Kind::Url, Certainty::Zeker, "een webadres"))
}

/// "naam (at) voorbeeld.nl", "naam apenstaartje voorbeeld punt nl".
fn spelled(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let bracket = |at: usize| matches!(tokens.word(at), "(" | "[" | ")" | "]");
    let said = tokens.fold(index) == "apenstaartje";
    let opened = index > 0 && bracket(index - 1) && bracket(index + 1);
    if !said && !opened {
        return None;
    }
    let before = index.checked_sub(if opened { 2 } else { 1 })?;
    let mut from = before;
    while from > 0 && tokens.gap(from) == Gap::None && tokens.word(from - 1).chars().all(is_local) {
        from -= 1;
    }
    let mut to = index + if opened { 2 } else { 1 };
    while matches!(tokens.word(to + 1), "." | "-" | "punt")
        && (tokens.gap(to + 1) == Gap::None || tokens.fold(to + 1) == "punt")
    {
        to += 2;
    }
    let dotted = to > index && tokens.fold(to - 1) == "punt" && tokens.is_word(to);
    let found_any = tokens.get(from).is_some() && (dotted || DOMAINS.contains(&tokens.fold(to)));
    found_any.then(|| found(tokens.span(from, to), Kind::Email, Certainty::Zeker, "een mailadres in woorden"))
}

fn account(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let mut at = index + 1;
    let mut announced = false;
    while matches!(
        tokens.fold(at),
        ":" | "account" | "naam" | "is" | "als" | "onder" | "de" | "(" | "\"" | "'" | "profiel"
    ) && at < index + 6
    {
        announced |= tokens.word(at) == ":" || tokens.fold(at) == "naam";
        at += 1;
    }
    if tokens.gap(at) > Gap::Space {
        return None;
    }
    let range = tokens.span(at, at);
    let name = &tokens.text()[range.start..];
    let name = &name[..account_length(name)];
    let marked = name.contains('_') || name.chars().any(|c| c.is_ascii_digit()) && name.contains(char::is_alphabetic);
    let inner_dot = name.trim_end_matches('.').contains('.');
    let known = tokens.get(at).is_some_and(super::super::tokens::Token::is_word);
    let is_account = known && name.len() >= 3 && (marked || inner_dot && announced);
    is_account.then(|| {
        found(range.start..range.start + name.len(), Kind::Account, Certainty::Zeker, "een naam op sociale media")
    })
}

/// "voorbeeld.nl/pad" without anything before it, found at its end such as "nl".
fn bare_domain(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let lower = tokens.get(index).is_some_and(|token| token.shape == Shape::Lower);
    let dotted = index >= 2
        && tokens.gap(index) == Gap::None
        && tokens.word(index - 1) == "."
        && tokens.gap(index - 1) == Gap::None;
    let path = tokens.word(index + 1) == "/"
        && tokens.gap(index + 1) == Gap::None
        && tokens.gap(index + 2) == Gap::None
        && tokens.word(index + 2).len() >= 3
        && tokens.word(index).len() >= 2;
    if !lower || !dotted || !(DOMAINS.contains(&tokens.fold(index)) || path) {
        return None;
    }
    // "nl" of "nl.wikipedia.org" is not the end.
    if tokens.word(index + 1) == "."
        && tokens.gap(index + 1) == Gap::None
        && tokens.gap(index + 2) == Gap::None
        && tokens.is_word(index + 2)
    {
        return None;
    }
    let range = around(tokens, index);
    let address = &tokens.text()[range.clone()];
    let long = address.split('.').next().is_some_and(|name| name.len() >= 3);
    ((long || path) && !address.contains('@')).then(|| found(range, Kind::Url, Certainty::Zeker, "een webadres"))
}

fn around(tokens: &Tokens<'_>, index: usize) -> Range<usize> {
    let text = tokens.text();
    let end = tokens.span(index, index).end;
    let start = text[..end].trim_end_matches(|c: char| is_domain(c) || "@_%+".contains(c)).len();
    let path = match text[end..].chars().next() {
        Some('/' | '?') => {
            let ends = |c: char| c.is_whitespace() || "<>\"()[]{}|".contains(c);
            let rest = &text[end..];
            rest[..rest.find(ends).unwrap_or(rest.len())].trim_end_matches(CLOSES).len()
        }
        _ => 0,
    };
    start..end + path
}
