// Where a browser under test puts what it saves: a folder of its own, gone with the process.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { atExit } from './children.mjs';

/** Makes one. Programs of the desktop look into it for the name of the folder, too. */
export function downloadFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'breakeven-saved-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${folder}"\n`);
  return folder;
}

/** What was saved there under this name, once it is whole; it is taken out, so that the next may have the name. */
export async function savedIn(folder, name) {
  const file = join(folder, name);
  for (let tries = 0, before = -1; tries < 600; tries += 1) {
    const bytes = await readFile(file).catch(() => undefined);
    // A name may be there before its bytes are.
    if (bytes?.length && bytes.length === before) {
      await rm(file);
      return bytes;
    }
    before = bytes?.length ?? -1;
    await wait(50);
  }
  throw new Error(`${name} was not saved; there are ${await readdir(folder)}`);
}
