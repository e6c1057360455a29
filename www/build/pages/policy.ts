/** What a page may load and run, and nothing else: https://www.w3.org/TR/CSP3/. */
import { createHash } from 'node:crypto';

import { styleText } from '../styles/own-styles.ts';

export interface Policy {
  /** Directives and their sources, in the order in which they are written. */
  sources: Record<string, string[]>;
  /** The policies of Trusted Types by which scripts write into the page. */
  types: string[];
}

export function written({ sources, types }: Policy): string {
  const directives = {
    'default-src': ["'none'"],
    ...sources,
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': types,
  };
  return Object.entries(directives)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/** A text as a policy allows it, and no other. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The style sheets that scripts bring. */
export function styleSources(...files: string[]): string[] {
  return files.map((file) => hashSource(styleText(file)));
}
