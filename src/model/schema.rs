//! The JSON Schema of each file, from the types that read it, so that an editor completes,
//! explains and checks while one types.
//!
//! The words are the doc comments of the types. A schema takes what the reader takes, but
//! for forms that are read leniently and never written (`JA`, `true` as a text).

use super::{
    Aanwezig, Afwezigheid, Besluit, Bespreking, Cijfer, Datum, Dossier, Geboorte, Gemeld, Ingetrokken, JaNee, Kloktijd,
    Koppeling, Leeftijd, Lijst, Moment, Nazorg, Regio, Rooster, Tijdstip, Veiligheidskaart, Vergadering, Versie,
    Verwacht, Verzonden,
};
use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "named after the file")]
pub enum Bestand {
    Kaart,
    Koppeling,
    Dossier,
    Regio,
    Vergadering,
    Verzonden,
    Aanwezig,
    Verwacht,
    Ingetrokken,
    Besluit,
    Bespreking,
    Nazorg,
    Rooster,
    Afwezigheid,
}

impl Bestand {
    /// All of them: those of a dossier first.
    pub const ALL: [Self; 14] = [
        Self::Kaart,
        Self::Koppeling,
        Self::Dossier,
        Self::Regio,
        Self::Vergadering,
        Self::Verzonden,
        Self::Aanwezig,
        Self::Verwacht,
        Self::Ingetrokken,
        Self::Besluit,
        Self::Bespreking,
        Self::Nazorg,
        Self::Rooster,
        Self::Afwezigheid,
    ];
    /// Those that stand in a dossier.
    pub const OF_DOSSIER: [Self; 3] = [Self::Kaart, Self::Koppeling, Self::Dossier];

    /// The name that `vt schema` takes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kaart => "kaart",
            Self::Koppeling => "koppeling",
            Self::Dossier => "dossier",
            Self::Regio => "regio",
            Self::Vergadering => "vergadering",
            Self::Verzonden => "verzonden",
            Self::Aanwezig => "aanwezig",
            Self::Verwacht => "verwacht",
            Self::Ingetrokken => "ingetrokken",
            Self::Besluit => "besluit",
            Self::Bespreking => "bespreking",
            Self::Nazorg => "nazorg",
            Self::Rooster => "rooster",
            Self::Afwezigheid => "afwezigheid",
        }
    }

    /// The schema, as the text of a file.
    #[must_use]
    pub fn schema(self) -> String {
        // `{:#}` of a value is its pretty form, and can't fail.
        format!("{:#}\n", self.schema_value())
    }

    fn schema_value(self) -> Value {
        match self {
            Self::Kaart => schema_of::<Veiligheidskaart>(),
            Self::Koppeling => schema_of::<Koppeling>(),
            Self::Dossier => schema_of::<Dossier>(),
            Self::Regio => schema_of::<Regio>(),
            Self::Vergadering => schema_of::<Vergadering>(),
            Self::Verzonden => schema_of::<Verzonden>(),
            Self::Aanwezig => schema_of::<Aanwezig>(),
            Self::Verwacht => schema_of::<Verwacht>(),
            Self::Ingetrokken => schema_of::<Ingetrokken>(),
            Self::Besluit => schema_of::<Besluit>(),
            Self::Bespreking => schema_of::<Bespreking>(),
            Self::Nazorg => schema_of::<Nazorg>(),
            Self::Rooster => schema_of::<Rooster>(),
            Self::Afwezigheid => schema_of::<Afwezigheid>(),
        }
    }
}

fn schema_of<T: JsonSchema>() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    as_the_reader(&mut schema);
    let mut schema = schema.to_value();
    if let Some(types) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        types.values_mut().filter_map(Value::as_object_mut).for_each(choices);
    }
    schema
}

