// Texts that somebody has read and approved: tests/golden/. `BREAKEVEN_GOLDEN=write` writes them anew.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../../../', import.meta.url);

/** Holds a text against the one that was approved, both as `read` reads them; one that differs is written to target/golden/. */
export async function approved(name, lines, read = (text) => text) {
  const [file, beside] = ['tests', 'target'].map((folder) => new URL(`${folder}/golden/${name}.txt`, root));
  const text = lines.map((line) => `${line}\n`).join('');
  if (process.env.BREAKEVEN_GOLDEN === 'write') await writeFile(file, text);
  const old = await readFile(file, 'utf8').catch(() => '');
  if (read(old) === read(text)) return;
  await mkdir(new URL('./', beside), { recursive: true });
  await writeFile(beside, text);
  const were = old.split('\n');
  const first = lines.find((line, at) => line !== were[at]);
  assert.fail(`${beside.pathname} differs from ${file.pathname}, first in: ${first ?? '(its end)'}`);
}
