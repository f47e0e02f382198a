//! The runtime describes itself well enough for clients that know nothing else.

use scale_info::{form::MetaForm, TypeDef, Variant};

/// The register's own pallets.
const OURS: [&str; 8] = [
    "Rules",
    "Authorities",
    "Parties",
    "Registry",
    "Admission",
    "Disputes",
    "Encumbrances",
    "Licences",
];

/// The variants of an enum in the metadata.
fn variants(described: &scale_info::MetaType) -> Vec<Variant<MetaForm>> {
    match described.type_info().type_def {
        TypeDef::Variant(described) => described.variants,
        other => panic!("not an enum: {other:?}"),
    }
}

/// What has no documentation, by name.
fn undocumented() -> (usize, Vec<String>) {
    let mut seen = 0;
    let mut silent = Vec::new();
    let mut look = |name: String, docs: &[&str]| {
        seen += 1;
        if docs.iter().all(|line| line.trim().is_empty()) {
            silent.push(name);
        }
    };
    for pallet in crate::pallets::metadata_ir()
        .pallets
        .iter()
        .filter(|pallet| OURS.contains(&pallet.name))
    {
        let name = pallet.name;
        let calls = pallet.calls.as_ref().map(|calls| ("call", calls.ty));
        let events = pallet.event.as_ref().map(|events| ("event", events.ty));
        let errors = pallet.error.as_ref().map(|errors| ("error", errors.ty));
        for (kind, described) in [calls, events, errors].into_iter().flatten() {
            for variant in variants(&described) {
                look(format!("{kind} {name}::{}", variant.name), &variant.docs);
                // The macro keeps no documentation of arguments: `every_argument_is_named_in_the_text_of_its_call`.
                for field in variant.fields.iter().filter(|_| kind == "event") {
                    let field_name = field.name.unwrap_or("unnamed");
                    look(
                        format!("field {field_name} of {kind} {name}::{}", variant.name),
                        &field.docs,
                    );
                }
            }
        }
        for entry in pallet.storage.iter().flat_map(|storage| &storage.entries) {
            look(format!("storage {name}::{}", entry.name), &entry.docs);
        }
        for function in &pallet.view_functions {
            look(format!("view function {name}::{}", function.name), &function.docs);
        }
        for constant in &pallet.constants {
            look(format!("constant {name}::{}", constant.name), &constant.docs);
        }
    }
    (seen, silent)
}

#[test]
fn everything_of_ours_is_documented() {
    let (seen, silent) = undocumented();
    assert!(seen > 200, "only {seen} things were looked at");
    assert_eq!(silent, Vec::<String>::new());
}

/// The macro keeps no documentation of arguments, so that of the call names each of them.
#[test]
fn every_argument_is_named_in_the_text_of_its_call() {
    let (mut seen, mut silent) = (0, Vec::new());
    for pallet in crate::pallets::metadata_ir()
        .pallets
        .iter()
        .filter(|pallet| OURS.contains(&pallet.name))
    {
        for call in variants(&pallet.calls.as_ref().unwrap().ty) {
            let text = call.docs.join(" ");
            for argument in call.fields.iter().filter_map(|field| field.name) {
                seen += 1;
                if !text.contains(&format!("`{argument}`")) {
                    silent.push(format!("{argument} of {}::{}", pallet.name, call.name));
                }
            }
        }
    }
    assert!(seen > 200, "only {seen} arguments were looked at");
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn our_pallets_have_calls_events_errors_and_storage() {
    let all = crate::pallets::metadata_ir().pallets;
    for name in OURS {
        let pallet = all.iter().find(|pallet| pallet.name == name).unwrap();
        assert!(
            pallet.calls.is_some() && pallet.event.is_some() && pallet.error.is_some(),
            "{name}"
        );
        assert!(!pallet.view_functions.is_empty(), "{name} answers questions");
        assert!(pallet.storage.is_some(), "{name}");
    }
}

/// Wallets read the nonce from an extension with the SDK's name and encoding.
#[test]
fn extensions_bear_the_names_that_clients_know() {
    let extrinsic = crate::pallets::metadata_ir().extrinsic;
    let names: Vec<_> = extrinsic
        .extensions_in_versions
        .iter()
        .map(|extension| extension.identifier)
        .collect();
    assert_eq!(
        names,
        [
            "CheckNonZeroSender",
            "CheckSpecVersion",
            "CheckTxVersion",
            "CheckGenesis",
            "CheckMortality",
            "CheckNonce",
            "CheckMetadataHash",
            "CheckWeight",
            "WeightReclaim",
        ]
    );
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn every_call_of_ours_has_its_benchmark() {
    use frame_benchmarking::runtime_decl_for_benchmark::BenchmarkV2;

    let (lists, _) = <crate::Runtime as BenchmarkV2<crate::Block>>::benchmark_metadata(true);
    let mut missing = Vec::new();
    for pallet in crate::pallets::metadata_ir()
        .pallets
        .iter()
        .filter(|pallet| OURS.contains(&pallet.name))
    {
        let benchmarks: Vec<_> = lists
            .iter()
            .filter(|list| list.pallet == format!("pallet_{}", pallet.name.to_lowercase()).into_bytes())
            .flat_map(|list| &list.benchmarks)
            .map(|benchmark| String::from_utf8(benchmark.name.clone()).unwrap())
            .collect();
        let calls = variants(&pallet.calls.as_ref().unwrap().ty);
        let without = calls
            .iter()
            .filter(|call| !benchmarks.iter().any(|benchmark| benchmark == call.name));
        missing.extend(without.map(|call| format!("{}::{}", pallet.name, call.name)));
    }
    assert_eq!(missing, Vec::<String>::new());
}