/// What the reader does with every type: unknown keys are wrong, a missing key is nothing,
/// and a text may look like a number.
fn as_the_reader(schema: &mut Schema) {
    if let Some(keys) = schema.as_object_mut() {
        keys.remove("default");
        keys.remove("format");
        if keys.contains_key("properties") {
            keys.insert("additionalProperties".to_owned(), Value::Bool(false));
        }
        let is_text = ["enum", "const", "pattern"].iter().all(|key| !keys.contains_key(*key));
        match keys.get_mut("type") {
            Some(Value::Array(types)) if is_text && types.iter().any(|name| name == "string") => {
                types.push(json!("number"));
            }
            Some(name) if is_text && name == "string" => *name = json!(["string", "number"]),
            _ => {}
        }
    }
    transform_subschemas(&mut as_the_reader, schema);
}

/// A choice is a list of words. What stands beside them in the code is not for an editor.
fn choices(schema: &mut Map<String, Value>) {
    let words_of = |value: &Value| match (value.get("const"), value.get("enum")) {
        (Some(word), _) => vec![word.clone()],
        (_, Some(Value::Array(words))) => words.clone(),
        _ => Vec::new(),
    };
    if let Some(Value::Array(variants)) = schema.remove("oneOf") {
        let words: Vec<Value> = variants.iter().flat_map(words_of).collect();
        schema.insert("type".to_owned(), json!("string"));
        schema.insert("enum".to_owned(), Value::Array(words));
    }
    if schema.contains_key("enum") {
        schema.remove("description");
    }
}

/// Years from 1900, as the reader takes them.
const YEAR: &str = "(?:19|[2-9][0-9])[0-9]{2}";
/// The years with a 29th of February.
const LEAP: &str = "(?:(?:19|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[3579][26])00)";

/// A day that exists.
fn day() -> String {
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])";
    let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])";
    format!("(?:{YEAR}-(?:{long}|{short}|{february})|{LEAP}-02-29)")
}

/// A day or a month that exists.
fn span() -> String {
    format!("(?:{}|{YEAR}-(?:0[1-9]|1[0-2]))", day())
}

fn text_of(pattern: &str) -> Schema {
    json_schema!({ "type": "string", "pattern": format!("^{pattern}$") })
}

