//! The well-known keys of development chains: Ed25519 keys whose secrets everybody knows, derived from the SDK's public
//! development phrase by the path that is their name (`quanji --key //Lingnan//Examiner`). A live chain refuses them.

/// A path and the public key derived by it.
pub type DevelopmentKey = (&'static str, [u8; 32]);

/// All of them.
pub const ALL: [DevelopmentKey; COUNT] = [
    (
        "//Alice",
        key("88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee"),
    ),
    (
        "//Bob",
        key("d17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69"),
    ),
    (
        "//Charlie",
        key("439660b36c6c03afafca027b910b4fecf99801834c62a5e6006f27d978de234f"),
    ),
    (
        "//Dave",
        key("5e639b43e0052c47447dac87d6fd2b6ec50bdd4d0f614e4299c665249bbd09d9"),
    ),
    (
        "//Eve",
        key("1dfe3e22cc0d45c70779c1095f7489a8ef3cf52d62fbd8c2fa38c9f1723502b5"),
    ),
    (
        "//Ferdie",
        key("568cb4a574c6d178feb39c27dfc8b3f789e5f5423e19c71633c748b9acf086b5"),
    ),
    (
        "//Department",
        key("a3ea2926bf95c5a12b904615cd8feb0ed8ce27f4158162321aee66146db4929b"),
    ),
    (
        "//Lingnan//Authority",
        key("9f25e52e90e2bfd62ba659ebcee22b801b60a51ba2b0f55be88c3b21c22de755"),
    ),
    (
        "//Lingnan//Credential",
        key("aa84e15718132b27a42aec8c775f55613f0dcbcc8fcc430567883051892dfc73"),
    ),
    (
        "//Lingnan//Registrar",
        key("8e2774a45f0d9a3c139ba2f796000104366522bbd61b60a50ae1a898033ebf7a"),
    ),
    (
        "//Lingnan//Examiner",
        key("d9411225653d9981646e399ec3f6b7b42d53d860c09948b8fceb4c2d2b17f0fc"),
    ),
    (
        "//Lingnan//Reviewer",
        key("e371e8f9f5ee81ab2c96c84b4b71d5c36591af6a31a43819ac38dac50508b144"),
    ),
    (
        "//Lingnan//DayBook",
        key("e45316349cb7bbe714efcb579c0b171a0712ee76b99c9d2835668f4b69debbae"),
    ),
    (
        "//Jingbei//Authority",
        key("162674ae3d34e3fb55b7480982624f64d284f0f1b9eb2b10cfaf9320f9e4c930"),
    ),
    (
        "//Jingbei//Credential",
        key("411a2de76e9c6bd088599bd952b1bec832b6a69786bec1ed6ea61c4c4b244697"),
    ),
    (
        "//Jingbei//Registrar",
        key("717752bfdae21ae18091e41b6cb56a85c405ce8bb6aac5f9221bfbd66350c702"),
    ),
    (
        "//Jingbei//Examiner",
        key("ba63b7cd2d56d109e4ce51a821a6ead85a95617b30596e6993182c56314d9e33"),
    ),
    (
        "//Jingbei//Reviewer",
        key("e7fc8c4692c02688ee14e8ba5a280b3b73803d367a68058ef78a52de62f36d8f"),
    ),
    (
        "//Jingbei//DayBook",
        key("40c0e9b7620de56f4dc59a328042ac66bf257ac7d134e9d08c20cb5bc9e73414"),
    ),
    (
        "//Shenjiang//Authority",
        key("faae1ed4de6046aed6d66aca34e9aead784f3c2bfd4ecf125fed2e55c6ab31f8"),
    ),
    (
        "//Shenjiang//Credential",
        key("9b9ae3fd60930851e18c0ec0942204d1b1b88239a7d1923e98b8eb3d42f5fc0c"),
    ),
    (
        "//Shenjiang//Registrar",
        key("c73608adadf6fc7cb132d05e242ce5d93fc188aff0522e41d651784b3b94fbb5"),
    ),
    (
        "//Shenjiang//Examiner",
        key("ad4268397d0dc7b314907c96f4421d7014e752293094b7e62ccfc945ddff93f3"),
    ),
    (
        "//Shenjiang//Reviewer",
        key("b0de1d57975907c124f27dd5f915e637e1b529e54d6d2131ce6b8e5c825a4fd8"),
    ),
    (
        "//Shenjiang//DayBook",
        key("40ddb685fc144b28cc19b108dcc1e0cf23eac8cde3df22af054527cf6b9bdb35"),
    ),
    (
        "//Qiantang//Authority",
        key("b5d255e182271479783085066d8d1497cdea2c83b111f96146588e8789d88204"),
    ),
    (
        "//Qiantang//Credential",
        key("3bc81d47b6c3ce36a9226978b3a0b6385882c1d7f1a2f1be13bb6c49658f3f5f"),
    ),
    (
        "//Qiantang//Registrar",
        key("185f181e9b7f8d8c79c091319961789220013e4e734270140eb7d638a2b2e426"),
    ),
    (
        "//Qiantang//Examiner",
        key("0dbb9c4d61324dc34dd8e94e23a0c4e59179d1cd1720eba483c8f18b123f3adc"),
    ),
    (
        "//Qiantang//Reviewer",
        key("9f29c73c68f0d5034bd63b8064e516868bcca748c73abda1c0ed6bcf4abbda7f"),
    ),
    (
        "//Qiantang//DayBook",
        key("c42f266aab472c545bd3dfe9c0c9d37e95f5e2b303330ec763c8349cdde8bad9"),
    ),
    (
        "//ServiceInstitution",
        key("e91361317554ecdb882bad2386f3229865408c45a47d0fe81d0660546c9ff806"),
    ),
    (
        "//Financier",
        key("faee766e1729b7bc1fd51f1af73753b77c99cf7c493fb153ef801268b6f899d5"),
    ),
    (
        "//Enterprise",
        key("0303272fd53c7f7bf93cace8174758d78001de0ea96dc5ce40677bdf75603715"),
    ),
    (
        "//Processor",
        key("d79eed7bb7bcfcb35c4fa0efd37bc6b7e6bb8d7c5498490c56699860c9a7eb33"),
    ),
    (
        "//Person",
        key("1b298bf34165fc5a23074c8f5d52dbe03849be1b7c35b37eabf5ae802ab6d340"),
    ),
];

const COUNT: usize = 36;

/// The public key with this path.
pub fn public(path: &str) -> Option<[u8; 32]> {
    ALL.iter()
        .find(|(known, _)| *known == path)
        .map(|(_, public)| *public)
}

/// 32 bytes from 64 hexadecimal digits, at compile time.
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "computed by the compiler: a wrong digit does not compile"
)]
const fn key(digits: &str) -> [u8; 32] {
    const fn value(digit: u8) -> u8 {
        match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => panic!("not a hexadecimal digit"),
        }
    }
    let digits = digits.as_bytes();
    assert!(digits.len() == 64, "a key has 64 digits");
    let mut bytes = [0; 32];
    let mut index = 0;
    while index < 32 {
        bytes[index] = value(digits[2 * index]) * 16 + value(digits[2 * index + 1]);
        index += 1;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_core::{ed25519, Pair};

    #[test]
    fn every_key_is_derived_by_its_path() {
        for (path, public) in ALL {
            let pair = ed25519::Pair::from_string(path, None).unwrap();
            assert_eq!(pair.public().0, public, "{path}");
        }
    }
}
