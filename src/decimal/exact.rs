//! Decimal ↔ `f64` by whole numbers of any length: slow, exact, and without a table.
//!
//! A decimal is a fraction of two whole numbers, and so is an `f64`. Either way the answer is one quotient,
//! rounded once.

use std::cmp::Ordering;

/// The bits of an `f64` after its leading one.
const FRACTION: i32 = 52;
/// The power of two of the last bit of the smallest numbers.
const SMALLEST: i32 = -1074;
/// Beyond this power of ten, up or down, an `f64` is infinite or nothing.
const FARTHEST: i64 = 400;

/// The `f64` next to `digits·10^exponent`, of two the even one; infinity beyond the largest.
#[inline(never)]
pub(super) fn nearest(digits: Big, exponent: i32) -> f64 {
    // Three decimal digits for ten bits. The powers of ten of what is far off would only take time.
    let decade = i64::from(exponent) + digits.bits() * 3 / 10;
    if decade < -FARTHEST || digits.0.is_empty() {
        return 0.0;
    }
    if decade > FARTHEST {
        return f64::INFINITY;
    }
    let (mut n, mut m) = (digits, Big::of(1));
    if exponent < 0 { &mut m } else { &mut n }.times_ten(exponent.unsigned_abs());
    let Quotient { mut whole, power, rest } = quotient(n, m, FRACTION, SMALLEST);
    if rest == Ordering::Greater || (rest == Ordering::Equal && whole % 2 == 1) {
        whole += 1;
    }
    // The leading bit adds one to the exponent, and so does a carry.
    let bits = (u64::from((power - SMALLEST).unsigned_abs()) << FRACTION) + whole; // `power` is not below
    f64::from_bits(bits.min(f64::INFINITY.to_bits()))
}

/// `size·10^-exponent` to a whole number, for a positive and finite `size` that gives one of at most 19 digits.
#[inline(never)]
pub(super) fn scaled(size: f64, exponent: i32) -> u64 {
    let fraction = size.to_bits() & ((1 << FRACTION) - 1);
    let (whole, power) = match (size.to_bits() >> FRACTION) as i32 {
        0 => (fraction, SMALLEST),
        biased => (fraction | 1 << FRACTION, SMALLEST + biased - 1),
    };
    let (mut n, mut m) = (Big::of(whole), Big::of(1));
    if exponent < 0 { &mut n } else { &mut m }.times_ten(exponent.unsigned_abs());
    if power < 0 { &mut m } else { &mut n }.shift(power.unsigned_abs());
    let Quotient { whole, rest, .. } = quotient(n, m, 63, 0);
    whole + u64::from(rest != Ordering::Less)
}

/// A fraction is `(whole + rest)·2^power`, `rest` told by how it compares with a half.
struct Quotient {
    whole: u64,
    power: i32,
    rest: Ordering,
}

/// `n/m`, of which `whole` has `fraction` bits after its leading one, or fewer where `power` would be below `least`.
fn quotient(mut n: Big, mut m: Big, fraction: i32, least: i32) -> Quotient {
    let mut top = (n.bits() - m.bits()) as i32; // neither has more than 2¹³ bits
    if top < 0 { &mut n } else { &mut m }.shift(top.unsigned_abs());
    if n.order(&m) == Ordering::Less {
        n.times(2, 0);
        top -= 1;
    }
    // Now m ≤ n < 2m, and the fraction is n/m·2^top.
    let power = (top - fraction).max(least);
    let mut whole = 0;
    for _ in power..=top {
        whole *= 2;
        if n.order(&m) != Ordering::Less {
            n.subtract(&m);
            whole += 1;
        }
        n.times(2, 0);
    }
    // By now n is twice the remainder. With `power` just above `top` all of it is remainder, and n/m is twice that.
    let rest = if power > top + 1 { Ordering::Less } else { n.order(&m) };
    Quotient { whole, power, rest }
}

/// A whole number: its digits to the base 2³², the lowest first, no zero at the end.
#[derive(Clone)]
pub(super) struct Big(Vec<u32>);

impl Big {
    pub fn of(value: u64) -> Self {
        let mut big = Self(vec![value as u32, (value >> 32) as u32]); // its two halves
        big.trim();
        big
    }

    /// `self·factor + more`.
    #[inline(never)]
    pub fn times(&mut self, factor: u32, more: u32) {
        let mut carry = u64::from(more);
        for digit in &mut self.0 {
            carry += u64::from(*digit) * u64::from(factor);
            *digit = carry as u32; // the low half
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32); // less than a factor
        }
    }

    /// `self·10^power`.
    fn times_ten(&mut self, power: u32) {
        for _ in 0..power / 9 {
            self.times(1_000_000_000, 0);
        }
        self.times(10_u32.pow(power % 9), 0);
    }

    /// `self·2^bits`.
    fn shift(&mut self, bits: u32) {
        self.times(1 << (bits % 32), 0);
        let mut shifted = vec![0; bits as usize / 32];
        shifted.extend_from_slice(&self.0);
        self.0 = shifted;
    }

    fn order(&self, other: &Self) -> Ordering {
        let lengths = self.0.len().cmp(&other.0.len());
        lengths.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    /// Takes off a number that is not larger.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        for (i, digit) in self.0.iter_mut().enumerate() {
            let taken = other.0.get(i).copied().unwrap_or(0);
            let (rest, under) = digit.overflowing_sub(taken);
            let (rest, under_too) = rest.overflowing_sub(u32::from(borrow));
            (*digit, borrow) = (rest, under || under_too);
        }
        self.trim();
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    pub fn bits(&self) -> i64 {
        let top = self.0.last().map_or(0, |digit| digit.leading_zeros());
        self.0.len() as i64 * 32 - i64::from(top) // lengths fit
    }
}
