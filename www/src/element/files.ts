/**
 * The figure as files. A picture is drawn again from what stands in the page, in the colours and letters that the reader
 * sees, and remembers its mine: an SVG in its metadata, a PNG in a chunk of text, as the command line writes and reads
 * them.
 */
import { say } from 'virtual:words';

import type { Mine, View } from '../model/core.js';
import type { Control } from '../model/controls.js';
import { answerOf, taken } from './taken.js';
import { crc, zip } from './zip.js';

/** What a file is made of. */
export interface Filed {
  view: View;
  mine: Mine;
  /** The id of its scenario. */
  scenario: string;
  svg: SVGSVGElement;
  /** Every input. */
  controls: readonly Control[];
  /** As it stands in an address. */
  link: string;
}

export type Kind = 'CSV' | 'SVG' | 'PNG' | 'ZIP';

/** Of a PNG, pixels to a CSS pixel. */
const SCALE = 2;
/** What decides how a node looks. */
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
];
const DRAWN = 'path,polyline,polygon,circle,text';

/** Saves a file and says so in `said`; where that is refused, the file stands as text in a field after it, where it is one. */
export async function save(kind: Kind, figure: Filed, said: Element): Promise<void> {
  said.nextElementSibling?.remove();
  const refused = await saved(kind, figure);
  said.textContent = refused === undefined ? say('page-saved', { kind }) : refused ? say('page-copy') : say('page-elsewhere');
  if (!refused) return;
  const text = Object.assign(document.createElement('textarea'), { readOnly: true, rows: 6, value: refused });
  text.setAttribute('aria-label', say('page-file'));
  said.after(text);
  text.select();
}

/** Saves a file; where that is refused, gives it as text, empty where it is none. */
async function saved(kind: Kind, figure: Filed): Promise<string | undefined> {
  const { view, mine, scenario } = figure;
  const text = kind === 'CSV' ? mine.csv(view) : kind === 'SVG' ? svgText(figure) : '';
  if (!mayDownload()) return text;
  const file =
    kind === 'PNG'
      ? await png(figure)
      : kind === 'ZIP'
        ? zip(await taken(figure, svgText(figure)))
        : new Blob([text], { type: kind === 'CSV' ? 'text/csv' : 'image/svg+xml' });
  const address = URL.createObjectURL(file);
  const download = `${scenario}-${view}.${kind.toLowerCase()}`;
  Object.assign(document.createElement('a'), { href: address, download }).click();
  // A browser may ask first where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return undefined;
}

/** A browser tells nobody of a download that a sandbox refuses. One without an origin is without downloads as a rule. */
function mayDownload(): boolean {
  if (parent === window) return true;
  const sandbox = (frameElement as HTMLIFrameElement | null)?.sandbox;
  return sandbox?.length ? sandbox.contains('allow-downloads') : origin !== 'null';
}

const made = (tag: string, text = ''): Element =>
  Object.assign(document.createElementNS('http://www.w3.org/2000/svg', tag), { textContent: text });

const TITLE = 'title';
/** Around a picture, and between its lines, in the figure's own units. */
const MARGIN = 16;
const LEADING = 18;

/**
 * While `drawn` draws it, what is said beside a figure stands in it: a picture that is found elsewhere says what it shows,
 * of which mine, and whose it is. No frame comes in between, so nobody sees it there.
 */
function titled<T>({ svg, mine }: Filed, drawn: () => T): T {
  const { width, height } = svg.viewBox.baseVal;
  const lines: Element[] = [];
  const begin = (role: string, text: string): SVGTextElement => {
    const line = svg.appendChild(made('text', text) as SVGTextElement);
    line.setAttribute('class', role);
    if (role === TITLE) line.style.font = '600 16px var(--serif)';
    lines.push(line);
    return line;
  };
  const write = (role: string, text: string): void => {
    const [first, ...words] = text.split(' ');
    let line = begin(role, first!);
    for (const word of words) {
      const before = line.textContent;
      line.textContent += ` ${word}`;
      if (line.getComputedTextLength() <= width) continue;
      line.textContent = before;
      line = begin(role, word);
    }
  };
  write(TITLE, svg.getAttribute('aria-label')!);
  write('', answerOf(mine));
  const top = (lines.length + 0.5) * LEADING;
  lines.forEach((line, i) => line.setAttribute('y', String((i + 1) * LEADING - top)));
  begin('tick', 'Breakeven').setAttribute('y', String(height + LEADING));
  svg.setAttribute('viewBox', `${-MARGIN} ${-top - MARGIN} ${width + 2 * MARGIN} ${top + height + LEADING + 2 * MARGIN}`);
  try {
    return drawn();
  } finally {
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    for (const line of lines) line.remove();
  }
}

