/** Beside each file its brotli and gzip, for hosts that do not compress; then the sums of all. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin } from 'vite';

const SUMS = 'SHA256SUMS';
/** What is packed already. */
const PACKED = /\.png$/;
const squeeze = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gz: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};

/** Of several texts that say the same, the one that packs best. */
export async function lightest(texts: string[]): Promise<string> {
  const sizes = await Promise.all(texts.map(async (text) => (await squeeze.br(Buffer.from(text))).length));
  return texts[sizes.indexOf(Math.min(...sizes))]!;
}

/** `folder` is counted from the repository's root, and read when all is written. */
export function packed(folder: string): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const plain = (await files(folder)).filter((file) => !PACKED.test(file));
        await Promise.all(plain.map(packBeside));
        const lines = [];
        for (const file of await files(folder)) {
          const sum = createHash('sha256').update(await readFile(file)).digest('hex');
          lines.push(`${sum}  ${relative(folder, file).split(sep).join('/')}\n`);
        }
        await writeFile(join(folder, SUMS), lines.join(''));
      },
    },
  };
}

async function packBeside(file: string): Promise<void> {
  const bytes = await readFile(file);
  for (const [kind, pack] of Object.entries(squeeze)) {
    const less = await pack(bytes);
    if (less.length < bytes.length) await writeFile(`${file}.${kind}`, less);
  }
}

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
