/** Two hexadecimal digits a byte: brotli finds in them what it finds in the bytes, which in base64 it does not. */
export function bytes(hex: string): Uint8Array<ArrayBuffer> {
  // Ten times as quick as `parseInt`, which on an old phone would be felt.
  const digit = (at: number): number => (hex.charCodeAt(at) % 39) - 9;
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = 16 * digit(2 * i) + digit(2 * i + 1);
  return bytes;
}
