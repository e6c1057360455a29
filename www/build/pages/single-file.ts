/** `breakeven.html`: the calculator in one file, for a disk, a memory stick or an attachment. */
import { answer } from './answer.ts';
import { calculator, DESCRIPTION, STYLES, TITLE } from './calculator-page.ts';
import { hashSource, styleSources } from './policy.ts';
import type { Shared } from './shared.ts';
import { say } from '../words/words.ts';
import { escape, page, tag } from './template.ts';

/** A file on a disk has no address to copy or to embed: it is filled in here. */
const ADDRESS =
  `<label>${escape(say('tools-address'))} <input type="url" name="address" placeholder="https://…/breakeven/"></label>`;

interface Inside extends Omit<Shared, 'card'> {
  script: string;
  /** As SVG: what marks the page, and the figure. */
  icon: string;
  picture: string;
}

/** Where its script comes to stand. */
const SCRIPT = '<script></script>';

/** Nothing lies beside it: only what is in it may run, and nothing may be asked for. */
export function singleFile({ core, scenario, css, script: code, icon, picture }: Inside): string {
  const script = safe(code);
  const html = page({
    policy: {
      sources: {
        'script-src': [hashSource(script), "'wasm-unsafe-eval'"],
        'style-src': [hashSource(css), ...styleSources(...STYLES)],
        'img-src': ['data:'],
      },
      types: ['lit-html'],
    },
    title: TITLE,
    description: DESCRIPTION,
    head: [tag('link', { rel: 'icon', href: data(icon), type: 'image/svg+xml' }), `<style>${css}</style>`],
    // What comes from a disk is there at once: no first view has to stand in for it.
    body: [...calculator(scenario, answer(core, scenario, { picture: data(picture) }), ADDRESS), SCRIPT],
  });
  // Nobody reads how it is indented, which weighs as much as a button.
  return html.replace(/\n +/g, '\n').replace(SCRIPT, () => `<script>${script}</script>`);
}

/**
 * Says and remembers nothing, for who shows it does; written otherwise is only what would end an address: so it packs best.
 */
function data(svg: string): string {
  const silent = svg.replaceAll('\n', '').replace(/<(title|desc|metadata).*<\/\1>| role="img" aria-labelledby="title desc"/g, '');
  const short = silent
    .replace(/<style>.*<\/style>/, (css) => css.replace(/\s*([{};:,])\s*/g, '$1').replaceAll(';}', '}').replaceAll('.breakeven ', ''))
    .replace(/="([^"']*)"/g, "='$1'")
    .replace(/><\/(?:circle|path|polygon|polyline|rect)>/g, '/>')
    .replace(/<g class='\w+'><\/g>/g, '');
  return `data:image/svg+xml,${short.replace(/[%#]/g, encodeURIComponent)}`;
}

/** HTML must not take a part of the script for the end of it. */
function safe(script: string): string {
  return script.trim().replace(/<(?=!--|\/?script)/gi, '\\x3C');
}
