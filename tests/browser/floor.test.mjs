// The build stops at what the oldest engines do not have, and lets pass what they can do without.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../../www/build/checks/floor.ts', import.meta.url)));
const newer = (file, text) => module.newer(file, text).map(({ what }) => what);

const refused = {
  'one.js': {
    'structuredClone(a)': ['structuredClone'],
    'structuredClone?.(a)': ['structuredClone'],
    'window.structuredClone(a)': ['structuredClone'],
    'new self.CompressionStream("gzip")': ['CompressionStream'],
    'f({ g: structuredClone })': ['structuredClone'],
    'f({ structuredClone })': ['structuredClone'],
    'Object.hasOwn(a, "b")': ['.hasOwn()'],
    'a.at(-1)': ['.at()'],
    'a.findLast(b)': ['.findLast()'],
    'root.adoptedStyleSheets.push(sheet)': ['adoptedStyleSheets.push()'],
    'class A { static { a() } }': ['static {}'],
  },
  'one.css': {
    'p { min-height: 2lh }': ['min-height: 2lh'],
    'p { height: clamp(1em, 2cqi, 3em) }': ['height: clamp(1em, 2cqi, 3em)'],
    'p { color: light-dark(red, blue) }': ['color: light-dark(red, blue)'],
    'p { height: var(--a); height: calc(var(--a) + 1lh) }': ['height: calc(var(--a) + 1lh)'],
    'p { rotate: 3deg }': ['rotate'],
    'p { & b { color: red } }': ['& b within a rule'],
    'p:has(b), i { color: red }': ['p:has(b), i'],
    '@media (width >= 3em) { p { color: red } }': ['@media (width >= 3em)'],
    '@layer a { p { color: red } }': ['@layer'],
  },
  'one.html': {
    '<style>p { min-height: 2lh }</style><script>a.at(-1)</script>': ['min-height: 2lh', '.at()'],
    '<style class="a">p { min-height: 2lh }</style><script data-script="a.js">a.at(-1)</script>': ['min-height: 2lh', '.at()'],
    '<script type="module">a.at(-1)</script>': ['.at()'],
  },
};
refused['one.js'][`styles(${JSON.stringify(`${'p{color:red}'.repeat(20)}b{height:2lh}`)})`] = ['height: 2lh'];

for (const [file, texts] of Object.entries(refused)) {
  for (const [text, what] of Object.entries(texts)) {
    test(`${file}: ${text.slice(0, 60)} is refused`, () => assert.deepEqual(newer(file, text), what));
  }
}

const allowed = {
  'one.js': ['typeof structuredClone', 'a.checkVisibility?.()', 'const { fromHex } = Uint8Array', 'a.structuredClone', 'f({ structuredClone: a })', 'self.structuredClone?.(a)', 'typeof self.structuredClone', 'at(1)', 'a.at'],
  'one.css': [
    'p { height: 3em; height: 2lh }',
    '@container (width > 3em) { p { height: 2cqi } }',
    '@supports (height: 1lh) { p { height: 1lh } }',
    'p { text-wrap: pretty }',
    'p:has(b) { color: red }',
  ],
  'one.html': ['<script src="a.js"></script>', '<script type="application/json">{"a.at(-1)": 1}</script>'],
  'one.svg': ['p { height: 2lh }'],
};

for (const [file, texts] of Object.entries(allowed)) {
  for (const text of texts) test(`${file}: ${text} is not`, () => assert.deepEqual(newer(file, text), []));
}
