use super::*;
use frame_support::assert_ok;
use quanji_primitives::{authority::OfficerRole::*, clock::Moment, directory::AuthorityDirectory};

#[test]
fn an_officer_is_found_by_account_and_by_identifier() {
    Chain::default().build_and_execute(|| {
        let (id, found) = Authorities::officer_of(officer_account(1, 2)).unwrap();
        assert_eq!(
            (id, found.authority, found.person),
            (officer(1, 2), FIRST, person(12))
        );
        assert!(found.may(Reviewer) && !found.may(Examiner));
        assert_eq!(
            <Authorities as AuthorityDirectory<u64>>::officer_of(&officer_account(1, 2)),
            Some((id, found.clone()))
        );
        assert_eq!(<Authorities as AuthorityDirectory<u64>>::officer(id), Some(found));
        for account in [FIRST_ACCOUNT, DEPARTMENT, FREE] {
            assert_eq!(Authorities::officer_of(account), None);
        }
    });
}

#[test]
fn officers_come_in_pages_from_a_serial_number() {
    Chain::default().build_and_execute(|| {
        for number in 0..120u8 {
            let account = 1_000 + u64::from(number);
            assert_ok!(Authorities::add_officer(
                signed(FIRST_ACCOUNT),
                person(100 + number),
                roles(&[Reviewer]),
                account
            ));
        }
        let serials = |from| {
            let page = Authorities::officers(FIRST, from);
            page.iter().map(|(id, _)| id.serial()).collect::<Vec<_>>()
        };
        assert_eq!(serials(0), (1..=100).collect::<Vec<_>>());
        assert_eq!(serials(101), (101..=122).collect::<Vec<_>>());
        assert!(serials(123).is_empty() && serials(u32::MAX).is_empty());
        assert!(Authorities::officers(UNKNOWN, 1).is_empty());
    });
}

#[test]
fn the_key_at_a_moment_is_the_newest_valid_one() {
    Chain::default().build_and_execute(|| {
        let later = |millis| Moment(START.0 + millis);
        let number = |at| Authorities::credential_key(FIRST, later(at)).map(|(number, _)| number);
        assert_ok!(Authorities::add_credential_key(
            signed(FIRST_ACCOUNT),
            [5; 32],
            Some(later(10))
        ));
        assert_ok!(Authorities::end_credential_key(
            signed(FIRST_ACCOUNT),
            0,
            Some(later(20))
        ));
        assert_ok!(Authorities::end_credential_key(
            signed(FIRST_ACCOUNT),
            1,
            Some(later(15))
        ));
        assert_eq!(
            [number(9), number(10), number(15), number(20)],
            [Some(0), Some(1), Some(0), None]
        );
        assert_eq!(Authorities::credential_key(UNKNOWN, START), None);
    });
}

#[test]
fn every_account_of_the_directory_is_taken() {
    Chain::default().build_and_execute(|| {
        for account in [DEPARTMENT, FIRST_ACCOUNT, validator_of(1), officer_account(1, 1)] {
            assert!(<Authorities as AuthorityDirectory<u64>>::is_taken(&account));
        }
        assert!(!<Authorities as AuthorityDirectory<u64>>::is_taken(&FREE));
    });
}

#[test]
fn validators_and_authorities_are_shown() {
    Chain::default().build_and_execute(|| {
        assert_eq!(
            Authorities::validators(),
            [(FIRST, validator_of(1)), (SECOND, validator_of(2))]
        );
        assert_eq!(Authorities::authority(FIRST), Some(record(FIRST)));
        assert_eq!(
            <Authorities as AuthorityDirectory<u64>>::profile(FIRST),
            Some(profile(44, 1))
        );
        assert_eq!(Authorities::authority(UNKNOWN), None);
    });
}
