/** A style sheet in the page itself: it is there before the first layout, wherever the page is opened. */
import { createHash } from 'node:crypto';

import type { Rolldown } from 'vite';

const LINK = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/;

export interface Inlined {
  html: string;
  /** The file that the page does without now. */
  file: string;
  /** What its policy has to allow. */
  source: string;
}

/** Puts the one style sheet to which `html` links in the link's place. */
export function inlineStyle(html: string, bundle: Rolldown.OutputBundle): Inlined {
  const [link, file = ''] = html.match(LINK) ?? [];
  const css = contentOf(bundle[file])?.trim();
  if (!link || !css) throw new Error('the page links to no style sheet of the bundle');
  return { html: html.replace(link, () => `<style>${css}</style>`), file, source: hashSource(css) };
}

/** A text as a policy allows it, and no other. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

export function contentOf(found: Rolldown.OutputBundle[string] | undefined): string | undefined {
  if (!found) return undefined;
  return found.type === 'chunk' ? found.code : Buffer.from(found.source).toString();
}
