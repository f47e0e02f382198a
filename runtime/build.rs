//! Builds the wasm form of the runtime that nodes execute.

fn main() {
    #[cfg(all(feature = "std", not(feature = "metadata-hash")))]
    substrate_wasm_builder::WasmBuilder::build_using_defaults();

    // Offline signers want a token symbol and its decimals in the metadata hash; the chain has no coin.
    #[cfg(all(feature = "std", feature = "metadata-hash"))]
    substrate_wasm_builder::WasmBuilder::init_with_defaults()
        .enable_metadata_hash("NONE", 0)
        .build();
}
