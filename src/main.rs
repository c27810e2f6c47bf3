//! The program: hands the arguments to `cli` and ends with its status.

use std::process::ExitCode;

fn main() -> ExitCode {
    vt::cli::hide_payload();
    ExitCode::from(vt::cli::run(std::env::args_os()))
}
