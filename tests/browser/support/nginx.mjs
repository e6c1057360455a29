// nginx, under the configuration that docs/hosting/ gives to others.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { atExit } from './children.mjs';
import { program } from './program.mjs';

const CONFIGURATION = new URL('../../../docs/hosting/nginx.conf', import.meta.url);
/** All that it would else write into folders of the system. */
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Somebody else may take a port after it was found free. */
const TRIES = 3;

/** Serves `folder`, which holds an index.html, under /tools/breakeven/, on a port of this machine only. */
export async function serveByNginx(folder) {
  for (let tries = 1; ; tries += 1) {
    const { origin, close, ended } = await started(folder, await freePort());
    if (await Promise.race([answers(origin, folder), ended.then(() => false)])) return { origin, close };
    await close();
    if (tries === TRIES) throw new Error('nginx did not start');
  }
}

async function started(folder, port) {
  const prefix = await mkdtemp(join(tmpdir(), 'breakeven-nginx-'));
  const server = (await readFile(CONFIGURATION, 'utf8'))
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('alias /srv/breakeven/;', `alias "${folder}";`);
  const lines = [
    'daemon off;',
    // Its workers would else be somebody who may not read the folder.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `pid "${prefix}/pid";`,
    'events {}',
    'http {',
    'access_log off;',
    'error_log stderr crit;',
    ...TEMPORARY.map((name) => `${name}_temp_path "${prefix}/${name}";`),
    server,
    '}',
  ];
  await writeFile(join(prefix, 'nginx.conf'), lines.join('\n'));

  const nginx = spawn(program('NGINX', ['nginx']), ['-p', prefix, '-e', 'stderr', '-c', 'nginx.conf'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  const kill = () => nginx.kill();
  const goesOn = atExit(kill);
  const close = async () => {
    kill();
    await ended;
    goesOn();
    await rm(prefix, { recursive: true });
  };
  return { origin: `http://127.0.0.1:${port}`, close, ended };
}

/** What answers there serves this folder: it could be somebody else's server. */
async function answers(origin, folder) {
  const own = await readFile(join(folder, 'index.html'), 'utf8');
  for (let tries = 0; tries < 100; tries += 1) {
    const served = await fetch(`${origin}/tools/breakeven/index.html`).then((answer) => answer.text(), () => undefined);
    if (served === own) return true;
    await wait(50);
  }
  return false;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
