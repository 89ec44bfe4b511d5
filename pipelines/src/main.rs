//! The command `kooste`.

use std::process::ExitCode;

fn main() -> ExitCode {
    kooste::commands::main(std::env::args_os().collect())
}
