/** A script of one piece, for places where modules cannot be loaded. */
import { build, type Plugin, type Rolldown } from 'vite';

/** Bundles `entry` with all that it imports, at once or later, into one classic script. */
export async function classicScript(entry: string, plugins: Plugin[] = []): Promise<string> {
  const built = (await build({
    configFile: false,
    root: 'www',
    publicDir: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', codeSplitting: false },
        // Vite's own helper for modules that come later names it; here none comes later.
        checks: { emptyImportMeta: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  const [script, ...more] = built.output;
  if (more.length > 0) throw new Error(`${entry} left ${more.map(({ fileName }) => fileName).join(', ')} beside it`);
  return script.code;
}
