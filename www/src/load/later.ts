/**
 * A part that comes when it is asked for. Engines may remember that a module did not come, and never ask for its
 * address again: so each further try has another one. www/build/scripts/retried-imports.ts puts `again` behind it.
 */
export function later<T>(load: (again: string) => Promise<T>): () => Promise<T> {
  let failed = 0;
  return () =>
    load(failed ? `?${failed}` : '').catch((error: unknown) => {
      failed += 1;
      throw error;
    });
}
