//! What people type that is no answer.

use crate::cli::error::ToolError;

/// Why a question got no answer.
pub enum Left {
    /// Somebody stops here.
    Stop,
    /// Back to the question before.
    Back,
    /// What stood there stays.
    Keep,
    /// It could not be asked.
    Trouble(ToolError),
}

impl From<ToolError> for Left {
    fn from(error: ToolError) -> Self {
        Self::Trouble(error)
    }
}
