/** A zip archive of texts, stored as they are: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */

/** Marks of what is in an archive. */
const FILE = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** The version that can read it: any of the last thirty years. */
const VERSION = 20;
/** Names are in UTF-8. */
const UTF8 = 1 << 11;
/** The first day that an archive knows: the same files make the same archive. */
const DAY = 0x21;

export function zip(files: readonly (readonly [name: string, text: string])[]): Blob {
  const encoder = new TextEncoder();
  const contents: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  for (const [name, text] of files) {
    const [called, content] = [encoder.encode(name), encoder.encode(text)];
    const size = long(content.length);
    const facts = [VERSION, UTF8, 0, 0, DAY, ...long(crc(content)), ...size, ...size, called.length, 0];
    directory.push(shorts(...long(ENTRY), VERSION, ...facts, 0, 0, 0, 0, 0, ...long(length(contents))), called);
    contents.push(shorts(...long(FILE), ...facts), called, content);
  }
  const { length: count } = files;
  const end = shorts(...long(END), 0, 0, count, count, ...long(length(directory)), ...long(length(contents)), 0);
  return new Blob([...contents, ...directory, end], { type: 'application/zip' });
}

const length = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** As its lower and its higher half. */
const long = (value: number): [number, number] => [value & 0xffff, value >>> 16];

/** Little-endian, as every machine is on which a browser runs. */
const shorts = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(Uint16Array.from(values).buffer);

/** https://www.w3.org/TR/png-3/#D-CRCAppendix, which is the one of zip archives too. */
export function crc(bytes: Uint8Array): number {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return ~rest >>> 0;
}