function svgText(figure: Filed): string {
  return titled(figure, () => asText(figure));
}

function asText({ svg: live, link }: Filed): string {
  const copy = live.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll(DRAWN);
  live.querySelectorAll(DRAWN).forEach((node, at) => {
    const look = getComputedStyle(node);
    for (const name of LOOK) copies[at]!.setAttribute(name, look.getPropertyValue(name));
    // It would stand over these, and names what is the page's own.
    copies[at]!.removeAttribute('style');
  });
  const { x, y, width, height } = live.viewBox.baseVal;
  const paper = made('path');
  paper.setAttribute('d', `M${x} ${y}h${width}v${height}h${-width}Z`);
  paper.setAttribute('fill', paperOf(live));
  copy.prepend(made('title', live.getAttribute('aria-label')!), copy.querySelector('desc')!, made('metadata', link), paper);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** On a canvas: the page's policy lets no picture in that it has made itself. */
async function png(figure: Filed): Promise<Blob> {
  const canvas = titled(figure, () => asPixels(figure.svg));
  const file = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  return remembering(file!, figure.link);
}

function asPixels(live: SVGSVGElement): HTMLCanvasElement {
  const { x, y, width, height } = live.viewBox.baseVal;
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SCALE, height: height * SCALE });
  const pen = canvas.getContext('2d')!;
  pen.scale(SCALE, SCALE);
  pen.translate(-x, -y);
  pen.fillStyle = paperOf(live);
  pen.fillRect(x, y, width, height);
  for (const node of live.querySelectorAll<SVGElement>(DRAWN)) draw(pen, node);
  return canvas;
}

function draw(pen: CanvasRenderingContext2D, node: SVGElement): void {
  const look = getComputedStyle(node);
  const of = (name: string): string => node.getAttribute(name) ?? '';
  const length = (name: string): number => Number(of(name));
  pen.fillStyle = look.fill;
  pen.strokeStyle = look.stroke;
  pen.lineWidth = Number.parseFloat(look.strokeWidth);
  pen.lineJoin = look.strokeLinejoin as CanvasLineJoin;
  pen.lineCap = look.strokeLinecap as CanvasLineCap;
  pen.setLineDash((look.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number));
  pen.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
  pen.textAlign = look.textAnchor === 'middle' ? 'center' : (look.textAnchor as CanvasTextAlign);
  const text = node.localName === 'text' ? node.textContent! : undefined;
  const points = of('points');
  const path = new Path2D(points ? `M${points}${node.localName === 'polygon' ? 'Z' : ''}` : of('d'));
  if (node.localName === 'circle') path.arc(length('cx'), length('cy'), length('r'), 0, 2 * Math.PI);
  const [x, y] = [length('x'), length('y')];
  const fill = (): void => {
    if (look.fill !== 'none') text === undefined ? pen.fill(path) : pen.fillText(text, x, y);
  };
  const stroke = (): void => {
    if (look.stroke !== 'none') text === undefined ? pen.stroke(path) : pen.strokeText(text, x, y);
  };
  // What surrounds letters lies under them.
  for (const paint of text === undefined ? [fill, stroke] : [stroke, fill]) paint();
}

function paperOf(live: Element): string {
  return getComputedStyle(live.closest('.inside')!).backgroundColor;
}

/** Where a PNG's first chunk, which says its size, ends. */
const HEAD = 33;

/** A PNG with its mine in a chunk of text after the first: https://www.w3.org/TR/png-3/#11tEXt */
function remembering(file: Blob, link: string): Blob {
  const content = new TextEncoder().encode(`tEXtBreakeven\0${link}`);
  const number = (value: number): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value);
    return bytes;
  };
  return new Blob([file.slice(0, HEAD), number(content.length - 4), content, number(crc(content)), file.slice(HEAD)]);
}
