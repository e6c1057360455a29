/**
 * Answers when the network is gone. One version of the page is one cache, filled before the version takes over and
 * checked file by file, so no reader ever gets a part of one and a part of another. The next version waits until
 * no page of this one is open.
 */
export {};

/** What TypeScript's library for pages lacks of a worker's. */
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Asking extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  registration: ServiceWorkerRegistration;
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Asking) => void): void;
}

interface Files {
  /** What names this version: a hash over all of its files. */
  version: string;
  /** The files of the page, each with its digest. */
  now: Record<string, string>;
  /** Files that only some readers need; kept once they were asked for. */
  later: Record<string, string>;
}

/** Put in when the page is built: www/build/service-worker.ts. */
declare const FILES: Files;

const PAGE = 'index.html';
const worker = self as unknown as Worker;
const { scope } = worker.registration;
/** Others may be served from the same origin: a cache belongs to a folder. */
const OURS = `break-even ${scope} `;
const CACHE = OURS + FILES.version;

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(clear()));
worker.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== undefined) event.respondWith(answer(file, event.request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(FILES.now).map(async (file) => cache.put(file, await load(file))));
}

async function clear(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A file of this very version, or an error. */
async function load(file: string): Promise<Response> {
  const integrity = FILES.now[file] ?? FILES.later[file] ?? '';
  // Hashed names never change; of the others the server must be asked whether it has a newer one.
  const cache = file.startsWith('assets/') ? 'default' : 'no-cache';
  const response = await fetch(new URL(file, scope), { integrity, cache });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  // A page that was led elsewhere on the way is refused by the browser as an answer.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Which of our files a request means; none where it is somebody else's affair. */
function fileOf({ method, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  const folder = new URL(scope);
  if (method !== 'GET' || origin !== folder.origin || !pathname.startsWith(folder.pathname)) return undefined;
  const file = decodeURI(pathname.slice(folder.pathname.length)) || PAGE;
  return Object.hasOwn(FILES.now, file) || Object.hasOwn(FILES.later, file) ? file : undefined;
}

async function answer(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(file);
  if (kept) return kept;
  if (!Object.hasOwn(FILES.later, file)) return fetch(request);
  const response = await load(file);
  await cache.put(file, response.clone());
  return response;
}
