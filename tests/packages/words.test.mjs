// What the page says stands in words/, and nowhere else; its scripts are built with it.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { runnerImport } from 'vite';

import { wordsBelow, wordsIn } from './support/literals.mjs';

/** What no reader of the page reads: a name of a key, an event, a message between scripts, what stops a build or a programmer. */
const NO_WORDS = [
  /: (?:ArrowLeft|ArrowRight|DOMContentLoaded|End|Escape|Files|Home|InputError)$/,
  /: break-even(?:: how high\?| \w+)$/,
  /: tariff efficiency hashrate$/,
  /: (?:inside room|number dragged|said long)$/,
  /: allow-scripts [\w -]+$/,
  /src\/load\/embed-script\.ts: … did not load$/,
  /src\/model\/model\.ts: the core holds no scenario$/,
  /src\/entry\/headless\.ts: breakeven\/core needs WebAssembly/,
  /src\/load\/trusted\.ts: not a script of this page/,
  // Names.
  /: (?:… · )?Breakeven$/,
];

function outOfPlace(folder, allowed = NO_WORDS, errors = {}) {
  return wordsBelow(folder, errors).filter((found) => !allowed.some((pattern) => pattern.test(found)));
}

test('the scripts of the page have no words of their own', () => {
  assert.deepEqual(outOfPlace('www/src'), []);
});

test('nor have the pages and their pictures', () => {
  const ofTheBuild = [
    /: Content-Security-Policy$/,
    /: (?:select|\.refusal|\.live-number)[\w\s.,-]*$/,
    /: tariff true time lifetime drivers frontier$/,
    /: export const [A-Z]+ = …;$/,
    /scenario-images\.ts: Source Sans 3$/,
    /: …\n@media \(prefers-color-scheme: dark\)/,
  ];
  for (const folder of ['www/build/pages', 'www/build/pictures']) {
    // An error stops the build, and no reader sees it.
    assert.deepEqual(outOfPlace(folder, [...NO_WORDS, ...ofTheBuild], { withErrors: false }), []);
  }
});

test('words that stand in a script are found, whether in a text, a template or an attribute', () => {
  const code = `
    import { nothing } from 'no words of mine';
    const sentence = 'It is done.', id = 'pool_fee', name = \`Less: \${id}\`;
    const view = html\`<p class="not seen"><b>done</b> \${id}</p><input aria-label="\${id}, slider" title="x">\`;
    console.warn('nobody reads it');
    if (html\`<i>asked</i>\`.matches('body, .tools button')) find('said twice');
    const listed = ['Copy the link'] as const, typed = { title: 'Now done' } satisfies X, sure = ('Not null')!;
    enum Of { Values = 'Many values' }
    type OfTypes = 'No Words'; const cast = html\`<option label="pick one">\` as 'Nor Here';`;
  assert.deepEqual(wordsIn('it.ts', code), [
    'It is done.', 'Less: …', 'done', '…, slider', 'asked', 'said twice',
    'Copy the link', 'Now done', 'Not null', 'Many values', 'pick one',
  ]);
});

const { module: said } = await runnerImport('/www/build/words/said.ts');
const { module: words } = await runnerImport('/www/build/words/words.ts');

/** Another language: other words in another order, and what HTML and templates would take for their own. */
const OTHER = words.read('done = Fertig & `gut`\nmore = { $unit } <{ $input }\nprice = zu ${ $price }\n');

test('a script is built with the words of its language, as if they had been written there', () => {
  const built = (code) => said.withWords('it.ts', `import { say } from 'virtual:words';\n${code}`, OTHER).trim();
  assert.equal(built(`const done = say('done');`), 'const done = "Fertig & `gut`";');
  assert.equal(built(`f(say('more', { input: spec.label, unit }))`), 'f(`${unit} <${spec.label}`)');
  assert.equal(built('html`<p>${say(\'done\')}</p>${nothing}`'), 'html`<p>Fertig &amp; \\`gut\\`</p>${nothing}`');
  assert.equal(
    built('html`<b title="${say(\'more\', { input: f({ a }), unit: `${b}` })}">${c ? say(\'done\') : html`<i>${say(\'done\')}</i>`}</b>`'),
    'html`<b title="${`${b}`} &lt;${f({ a })}">${c ? "Fertig & `gut`" : html`<i>Fertig &amp; \\`gut\\`</i>`}</b>`',
  );
  // A dollar is no beginning of a slot.
  const priced = new Function('price', `return ${built(`say('price', { price })`)}`);
  assert.equal(priced(5), 'zu $5');
});

test('words that are missing, or a slot too many or too few, stop the build', () => {
  for (const [code, told] of [
    [`say('undone')`, /undone is missing/],
    [`say('more', { input })`, /nothing fills \{ \$unit \} of more/],
    [`say('done', { unit })`, /done has no slot \{ \$unit \}/],
    ['say(name)', /named by a literal/],
    [`say('more', { unit, input: say('done') })`, /with no other words/],
  ]) {
    assert.throws(() => said.withWords('it.ts', code, OTHER), told, code);
  }
});

test('all words of the page are said somewhere', () => {
  const section = readFileSync('words/en.ftl', 'utf8').split(/^## What the page says .*$/m)[1];
  const ids = [...words.read(section).keys()];
  assert.ok(ids.length > 50, `${ids.length} messages`);
  const files = ['www/src', 'www/build'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((file) => join(folder, file)),
  );
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(file, 'utf8')).join('\n');
  assert.deepEqual(ids.filter((id) => !sources.includes(`'${id}'`)), []);
});
