//! The offline verifier as WebAssembly: three plain exports, nothing imported. `quanji-verifier.js` beside this crate calls
//! them; `build.rs` of the client compiles it and `quanji verify-page` puts both into one HTML file.
//!
//! | export | what it does |
//! |---|---|
//! | `quanji_alloc(length)` | gives memory for `length` bytes |
//! | `quanji_free(place, length)` | takes it back |
//! | `quanji_verify(package, length, trust, length, now, at, max_age, language)` | gives place (high 32 bits) and length (low 32 bits) of a JSON text, the one of `quanji verify --json` |
//!
//! Texts are UTF-8. `now`, `at` and `max_age` are milliseconds (since 1970, since 1970, of age); the greatest number stands
//! for none. `language` is 0 for Chinese, 1 for English. Natively this crate is an ordinary library, so that it builds and is
//! tested with the others.

#![cfg_attr(target_arch = "wasm32", no_std)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

mod memory;

use alloc::{borrow::ToOwned, boxed::Box, format, string::String, vec::Vec};
use quanji_primitives::clock::Moment;
use quanji_verifier::{
    report::{refusal_json, verdict_json},
    verify, Conclusion, Error, Language, Request, TrustAnchor,
};
use serde_json::{json, Value};

/// Stands for "none" where a number is optional.
const NONE: u64 = u64::MAX;

/// Gives memory for `length` bytes.
#[allow(unsafe_code, reason = "an export has the name that the caller knows")]
#[no_mangle]
pub extern "C" fn quanji_alloc(length: usize) -> *mut u8 {
    Box::into_raw(alloc::vec![0u8; length].into_boxed_slice()).cast()
}

/// Takes back what [`quanji_alloc`] or [`quanji_verify`] gave.
///
/// # Safety
/// `place` and `length` are those that were given, once.
#[allow(unsafe_code, reason = "an export takes a place in memory")]
#[no_mangle]
pub unsafe extern "C" fn quanji_free(place: *mut u8, length: usize) {
    // SAFETY: promised by the caller: it was a boxed slice of this length.
    drop(unsafe { Box::from_raw(core::ptr::slice_from_raw_parts_mut(place, length)) });
}

/// Verifies a package for a reader who trusts what `trust` says: a genesis hash, or the text of a checkpoint file.
///
/// # Safety
/// Both texts are where the caller says.
#[allow(unsafe_code, reason = "an export takes places in memory")]
#[allow(
    clippy::too_many_arguments,
    reason = "plain numbers need no layout that both sides must know"
)]
#[no_mangle]
pub unsafe extern "C" fn quanji_verify(
    package: *const u8,
    package_length: usize,
    trust: *const u8,
    trust_length: usize,
    now: u64,
    at: u64,
    max_age: u64,
    language: u32,
) -> u64 {
    // SAFETY: promised by the caller.
    let (package, trust) = unsafe {
        (
            core::slice::from_raw_parts(package, package_length),
            core::slice::from_raw_parts(trust, trust_length),
        )
    };
    let language = if language == 0 {
        Language::Chinese
    } else {
        Language::English
    };
    let answer = answer(package, trust, (now, at, max_age), language);
    let bytes: Box<[u8]> = Vec::from(format!("{answer}")).into_boxed_slice();
    let length = bytes.len() as u64;
    let place = Box::into_raw(bytes).cast::<u8>() as usize as u64;
    place.wrapping_shl(32) | length
}

fn answer(package: &[u8], trust: &[u8], (now, at, max_age): (u64, u64, u64), language: Language) -> Value {
    let Some(trust) = text(trust).and_then(|text| TrustAnchor::from_text(text).ok()) else {
        return no_trust(language);
    };
    let Some(package) = text(package) else {
        return no_text(language);
    };
    let some = |number: u64| (number != NONE).then_some(number);
    let request = Request {
        trust,
        now: Moment(now),
        at: some(at).map(Moment),
        max_age_millis: some(max_age),
    };
    told(package, &request, language).unwrap_or_else(|error| refusal_json(&error, language))
}

fn text(bytes: &[u8]) -> Option<&str> {
    core::str::from_utf8(bytes).ok()
}

/// The verdict, with its one sentence.
fn told(package: &str, request: &Request, language: Language) -> Result<Value, Error> {
    let verdict = verify(package, request)?;
    let at_block = |reason| Error::State {
        block: verdict.block,
        reason,
    };
    let mut told = verdict_json(&verdict, &request.trust, None, language).map_err(at_block)?;
    if let Some(members) = told.as_object_mut() {
        let sentence = Conclusion::of(&verdict).sentence(&verdict, language);
        members.insert("sentence".into(), sentence.into());
    }
    Ok(told)
}

