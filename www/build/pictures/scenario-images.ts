/** Each scenario as SVG and PNG, for a feed, a mail or a card, where it is seen without the page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { crc32 } from 'node:zlib';

import { initWasm, Resvg } from '@resvg/resvg-wasm';
import sharp from 'sharp';
import type { Plugin } from 'vite';

import { PICTURE, picture, type Picture } from './picture.ts';
import { loadCore } from '../core/whole-core.ts';

const SCALE = 3;

/** In pixels. */
export const IMAGE = { width: SCALE * PICTURE.width, height: SCALE * PICTURE.height };

/** Where the image of a scenario lies in dist/. */
export function image(scenario: string, kind: 'svg' | 'png'): string {
  return `scenarios/${scenario}.${kind}`;
}

/** `core` is the folder of the core, from the repository's root. */
export function scenarioImages(core: string): Plugin {
  return {
    name: 'scenario-images',
    apply: 'build',
    async buildStart() {
      const whole = await loadCore(core);
      const drawn = await painter();
      const emit = async (id: string, { svg, light, link }: Picture): Promise<void> => {
        this.emitFile({ type: 'asset', fileName: image(id, 'svg'), source: svg });
        this.emitFile({ type: 'asset', fileName: image(id, 'png'), source: remembering(await drawn(light), link) });
      };
      await Promise.all(whole.scenarios().map((scenario) => emit(scenario.id, picture(whole, scenario))));
    },
  };
}

/** Where a PNG's first chunk, which says its size, ends. */
const HEAD = 33;

/** A PNG with its mine in a chunk of text after the first, as one that is saved from the page. */
function remembering(png: Buffer, link: string): Buffer {
  const content = Buffer.from(`tEXtBreakeven\0${link}`);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([png.subarray(0, HEAD), length, content, sum, png.subarray(HEAD)]);
}

const { resolve } = createRequire(import.meta.url);

/**
 * The fonts come with the build, so that every machine makes the same picture. The renderer takes the first where
 * it knows none that a style names.
 */
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

let renderer: Promise<void> | undefined;

/** What makes a PNG of an SVG. */
async function painter(): Promise<(svg: string) => Promise<Buffer>> {
  renderer ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
  await renderer;
  const fontBuffers = await Promise.all(FONTS.map((file) => readFile(resolve(file))));
  const font = { fontBuffers, defaultFontFamily: 'Source Sans 3' };
  return async (svg) => {
    const { pixels, width, height } = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: SCALE } }).render();
    // A palette has room for the few colours of a figure, and takes a third of the bytes.
    return sharp(pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ palette: true, dither: 0, effort: 3, compressionLevel: 9 })
      .toBuffer();
  };
}
