//! One Dutch sentence for each problem. Built from the program's own words only.

use super::problem::{Cause, Expected, Feature, Problem, What};
use std::fmt;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.place.line, self.place.column);
        write!(f, "regel {line}, kolom {column}: {}", self.what)
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::Syntax(cause) => cause.fmt(f),
            What::CutText => f.write_str("Een komma of dubbele punt breekt deze tekst af."),
            What::UnknownKey(None) => f.write_str("Deze sleutel bestaat hier niet."),
            What::UnknownKey(Some(known)) => {
                write!(f, "Deze sleutel bestaat hier niet; bedoel je `{known}`?")
            }
            What::DuplicateKey(first) => {
                write!(f, "Deze sleutel staat ook al op regel {}.", first.line)
            }
            What::WrongType(expected) => write!(f, "Hier hoort {expected}."),
            What::NotADate(expected) => write!(f, "Dit bestaat niet; hier hoort {expected}."),
            What::NotAChoice(choices) => {
                write!(f, "Hier hoort een van deze woorden: {}.", choices.join(", "))
            }
            What::Refused(feature) => feature.fmt(f),
            What::TooDeep => f.write_str("Dit gaat te diep: sleutels in sleutels in sleutels."),
            What::TooBig => f.write_str("Dit bestand is te groot."),
            What::NotUtf8 => f.write_str("Dit bestand is niet in UTF-8 opgeslagen."),
            What::Utf16 => f.write_str("Dit bestand is in UTF-16 opgeslagen, niet in UTF-8."),
            What::Binary => f.write_str("Dit bestand is geen gewone tekst."),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Expected::Keys => "een groep sleutels met elk een waarde",
            Expected::List => "een lijst",
            Expected::Text => "een tekst",
            Expected::Number => "een getal in cijfers",
            Expected::Words(words) => words,
        })
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Feature::Anchor => "Een naam met & (een anker) kan hier niet.",
            Feature::Alias => "Een verwijzing met * kan hier niet.",
            Feature::Tag => "Een soortnaam met ! kan hier niet.",
            Feature::MergeKey => "Samenvoegen met << kan hier niet.",
            Feature::Directive => "Een regel die met % begint kan hier niet.",
            Feature::SecondDocument => "Hier begint een tweede document; er mag er maar een zijn.",
            Feature::KeyNotText => "Een sleutel is hier een gewone tekst.",
        })
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Cause::Tab => "Deze regel springt in met een tab; gebruik spaties.",
            Cause::UnclosedQuote => "Dit aanhalingsteken wordt niet gesloten.",
            Cause::UnclosedBracket => "Dit haakje wordt niet gesloten.",
            Cause::WrongBracket => "Dit haakje hoort hier niet.",
            Cause::MissingComma => "Hier ontbreekt een komma of een haakje.",
            Cause::DoubleComma => "Voor deze komma staat niets.",
            Cause::Indentation => "Deze regel springt te veel of te weinig in.",
            Cause::ColonInText => "Een dubbele punt breekt deze tekst af.",
            Cause::NoColon => "Op deze regel ontbreekt een dubbele punt achter de sleutel.",
            Cause::NoSpaceAfterColon => "Achter deze dubbele punt ontbreekt een spatie.",
            Cause::AfterQuote => "Achter een tekst tussen aanhalingstekens kan niets meer staan.",
            Cause::AfterBracket => "Achter het laatste haakje kan niets meer staan.",
            Cause::Escape => "Tussen dubbele aanhalingstekens betekent deze \\ niets.",
            Cause::BlockHeader => "Achter | of > begint de tekst pas op de volgende regel.",
            Cause::Dash => "Hier kan geen streepje van een lijst staan.",
            Cause::Comment => "Een opmerking met # breekt deze tekst af.",
            Cause::StartCharacter => "Een tekst die zo begint hoort tussen aanhalingstekens.",
            Cause::ControlCharacter => "Hier staat een onzichtbaar stuurteken.",
            Cause::LoneCr => "Hier staat een regeleinde van een andere soort (een losse CR).",
            Cause::KeyTooLong => "Deze sleutel is te lang; ontbreekt er een regeleinde?",
            Cause::Other => "Deze regel is niet te lezen.",
        })
    }
}
