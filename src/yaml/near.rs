//! The known word that looks most like an unknown one.

/// The nearest of `known` to `word` that passes `free`, or nothing when none is plausible:
/// at most one slip in three letters.
pub(super) fn nearest(word: &str, known: &[&'static str], free: impl Fn(&str) -> bool) -> Option<&'static str> {
    let word = plain(word);
    // No key is this long, and the work grows with the length.
    if word.len() > 64 {
        return None;
    }
    let allowed = (word.len().max(3)) / 3;
    known
        .iter()
        .filter_map(|k| Some((distance(&word, &plain(k), allowed)?, *k)))
        .filter(|(_, k)| free(k))
        .min_by_key(|(d, _)| *d)
        .map(|(_, k)| k)
}

/// How many slips turn the one word into the other, when the one may well have been meant
/// for the other: at most one in three letters.
#[must_use]
pub fn slips(word: &str, known: &str) -> Option<usize> {
    let word = plain(word);
    if word.len() > 64 { None } else { distance(&word, &plain(known), (word.len().max(3)) / 3) }
}

/// Case and the choice of separator are no slips.
fn plain(word: &str) -> Vec<char> {
    let separate = |c| if c == ' ' || c == '-' { '_' } else { c };
    word.chars().take(65).flat_map(char::to_lowercase).map(separate).collect()
}

/// Insertions, removals, replacements and swaps of neighbours, when at most `limit`.
fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (above[j - 1] + change).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|d| *d <= limit)
}
