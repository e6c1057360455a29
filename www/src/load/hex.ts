/** Two hexadecimal digits a byte: brotli finds in them what it finds in the bytes, which in base64 it does not. */
export function bytes(hex: string): Uint8Array<ArrayBuffer> {
  // The browser's own way where it has one; else ten times as quick as `parseInt`, which an old phone would feel.
  if (fromHex) return fromHex(hex);
  const digit = (at: number): number => (hex.charCodeAt(at) % 39) - 9;
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = 16 * digit(2 * i) + digit(2 * i + 1);
  return bytes;
}

/** Browsers have it since 2025, TypeScript's library for them not yet. */
const { fromHex } = Uint8Array as { fromHex?: (hex: string) => Uint8Array<ArrayBuffer> };
