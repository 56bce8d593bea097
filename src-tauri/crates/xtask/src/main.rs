//! `cargo xtask`: everything a developer or a build machine does, as one program.
//! Relies on `cargo`, `npm` and, per command, the programs that `setup` installs.
//! It must not know what Sise does: it calls the programs `sise` and `sise-desktop` like any user.
#![allow(clippy::print_stdout, reason = "a command-line program: its output is its purpose")]

mod bench;
mod codegen;
mod command;
mod fonts;
mod package;
mod programs;
mod run;
mod setup;
mod test;
mod tidy;
mod ui;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask <command>

  run                        set up, build, make the sample project with its prints and bundle
                             in target/demo/, and open the window on it when there is a display
  test [--fast]              set up, then everything that continuous integration checks;
                             --fast leaves out the tests that drive the real window
  tidy                       the checks of the house rules alone
  setup [run|test|bench|package]
                             only install what that command needs (without a name: test)
  codegen                    write the UI's types anew from the Rust types (ui/src/ipc.ts)
  fonts                      fetch the UI's packages and copy the fonts to target/resources/fonts/
  package                    build the installer for this system and check what is in it
  bench [name ...]           the benches, in release mode
  simulate --seed N [--count N] [--what project|geometry|merge|kill|copy]
                             seeded random plans against the model, edits of shapes, pairs of copies to be merged,
                             a process killed at work, a file copied meanwhile; in release mode
  help                       this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((command, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    if rest.iter().any(|argument| matches!(*argument, "-h" | "--help")) {
        print!("{HELP}");
        return Ok(());
    }
    match (command.as_str(), rest.as_slice()) {
        ("help" | "-h" | "--help", _) => print!("{HELP}"),
        ("run", []) => run::run()?,
        ("test", []) => test::test(test::Extent::Everything)?,
        ("test", ["--fast"]) => test::test(test::Extent::WithoutWindows)?,
        ("tidy", []) => tidy::tidy()?,
        ("setup", []) => setup::setup(setup::Purpose::Test)?,
        ("setup", [name]) => setup::setup(setup::Purpose::named(name)?)?,
        ("codegen", []) => codegen::codegen()?,
        ("fonts", []) => fonts::fonts()?,
        ("package", []) => package::package()?,
        ("bench", names) => bench::bench(names)?,
        ("simulate", plan) => bench::simulate(plan)?,
        (known @ ("run" | "test" | "tidy" | "setup" | "codegen" | "fonts" | "package"), more) => {
            bail!("`{known}` does not take `{}`\n\n{HELP}", more.join(" "))
        }
        (unknown, _) => bail!("there is no command `{unknown}`\n\n{HELP}"),
    }
    Ok(())
}
