//! A progress bar of things that are counted, such as the rows of a file.

use indicatif::{ProgressBar, ProgressStyle};

use super::output::Output;

/// A progress bar; it vanishes when dropped.
pub struct Counter(ProgressBar);

impl Output {
    /// A progress bar of so many things.
    pub fn counter(&self, what: &str, total: u64) -> Counter {
        let bar = ProgressBar::with_draw_target(Some(total), self.target());
        let template = "{msg} {bar:32.cyan/dim} {pos}/{len} {per_sec} {eta}";
        // The template is fixed; were it wrong, the plain style would do.
        bar.set_style(
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        bar.set_message(what.to_owned());
        Counter(bar)
    }
}

impl Counter {
    /// One more is done.
    pub fn advance(&self) {
        self.0.inc(1);
    }

    /// Says what is being done or waited for.
    pub fn say(&self, what: &str) {
        self.0.set_message(what.to_owned());
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
