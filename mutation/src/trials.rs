//! Each change is tried with the tests that come past it.

use crate::programs::Program;
use anyhow::{bail, Context, Result};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A change may make a loop endless.
const LONGEST: Duration = Duration::from_secs(60);
/// So many tests are tried first; most changes are noticed by one of the first that come past them.
const FIRST: [usize; 3] = [4, 40, usize::MAX];

/// The tests of each program that come past each change, those that come past few of them first.
pub type Passed = BTreeMap<u32, Vec<(usize, Vec<String>)>>;

fn command(program: &Program) -> Command {
    let mut command = Command::new(&program.executable);
    command
        .current_dir(&program.folder)
        .env("CARGO_MANIFEST_DIR", &program.folder)
        .env("PROPTEST_CASES", "16")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Runs all tests without a change, and notes what they come past.
pub fn passed(programs: &[Program], notes: &Path, skipped: &[String]) -> Result<Passed> {
    let mut all = Passed::new();
    for (place, program) in programs.iter().enumerate() {
        let _ = fs::remove_file(notes);
        let mut run = command(program);
        for test in skipped {
            run.args(["--skip", test]);
        }
        let status = run.env("QUANJI_CHANGES_PASSED", notes).status()?;
        if !status.success() {
            bail!(
                "the tests of {} fail without a change",
                program.executable.display()
            );
        }
        let noted = fs::read_to_string(notes).unwrap_or_default();
        let mut by_test = BTreeMap::<&str, BTreeSet<u32>>::new();
        for (test, number) in noted.lines().filter_map(|line| line.split_once('\t')) {
            by_test
                .entry(test)
                .or_default()
                .insert(number.parse().context("a number of a change")?);
        }
        let mut tests: Vec<_> = by_test.into_iter().filter(|(test, _)| *test != "main").collect();
        tests.sort_by_key(|(_, numbers)| numbers.len());
        for (test, numbers) in tests {
            for number in numbers {
                let of_programs = all.entry(number).or_default();
                match of_programs.last_mut() {
                    Some((last, tests)) if *last == place => tests.push(test.into()),
                    _ => of_programs.push((place, vec![test.into()])),
                }
            }
        }
    }
    Ok(all)
}

/// Whether some test fails, or does not end, with the change.
fn is_noticed(number: u32, programs: &[Program], tests: &[(usize, Vec<String>)]) -> Result<bool> {
    let mut begin = 0;
    for until in FIRST {
        for (place, names) in tests {
            let batch = names.get(begin..until.min(names.len())).unwrap_or_default();
            if !batch.is_empty() && fails(number, &programs[*place], batch)? {
                return Ok(true);
            }
        }
        begin = until;
    }
    Ok(false)
}

fn fails(number: u32, program: &Program, tests: &[String]) -> Result<bool> {
    let mut run = command(program);
    run.arg("--exact")
        .args(tests)
        .env("QUANJI_CHANGE", number.to_string());
    let (mut child, began) = (run.spawn()?, Instant::now());
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(!status.success());
        }
        if began.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            return Ok(true);
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// The changes among `numbers` that no test notices, tried on so many cores.
pub fn unnoticed(
    numbers: &[u32],
    programs: &[Program],
    passed: &Passed,
    cores: usize,
) -> Result<BTreeSet<u32>> {
    let try_every = |core: usize| -> Result<BTreeSet<u32>> {
        let mut missed = BTreeSet::new();
        for number in numbers.iter().skip(core).step_by(cores) {
            let tests = passed.get(number).map_or(&[][..], Vec::as_slice);
            if !is_noticed(*number, programs, tests)? {
                missed.insert(*number);
            }
        }
        Ok(missed)
    };
    thread::scope(|scope| {
        let trying: Vec<_> = (0..cores)
            .map(|core| scope.spawn(move || try_every(core)))
            .collect();
        let mut all = BTreeSet::new();
        for core in trying {
            let missed = core.join().map_err(|_| anyhow::anyhow!("a trial broke off"))?;
            all.extend(missed?);
        }
        Ok(all)
    })
}
