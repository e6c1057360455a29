/** What machines ask about a page: https://oembed.com, https://ogp.me. */
import { framed } from '../../src/frame/frame-code.ts';
import { frameHeight, ROOM } from './heights.ts';
import { escape } from './markup.ts';
import { IMAGE } from './scenario-images.ts';

export interface Subject {
  title: string;
  description: string;
  /** Files of dist/: the page itself, the frame that shows it elsewhere, its oEmbed and its image. */
  page: string;
  frame: string;
  oembed: string;
  image: string;
}

/** In CSS pixels. */
const WIDTH = 720;

/** The lasting address of a file of dist/; relative to dist/ where that is not known. */
type Locate = (file: string) => string;

export function locator(address: string | undefined): Locate {
  return (file) => (address === undefined ? file : new URL(file, address).href);
}

export function oembed({ title, frame, image }: Subject, at: Locate): string {
  const answer = {
    version: '1.0',
    type: 'rich',
    provider_name: 'Breakeven',
    provider_url: at('./'),
    title,
    html: framed(at('breakeven-host.js'), at(frame), title, ROOM).join('\n'),
    width: WIDTH,
    height: frameHeight(WIDTH),
    thumbnail_url: at(image),
    thumbnail_width: IMAGE.width,
    thumbnail_height: IMAGE.height,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** For the head of a page whose address is known: only that can be looked up by machines. */
export function card({ title, description, page, oembed, image }: Subject, at: Locate): string {
  const tags = [
    ['link', { rel: 'canonical', href: at(page) }],
    ['link', { rel: 'alternate', type: 'application/json+oembed', href: at(oembed), title }],
    ['meta', { property: 'og:type', content: 'website' }],
    ['meta', { property: 'og:site_name', content: 'Breakeven' }],
    ['meta', { property: 'og:url', content: at(page) }],
    ['meta', { property: 'og:title', content: title }],
    ['meta', { property: 'og:description', content: description }],
    ['meta', { property: 'og:image', content: at(image) }],
    ['meta', { property: 'og:image:width', content: String(IMAGE.width) }],
    ['meta', { property: 'og:image:height', content: String(IMAGE.height) }],
    ['meta', { property: 'og:image:alt', content: description }],
    ['meta', { name: 'twitter:card', content: 'summary_large_image' }],
  ] as const;
  const attributes = (given: object): string =>
    Object.entries(given)
      .map(([name, value]: [string, string]) => ` ${name}="${escape(value)}"`)
      .join('');
  return tags.map(([name, given]) => `    <${name}${attributes(given)}>\n`).join('');
}
