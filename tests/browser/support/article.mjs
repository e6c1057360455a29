// A page of somebody else's, on an origin of its own, into which dist/ is embedded.

import { serve } from './server.mjs';

/** The text around the frame, so that there is something that could be moved. */
export const TEXT = '<p>A mine in Kazakhstan paid more for power than its coins brought.</p>'.repeat(6);

/** Answers `/article.html` with `body`, under the headers given. */
export function article(body, headers = {}) {
  return (request, response) => {
    if (new URL(request.url, 'http://localhost').pathname !== '/article.html') return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(
      `<!doctype html><html lang="en"><title>An article</title>
       <style>body { margin: 0 } iframe { border: 0; width: 100%; display: block }</style>${body}`,
    );
    return true;
  };
}

/** Runs `test(origin)` while `folder` is served from another origin than the article's. */
export async function elsewhere(folder, test, options) {
  const server = await serve({ '/tools/': folder }, options);
  try {
    await test(server.origin);
  } finally {
    await server.close();
  }
}
