/** The core with all that it can do, running in Node while the page is built. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import type * as Core from '../../whole/breakeven.js';

export type WholeCore = typeof Core;

/** `folder` is counted from the repository's root. */
export async function loadCore(folder: string): Promise<WholeCore> {
  const core: WholeCore = await import(pathToFileURL(resolve(folder, 'breakeven.js')).href);
  core.initSync({ module: await readFile(resolve(folder, 'breakeven_bg.wasm')) });
  return core;
}
