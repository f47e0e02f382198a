//! Memory for WebAssembly: blocks of powers of two, each size with its own list of free ones. One thread; what is given back
//! is given out again; a page that verifies a file takes a new instance, so that nothing accumulates.

/// The least size of a block: a pointer to the next free one fits, and every alignment that the verifier needs.
const LEAST: usize = 16;

/// The number of the list for a block of this size and alignment: blocks of list `n` have `LEAST << n` bytes.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "natively the system gives memory")
)]
fn list_of(size: usize, alignment: usize) -> Option<usize> {
    let bytes = size.max(alignment).max(LEAST).checked_next_power_of_two()?;
    usize::try_from(bytes.trailing_zeros().checked_sub(LEAST.trailing_zeros())?).ok()
}

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code, reason = "an allocator hands out places in memory")]
mod wasm {
    use super::{list_of, LEAST};
    use core::{
        alloc::{GlobalAlloc, Layout},
        arch::wasm32::{memory_grow, memory_size},
        cell::UnsafeCell,
        ptr::null_mut,
    };

    const PAGE: usize = 65_536;
    const LISTS: usize = 28;

    struct Blocks {
        /// The first free block of each size; a free block begins with the place of the next.
        free: [usize; LISTS],
        /// The first byte that was never given out, and the end of the memory asked for.
        unused: (usize, usize),
    }

    struct Memory(UnsafeCell<Blocks>);

    // SAFETY: WebAssembly without threads has one.
    unsafe impl Sync for Memory {}

    #[global_allocator]
    static MEMORY: Memory = Memory(UnsafeCell::new(Blocks {
        free: [0; LISTS],
        unused: (0, 0),
    }));

    impl Blocks {
        /// A block that was never given out.
        fn fresh(&mut self, bytes: usize) -> Option<usize> {
            let (mut from, mut end) = self.unused;
            if end.saturating_sub(from) < bytes {
                // Blocks lie at multiples of 16: pages do, and all sizes are multiples of it. Larger alignments than
                // that take a whole number of pages from the start of one.
                let pages = bytes.div_ceil(PAGE).max(16);
                let before = memory_grow(0, pages);
                if before == usize::MAX {
                    return None;
                }
                let start = before.checked_mul(PAGE)?;
                if start != end {
                    from = start;
                }
                end = memory_size(0).checked_mul(PAGE).unwrap_or(usize::MAX);
            }
            self.unused = (from.checked_add(bytes)?, end);
            Some(from)
        }
    }

    // SAFETY: a block is given out once until it comes back, and has the size of its list, at least what was asked for.
    unsafe impl GlobalAlloc for Memory {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: one thread, and nothing below calls back.
            let blocks = unsafe { &mut *self.0.get() };
            if layout.align() > LEAST {
                return null_mut();
            }
            let Some(list) = list_of(layout.size(), layout.align()) else {
                return null_mut();
            };
            match blocks.free.get_mut(list) {
                None => null_mut(),
                Some(0) => blocks
                    .fresh(LEAST << list)
                    .map_or(null_mut(), |place| place as *mut u8),
                Some(first) => {
                    let place = *first;
                    // SAFETY: a free block holds the place of the next.
                    *first = unsafe { *(place as *const usize) };
                    place as *mut u8
                }
            }
        }

        unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
            // SAFETY: one thread, and nothing below calls back.
            let blocks = unsafe { &mut *self.0.get() };
            let list = list_of(layout.size(), layout.align());
            if let Some(first) = list.and_then(|list| blocks.free.get_mut(list)) {
                // SAFETY: the block is free now and large enough for a place, aligned to 16.
                unsafe { *place.cast::<usize>() = *first };
                *first = place as usize;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_as_large_as_asked_for() {
        for (size, alignment, list) in [
            (0, 1, 0),
            (1, 1, 0),
            (16, 8, 0),
            (17, 1, 1),
            (32, 4, 1),
            (33, 4, 2),
            (65_537, 8, 13),
        ] {
            assert_eq!(list_of(size, alignment), Some(list), "{size}");
            assert!(LEAST << list >= size);
        }
        assert_eq!(list_of(1, 64), Some(2));
        assert_eq!(list_of(usize::MAX, 1), None);
    }
}
