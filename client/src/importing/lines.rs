//! On which line each record of a text begins, though lines end with CR LF and some are blank.

use std::io::{self, Read};

/// Reads through, and remembers where the lines that are not blank begin.
pub struct Lines<R> {
    inner: R,
    offset: u64,
    line: u64,
    at_start: bool,
    begins: Vec<(u64, u64)>,
}

impl<R> Lines<R> {
    /// Reads `inner` from its beginning.
    pub fn new(inner: R) -> Self {
        Self {
            inner,
            offset: 0,
            line: 1,
            at_start: true,
            begins: Vec::new(),
        }
    }

    /// The first line with something on it that begins at `offset` or after it, counted from 1.
    pub fn line_at(&self, offset: u64) -> u64 {
        let next = self.begins.partition_point(|(begin, _)| *begin < offset);
        self.begins.get(next).map_or(self.line, |(_, line)| *line)
    }

    fn note(&mut self, byte: u8) {
        match byte {
            b'\n' => {
                self.line = self.line.saturating_add(1);
                self.at_start = true;
            }
            b'\r' => {}
            _ if self.at_start => {
                self.begins.push((self.offset, self.line));
                self.at_start = false;
            }
            _ => {}
        }
        self.offset = self.offset.saturating_add(1);
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        for byte in buffer.iter().take(read) {
            self.note(*byte);
        }
        Ok(read)
    }
}
