// A project of somebody else's, outside the repository, with the npm package installed and nothing else.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const run = promisify(execFile);

const packed = fileURLToPath(new URL('../../../target/npm/', import.meta.url));

/** Where `cargo xtask package` leaves the npm package. */
async function tarball() {
  const [file, ...more] = (await readdir(packed)).filter((name) => name.endsWith('.tgz'));
  if (!file || more.length) throw new Error(`${packed} holds no package, or several: run cargo xtask package`);
  return join(packed, file);
}

/** Runs `test(folder)` in a new project that holds `files`, by their paths, and takes it away again. */
export async function withProject(files, test) {
  // Compilers name files by their real paths; a temporary folder may be a link.
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'project-'));
  try {
    await write(folder, { 'package.json': JSON.stringify({ private: true, type: 'module' }), ...files });
    const flags = ['--offline', '--no-audit', '--no-fund', '--no-save'];
    await run('npm', ['install', ...flags, await tarball()], { cwd: folder, shell: process.platform === 'win32' });
    await test(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function write(folder, files) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
