//! Lineage of what is entered: what an object was made from counts it.

use super::*;
use crate::Derived;
use quanji_primitives::RightId;

#[test]
fn lineage_is_counted_up_and_down() {
    ExtBuilder::default().build_and_execute(|| {
        let first = entered(ENTERPRISE, resource(ENTERPRISE));
        let second = entered(ENTERPRISE, resource(ENTERPRISE));
        let lineage = [
            Source::Right(RightId {
                object: first,
                index: 1,
            }),
            Source::Object(second),
            Source::Unregistered(digest(5)),
        ];
        let made = entered(ENTERPRISE, product(ENTERPRISE, &lineage));
        let further = entered(ENTERPRISE, product(ENTERPRISE, &[Source::Object(first)]));
        let of_made = entered(ENTERPRISE, product(ENTERPRISE, &[Source::Object(made)]));
        let down =
            |object| Derived::<Test>::iter_prefix(object).collect::<std::collections::BTreeMap<_, _>>();
        assert_eq!(down(first), [(0, made), (1, further)].into());
        assert_eq!(down(second), [(0, made)].into());
        assert_eq!(down(made), [(0, of_made)].into());
        let counts =
            [first, second, made, further].map(|object| Objects::<Test>::get(object).unwrap().derived);
        assert_eq!(counts, [2, 1, 1, 0]);
        assert_eq!(
            Objects::<Test>::get(made).unwrap().facts.lineage.to_vec(),
            lineage
        );
    });
}

#[test]
fn an_object_made_from_several_rights_of_one_source_counts_once() {
    ExtBuilder::default().build_and_execute(|| {
        let source = entered(ENTERPRISE, resource(ENTERPRISE));
        let right = |index| {
            Source::Right(RightId {
                object: source,
                index,
            })
        };
        let made = entered(
            ENTERPRISE,
            product(ENTERPRISE, &[right(0), right(1), Source::Object(source)]),
        );
        assert_eq!(Objects::<Test>::get(source).unwrap().derived, 1);
        assert_eq!(Derived::<Test>::get(source, 0), Some(made));
        assert_eq!(Derived::<Test>::get(source, 1), None);
    });
}
