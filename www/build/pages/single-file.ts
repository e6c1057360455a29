/** `breakeven.html`: the calculator in one file, for a disk, a memory stick or an attachment. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

import { contentOf, hashSource } from '../styles/inline-style.ts';
import { styleSources } from '../styles/own-styles.ts';
import { classicScript } from '../scripts/script.ts';

interface Options {
  entry: string;
  /** What the script needs to be bundled. */
  plugins: Plugin[];
}

const PAGE = 'index.html';
const FILE = 'breakeven.html';
const LINK = /\s*<link rel="(?:preload|modulepreload|manifest)"[^>]*>/g;
const MODULE = /\s*<script type="module"[^>]*><\/script>/g;
const STYLE = /<style>(.*?)<\/style>/gs;
const PICTURE = /(?<=(?:src|href)=")\.\/([^"]+\.svg)(?=")/g;
/** A file on a disk has no address to copy or to embed: it is filled in here. */
const TOOLS = /(?<=(\s*)<div class="tools" hidden>)/;
const ADDRESS =
  '<label>The calculator’s address on the web <input type="url" name="address" placeholder="https://…/breakeven/"></label>';
/** What comes from a disk is there at once: no first view has to stand in for it. */
const FIRST_VIEW = /\s*<template shadowrootmode.*<\/template>/s;
/** It lies beside the page, and here nothing does; the figure itself stands below. */
const PICTURE_LINK = /\s*<p><a href="\.\/scenarios\/[^<]*<\/a><\/p>/;
const POLICY = /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*(?=")/;

export function singleFile({ entry, plugins }: Options): Plugin {
  let copied: string;
  return {
    name: 'single-file',
    apply: 'build',
    configResolved(config) {
      copied = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const script = safe(await classicScript(entry, plugins));
        const read = (file: string): string => contentOf(bundle[file]) ?? readFileSync(join(copied, file), 'utf8');
        const page = read(PAGE).replace(FIRST_VIEW, '');
        const styles = Array.from(page.matchAll(STYLE), ([, css = '']) => hashSource(css));
        const html = page
          .replaceAll(LINK, '')
          .replaceAll(MODULE, '')
          .replace(TOOLS, (_, line: string) => `${line}  ${ADDRESS}`)
          .replace(PICTURE_LINK, '')
          .replaceAll(PICTURE, (_, file: string) => `data:image/svg+xml,${encodeURIComponent(read(file))}`)
          .replace(POLICY, () => policy(hashSource(script), styles.join(' ')));
        const left = html.match(/(?:src|href)="(?!data:)[^"]*"/g);
        if (left) throw new Error(`${FILE} would still ask for ${left.join(', ')}`);
        const source = html.replace('</body>', () => `<script>${script}</script>\n  </body>`);
        this.emitFile({ type: 'asset', fileName: FILE, source });
      },
    },
  };
}

/** Only what is in the file may run, and nothing may be asked for. */
function policy(script: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    `style-src ${styles} ${styleSources('element', 'assumptions', 'embed-dialog', 'single')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** HTML must not take a part of the script for the end of it. */
function safe(script: string): string {
  return script.trim().replace(/<(?=!--|\/?script)/gi, '\\x3C');
}
