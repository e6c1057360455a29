/** What a bundle has. */
import type { Rolldown } from 'vite';

export function contentOf(found: Rolldown.OutputBundle[string] | undefined): string | undefined {
  if (!found) return undefined;
  return found.type === 'chunk' ? found.code : Buffer.from(found.source).toString();
}

/** As it is served, of a file that has to be there. */
export function bytesOf(found: Rolldown.OutputBundle[string] | undefined): Buffer {
  if (!found) throw new Error('the bundle lacks a file of the page');
  return Buffer.from(found.type === 'chunk' ? found.code : found.source);
}

/** The file that has been made of what was called so. */
export function fileOf(bundle: Rolldown.OutputBundle, name: string): string {
  const asset = Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(name));
  if (!asset) throw new Error(`the bundle has no ${name}`);
  return asset.fileName;
}

/** Takes a style sheet out of the bundle: its text will stand in a page. */
export function takeStyle(bundle: Rolldown.OutputBundle, name: string): string {
  const file = fileOf(bundle, name);
  const css = contentOf(bundle[file])!.trim();
  delete bundle[file];
  return css;
}
