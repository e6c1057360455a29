/**
 * Bytes as letters, a letter a byte: brotli finds in them nearly all that it finds in the bytes, and 4 % more than in
 * hexadecimal digits. What may not stand in a script is swapped with what is rare, and all else beyond ASCII is
 * 256 higher. www/build/core/letters.ts writes them.
 */

/** Control characters, quotes, backslashes, and what may begin a tag. */
export const UNSAFE: readonly number[] = [...Array(32).keys(), 39, 60, 92, 127];

/** The first letters say what stands for each of those. */
export function bytes(letters: string): Uint8Array<ArrayBuffer> {
  const value = Uint8Array.from({ length: 512 }, (_, letter) => letter);
  UNSAFE.forEach((byte, at) => (value[letters.charCodeAt(at)] = byte));
  const bytes = new Uint8Array(letters.length - UNSAFE.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = value[letters.charCodeAt(at + UNSAFE.length)]!;
  return bytes;
}
