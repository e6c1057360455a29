// The bundlers that people use, set to no more than from where and to where: each builds `main.js` of a project into
// `built/` and returns the page that loads it.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import * as esbuild from 'esbuild';
import { build } from 'vite';
import webpack from 'webpack';

/** A page with that script in it. */
export const page = (script) =>
  `<!doctype html><html lang="en"><title>A project</title>${script}
   <break-even scenario="quoted-40000">What must bitcoin cost?</break-even>`;

const CLASSIC = '<script defer src="main.js"></script>';
const MODULE = '<script type="module" src="main.js"></script>';

export const bundlers = {
  async Vite(folder) {
    await writeFile(join(folder, 'index.html'), page(MODULE.replace('"main', '"./main')));
    // It would tell that the core is large.
    const settings = { outDir: 'built', chunkSizeWarningLimit: 1_000 };
    await build({ root: folder, configFile: false, logLevel: 'warn', base: './', build: settings });
    return readFile(join(folder, 'built/index.html'), 'utf8');
  },

  async webpack(folder) {
    const { entry, into } = paths(folder);
    const stats = await promisify(webpack)({ mode: 'production', context: folder, entry, output: { path: into } });
    refuse(stats.toJson().errors.map(({ message }) => message));
    return page(CLASSIC);
  },

  async esbuild(folder) {
    const { entry, into } = paths(folder);
    const { warnings } = await esbuild.build({ entryPoints: [entry], bundle: true, outdir: into, logLevel: 'silent' });
    refuse(warnings.map(({ text }) => text));
    return page(CLASSIC);
  },

  async 'esbuild with splitting'(folder) {
    const { entry, into } = paths(folder);
    const split = { format: 'esm', splitting: true, bundle: true, logLevel: 'silent' };
    const { warnings } = await esbuild.build({ entryPoints: [entry], outdir: into, ...split });
    refuse(warnings.map(({ text }) => text));
    return page(MODULE);
  },
};

function paths(folder) {
  return { entry: join(folder, 'main.js'), into: join(folder, 'built') };
}

function refuse(complaints) {
  if (complaints.length) throw new Error(complaints.join('\n'));
}
