// A slow line and a slow phone, as a newsroom tests its embeds.

import { setTimeout as wait } from 'node:timers/promises';

const LINE = { bitsPerSecond: 400_000, roundTrip: 400 };
const CPU = 4;

/** Bytes, about as many as a packet carries. */
const PACKET = 1400;

/**
 * A line for `serve`. It is one for all requests together, those of frames and workers too, which Chromium's own
 * emulation leaves out. `asked` gets an entry for each: its path, when it was made and when its answer was there, in
 * ms since the first, and the bytes of that.
 */
export function slowLine({ bitsPerSecond, roundTrip } = LINE) {
  const asked = [];
  let first;
  /** When the line has carried all that was given to it. */
  let free = 0;
  const now = () => performance.now() - first;
  return {
    asked,
    /** When the first request was made, in ms since 1970. */
    began: () => performance.timeOrigin + first,
    /** Notes a request and lets it travel. */
    async carry({ url }) {
      first ??= performance.now();
      const entry = { path: url, from: now(), to: undefined, bytes: 0 };
      asked.push(entry);
      await wait(roundTrip);
      return entry;
    },
    /** Lets an answer pass as quickly as the line allows. */
    pace: (entry) =>
      async function* (chunks) {
        for await (const chunk of chunks) {
          for (let at = 0; at < chunk.length; at += PACKET) {
            const packet = chunk.subarray(at, at + PACKET);
            free = Math.max(free, now()) + (packet.length * 8 * 1000) / bitsPerSecond;
            await wait(free - now());
            entry.bytes += packet.length;
            entry.to = now();
            yield packet;
          }
        }
      },
  };
}

/** Makes Chromium run `page` and its frames as slowly as a phone would. */
export async function slowPhone(page) {
  const slow = async (target) => {
    const devtools = await page.context().newCDPSession(target);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  };
  page.on('framenavigated', (frame) => frame !== page.mainFrame() && slow(frame).catch((error) => shared(error, page)));
  await slow(page);
}

/** A frame that shares the page's process is as slow as that already, and one that is gone needs no session. */
function shared(error, page) {
  if (!/does not have a separate CDP session/.test(error.message) && !page.isClosed()) throw error;
}
