/** Bytes as the letters that www/src/load/letters.ts reads. */
import { UNSAFE } from '../../src/load/letters.ts';

/** Where nothing is swapped: a letter of two bytes. */
const ABOVE = 256;

/** As many times as often as what it is swapped with a byte has to come; with others the file is up to half a kilobyte larger. */
const OFTEN = 0.7;

export function letters(bytes: Uint8Array): string {
  const counts = Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte]! += 1;
  const often = (one: number, other: number): number => counts[other]! - counts[one]!;
  const rare = [...Array(128).keys()].filter((byte) => !UNSAFE.includes(byte)).sort(often).reverse();
  const letter = counts.map((_, byte) => (byte < 128 && !UNSAFE.includes(byte) ? byte : byte + ABOVE));
  [...UNSAFE].sort(often).forEach((unsafe, at) => {
    const spare = rare[at]!;
    if (OFTEN * counts[spare]! >= counts[unsafe]!) return;
    letter[unsafe] = spare;
    letter[spare] = spare + ABOVE;
  });
  const written = [...UNSAFE, ...bytes].map((byte) => String.fromCharCode(letter[byte]!));
  return written.join('');
}
