/** A script of one piece: classic for places where modules cannot be loaded, or a module without any other. */
import { build, type Plugin, type Rolldown } from 'vite';

import { minify } from 'terser';

import { TARGETS } from '../checks/floor.ts';
import { bareImport } from './bare-import.ts';
import { bareScripts } from './bare-scripts.ts';
import { heights } from '../pages/heights.ts';
import { onePiece } from './one-piece.ts';
import { noteStyles } from '../styles/own-styles.ts';
import { said } from '../words/said.ts';

/** Bundles `entry` with all that it imports, at once or later, into one classic script. */
export function classicScript(entry: string, plugins: Plugin[] = []): Promise<string> {
  return script(entry, [onePiece(), bareScripts(), ...plugins], 'iife');
}

/** Bundles `entry` with all that it imports into one module, which exports what the entry does. */
export function moduleScript(entry: string, plugins: Plugin[] = []): Promise<string> {
  return script(entry, plugins, 'es');
}

async function script(entry: string, plugins: Plugin[], format: 'iife' | 'es'): Promise<string> {
  const built = (await build({
    configFile: false,
    root: 'www',
    publicDir: false,
    logLevel: 'warn',
    plugins: [said(), heights(), bareImport(), noteStyles(), ...plugins],
    build: {
      write: false,
      ...TARGETS,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'exports-only',
        output: { format, codeSplitting: false },
        // Vite's own helper for modules that come later names it; here none comes later.
        checks: { emptyImportMeta: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const [made, ...more] = built.output;
  if (more.length > 0) throw new Error(`${entry} left ${more.map(({ fileName }) => fileName).join(', ')} beside it`);
  const smaller = await minify(made.code, { module: format === 'es', compress: { passes: 3 } });
  return smaller.code!;
}
