/** `manifest.webmanifest`, by which a browser installs the calculator as a program. */
import { DIRECTION, LANGUAGE, say } from '../words/words.ts';

export function webManifest(): string {
  const manifest = {
    name: say('calculator-title'),
    short_name: 'Breakeven',
    description: say('calculator-program'),
    lang: LANGUAGE,
    ...(DIRECTION === 'ltr' ? {} : { dir: DIRECTION }),
    start_url: './index.html',
    scope: './',
    display: 'minimal-ui',
    background_color: '#fffefb',
    theme_color: '#fffefb',
    icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
  return `${JSON.stringify(manifest)}\n`;
}
