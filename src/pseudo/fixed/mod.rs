//! What has a form of its own: numbers, addresses of the net, dates of birth.
//!
//! One pass over the tokens; each finder looks at the token it is called at and what is
//! around it, never at the whole text.

mod birth;
mod code;
pub(super) mod date;
mod digits;
mod iban;
mod net;
mod phone;
mod place;
mod plate;

use super::hit::Hit;
use super::reading::Reading;
use super::speech::Class;
use super::tokens::{Shape, Tokens};

/// Everything with a fixed form.
pub(super) fn find(reading: &Reading<'_>, out: &mut Vec<Hit>) {
    let tokens = &reading.tokens;
    for index in 0..tokens.len() {
        let Some(token) = tokens.get(index) else { break };
        if reading.is_label(index) {
            continue;
        }
        match token.shape {
            Shape::Number => number(reading, index, out),
            Shape::Sign => sign(tokens, index, out),
            // Most words begin nothing of the kind, and short ones only before digits.
            Shape::Lower | Shape::Capital
                if !reading.is(index, Class::FIXED)
                    && !reading.is_glued(index)
                    && !tokens.is_initial(index)
                    && (token.range().len() > 3 || !digits_near(tokens, index)) => {}
            _ => word(tokens, index, out),
        }
    }
}

/// Whether a word may begin or announce something with a fixed form.
pub(super) fn class(fold: &str) -> Class {
    if code::announces(fold)
        || net::announces(fold)
        || date::is_month(fold)
        || birth::is_number_word(fold)
        || date::is_year_word(fold)
    {
        Class::FIXED
    } else {
        Class::default()
    }
}

/// Whether a number stands among the next tokens.
fn digits_near(tokens: &Tokens<'_>, index: usize) -> bool {
    (index + 1..index + 5).any(|at| tokens.get(at).is_some_and(|token| token.shape == Shape::Number))
}

fn number(reading: &Reading<'_>, index: usize, out: &mut Vec<Hit>) {
    let tokens = &reading.tokens;
    out.extend(date::numeric(tokens, index));
    out.extend(date::written(tokens, index));
    out.extend(phone::find(tokens, index));
    out.extend(digits::bsn(tokens, index));
    out.extend(digits::long(tokens, index));
    out.extend(plate::find(tokens, index));
    out.extend(place::postcode(reading, index));
    out.extend(place::coordinates(tokens, index));
    out.extend(date::age(tokens, index));
}

fn sign(tokens: &Tokens<'_>, index: usize, out: &mut Vec<Hit>) {
    match tokens.word(index) {
        "@" => out.extend(net::at(tokens, index)),
        "+" | "(" => out.extend(phone::find(tokens, index)),
        _ => {}
    }
}

fn word(tokens: &Tokens<'_>, index: usize, out: &mut Vec<Hit>) {
    out.extend(net::word(tokens, index));
    out.extend(code::after_word(tokens, index));
    out.extend(code::by_form(tokens, index));
    out.extend(iban::find(tokens, index));
    out.extend(plate::find(tokens, index));
    out.extend(date::in_words(tokens, index));
    out.extend(date::year_of_birth(tokens, index));
}
