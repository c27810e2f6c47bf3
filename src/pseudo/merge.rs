//! One answer where several finders found something: the most serious kind, over all that
//! they found together, so that no letter is left.

use super::hit::{Hit, Kind};

/// Sorted hits that do not overlap.
pub(super) fn merge(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|a, b| {
        a.bytes.start.cmp(&b.bytes.start).then(b.bytes.end.cmp(&a.bytes.end)).then(weight(b).cmp(&weight(a)))
    });
    let mut merged: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match merged.last_mut().filter(|last| hit.bytes.start < last.bytes.end) {
            Some(last) => {
                let bytes = last.bytes.start..last.bytes.end.max(hit.bytes.end);
                if better(&hit, last) {
                    *last = hit;
                }
                last.bytes = bytes;
            }
            None => merged.push(hit),
        }
    }
    merged
}

/// A fixed form before a name, a whole address before a part, sure before doubtful, long before short.
fn better(new: &Hit, old: &Hit) -> bool {
    weight(new) > weight(old)
}

fn weight(hit: &Hit) -> (u8, bool, usize) {
    let sure = hit.certainty == super::Certainty::Zeker;
    let rank = match hit.kind {
        Kind::Email | Kind::Url => 9,
        Kind::Iban => 8,
        Kind::Geboortedatum | Kind::Documentnummer => 7,
        Kind::Dossiernummer | Kind::Bsn | Kind::Telefoon | Kind::Kenteken | Kind::Coordinaten if sure => 6,
        Kind::Adres | Kind::Postcode => 5,
        Kind::Bsn | Kind::Telefoon | Kind::Kenteken | Kind::Account => 4,
        Kind::School | Kind::Organisatie | Kind::Straat => 3,
        Kind::Persoon | Kind::Plaats => 2,
        Kind::Coordinaten | Kind::Dossiernummer | Kind::Huisnummer | Kind::Leeftijd | Kind::Datum => 1,
    };
    (rank, sure, hit.bytes.len())
}
