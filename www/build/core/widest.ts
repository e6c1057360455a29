/** What the page keeps room for: as `core.widest()`, each sentence as its texts, plain and bold in turn. */
import type { Role, Segment } from '../../whole/breakeven.js';
import type { WholeCore } from './whole-core.ts';

const BOLD: ReadonlySet<Role> = new Set(['shutdown', 'cash', 'all-in', 'regime']);

export function widest(core: WholeCore): unknown {
  const { sentences, fields } = core.widest();
  return { sentences: sentences.map(plainAndBold), fields };
}

function plainAndBold(pieces: Segment[]): string[] {
  const texts = [''];
  for (const piece of pieces) {
    // Plain texts have even places, bold ones odd.
    if (BOLD.has(piece.role) === (texts.length % 2 === 1)) texts.push('');
    texts[texts.length - 1] += unbroken(piece);
  }
  return texts;
}

/** A number stays with its unit, as it does in the sentence. */
function unbroken({ text, input }: Segment): string {
  return input ? text.replaceAll(' ', '\u00a0').replaceAll('/', '/\u2060') : text;
}
