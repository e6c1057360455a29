/**
 * A correction reaches a returning reader at once, and without a network the page answers all the same. The page comes
 * from the network, where that answers soon; what has a hash in its name comes from the cache. So no reader ever gets
 * a part of one version and a part of another: each names its own files, and a page is kept only together with all
 * that it needs, when its version is installed, checked file by file.
 */
export {};

/** What TypeScript's library for pages lacks of a worker's. */
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Asking extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Asking) => void): void;
}

interface Files {
  /** What names this version: a hash over all of its files. */
  version: string;
  /** What the first view needs, each file with its digest. */
  now: Record<string, string>;
  /** What comes when a reader asks for it; kept once somebody did. */
  later: Record<string, string>;
}

/** Put in when the page is built: www/build/scripts/service-worker.ts. */
declare const FILES: Files;

const PAGE = 'index.html';
/** A network that has not answered by then is taken for none, in ms. */
const PATIENCE = 2000;

const digests = new Map(Object.entries({ ...FILES.now, ...FILES.later }));
const worker = self as unknown as Worker;
const { scope } = worker.registration;
/** Others may be served from the same origin: a cache belongs to a folder. */
const OURS = `break-even ${scope} `;
const CACHE = OURS + FILES.version;

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file === PAGE) event.respondWith(newest(event));
  else if (file !== undefined) event.respondWith(kept(file));
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(FILES.now).map(async (file) => cache.put(file, await load(file))));
}

/** At the first visit that page's own later parts are kept too; after that no page is open when a version takes over. */
async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** A file of this very version, or an error. */
async function load(file: string): Promise<Response> {
  // Hashed names never change, so that what the page has loaded is not loaded again; of the others the server must
  // be asked whether it has a newer one.
  const cache = file.startsWith('assets/') ? 'force-cache' : 'no-cache';
  const response = await fetch(new URL(file, scope), { integrity: digests.get(file) ?? '', cache });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  // A page that was led elsewhere on the way is refused by the browser as an answer.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Which of our files a request means; none where it is somebody else's affair. */
function fileOf({ method, url }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  const folder = new URL(scope);
  if (method !== 'GET' || origin !== folder.origin || !pathname.startsWith(folder.pathname)) return undefined;
  const file = pathname.slice(folder.pathname.length) || PAGE;
  return digests.has(file) ? file : undefined;
}

/** The page as the server has it now; as it was, where the server is down, or takes too long. */
async function newest({ request }: Asking): Promise<Response> {
  const before = openCache().then((cache) => cache?.match(PAGE));
  const asked = fetch(request).then((response) => {
    if (response.status >= 500) throw new Error(`${request.url}: ${response.status}`);
    return response;
  });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([asked, late]).catch(() => undefined);
  return first ?? (await before) ?? asked;
}

async function kept(file: string): Promise<Response> {
  const cache = await openCache();
  const known = await cache?.match(file);
  if (known) return known;
  const response = await load(file);
  // A full disk takes no more: it is asked for again the next time.
  await cache?.put(file, response.clone()).catch(() => {});
  return response;
}

/** None where the browser has none to give: then all comes from the network. */
async function openCache(): Promise<Cache | undefined> {
  return caches.open(CACHE).catch(() => undefined);
}
