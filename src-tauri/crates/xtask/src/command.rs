//! Running other programs: said aloud, with a time limit, and with nothing left behind.
//! Relies on the standard library; on Linux it reads `/proc` to find what a program has started.
//! It must not know which programs there are.

#[cfg(target_os = "linux")]
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;
#[cfg(target_os = "linux")]
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Set for every program we start and inherited by all that it starts: how we find them again.
const MARK: &str = "SISE_XTASK_MARK";

/// How long a program may take before it is ended, so that no build machine hangs for ever.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Limit {
    /// This many minutes.
    Minutes(u64),
    /// A person ends it (the open window).
    None,
}

/// Runs a program in the foreground and prints what is run. Fails when the program does, or when its time is up.
pub(crate) fn run(command: &mut Command, limit: Limit) -> Result<()> {
    println!("$ {}", shown(command));
    let mark = mark(command);
    let child = command.stdin(Stdio::null()).spawn().with_context(|| cannot_start(command))?;
    let status = wait(child, limit, &mark).with_context(|| shown(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Like [`run`], and afterwards ends whatever the program has left running.
pub(crate) fn run_and_sweep(command: &mut Command, limit: Limit) -> Result<()> {
    let result = run(command, limit);
    let mark = mark(command);
    // `xvfb-run` does not wait for the display that it ends.
    let left: Vec<String> = end_marked(&mark).into_iter().filter(|name| name != "Xvfb").collect();
    if !left.is_empty() {
        println!("ended what was left running: {}", left.join(", "));
    }
    result
}

/// Runs a program quietly and returns what it printed.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        bail!(
            "`{}` failed ({}): {}",
            shown(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program quietly and says whether it succeeded; a program that is not there did not.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Where a program lies on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = [program.to_owned(), format!("{program}.exe"), format!("{program}.cmd")];
    std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)).collect::<Vec<_>>())
        .find(|candidate| is_program(candidate))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.extension().is_some() && file.is_file()
}

/// The command as one would type it: programs by their names alone.
fn shown(command: &Command) -> String {
    let word = |word: &OsStr| {
        let path = Path::new(word);
        let word =
            if path.is_absolute() && is_program(path) { path.file_name().unwrap_or(word) } else { word };
        let word = word.to_string_lossy();
        if word.is_empty() || word.contains([' ', '"', '\'', '*', '$']) {
            format!("{word:?}")
        } else {
            word.into_owned()
        }
    };
    std::iter::once(command.get_program()).chain(command.get_args()).map(word).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`", command.get_program().to_string_lossy())
}

/// Puts our mark into the command's environment, or finds the one that is already there.
fn mark(command: &mut Command) -> String {
    static COUNTER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let present = command.get_envs().find(|(key, _)| *key == MARK).and_then(|(_, value)| value);
    if let Some(value) = present {
        return value.to_string_lossy().into_owned();
    }
    let number = COUNTER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let value = format!("{}-{number}", std::process::id());
    command.env(MARK, &value);
    value
}

/// Waits for the end of a program, or ends it and all that it started when its time is up.
fn wait(mut child: Child, limit: Limit, mark: &str) -> Result<ExitStatus> {
    let minutes = match limit {
        Limit::None => return Ok(child.wait()?),
        Limit::Minutes(minutes) => minutes,
    };
    let process = child.id();
    let (sender, receiver) = mpsc::channel();
    // The child stays in our process group, so that Ctrl-C in a terminal still ends everything.
    let waiter = std::thread::spawn(move || sender.send(child.wait()));
    match receiver.recv_timeout(Duration::from_secs(minutes * 60)) {
        Ok(status) => Ok(status?),
        Err(_) => {
            end_process(process);
            end_marked(mark);
            let _ = waiter.join();
            bail!("still running after {minutes} minutes, so it was ended")
        }
    }
}

/// Ends all programs that carry our mark and says which there were. Returns when they are gone.
#[cfg(target_os = "linux")]
fn end_marked(mark: &str) -> Vec<String> {
    let wanted = format!("{MARK}={mark}");
    let mut ended: BTreeMap<u32, String> = BTreeMap::new();
    // Looks again until several looks find none: one that was being ended may have started another in the meantime,
    // and one that is just being started shows no environment for a moment. What even the kernel cannot end within
    // some seconds (a hung disk) is given up.
    let begin = Instant::now();
    let mut in_vain = 0;
    while in_vain < 4 && begin.elapsed() < Duration::from_secs(10) {
        let found = marked(&wanted);
        in_vain = if found.is_empty() { in_vain + 1 } else { 0 };
        for (process, name) in found {
            if ended.insert(process, name).is_none() {
                end_process(process);
            }
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    ended.into_values().collect()
}

/// The running programs with an entry in their environment, by number, with their names.
#[cfg(target_os = "linux")]
fn marked(entry: &str) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(number) = process.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let Ok(environment) = std::fs::read(process.path().join("environ")) else { continue };
        if environment.split(|byte| *byte == 0).any(|candidate| candidate == entry.as_bytes()) {
            let name = std::fs::read_to_string(process.path().join("comm")).unwrap_or_default();
            found.push((number, name.trim().to_owned()));
        }
    }
    found
}

/// Elsewhere only the program itself (and on Windows its tree) can be ended.
#[cfg(not(target_os = "linux"))]
fn end_marked(_mark: &str) -> Vec<String> {
    Vec::new()
}

#[cfg(unix)]
fn end_process(process: u32) {
    // The shell's own `kill`: a bare container has no program of that name.
    succeeds(Command::new("sh").args(["-c", &format!("kill -KILL {process}")]));
}

#[cfg(windows)]
fn end_process(process: u32) {
    succeeds(Command::new("taskkill").args(["/T", "/F", "/PID", &process.to_string()]));
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_an_error_that_names_it() {
        let error = run(Command::new("sh").args(["-c", "exit 3"]), Limit::Minutes(1)).unwrap_err();
        assert!(format!("{error:#}").contains("exit 3"), "{error:#}");
    }

    #[test]
    fn a_program_that_is_not_there_is_an_error_that_names_it() {
        let error = run(&mut Command::new("no-such-program-here"), Limit::Minutes(1)).unwrap_err();
        assert!(format!("{error:#}").contains("no-such-program-here"), "{error:#}");
        assert!(!succeeds(&mut Command::new("no-such-program-here")));
        assert_eq!(find("no-such-program-here"), None);
        assert!(find("sh").is_some());
    }

    #[test]
    fn a_program_whose_time_is_up_is_ended() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 1000; true"]);
        let value = mark(&mut command);
        let error = run(&mut command, Limit::Minutes(0)).unwrap_err();
        assert!(format!("{error:#}").contains("so it was ended"), "{error:#}");
        assert!(end_marked(&value).is_empty(), "and so is all that it has started");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_a_program_leaves_running_is_found_and_ended() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 1000 > /dev/null 2>&1 &"]);
        let value = mark(&mut command);
        run(&mut command, Limit::Minutes(1)).unwrap();
        assert_eq!(end_marked(&value).len(), 1);
    }
}
