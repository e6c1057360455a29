// What a server, a network or a policy can do to a file: answers for `intercept` in server.mjs.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const assets = `${dist}assets/`;

/** Answers requests for the files that `name` matches with `answer(response, read)`. */
export function on(name, answer) {
  return async (request, response) => {
    const file = basename(new URL(request.url, 'http://localhost').pathname);
    if (!name.test(file)) return false;
    await answer(response, () => readFile(`${assets}${file}`));
    return true;
  };
}

/** Sees every request, one after the other, until one of the faults answers it. */
export function all(...faults) {
  return async (request, response) => {
    for (const fault of faults) if (await fault(request, response)) return true;
    return false;
  };
}

export const wrongType = async (response, read) => {
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(await read());
};

export const broken = (response) => response.writeHead(500).end();

/** As hosts of single-page applications answer for whatever they do not have. */
export const page = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
};

export const notFoundPage = (response) => {
  response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>Not found</title>');
};

export const truncated = async (response, read) => {
  const bytes = await read();
  response.writeHead(200, { 'content-type': 'application/wasm' }).end(bytes.subarray(0, bytes.length / 2));
};

/** The line goes down in the middle. */
export const cut = async (response, read) => {
  const bytes = await read();
  response.writeHead(200, { 'content-type': 'application/wasm', 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
};

export const gone = (response) => response.destroy();

/** The calculator's page, in which `run` comes before every other script. */
export function first(run) {
  return async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.endsWith('/first.js')) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(`(${run})();`);
      return true;
    }
    if (!pathname.endsWith('/index.html')) return false;
    const html = await readFile(`${dist}index.html`, 'utf8');
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(html.replace('<head>', '<head><script src="./first.js"></script>'));
    return true;
  };
}
