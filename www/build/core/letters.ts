/** Bytes as the letters that www/src/load/letters.ts reads. */
import { UNSAFE } from '../../src/load/letters.ts';

/** Where nothing is swapped: a letter of two bytes. */
const ABOVE = 256;

/**
 * As many times as often as what it is swapped with a byte has to come. Which of them packs best hangs on the bytes, and makes
 * a quarter of a kilobyte.
 */
const OFTEN = [0.7, 0.5, 0.6, 0.8, 0.9, 1.1];

/** The same script with its letters written in each way. */
export function inEachWay(script: string, bytes: Uint8Array): string[] {
  const usual = letters(bytes);
  if (!script.includes(usual)) throw new Error('the script has not the letters of the core');
  return OFTEN.map((often) => script.replace(usual, () => letters(bytes, often)));
}

export function letters(bytes: Uint8Array, often = OFTEN[0]!): string {
  const counts = Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte]! += 1;
  const rarer = (one: number, other: number): number => counts[other]! - counts[one]!;
  const rare = [...Array(128).keys()].filter((byte) => !UNSAFE.includes(byte)).sort(rarer).reverse();
  const letter = counts.map((_, byte) => (byte < 128 && !UNSAFE.includes(byte) ? byte : byte + ABOVE));
  [...UNSAFE].sort(rarer).forEach((unsafe, at) => {
    const spare = rare[at]!;
    if (often * counts[spare]! >= counts[unsafe]!) return;
    letter[unsafe] = spare;
    letter[spare] = spare + ABOVE;
  });
  const written = [...UNSAFE, ...bytes].map((byte) => String.fromCharCode(letter[byte]!));
  return written.join('');
}
