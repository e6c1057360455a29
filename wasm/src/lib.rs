//! What JavaScript calls: all of it stands in [`breakeven::wasm`].

#[cfg(feature = "web")]
pub use breakeven::wasm::*;
