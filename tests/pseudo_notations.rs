//! Each fixed form in each notation, between all sorts of signs and words: found whole.

mod scanned;

use scanned::found;

/// What stands before and behind something in a text.
const AROUND: [(&str, &str); 18] = [
    ("", ""),
    ("Het is ", "."),
    ("Het is ", ", zegt ze."),
    ("(", ")"),
    ("Zie (", ") voor meer."),
    ("\"", "\""),
    ("'", "'"),
    ("Nieuw: ", ";"),
    ("- ", "\n- en meer"),
    ("Nieuw:\n", "\nen verder"),
    ("Twee dingen.\n\n", "\n\nEn nog een."),
    ("| a | ", " | b |"),
    ("**", "**"),
    ("[", "]"),
    ("Het is ", " en niet anders"),
    ("Het is ", "!"),
    ("Was het ", "?"),
    ("Dat (nu ", ") gaat zo"),
];

/// Each is found whole as this kind, and nothing else is: in all surroundings, or of very many
/// each in four, in turn.
#[track_caller]
fn everywhere(kind: &str, written: impl IntoIterator<Item = String>) {
    let written: Vec<String> = written.into_iter().collect();
    let turns = if written.len() > 500 { 4 } else { AROUND.len() };
    let mut wrong = Vec::new();
    for (nth, words) in written.iter().enumerate() {
        for turn in 0..turns {
            let (before, after) = AROUND[(nth * 5 + turn) % AROUND.len()];
            let text = format!("{before}{words}{after}");
            if found(&text) != [(kind, words.as_str())] {
                wrong.push(format!("{text:?}: {:?}", found(&text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong, such as\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

/// The digits in groups of these lengths, with each of these between the groups.
fn grouped(digits: &str, lengths: &[&[usize]], between: &[&str]) -> Vec<String> {
    let mut all = Vec::new();
    for lengths in lengths {
        assert_eq!(lengths.iter().sum::<usize>(), digits.len());
        let mut at = 0;
        let groups: Vec<&str> = lengths.iter().map(|length| (&digits[at..at + length], at += length).0).collect();
        all.extend(between.iter().map(|sign| groups.join(sign)));
    }
    all
}

/// The groups of eight digits, as people say them.
const EIGHT: [&[usize]; 7] = [&[8], &[4, 4], &[2, 2, 2, 2], &[2, 3, 3], &[3, 3, 2], &[3, 2, 3], &[1, 3, 2, 2]];
const BETWEEN: [&str; 6] = [" ", "-", ".", "\u{a0}", "\u{2009}", "\u{2011}"];

#[test]
fn mobile_numbers() {
    let mut all = Vec::new();
    for start in [
        "06",
        "+316",
        "+31 6",
        "+31-6",
        "+31.6",
        "+31 (0)6",
        "+31(0)6",
        "+31 (0) 6",
        "(+31) 6",
        "(06)",
        "00316",
        "0031 6",
        "0031-6",
        "0031 (0)6",
        "0031(0)6",
        "+31 06",
    ] {
        for sign in ["", " ", "-", " - ", "/", ".", "\u{a0}", "\u{2011}", "\u{2013}"] {
            all.extend(grouped("12345678", &EIGHT, &BETWEEN).into_iter().map(|rest| format!("{start}{sign}{rest}")));
        }
    }
    everywhere("telefoon", all);
}

#[test]
fn numbers_of_a_house() {
    let long = grouped("551234", &[&[6], &[2, 2, 2], &[3, 3], &[2, 4]], &BETWEEN);
    let short = grouped("5551234", &[&[7], &[3, 2, 2], &[3, 4], &[2, 2, 3], &[1, 2, 2, 2]], &BETWEEN);
    let mut all = Vec::new();
    for (area, rests) in [("165", &long), ("76", &short)] {
        for start in [
            format!("0{area}"),
            format!("(0{area})"),
            format!("+31{area}"),
            format!("+31 {area}"),
            format!("+31 (0){area}"),
            format!("+31(0){area}"),
            format!("0031{area}"),
            format!("0031 {area}"),
            format!("0031 (0){area}"),
        ] {
            for sign in ["", " ", "-", " - ", "/", ".", "\u{a0}", "\u{2011}"] {
                all.extend(rests.iter().map(|rest| format!("{start}{sign}{rest}")));
            }
        }
    }
    everywhere("telefoon", all);
}

#[test]
fn numbers_over_a_line_end() {
    for words in ["06-\n12345678", "06 12 34\n56 78", "0165-55\n12 34", "+31 6\n12345678"] {
        let text = format!("Bel {words} na vijf uur.");
        assert_eq!(found(&text), [("telefoon", words)], "{text}");
    }
}

#[test]
fn two_numbers_beside_each_other() {
    for between in ["/", " / ", ", ", " ", " of ", " en ", "; ", "\n", " (moeder), "] {
        for (first, second) in [("06-12345678", "0165-551234"), ("06 12 34 56 78", "06 87 65 43 21")] {
            let text = format!("Bel {first}{between}{second}.");
            assert_eq!(found(&text), [("telefoon", first), ("telefoon", second)], "{text}");
        }
    }
}

#[test]
fn numbers_from_abroad() {
    let written = [
        "+32 471 12 34 56",
        "+32471123456",
        "0032 471 12 34 56",
        "+32 (0)471 12 34 56",
        "+49 151 12345678",
        "+4915112345678",
        "0049 151 12345678",
        "+90 532 123 45 67",
        "+905321234567",
        "+212 612-345678",
        "+212612345678",
        "+48 601 234 567",
        "+48601234567",
        "0048 601 234 567",
        "+597 8123456",
        "+5999 5123456",
        "+40 721 234 567",
        "+380 67 123 4567",
    ];
    everywhere("telefoon", written.map(str::to_owned));
}

#[test]
fn postcodes() {
    let mut written = Vec::new();
    for digits in ["4711", "1012", "9999", "2011", "1985"] {
        for letters in ["AB", "XZ", "KL"] {
            for between in ["", " ", "  ", "\u{a0}", "-", "\u{2009}", "\u{202f}"] {
                written.push(format!("{digits}{between}{letters}"));
            }
            written.push(format!("{digits}{}", letters.to_lowercase()));
        }
    }
    everywhere("postcode", written);
}

#[test]
fn postcodes_with_what_is_around_an_address() {
    let mut wrong = Vec::new();
    for (text, words) in [
        ("Postcode: 4711 ab.", "4711 ab"),
        ("postcode 4711ab te Rucphen", "4711ab"),
        ("pc 4711 ab", "4711 ab"),
        ("4711 ab Roosendaal", "4711 ab"),
        ("4711 Ab Roosendaal", "4711 Ab"),
        ("4711\nAB Roosendaal", "4711\nAB"),
        ("woont op 4711\n  AB Roosendaal", "4711\n  AB"),
        ("4711AB, Roosendaal", "4711AB"),
        ("NL-4711 AB Roosendaal", "NL-4711 AB"),
        ("2015 ab Haarlem", "2015 ab"),
        ("2015\nAB Haarlem", "2015\nAB"),
    ] {
        let all = found(text);
        if !all.contains(&("postcode", words)) {
            wrong.push(format!("{text:?}: {all:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn burgerservicenummers() {
    let lengths: [&[usize]; 9] =
        [&[9], &[3, 3, 3], &[4, 2, 3], &[4, 5], &[5, 4], &[2, 2, 2, 3], &[3, 2, 2, 2], &[2, 3, 4], &[3, 6]];
    everywhere("bsn", grouped("123456782", &lengths, &[" ", "-", ".", "\u{a0}", "\u{2009}", "\u{2011}"]));
}

#[test]
fn bank_accounts() {
    let plain = ["NL91", "ABNA", "0417", "1643", "00"];
    let written = [" ", "", "-", ".", "\u{a0}", "\u{2009}"].map(|sign| plain.join(sign));
    let small = written.clone().map(|iban| iban.to_lowercase());
    everywhere(
        "iban",
        written
            .into_iter()
            .chain(small)
            .chain(["NL 91 ABNA 0417 1643 00".to_owned(), "NL91 ABNA 0417164300".to_owned()]),
    );
}

#[test]
fn number_plates() {
    for code in [
        "AB-12-34", "12-34-AB", "12-AB-34", "AB-12-CD", "12-ABC-3", "1-ABC-23", "AB-123-C", "A-123-BC", "1-AB-234",
        "123-AB-4",
    ] {
        let written = ["-", "\u{2011}", "\u{2013}"].map(|sign| code.replace('-', sign));
        everywhere("kenteken", written.iter().cloned());
        for said in written.iter().chain(&[code.replace('-', ""), code.replace('-', " "), code.to_lowercase()]) {
            let text = format!("De auto met kenteken {said} stond er.");
            assert_eq!(found(&text), [("kenteken", said.as_str())], "{text}");
        }
    }
}

#[test]
fn mail_and_web_addresses() {
    everywhere(
        "email",
        ["daan@voorbeeld.nl", "k.v.h+school@mail.voorbeeld.nl", "KIM_86@VOORBEELD.COM", "a-b@c-d.org"]
            .map(str::to_owned),
    );
    everywhere(
        "url",
        ["https://www.voorbeeld.nl/pad?x=1", "http://voorbeeld.nl", "www.voorbeeld.nl", "sub.voorbeeld.com/naam"]
            .map(str::to_owned),
    );
}

#[test]
fn days_of_birth() {
    let day = [
        "21-04-2015",
        "21/4/2015",
        "21.04.2015",
        "2015-04-21",
        "21 04 2015",
        "21-4-15",
        "21-4-'15",
        "20150421",
        "21042015",
        "21 april 2015",
        "21 apr. 2015",
        "21 april '15",
        "21e april 2015",
    ];
    let mut wrong = Vec::new();
    for words in day {
        for before in [
            "geboren op ",
            "geboren ",
            "geb. ",
            "geb: ",
            "Geboortedatum: ",
            "geboortedatum is ",
            "jarig op ",
            "*",
            "* ",
            "geb.dat. ",
            "(geb. ",
        ] {
            for after in ["", ".", ", te Breda", " in het ziekenhuis", ")"] {
                let text = format!("Hij is {before}{words}{after}");
                let all = found(&text);
                if !all.contains(&("geboortedatum", words)) {
                    wrong.push(format!("{text}: {all:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
