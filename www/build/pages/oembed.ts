/** What machines ask about a page: https://oembed.com, https://ogp.me. */
import { framed } from '../../src/frame/frame-code.ts';
import { frameHeight, ROOM } from './heights.ts';
import { IMAGE } from '../pictures/scenario-images.ts';
import { tag } from './template.ts';

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
export type Locate = (file: string) => string;

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
export function card({ title, description, page, oembed, image }: Subject, at: Locate): string[] {
  return [
    tag('link', { rel: 'canonical', href: at(page) }),
    tag('link', { rel: 'alternate', type: 'application/json+oembed', href: at(oembed), title }),
    tag('meta', { property: 'og:type', content: 'website' }),
    tag('meta', { property: 'og:site_name', content: 'Breakeven' }),
    tag('meta', { property: 'og:url', content: at(page) }),
    tag('meta', { property: 'og:title', content: title }),
    tag('meta', { property: 'og:description', content: description }),
    tag('meta', { property: 'og:image', content: at(image) }),
    tag('meta', { property: 'og:image:width', content: String(IMAGE.width) }),
    tag('meta', { property: 'og:image:height', content: String(IMAGE.height) }),
    tag('meta', { property: 'og:image:alt', content: description }),
    tag('meta', { name: 'twitter:card', content: 'summary_large_image' }),
  ];
}