/// The schema of a scalar stands where it is used, with the words of that key.
macro_rules! scalar_schema {
    ($name:ident, $schema:expr) => {
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

scalar_schema!(Versie, json_schema!({ "enum": [1, "1"] }));
scalar_schema!(Datum, text_of(&day()));
scalar_schema!(Tijdstip, text_of(&span()));
scalar_schema!(Kloktijd, text_of("(?:[01][0-9]|2[0-3]):[0-5][0-9]"));
scalar_schema!(Moment, {
    let time = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?";
    text_of(&format!("{}T{time}(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])", day()))
});
scalar_schema!(Geboorte, text_of(&format!("(?:{}|onbekend|ongeboren)", span())));
scalar_schema!(Gemeld, text_of(&format!("(?:{}|nee)", span())));
scalar_schema!(JaNee, json_schema!({ "enum": ["ja", "nee", "onbekend", true, false] }));
scalar_schema!(
    Leeftijd,
    json_schema!({ "anyOf": [
        { "type": "integer", "minimum": 0, "maximum": 119 },
        { "type": "string", "pattern": "^(?:[0-9]{1,2}|1[01][0-9])(?:-(?:[0-9]{1,2}|1[01][0-9]))?$" },
        { "enum": ["onbekend", "ongeboren"] },
    ] })
);
scalar_schema!(
    Cijfer,
    json_schema!({ "anyOf": [
        { "type": "number", "minimum": 0, "maximum": 10, "multipleOf": 0.5 },
        { "type": "string", "pattern": "^(?:[0-9](?:[.,](?:0|5|00|50))?|10(?:[.,]00?)?)$" },
        { "enum": ["geen"] },
    ] })
);

impl<T: JsonSchema> JsonSchema for Lijst<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Lijst_van_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<Option<T>>();
        json_schema!({ "anyOf": [{ "type": "array", "items": item }, { "const": "geen" }, { "type": "null" }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate};
    use std::str::FromStr;

    /// Whether the schema of a type takes a text as a file would hold it.
    fn takes<T: JsonSchema>(texts: &[String], reads: impl Fn(&str) -> bool) {
        let validator = jsonschema::validator_for(&schema_of::<T>()).unwrap();
        for text in texts {
            let value: Value = serde_yaml::from_str(text).unwrap_or(Value::String(text.clone()));
            assert_eq!(validator.is_valid(&value), reads(text), "{}: {text}", T::schema_name());
        }
    }

    fn reads<T: FromStr>(text: &str) -> bool {
        text.parse::<T>().is_ok()
    }

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_schema_takes_exactly_the_days_that_exist() {
        let mut days =
            texts(&["2026-3-2", "02-03-2026", "2026-13-01", "2026-00-10", "2026-01-00", "morgen", "2026-07"]);
        for (from, count) in [("1899-12-25", 1600), ("1999-12-25", 800), ("2099-12-25", 800), ("2399-12-25", 450)] {
            let from: NaiveDate = from.parse().unwrap();
            days.extend((0..count).map(|more| (from + Days::new(more)).to_string()));
        }
        let not: Vec<String> =
            (1890..2410).flat_map(|year| [format!("{year}-02-29"), format!("{year}-02-30")]).collect();
        days.extend(not);
        days.extend((1..=12).map(|month| format!("2026-{month:02}-31")));
        takes::<Datum>(&days, reads::<Datum>);
        days.extend(texts(&["2026-00", "2026-12", "2026-13", "1899-12", "onbekend", "ongeboren", "nee"]));
        takes::<Tijdstip>(&days, reads::<Tijdstip>);
        takes::<Geboorte>(&days, reads::<Geboorte>);
        takes::<Gemeld>(&days, reads::<Gemeld>);
    }

    #[test]
    fn a_schema_takes_the_other_scalars_as_the_reader_does() {
        let moments = [
            "2026-03-04T10:12:00+01:00",
            "2026-03-04T10:12:00Z",
            "2026-03-04T10:12:00.250+01:00",
            "2026-03-04T24:12:00Z",
            "2026-03-04T10:12:00",
            "2026-02-30T10:12:00Z",
            "2026-03-04",
            "2026-03-04 10:12:00Z",
        ];
        takes::<Moment>(&texts(&moments), reads::<Moment>);
        takes::<Kloktijd>(&texts(&["09:00", "23:59", "24:00", "9:00", "09:60", "negen"]), reads::<Kloktijd>);
        let ages = ["10", "0", "119", "120", "8-11", "ongeboren", "onbekend", "tien", "-4", "2015-04-21", "10.5"];
        takes::<Leeftijd>(&texts(&ages), reads::<Leeftijd>);
        let figures = ["4", "4,5", "4.5", "10", "10.0", "0", "4,3", "4.3", "11", "-1", "geen", "vier", "10,5"];
        takes::<Cijfer>(&texts(&figures), reads::<Cijfer>);
        takes::<JaNee>(&texts(&["ja", "nee", "onbekend", "true", "false", "misschien", "1"]), reads::<JaNee>);
        takes::<Versie>(&texts(&["1", "2"]), |text| Versie::from_str(text).unwrap().is_known());
        takes::<Lijst<Datum>>(&texts(&["geen", "[]", "[2026-03-02]", "[2026-02-30]", "niets", "{a: 1}"]), |text| {
            ["geen", "[]", "[2026-03-02]"].contains(&text)
        });
    }

    #[test]
    fn what_an_editor_shows_is_dutch() {
        for file in Bestand::ALL {
            let text = file.schema();
            for word in [" the ", " of a ", "Why ", "Which ", "Who "] {
                assert!(!text.contains(word), "{}: {word}", file.name());
            }
            assert!(text.contains("\"additionalProperties\": false"), "{}", file.name());
        }
    }
}
