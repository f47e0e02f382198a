//! Writes weights as a Rust file of the runtime. `scripts/bench` lays it out with rustfmt afterwards.

use super::{
    fit::{Fitted, Line},
    run::Component,
};

/// The file of one pallet.
pub fn text(pallet: &str, calls: &[Fitted], steps: u32, repeat: u32) -> String {
    let functions: Vec<String> = calls.iter().map(function).collect();
    format!(
        "//! Weights of `{pallet}`. Written by `scripts/bench weights`, never by hand.
//!
//! Time: the wasm runtime on the reference machine (2 cores), {steps} steps, {repeat} repeats; least squares over the
//! middle half of the repeats, or the median where there is no component. Reads and writes: counted, and weighed by
//! the runtime's `DbWeight`. Size of proof: measured on the state of the `development` preset.

use core::marker::PhantomData;
use frame_support::{{traits::Get, weights::Weight}};

/// Measured weights of the calls.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> {pallet}::WeightInfo for WeightInfo<T> {{
{}}}
",
        functions.join("\n")
    )
}

fn function(call: &Fitted) -> String {
    let mut text = String::new();
    for one in &call.touched {
        text += &format!(
            "    // {}: {} read, {} written\n",
            one.item, one.reads, one.writes
        );
    }
    for (name, low, high) in &call.components {
        text += &format!("    // {name}: {low} to {high}\n");
    }
    text += &format!(
        "    fn {}({}) -> Weight {{\n        {}",
        call.name,
        parameters(call),
        body(call)
    );
    text + "\n    }\n"
}

/// The components as parameters; one that makes no difference is marked unused.
fn parameters(call: &Fitted) -> String {
    let parameter = |(position, (name, ..)): (usize, &Component)| {
        let lines = [&call.time, &call.reads, &call.writes, &call.proof];
        let used = lines
            .iter()
            .any(|line| line.slopes.get(position).is_some_and(|slope| *slope > 0));
        format!("{}{name}: u32", if used { "" } else { "_" })
    };
    call.components
        .iter()
        .enumerate()
        .map(parameter)
        .collect::<Vec<_>>()
        .join(", ")
}

fn body(call: &Fitted) -> String {
    let mut text = format!(
        "Weight::from_parts({}, {})",
        grouped(call.time.base),
        grouped(call.proof.base)
    );
    for (position, (name, ..)) in call.components.iter().enumerate() {
        let slope = |line: &Line| line.slopes.get(position).copied().unwrap_or_default();
        let (time, proof) = (slope(&call.time), slope(&call.proof));
        if time > 0 || proof > 0 {
            let unit = format!("Weight::from_parts({}, {})", grouped(time), grouped(proof));
            text += &format!("\n            .saturating_add({unit}.saturating_mul({name}.into()))");
        }
    }
    text + &accesses("reads", &call.reads, &call.components)
        + &accesses("writes", &call.writes, &call.components)
}

fn accesses(kind: &str, line: &Line, components: &[Component]) -> String {
    let mut text = String::new();
    let mut add = |number: String| {
        text += &format!("\n            .saturating_add(T::DbWeight::get().{kind}({number}))")
    };
    if line.base > 0 {
        add(line.base.to_string());
    }
    for (slope, (name, ..)) in line
        .slopes
        .iter()
        .zip(components)
        .filter(|(slope, _)| **slope > 0)
    {
        add(format!("{slope}_u64.saturating_mul({name}.into())"));
    }
    text
}

/// A number with its digits in groups of three.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weights::fit::Touched;
    use frame_benchmarking::BenchmarkParameter;

    fn line(base: u128, slopes: &[u128]) -> Line {
        Line {
            base,
            slopes: slopes.to_vec(),
        }
    }

    #[test]
    fn digits_stand_in_groups_of_three() {
        let numbers = [0, 7, 999, 1_000, 123_456, 1_234_567];
        assert_eq!(
            numbers.map(grouped),
            ["0", "7", "999", "1_000", "123_456", "1_234_567"]
        );
    }

    #[test]
    fn a_component_stands_only_where_it_makes_a_difference() {
        let call = Fitted {
            name: "publish".into(),
            components: vec![(BenchmarkParameter::t, 0, 16_384), (BenchmarkParameter::u, 1, 2)],
            time: line(1_000_000, &[7_000, 0]),
            reads: line(3, &[0, 0]),
            writes: line(0, &[2, 0]),
            proof: line(64, &[0, 0]),
            touched: vec![Touched {
                item: "Registry::Cases".into(),
                reads: 1,
                writes: 1,
            }],
        };
        let expected = "    // Registry::Cases: 1 read, 1 written
    // t: 0 to 16384
    // u: 1 to 2
    fn publish(t: u32, _u: u32) -> Weight {
        Weight::from_parts(1_000_000, 64)
            .saturating_add(Weight::from_parts(7_000, 0).saturating_mul(t.into()))
            .saturating_add(T::DbWeight::get().reads(3))
            .saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(t.into())))
    }
";
        assert_eq!(function(&call), expected);
    }
}
