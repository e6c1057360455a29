// A small static server for built files, on a free port of this machine only.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

export const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * In ms: how much later all comes that the first view does without. `BREAKEVEN_LATE=2000 cargo xtask test browser` finds the
 * tests that count on a quick machine.
 */
const LATE = Number(process.env.BREAKEVEN_LATE ?? 0);
const FIRST = /\/assets\/(?:index|start|breakeven_first|embed)-[^/]{8}\./;

/**
 * Serves the folders of `mounts`, e.g. `{ '/': 'dist', '/core/': 'www/core' }`.
 *
 * `intercept(request, response)` sees every request first and may answer it itself: a wrong
 * type, an error, a delay. It returns (or resolves to) true when it has. With a `line` (see slow.mjs) files come as
 * slowly as it is, and packed.
 *
 * @param {Record<string, string>} mounts
 * @param {{ intercept?: (request: any, response: any) => unknown, line?: any }} [how]
 * @returns {Promise<{ origin: string, close(): Promise<void> }>}
 */
export async function serve(mounts, { intercept = () => false, line } = {}) {
  const server = createServer(async (request, response) => {
    try {
      const carried = await line?.carry(request);
      const pace = carried && line.pace(carried);
      if (!(await intercept(request, response))) await sendFile(mounts, request, response, pace);
    } catch (error) {
      // A browser that closes its page in the middle of an answer is no fault.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') response.destroy(error);
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendFile(mounts, request, response, pace) {
  // Asked for by the browser itself, of every origin.
  if (request.url === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  if (LATE > 0 && request.url.includes('/assets/') && !FIRST.test(request.url)) await wait(LATE);
  const path = locate(mounts, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const packed = pace && /\bbr\b/.test(request.headers['accept-encoding']) && (await isFile(`${path}.br`));
  const sent = packed ? `${path}.br` : path;
  const file = path && (await stat(sent).catch(() => undefined));
  if (!file?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-store',
    ...(packed ? { 'content-encoding': 'br' } : {}),
  });
  if (request.method === 'HEAD') response.end();
  else if (pace) await pipeline(createReadStream(sent), pace, response);
  else await pipeline(createReadStream(sent), response);
}

async function isFile(path) {
  return (await stat(path).catch(() => undefined))?.isFile();
}

/** The file that `pathname` means: of all mounts that it lies in, the longest counts. */
function locate(mounts, pathname) {
  const [prefix] = Object.keys(mounts)
    .filter((mount) => pathname.startsWith(mount))
    .sort((a, b) => b.length - a.length);
  if (prefix === undefined) return undefined;
  const rest = normalize(`/${pathname.slice(prefix.length)}`);
  return join(mounts[prefix], rest.endsWith('/') ? `${rest}index.html` : rest);
}
