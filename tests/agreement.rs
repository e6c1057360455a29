//! The native build gives the recorded bits; `wasm.rs` holds WebAssembly to the same.

#[path = "agreement/mod.rs"]
mod agreement;

#[test]
fn native_agrees_on_ten_thousand_mines_to_the_last_bit() {
    let fingerprints = agreement::fingerprints();
    if std::env::var("BREAKEVEN_FINGERPRINTS").is_ok_and(|wish| wish == "print") {
        println!("{fingerprints:#018x?}");
    }
    assert_eq!(fingerprints, agreement::FINGERPRINTS);
}
