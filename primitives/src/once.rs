//! A question that is asked once for each key: whoever goes through the rights of an object asks for the same holders and
//! parents again and again, and each answer is a read of state.

use alloc::collections::BTreeMap;
use core::cell::RefCell;

/// `question`, whose answers are remembered.
pub fn asked_once<Key: Ord + Copy, Answer: Clone>(
    question: impl Fn(Key) -> Answer,
) -> impl Fn(Key) -> Answer {
    let known = RefCell::new(BTreeMap::<Key, Answer>::new());
    move |key| {
        let answer = known.borrow().get(&key).cloned();
        answer.unwrap_or_else(|| {
            let answer = question(key);
            known.borrow_mut().insert(key, answer.clone());
            answer
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::cell::Cell;

    #[test]
    fn each_key_is_asked_for_once() {
        let asked = Cell::new(0);
        let question = asked_once(|key: u32| {
            asked.set(asked.get() + 1);
            key * 2
        });
        assert_eq!([question(3), question(4), question(3)], [6, 8, 6]);
        assert_eq!(asked.get(), 2);
    }
}
