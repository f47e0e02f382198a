//! What authorities do of their own motion, among the marks that organs set.

use super::{
    chain,
    dealing::{dispatch, set, BARRING, RIGHT},
    disputes::{by, import, DIGEST, HOME},
    encumbrances::{check, marks},
};
use crate::{Registry, Runtime};
use frame_support::assert_ok;
use quanji_primitives::{
    ending::{Correction, CorrectionGround, Extinction, MotionMatter},
    filing::{Evidence, EvidenceKind},
};
use sp_genesis_builder::DEV_RUNTIME_PRESET;

/// What an authority extinguishes or corrects of its own motion passes under every mark; what it cancels on a mere finding under
/// none of them.
#[test]
fn an_authority_extinguishes_and_corrects_under_every_mark_and_cancels_under_none() {
    let correction = MotionMatter::Correction {
        ground: CorrectionGround::ProvenError,
        facts: Correction {
            description: None,
            industry: Some(56),
            form: None,
            level: None,
        },
    };
    let extinction = MotionMatter::Extinction {
        rights: RIGHT,
        ground: Extinction::DataDestroyed,
    };
    for kind in BARRING {
        chain(DEV_RUNTIME_PRESET).execute_with(|| {
            let object = import(HOME, "//Lingnan//Registrar");
            let mark = u32::try_from(marks(object).len()).unwrap();
            set(object, kind);
            let evidence = Evidence {
                kind: EvidenceKind::Other,
                digest: DIGEST,
            };
            let propose = |matter: MotionMatter| {
                let call = pallet_registry::Call::propose_motion {
                    object,
                    matter,
                    evidence: vec![evidence].try_into().unwrap(),
                    record: DIGEST,
                };
                dispatch(call.into(), "//Lingnan//Examiner")
            };
            let barred = pallet_registry::Error::<Runtime>::BarredByMark.into();
            assert_eq!(
                propose(MotionMatter::Cancellation { rights: RIGHT }),
                Err(barred),
                "{kind:?}"
            );
            for matter in [correction, extinction] {
                assert_ok!(propose(matter));
                assert_ok!(Registry::execute_motion(by("//Lingnan//Reviewer"), object, None));
            }
            // The mark stays on what has ended.
            assert!(marks(object)[mark as usize].ended.is_none(), "{kind:?}");
            check();
        });
    }
}
