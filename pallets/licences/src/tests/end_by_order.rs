//! `order_end`, `confirm_end` (S027).

use super::*;
use quanji_primitives::person::Person;

const CAUSES: [EndCause; 3] = [
    EndCause::ConsentWithdrawn {
        document: Digest::Sha2_256([4; 32]),
    },
    EndCause::Order {
        document: Digest::Sha2_256([4; 32]),
    },
    EndCause::Judgment {
        document: Digest::Sha2_256([4; 32]),
    },
];

fn order(account: u64, number: u32) -> DispatchResult {
    Licences::order_end(signed(account), object(), number, CAUSES[0])
}

fn confirm(account: u64, number: u32) -> DispatchResult {
    Licences::confirm_end(signed(account), object(), number)
}

#[test]
fn two_officers_end_a_licence_for_the_future() {
    for cause in CAUSES {
        ExtBuilder::default().build_and_execute(|| {
            let (freight, sub) = story_licences();
            assert_ok!(Licences::order_end(signed(EXAMINER), object(), freight, cause));
            assert_only_event(Event::EndOrdered {
                object: object(),
                licence: freight,
                cause,
                authority: AUTHORITY,
                officer: officer(EXAMINER),
            });
            assert!(is_in_force(freight), "until another officer confirms");
            assert_ok!(confirm(REVIEWER, freight));
            assert!(!is_in_force(freight) && !is_in_force(sub));
            let basis = EntryBasis::Signatures(Box::new(Signatures {
                parties: Bounded::default(),
                officers: vec![officer(EXAMINER), officer(REVIEWER)].try_into().unwrap(),
            }));
            let by: Option<OfficerId> = Some(officer(REVIEWER));
            assert_eq!(
                take_written(),
                [Written::Ended(object(), freight, cause, vec![sub], basis, by)]
            );
            assert_only_event(Event::LicenceEnded {
                object: object(),
                licence: freight,
                cause,
                fallen: vec![sub].try_into().unwrap(),
                by: None,
                officer: Some((AUTHORITY, officer(REVIEWER))),
            });
            // The past stays: its use can still be reported.
            assert_ok!(Licences::report_use(
                signed(FREIGHT),
                Capacity::Own,
                object(),
                freight,
                5,
                digest(3)
            ));
        });
    }
}

#[test]
fn one_person_does_not_confirm_under_another_account() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(order(EXAMINER, freight));
        for account in [EXAMINER, EXAMINER_SECOND_ACCOUNT] {
            assert_noop!(confirm(account, freight), Error::<Test>::SamePerson);
        }
    });
}

#[test]
fn only_an_examiner_or_reviewer_of_the_authority_without_interest_orders_and_confirms() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_ok!(order(EXAMINER, freight));
        for call in [order as fn(u64, u32) -> DispatchResult, confirm] {
            for account in [STRANGER, PORT, FORMER_EXAMINER] {
                assert_noop!(call(account, freight), Error::<Test>::NotAnOfficer);
            }
            assert_noop!(call(OTHER_EXAMINER, freight), Error::<Test>::WrongAuthority);
            assert_noop!(call(REGISTRAR, freight), Error::<Test>::RoleMissing);
            assert_noop!(
                call(AFFILIATED_EXAMINER, freight),
                Error::<Test>::OfficerConcerned
            );
            let affiliates = vec![party(FREIGHT)].try_into().unwrap();
            let former = world(|world| {
                let record = world.authorities.get_mut(&AUTHORITY).unwrap();
                core::mem::replace(&mut record.affiliates, affiliates)
            });
            assert_noop!(call(REVIEWER, freight), Error::<Test>::OwnCase);
            world(|world| world.authorities.get_mut(&AUTHORITY).unwrap().affiliates = former);
            set_listed(false);
            assert_noop!(call(REVIEWER, freight), Error::<Test>::AuthorityNotListed);
            set_listed(true);
        }
    });
}

#[test]
fn what_was_not_ordered_is_not_confirmed_and_officers_make_no_agreement() {
    ExtBuilder::default().build_and_execute(|| {
        let freight = freight_licence();
        assert_noop!(confirm(REVIEWER, freight), Error::<Test>::EndNotProposed);
        for cause in [
            EndCause::Agreement { document: digest(4) },
            EndCause::Breach { notice: digest(4) },
        ] {
            let ordered = Licences::order_end(signed(EXAMINER), object(), freight, cause);
            assert_eq!(ordered, Err(Error::<Test>::CauseUnfit.into()));
        }
        assert_noop!(order(EXAMINER, 77), Error::<Test>::LicenceNotFound);
        end_right(freight);
        assert_noop!(order(EXAMINER, freight), Error::<Test>::LicenceNotInForce);
    });
}

/// NG 10(7).
#[test]
fn an_authority_ends_no_licence_of_its_own() {
    const ITSELF: u64 = 300;
    let code = || world(|world| world.authorities[&AUTHORITY].profile.credit_code);
    for person in [Person::LegalPerson, Person::UnincorporatedOrganisation] {
        ExtBuilder::default().build_and_execute(|| {
            let itself = person(code());
            world(|world| world.add_party(ITSELF, itself));
            let number = granted(PORT, filing(OPERATING, ITSELF, plain_terms()));
            for call in [order as fn(u64, u32) -> DispatchResult, confirm] {
                for account in [EXAMINER, REVIEWER] {
                    assert_noop!(call(account, number), Error::<Test>::OwnCase);
                }
            }
            assert!(is_in_force(number));
        });
    }
}
