/** A picture of ours that is dropped on the page opens with the mine that it remembers: element/files.ts writes it, and the command line. */
import { say } from 'virtual:words';

import type { BreakEven } from '../element/element.js';

const PNG = 'tEXtBreakeven\0';

/** Opens the mine of an SVG or a PNG in `element`, and says whether there was one. */
export async function restore(file: File, element: BreakEven): Promise<string> {
  // A folder can be dropped, too, but not read.
  const link = await linkIn(file).catch(() => undefined);
  if (!link) return say('tools-no-mine', { file: file.name });
  location.hash = link;
  // Of a link that another release wrote, the element says that it was not read.
  return release(link) === release(element.state) ? say('tools-opened', { file: file.name }) : '';
}

const release = (link: string): string => link.split('~')[0]!;

async function linkIn(file: Blob): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  // A character a byte, though not each as the byte has it.
  const text = new TextDecoder('latin1').decode(bytes);
  const at = text.indexOf(PNG);
  if (at < 4) return /<metadata>(\d+~[^<]*)</.exec(text)?.[1];
  // Before its kind stands how long a chunk is, its kind not counted.
  const end = at + 4 + new DataView(bytes).getUint32(at - 4);
  // Behind it stands its sum: a file that ends before has lost some of the link.
  return end + 4 > text.length ? undefined : text.slice(at + PNG.length, end);
}
