//! Addresses: public keys in SS58 text form.

use sp_core::{
    crypto::{Ss58AddressFormat, Ss58Codec},
    ed25519,
};

use super::KeyError;

/// The generic prefix of the SDK, which every wallet knows.
pub const ADDRESS_PREFIX: u16 = 42;

/// The address of a public key.
pub fn address_of(public: &[u8; 32]) -> String {
    ed25519::Public::from_raw(*public).to_ss58check_with_version(Ss58AddressFormat::custom(ADDRESS_PREFIX))
}

/// The public key of an address, whatever its prefix.
pub fn public_of(address: &str) -> Result<[u8; 32], KeyError> {
    ed25519::Public::from_ss58check_with_version(address)
        .map(|(public, _prefix)| public.0)
        .map_err(|_| KeyError::NotAnAddress {
            text: address.chars().take(64).collect(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_another_prefix() {
        // The same key written with prefix 0.
        let public = public_of("5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu").unwrap();
        let other = ed25519::Public::from_raw(public).to_ss58check_with_version(Ss58AddressFormat::custom(0));
        assert_ne!(other, address_of(&public));
        assert_eq!(public_of(&other), Ok(public));
    }

    proptest! {
        #[test]
        fn an_address_gives_back_its_key(public in any::<[u8; 32]>()) {
            prop_assert_eq!(public_of(&address_of(&public)), Ok(public));
        }

        #[test]
        fn any_text_is_judged_without_panic(text in "\\PC{0,80}") {
            let _ = public_of(&text);
        }
    }
}
