/** Two hexadecimal digits a byte: brotli finds in them what it finds in the bytes, which in base64 it does not. */
export function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
