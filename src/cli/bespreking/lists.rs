//! What is chosen from by number.

use crate::output::escape;

/// Words with their numbers, a line each.
pub fn listed<'w>(words: impl Iterator<Item = (u32, &'w str)>) -> String {
    let lines: Vec<String> = words.map(|(number, word)| format!("  {number} {}\n", escape::flat(word))).collect();
    lines.concat()
}

/// Numbers with something between them, each one that is known, each once.
pub fn numbers(answer: &str, known: &[u32]) -> Option<Vec<u32>> {
    let parts = answer.split([' ', ',', ';']).filter(|part| !part.is_empty() && *part != "en");
    let mut numbers = Vec::new();
    for part in parts {
        let number = part.parse::<u32>().ok().filter(|number| known.contains(number))?;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Some(numbers)
}
