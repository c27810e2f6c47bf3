//! What is chosen from by number.

use crate::cli::context::stderr_screen;

/// Words with their numbers, each from a line of its own.
pub fn listed<'w>(words: impl Iterator<Item = (u32, &'w str)>) -> String {
    let screen = stderr_screen();
    let lines = words.flat_map(|(number, word)| screen.wrap_lines(word, &format!("  {number} "), "    "));
    lines.map(|line| line + "\n").collect()
}

/// Which of these was chosen: by its number, in its words, or by how only that one begins. A letter
/// or two may be a slip.
pub fn choice(answer: &str, words: &[&str]) -> Option<usize> {
    if let Ok(number) = answer.parse::<usize>() {
        return number.checked_sub(1).filter(|nth| *nth < words.len());
    }
    let answer = answer.to_lowercase();
    let all = || words.iter().map(|word| word.to_lowercase());
    let mut begins = all().enumerate().filter(|(_, word)| word.starts_with(&answer)).map(|(nth, _)| nth);
    let first = begins.next();
    all()
        .position(|word| word == answer)
        .or_else(|| first.filter(|_| answer.chars().count() > 2 && begins.next().is_none()))
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

    /// A view that was pasted has lines of its own.
    #[test]
    fn what_has_lines_is_shown_in_lines() {
        let said = listed([(1, "Eerst dit.\n\nDan dat.\n"), (2, "Raad")].into_iter());
        assert_eq!(said, "  1 Eerst dit.\n    Dan dat.\n  2 Raad\n");
    }

    #[test]
    fn a_choice_is_a_number_or_a_word() {
        let words = ["andere aanpak", "afschalen", "dragen"];
        assert_eq!(
            ["1", "Andere aanpak", "afs", "DRAGEN"].map(|own| choice(own, &words)),
            [Some(0), Some(0), Some(1), Some(2)]
        );
        assert_eq!(["0", "4", "d", "raad"].map(|own| choice(own, &words)), [None; 4]);
    }
}
