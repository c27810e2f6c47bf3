//! What is chosen from by number.

use crate::cli::context::stderr_screen;
use crate::output::escape;

/// Words with their numbers, each from a line of its own.
pub fn listed<'w>(words: impl Iterator<Item = (u32, &'w str)>) -> String {
    let screen = stderr_screen();
    let lines = words.flat_map(|(number, word)| screen.wrap(&escape::flat(word), &format!("  {number} "), "    "));
    lines.map(|line| line + "\n").collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A view is a text of its own length.
    #[test]
    fn what_is_chosen_from_is_broken_between_words() {
        let view = "Eerst een netwerkberaad met de school. ".repeat(5);
        let said = listed([(1, view.trim_end()), (2, "Raad")].into_iter());
        crate::cli::prompt::must_fit(&said);
        assert!(said.starts_with("  1 Eerst") && said.ends_with("\n  2 Raad\n") && said.lines().count() > 3, "{said}");
        assert!(said.lines().skip(1).all(|line| line.starts_with("    ") || line == "  2 Raad"), "{said}");
    }
}
