//! Scalars that are a union of forms, and how such a type is read from a file.

use super::datum::Tijdstip;
use std::{fmt, str::FromStr};

/// Why a scalar of a file can't be read. It never carries the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarError {
    /// It looks like a date or a time, but there is none such.
    NoSuchDate,
    /// It is something else than what belongs here.
    Wrong,
}

/// Reads a type with `FromStr` from any scalar. The phrase says in Dutch what belongs
/// there and follows "Hier hoort"; `Unexpected::Other("datum")` tells the decoder that
/// the date does not exist.
macro_rules! scalar {
    ($name:ty, $expecting:literal) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Scalar;
                impl serde::de::Visitor<'_> for Scalar {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(|error| {
                            let kind = match error {
                                $crate::model::scalar::ScalarError::NoSuchDate => "datum",
                                $crate::model::scalar::ScalarError::Wrong => "tekst",
                            };
                            E::invalid_value(serde::de::Unexpected::Other(kind), &self)
                        })
                    }
                }
                // Not `deserialize_str`: a list or map here is told what belongs in its place.
                deserializer.deserialize_any(Scalar)
            }
        }
    };
}
pub(super) use scalar;

/// The version of the format, as written.
#[derive(Clone, PartialEq, Eq)]
pub struct Versie(String);

impl Versie {
    /// Whether this program reads that version.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.0 == "1"
    }
}

impl FromStr for Versie {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        Ok(Self(text.to_owned()))
    }
}

scalar!(Versie, "het getal 1");

/// When someone of the family was born.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Geboorte {
    /// On this day, or in this month.
    Op(Tijdstip),
    /// Nobody knows.
    Onbekend,
    /// Not born yet.
    Ongeboren,
}

impl FromStr for Geboorte {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        match text {
            "onbekend" => Ok(Self::Onbekend),
            "ongeboren" => Ok(Self::Ongeboren),
            _ => text.parse().map(Self::Op),
        }
    }
}

scalar!(Geboorte, "een datum zoals 2015-04-21, onbekend of ongeboren");

/// The age of a jeugdige on a team's card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Leeftijd {
    /// Between these years, both included; the same twice for one number.
    Jaren(u8, u8),
    /// Nobody knows.
    Onbekend,
    /// Not born yet.
    Ongeboren,
}

impl FromStr for Leeftijd {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let years = |text: &str| text.trim().parse::<u8>().ok().filter(|years| *years < 120);
        match text {
            "onbekend" => Ok(Self::Onbekend),
            "ongeboren" => Ok(Self::Ongeboren),
            _ => match text.split_once('-') {
                Some((from, to)) => years(from).zip(years(to)).filter(|(from, to)| from <= to),
                None => years(text).map(|years| (years, years)),
            }
            .map(|(from, to)| Self::Jaren(from, to))
            .ok_or(ScalarError::Wrong),
        }
    }
}

impl fmt::Display for Leeftijd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Jaren(from, to) if from == to => write!(f, "{from}"),
            Self::Jaren(from, to) => write!(f, "{from}-{to}"),
            Self::Onbekend => f.write_str("onbekend"),
            Self::Ongeboren => f.write_str("ongeboren"),
        }
    }
}

scalar!(Leeftijd, "een leeftijd zoals 10, een band zoals 8-11, onbekend of ongeboren");

/// Whether unsafety was reported to Veilig Thuis.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Gemeld {
    /// On this day.
    Op(Tijdstip),
    /// It was not.
    Nee,
}

impl FromStr for Gemeld {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        if text == "nee" { Ok(Self::Nee) } else { text.parse().map(Self::Op) }
    }
}

scalar!(Gemeld, "de datum van de melding, of nee");

/// A figure for safety from 0 (not safe) to 10 (safe), in half points; or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cijfer {
    /// In half points: 9 is 4,5.
    Halven(u8),
    /// No figure; `waarom` says why.
    Geen,
}

impl FromStr for Cijfer {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        if text == "geen" {
            return Ok(Self::Geen);
        }
        let (whole, half) = match text.split_once([',', '.']) {
            Some((whole, "5" | "50")) => (whole, 1),
            Some((whole, "0" | "00")) => (whole, 0),
            Some(_) => return Err(ScalarError::Wrong),
            None => (text, 0),
        };
        let digits = whole.bytes().all(|byte| byte.is_ascii_digit());
        let whole = whole.parse::<u8>().ok().filter(|whole| digits && *whole <= 10);
        whole.map(|whole| whole * 2 + half).filter(|halves| *halves <= 20).map(Self::Halven).ok_or(ScalarError::Wrong)
    }
}

scalar!(Cijfer, "een cijfer van 0 tot en met 10 (halven mogen), of geen");

impl fmt::Display for Cijfer {
    /// As Dutch writes it: `4` or `4,5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Halven(halves) if halves % 2 == 1 => write!(f, "{},5", halves / 2),
            Self::Halven(halves) => write!(f, "{}", halves / 2),
            Self::Geen => f.write_str("geen cijfer"),
        }
    }
}

impl serde::Serialize for Cijfer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Halven(halves) if halves % 2 == 1 => serializer.serialize_f64(f64::from(*halves) / 2.0),
            Self::Halven(halves) => serializer.serialize_u8(halves / 2),
            Self::Geen => serializer.serialize_str("geen"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_take_halves_with_comma_or_point_and_nothing_else() {
        for (text, shown) in [("4", "4"), ("4,5", "4,5"), ("4.5", "4,5"), ("10", "10"), ("0", "0"), ("10.0", "10")] {
            assert_eq!(text.parse::<Cijfer>().unwrap().to_string(), shown);
        }
        for text in ["4,3", "11", "10,5", "-1", "+4", "", "vier", "4,", ",5"] {
            assert!(text.parse::<Cijfer>().is_err(), "{text}");
        }
    }

    #[test]
    fn an_age_is_a_number_or_a_band() {
        assert!(matches!("10".parse(), Ok(Leeftijd::Jaren(10, 10))));
        assert!(matches!("8-11".parse(), Ok(Leeftijd::Jaren(8, 11))));
        for text in ["11-8", "tien", "2015-04-21", "300", "-4"] {
            assert!(text.parse::<Leeftijd>().is_err(), "{text}");
        }
    }
}
