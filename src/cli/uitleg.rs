//! `vt uitleg`: a rule in full, or the catalogue.

use super::args;
use super::context::Context;
use super::error::{Kind, ToolError};
use super::{Answer, dutch};
use crate::output;
use crate::rules::{Rule, all, find};

/// Runs the command.
pub fn run(uitleg: &args::Uitleg, context: &Context) -> anyhow::Result<Answer> {
    let mut answer = Answer::default();
    match (&uitleg.regel, &uitleg.zoek) {
        (Some(id), _) => {
            let rule = find(id.trim()).ok_or_else(|| unknown(id))?;
            output::explanation(rule, &context.screen, &mut answer.stdout)?;
        }
        (None, Some(word)) => {
            let found: Vec<&Rule> = all().filter(|rule| speaks_of(rule, word)).collect();
            if found.is_empty() {
                return Err(ToolError::new(Kind::Absent, "in geen enkele regel komt dit woord voor.")
                    .try_command("vt uitleg", "alle regels")
                    .into());
            }
            output::catalogue(&found, &context.screen, &mut answer.stdout)?;
        }
        (None, None) => {
            let rules: Vec<&Rule> = all().collect();
            output::catalogue(&rules, &context.screen, &mut answer.stdout)?;
        }
    }
    Ok(answer)
}

fn speaks_of(rule: &Rule, word: &str) -> bool {
    let word = word.trim().to_lowercase();
    [rule.id, rule.title, rule.asks, rule.reason, rule.mend].iter().any(|text| text.to_lowercase().contains(&word))
}

/// No such rule: those that look like it are offered.
fn unknown(id: &str) -> ToolError {
    let error = ToolError::new(Kind::Absent, "deze regel kent vt niet.");
    let ids = all().map(|rule| rule.id);
    let near = dutch::near(id, ids).into_iter().filter_map(find);
    near.take(3)
        .fold(error, |error, rule| error.try_command(format!("vt uitleg {}", rule.id), rule.title))
        .try_command("vt uitleg", "alle regels")
}