fn no_trust(language: Language) -> Value {
    refused(
        "trust.unreadable",
        language.pick(
            "所信任的起点既不是创世哈希，也不是检查点",
            "what is trusted is neither a genesis hash nor a checkpoint",
        ),
        language.pick(
            "请从登记机构或监管部门公布的渠道取得 64 位十六进制的创世哈希",
            "get the genesis hash, 64 hexadecimal digits, from where the authorities publish it",
        ),
    )
}

fn no_text(language: Language) -> Value {
    refused(
        "package.no-text",
        language.pick(
            "该文件不是文本，不是证据包",
            "the file is not text and so no evidence package",
        ),
        language.pick(
            "请向出具人重新索取证据包文件（JSON）",
            "get the package, a JSON file, again from whoever issued it",
        ),
    )
}

fn refused(reason: &str, detail: &str, remedy: &str) -> Value {
    let verdict: String = "no_package".to_owned();
    json!({ "genuine": false, "verdict": verdict, "reason": reason, "detail": detail, "remedy": remedy })
}

#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

#[cfg(test)]
#[allow(unsafe_code, reason = "the tests call the exports as a browser does")]
mod tests {
    use super::*;

    const PACKAGE: &str = include_str!("../../tests/vectors/first-registration.json");
    const GENESIS: &str = "c6b1be8fb4ba3f140d66761d50969557d58de5a24599872e4684f2210607dc08";
    /// 2027-01-15 in China.
    const NOW: u64 = 1_800_000_000_000;

    fn ask(package: &[u8], trust: &str, max_age: u64, language: Language) -> Value {
        answer(package, trust.as_bytes(), (NOW, NONE, max_age), language)
    }

    #[test]
    fn a_genuine_package_is_told_in_both_languages() {
        let english = ask(PACKAGE.as_bytes(), GENESIS, NONE, Language::English);
        assert_eq!(english["genuine"], true);
        assert_eq!(english["verdict"], "authentic_and_in_force");
        assert_eq!(
            english["sentence"],
            "SJ4412026110001/1 is genuine and in force as of block 16"
        );
        assert_eq!(english["register"]["rights"][0]["label"], "right to hold data");
        let chinese = ask(PACKAGE.as_bytes(), GENESIS, NONE, Language::Chinese);
        assert_eq!(
            chinese["sentence"],
            "SJ4412026110001/1：凭证真实，截至区块 16 所列权利均有效"
        );
        assert_eq!(chinese["register"]["rights"][0]["label"], "数据持有权");
        assert_eq!(chinese["freshness"]["state"], "not_limited");
        let young = ask(PACKAGE.as_bytes(), GENESIS, NOW, Language::Chinese);
        assert_eq!(young["freshness"]["state"], "recent");
        let old = ask(PACKAGE.as_bytes(), GENESIS, 1, Language::Chinese);
        assert_eq!(old["freshness"]["state"], "later_facts_unknown");
    }

    #[test]
    fn the_moment_asked_about_is_taken_where_one_is_given() {
        let at = NOW + 1;
        let told = answer(
            PACKAGE.as_bytes(),
            GENESIS.as_bytes(),
            (NOW, at, NONE),
            Language::English,
        );
        assert_eq!(told["asked_at"], Moment(at).to_string());
    }

    #[test]
    fn a_changed_package_is_forged_and_anything_else_is_none() {
        let changed = PACKAGE.replace("enterprise", "personal");
        let told = ask(changed.as_bytes(), GENESIS, NONE, Language::English);
        assert_eq!(
            (told["genuine"].clone(), told["verdict"].clone()),
            (false.into(), "forged".into())
        );
        assert_eq!(told["reason"], "credential.bad-signature");
        let told = ask(PACKAGE.as_bytes(), &"00".repeat(32), NONE, Language::Chinese);
        assert_eq!(
            (told["verdict"].clone(), told["reason"].clone()),
            ("not_proven".into(), "trust.wrong-genesis".into())
        );
        assert_eq!(
            ask(&[0xff], GENESIS, NONE, Language::Chinese)["reason"],
            "package.no-text"
        );
        assert_eq!(
            ask(b"{}", GENESIS, NONE, Language::Chinese)["verdict"],
            "no_package"
        );
        assert_eq!(
            ask(PACKAGE.as_bytes(), "ab", NONE, Language::English)["reason"],
            "trust.unreadable"
        );
    }

    #[test]
    fn memory_is_given_and_taken_back() {
        let place = quanji_alloc(5);
        // SAFETY: given just now, with this length.
        unsafe {
            core::ptr::copy_nonoverlapping(b"quanj".as_ptr(), place, 5);
            assert_eq!(core::slice::from_raw_parts(place, 5), b"quanj");
            quanji_free(place, 5);
        }
    }
}
