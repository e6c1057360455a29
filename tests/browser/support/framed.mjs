// An article of somebody else's with a frame of ours, sandboxed and on another origin.

import { article, elsewhere, TEXT } from './article.mjs';
import { dist, withPage } from './page.mjs';

export const sandbox = 'sandbox="allow-scripts"';

/** Opens an article that holds `frame(origin)` and hands over the frame too. */
export function framed(frame, test, { server, ...options } = {}) {
  return elsewhere(
    dist,
    (origin) =>
      withPage({ path: 'article.html', intercept: article(frame(origin)), ...options }, async (given) => {
        await given.page.locator('iframe').first().waitFor({ state: 'attached' });
        await test({ ...given, elsewhere: origin, frame: given.page.frames()[1] });
      }),
    server,
  );
}

export const runs = (frame) => frame.locator('[part=slider]').first().waitFor();

/** Between two pieces of text, with the script for hosts. */
export const hosted = (attributes) => (origin) =>
  `${TEXT}<script src="${origin}/tools/breakeven-host.js"></script>
   <iframe data-breakeven ${sandbox} ${attributes(`${origin}/tools/embed.html`)}></iframe>${TEXT}`;
