// The fonts that a browser sees: a narrow family and a wide one, and never the machine's own.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Each has a serif, a sans-serif and a monospaced font; xtask/src/fonts.rs says which. */
export const FAMILIES = ['narrow', 'wide'];

/** What the browser shows where a style asks for this generic family. */
export const FONTS = {
  narrow: { 'sans-serif': 'Arimo', serif: 'Tinos', monospace: 'Cousine' },
  wide: { 'sans-serif': 'DejaVu Sans', serif: 'DejaVu Serif', monospace: 'DejaVu Sans Mono' },
};

const root = new URL('../../../', import.meta.url);

/** Where a browser must be allowed to read. */
export const FOLDERS = ['node_modules/', 'target/fonts/'].map((folder) => fileURLToPath(new URL(folder, root)));

/** The environment of a browser that has this family alone. */
function fontsOf(family) {
  if (!FAMILIES.includes(family)) throw new Error(`there is no family ${family}, only ${FAMILIES.join(' and ')}`);
  const written = fileURLToPath(new URL(`target/fonts/${family}/fonts.conf`, root));
  const file = process.env[`BREAKEVEN_FONTS_${family.toUpperCase()}`] ?? written;
  if (!existsSync(file)) throw new Error(`${file} is not there: \`cargo xtask test tools\` writes it`);
  return { FONTCONFIG_FILE: file };
}

/** What else a browser would take from the machine: the reader's language, place and time. */
const READER = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en_US', TZ: 'UTC' };

/** The whole environment of a browser: the same on every machine, where it matters. */
export function environment(family) {
  return { ...process.env, ...READER, ...fontsOf(family) };
}
