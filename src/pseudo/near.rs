//! Typing errors: two words that differ by one.

/// Whether two words differ by one letter more, less or other, or by two swapped.
pub(super) fn one_off(a: &str, b: &str) -> bool {
    if a == b {
        return false;
    }
    let (a, b) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    if b.len() - a.len() > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    if a.len() < b.len() {
        return *rest_a == rest_b[1..];
    }
    let other = rest_a[1..] == rest_b[1..];
    let swapped = rest_a.len() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a[2..] == rest_b[2..];
    other || swapped
}
