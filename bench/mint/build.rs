//! Builds the wasm form of the runtime, but only for whoever measures: `QUANJI_BUILD_MINT=1`, as `scripts/bench
//! execution` sets it. Every other build goes without, so that it does not build a second wasm runtime.

fn main() {
    #[cfg(feature = "std")]
    build();
}

#[cfg(feature = "std")]
fn build() {
    println!("cargo:rerun-if-env-changed=QUANJI_BUILD_MINT");
    if std::env::var_os("QUANJI_BUILD_MINT").is_some_and(|value| value == "1") {
        substrate_wasm_builder::WasmBuilder::build_using_defaults();
        return;
    }
    println!("cargo:rerun-if-changed=build.rs");
    let folder = std::env::var_os("OUT_DIR").expect("cargo names the folder of what a build script writes");
    let file = std::path::Path::new(&folder).join("wasm_binary.rs");
    std::fs::write(file, "pub const WASM_BINARY: Option<&[u8]> = None;\n")
        .expect("that folder can be written");
}
