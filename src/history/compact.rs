//! How a row of `data/network_history.csv` is packed into a few integers, exactly. The build script packs
//! and the crate unpacks, both with the functions below.

/// The difficulty that the compact target of a block header (`nBits`) stands for, rounded as the source has it: to
/// a whole number (a half to the even one), or to six significant digits where it has fewer.
///
/// The target is `mantissa·256^(size−3)`, the one of difficulty 1 is `0xffff·256^26`.
pub fn difficulty(bits: u32) -> f64 {
    let (size, mantissa) = (bits >> 24, bits & 0xff_ffff);
    let exact = 65_535.0 * power_of_two(8 * (29 - i64::from(size))) / f64::from(mantissa);
    let mut scale = 1.0;
    while exact * scale < 1e5 {
        scale *= 10.0;
    }
    (exact * scale).round_ties_even() / scale
}

fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(((1023 + exponent) as u64) << 52) // a size is one byte: far from either end
}

/// Where codes of ten-thousandths end: 10 USD.
const CENTS_FROM: u32 = 100_000;

/// USD per bitcoin: ten-thousandths below 10 USD, cents from there on.
pub fn price(code: u32) -> f64 {
    match code.checked_sub(CENTS_FROM) {
        None => f64::from(code) / 1e4,
        Some(cents) => f64::from(1_000 + cents) / 100.0,
    }
}

/// Length of a period in days, from the whole days between its first day and the next one's, and the rest in
/// ten-thousandths.
pub fn days(whole: u8, rest: i16) -> f64 {
    f64::from(i32::from(whole) * 10_000 + i32::from(rest)) / 1e4
}

/// Fees in bitcoin per block: hundred-thousandths, above two bits of basis.
pub fn fees(code: u32) -> f64 {
    f64::from(code >> BASIS_BITS) / 1e5
}

/// How the fees are known: 0 not at all, else the place in the list of bases.
pub fn basis(code: u32) -> u32 {
    code & ((1 << BASIS_BITS) - 1)
}

/// Bits of a code that [`basis`] takes.
pub const BASIS_BITS: u32 = 2;
