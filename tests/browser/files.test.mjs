// The figure as files that a reader saves, each of which says what the page shows, and the pictures remember their mine.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import JSZip from 'jszip';
import sharp from 'sharp';

import { core, field, inputs, painted, showsTheAnswer, whole } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { eventually } from './support/eventually.mjs';
import { dist, withPage } from './support/page.mjs';

/** A mine that no scenario has, with a figure of lines, letters, points and stretches. */
async function moved(page) {
  await field(page, 'tariff').fill('0.0723456789');
  await page.getByRole('tab', { name: 'Payback' }).click();
  await opened(page);
}

/** Opens the table, under which what can be saved stands. */
async function opened(page) {
  await page.locator('details.table summary').click();
  await page.getByRole('button', { name: 'CSV', exact: true }).waitFor();
  await page.locator('break-even').evaluate((element) => element.updateComplete);
  await painted(page);
}

async function saved(page, kind) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: kind, exact: true }).click();
  const download = await coming;
  await page.getByText(`${kind} saved.`).waitFor();
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Around a saved picture, and from one of its lines to the next, as www/src/element/files.ts has them. */
const [MARGIN, LEADING] = [16, 18];

const state = (page) => page.locator('break-even').evaluate((element) => element.state);

/** What is drawn: of each node its tag, and what says where it is. */
const geometry = (svg) =>
  [...svg.querySelectorAll('path, polyline, polygon, circle, text')].map((node) => [
    node.localName,
    ...['d', 'cx', 'cy', 'r', 'x', 'y', 'text-anchor'].map((name) => node.getAttribute(name)),
    node.localName === 'text' ? node.textContent : '',
  ]);

/** The chunks of a PNG, by their kind; each has the sum that its bytes make. */
function chunks(bytes) {
  const found = new Map();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    assert.equal(bytes.readUInt32BE(at + 8 + length), crc(bytes.subarray(at + 4, at + 8 + length)), kind);
    found.set(kind, bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}

function crc(bytes) {
  const table = Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  return (bytes.reduce((rest, byte) => table[(rest ^ byte) & 0xff] ^ (rest >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
}

test('the CSV has the model’s own numbers by the names of their columns', async () => {
  await withPage({ acceptDownloads: true }, async ({ page }) => {
    await moved(page);
    const { name, bytes } = await saved(page, 'CSV');
    assert.equal(name, 'quoted-40000-lifetime.csv');
    const [heads, ...lines] = bytes.toString().split('\n').map((line) => line.split(','));
    assert.deepEqual(lines.pop(), [''], 'the last line ends');
    const rows = core.table('lifetime', await inputs(page));
    assert.equal(lines.length, rows.length);
    lines.forEach((cells, row) => {
      heads.forEach((head, i) => {
        const cell = rows[row][head];
        assert.equal(typeof cell === 'number' ? Number(cells[i]) : cells[i], typeof cell === 'number' ? cell : String(cell), `${head} of row ${row}`);
      });
      assert.equal(cells.length, heads.length);
    });
    assert.deepEqual(heads, Object.keys(rows[0]).filter((head) => head !== 'reason'));
  });
});

test('in the CSV a price that no mine reaches is empty, with its reason beside it', async () => {
  await withPage({ acceptDownloads: true, path: 'index.html#1~enegix~tariff~idle_36' }, async ({ page }) => {
    await showsTheAnswer(page);
    await opened(page);
    const [heads, ...lines] = (await saved(page, 'CSV')).bytes.toString().trim().split('\n');
    assert.equal(heads, 'tariff,shutdown_price,cash_price,all_in_price,reason');
    const rows = core.table('tariff', await inputs(page));
    assert.equal(lines.length, rows.length);
    for (const [i, { tariff, shutdown_price, cash_price, all_in_price, reason }] of rows.entries()) {
      assert.equal(all_in_price, null);
      const written = /[",]/.test(reason) ? `"${reason.replaceAll('"', '""')}"` : reason;
      const [numbers, rest] = [lines[i].split(',', 3), lines[i].split(',').slice(3).join(',')];
      assert.deepEqual(numbers.map(Number), [tariff, shutdown_price, cash_price]);
      assert.ok(reason.length > 10 && rest === `,${written}`, lines[i]);
    }
  });
});

test('the SVG shows by itself what the page shows, and remembers the mine', async () => {
  await withPage({ acceptDownloads: true, colorScheme: 'dark' }, async ({ page, context }) => {
    await moved(page);
    const { name, bytes } = await saved(page, 'SVG');
    assert.equal(name, 'quoted-40000-lifetime.svg');
    const [across, title] = await page.locator('.figure svg').evaluate((svg) => [svg.viewBox.baseVal.width, svg.getAttribute('aria-label')]);
    const { format, width } = await sharp(bytes).metadata();
    assert.deepEqual([format, width], ['svg', Math.round(across) + 2 * MARGIN]);
    const alone = await context.newPage();
    const [problem, remembered, drawn] = await alone.evaluate(
      ([text, geometry]) => {
        const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
        const problem = svg.querySelector('parsererror')?.textContent ?? svg.namespaceURI;
        return [problem, svg.querySelector('metadata').textContent, new Function(`return ${geometry}`)()(svg)];
      },
      [bytes.toString(), String(geometry)],
    );
    assert.equal(problem, 'http://www.w3.org/2000/svg', 'it is well formed');
    assert.equal(remembered, await state(page));
    const shown = await page.locator('.figure svg').evaluate(geometry);
    assert.deepEqual(drawn.slice(1, 1 + shown.length), shown, 'after the paper');
    // Where it is found elsewhere it says what it shows, of which mine, and whose it is.
    const said = drawn.slice(1 + shown.length);
    const report = await page.locator('break-even').evaluate(({ report }) => report.text);
    assert.equal(said.map((line) => line.at(-1)).join(' '), `${title} ${report} Breakeven`);
    assert.ok(said.length > 4, 'its lines are broken');
    // It has no style sheet, and its colours are the reader's.
    await alone.setContent(bytes.toString());
    const look = (svg) => [...svg.querySelectorAll('path, polyline, polygon, circle, text')].map((node) => {
      const { fill, stroke, strokeWidth, strokeDasharray, fontWeight } = getComputedStyle(node);
      return [fill, stroke, strokeWidth, strokeDasharray, fontWeight];
    });
    // Nor has it what the page calls its faces: the title has one all the same.
    const weightOf = (svg, line) => getComputedStyle([...svg.querySelectorAll('text')].find(({ textContent }) => textContent === line)).fontWeight;
    assert.equal(await alone.locator('svg').evaluate(weightOf, said[0].at(-1)), '600');
    const looks = await page.locator('.figure svg').evaluate(look);
    assert.deepEqual((await alone.locator('svg').evaluate(look)).slice(1, 1 + looks.length), looks);
  });
});

test('the PNG has two pixels to each of the figure’s, shows it, and remembers the mine', async () => {
  await withPage({ acceptDownloads: true }, async ({ page }) => {
    await moved(page);
    const { name, bytes } = await saved(page, 'PNG');
    assert.equal(name, 'quoted-40000-lifetime.png');
    const size = await page.locator('.figure svg').evaluate((svg) => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]);
    const found = chunks(bytes);
    const [width, height] = [0, 4].map((at) => found.get('IHDR').readUInt32BE(at));
    assert.equal(width, Math.floor(2 * (size[0] + 2 * MARGIN)));
    assert.equal(found.get('tEXt').toString('latin1'), `Breakeven\0${await state(page)}`);
    // Nearly all that it shows the browser shows: letters are drawn a little otherwise on a canvas.
    const shot = await page.locator('.figure svg').screenshot();
    const small = (picture) => sharp(picture).removeAlpha().resize(60, 45, { fit: 'fill' }).raw().toBuffer();
    const figure = { left: 2 * MARGIN, top: Math.floor(height - 2 * (size[1] + LEADING + MARGIN)), width: 2 * size[0], height: 2 * size[1] };
    const [drawn, shown] = [await small(await sharp(bytes).extract(figure).toBuffer()), await small(shot)];
    const off = drawn.filter((value, at) => Math.abs(value - shown[at]) > 40).length / drawn.length;
    assert.ok(off < 0.02, `${off} of it differs`);
    const plain = await sharp(bytes).removeAlpha().stats();
    assert.ok(plain.channels.some(({ stdev }) => stdev > 5), 'it is not empty');
  });
});

/** The files of an archive by their names, each with the sum that its bytes make. */
async function unpacked(bytes) {
  const { files } = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const texts = Object.values(files).map(async (file) => [file.name, await file.async('string')]);
  return Object.fromEntries(await Promise.all(texts));
}

const kindOf = (cell) =>
  typeof cell === 'string' ? (/^\d{4}-\d\d-\d\d$/.test(cell) ? 'date' : 'string') : typeof cell;

for (const { id: view } of core.views()) {
  test(`the archive of ${view} has table, columns, figure and a text, and each is what it says`, async () => {
    const link = `1~enegix~${view}~tariff_0.0723456789`;
    await withPage({ acceptDownloads: true, path: `index.html#${link}` }, async ({ page }) => {
      await opened(page);
      const { name, bytes } = await saved(page, 'ZIP');
      assert.equal(name, `enegix-${view}.zip`);
      const files = await unpacked(bytes);
      assert.deepEqual(Object.keys(files), [`${view}.csv`, `${view}.csv-metadata.json`, `${view}.svg`, 'README.md']);
      const mine = await inputs(page);
      const csv = files[`${view}.csv`];
      const heads = csv.slice(0, csv.indexOf('\n')).split(',');
      const rows = core.table(view, mine);
      // The page is spared reasons with their numbers.
      const whole = core.table_csv(view, mine);
      if (view !== 'true') assert.equal(csv, whole);
      assert.deepEqual(heads, whole.slice(0, whole.indexOf('\n')).split(','));

      const { url, notes, tableSchema, 'dc:title': title } = JSON.parse(files[`${view}.csv-metadata.json`]);
      assert.equal(url, `${view}.csv`);
      assert.deepEqual(tableSchema.columns.map(({ name }) => name), heads);
      for (const { name, titles, datatype } of tableSchema.columns) {
        const kinds = new Set(rows.map((row) => row[name]).filter((cell) => cell !== null).map(kindOf));
        assert.deepEqual([...kinds], kinds.size ? [datatype] : [], name);
        assert.equal(titles[0], name, 'the head of the CSV is one of them');
      }
      const noted = Object.fromEntries(notes.map((note) => [note['schema:propertyID'], note['schema:value']]));
      const { difficulty, ...values } = mine;
      assert.deepEqual(noted, { ...values, link });

      assert.ok(files[`${view}.svg`].includes(`>${link}</metadata>`));
      assert.ok((await sharp(Buffer.from(files[`${view}.svg`])).metadata()).width > 200);
      const readme = files['README.md'];
      assert.ok(readme.startsWith(`# ${title}\n\n`), readme);
      const { text } = await page.locator('break-even').evaluate(({ report }) => report);
      const named = Object.keys(files).slice(0, 3);
      for (const part of [text, ...[link, ...named].map((code) => `\`${code}\``)]) assert.ok(readme.includes(part), `${part} in ${readme}`);
      // Of the tariff, which is the reader's, no source tells; of the hours the article does.
      const told = core.sources().scenarios.find(({ id }) => id === 'enegix').facts;
      const of = (input) => told.find((fact) => fact.input === input);
      assert.ok(readme.includes(`\n- ${of('hours').source}: ${of('hours').address}\n`), readme);
      assert.ok(of('machine_price').basis === 'assumed' && !readme.includes(of('machine_price').source), readme);
      for (const { label } of core.input_table()) assert.ok(readme.includes(`\n- ${label}: `), label);
    });
  });
}

test('a saved picture that is dropped on the page brings its mine back to the last bit', async () => {
  await withPage({ acceptDownloads: true }, async ({ page }) => {
    await moved(page);
    const before = [await state(page), await inputs(page)];
    const files = [await saved(page, 'SVG'), await saved(page, 'PNG')];
    for (const { name, bytes } of files) {
      await page.getByLabel('Scenario').selectOption('enegix');
      await eventually(async () => assert.notEqual(await state(page), before[0]));
      await drop(page, name, bytes);
      await page.getByText(`Opened ${name}.`).waitFor();
      await eventually(async () => assert.deepEqual([await state(page), await inputs(page)], before));
    }
    await drop(page, 'other.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await page.getByText('other.svg holds no mine.').waitFor();
    await page.evaluate(() => (File.prototype.arrayBuffer = () => Promise.reject(new DOMException('It is a folder.', 'NotFoundError'))));
    await drop(page, 'folder', Buffer.from(''));
    await page.getByText('folder holds no mine.').waitFor();
    await page.evaluate(() => delete File.prototype.arrayBuffer);
    const { hash } = new URL(page.url());
    for (const [i, metadata] of ['\n  <rdf:RDF/>', 'Made by somebody', '1 chart'].entries()) {
      await drop(page, `${i}.svg`, Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><metadata>${metadata}</metadata></svg>`));
      await page.getByText(`${i}.svg holds no mine.`).waitFor();
    }
    assert.equal(await state(page), before[0]);
    assert.equal(new URL(page.url()).hash, hash);
  });
});

test('a picture that is cut off within its link holds no mine', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const picture = await readFile(join(dist, 'scenarios/enegix.png'));
    const link = picture.indexOf('Breakeven\0') + 'Breakeven\0'.length;
    const lying = Buffer.from(picture);
    lying.writeUInt32BE(0xffffffff, link - 'Breakeven\0'.length - 8);
    for (const [name, bytes] of [['cut.png', picture.subarray(0, link + 5)], ['lying.png', lying]]) {
      await drop(page, name, bytes);
      await page.getByText(`${name} holds no mine.`).waitFor();
      assert.equal(new URL(page.url()).hash, '');
    }
  });
});

test('a picture of another release is not said to be opened', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const picture = (metadata) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><metadata>${metadata}</metadata></svg>`);
    const said = page.locator('.tools [role=status]');
    await drop(page, 'ours.svg', picture('1~enegix~tariff'));
    await page.getByText('Opened ours.svg.').waitFor();
    await drop(page, 'later.svg', picture('2~enegix~tariff'));
    await page.locator('break-even').getByText('made by another release').waitFor();
    await eventually(async () => assert.equal(await said.textContent(), ''));
  });
});

test('the site’s own pictures of its scenarios bring these back', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    for (const [id, kind] of [['enegix', 'svg'], ['free-zone', 'png']]) {
      await drop(page, `${id}.${kind}`, await readFile(join(dist, `scenarios/${id}.${kind}`)));
      await page.getByText(`Opened ${id}.${kind}.`).waitFor();
      await eventually(async () => assert.match(await state(page), new RegExp(`^1~${id}~[a-z]+$`)));
    }
    const png = await page.evaluate(async () => {
      const image = Object.assign(new Image(), { src: './scenarios/free-zone.png' });
      await image.decode();
      return image.naturalWidth;
    });
    assert.equal(png, 1440);
  });
});

test('a picture brings its mine back however long its link is', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const head = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    // What stands before it in a chunk counts: from 10 characters on, each length of a byte.
    for (let length = 40; length < 300; length += 1) {
      const link = `1~enegix~time~tariff_0.07~unknown_`.padEnd(length, '1');
      const data = Buffer.from(`Breakeven\0${link}`);
      const size = Buffer.alloc(4);
      size.writeUInt32BE(data.length);
      await drop(page, 'long.png', Buffer.concat([head, size, Buffer.from('tEXt'), data, Buffer.alloc(4), Buffer.from('IDAT and more')]));
      await eventually(async () => assert.equal(new URL(page.url()).hash, `#${link}`));
    }
  });
});

function drop(page, name, bytes) {
  return page.evaluate(
    ([name, bytes]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, [...bytes]],
  );
}

test('a frame that may save no file says so, and gives the text', async () => {
  const intercept = article('<iframe sandbox="allow-scripts" width="390" height="2400" src="./tools/embed.html?scenario=enegix"></iframe>');
  await withPage({ path: 'article.html', intercept, mounts: { '/tools/': dist } }, async ({ page }) => {
    const frame = page.frameLocator('iframe');
    await frame.locator('details.table summary').click();
    await frame.getByRole('button', { name: 'CSV', exact: true }).click();
    await frame.getByText('This frame cannot save files: copy the text.').waitFor();
    const text = await frame.getByLabel('The file as text').inputValue();
    assert.equal(text, core.table_csv('tariff', core.scenarios().find(({ id }) => id === 'enegix').inputs));
    await frame.getByRole('button', { name: 'PNG', exact: true }).click();
    await frame.getByText('open the calculator’s own page.').waitFor();
    await frame.getByRole('button', { name: 'CSV', exact: true }).click();
    await frame.getByText('This frame cannot save files: copy the text.').waitFor();
    await frame.getByRole('button', { name: 'ZIP', exact: true }).click();
    await frame.getByText('open the calculator’s own page.').waitFor();
  });
});

test('a picture of the command line opens too', async () => {
  await withPage({}, async ({ page }) => {
    await page.locator('break-even').evaluate((element) => element.updateComplete);
    await drop(page, 'command.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">\n<metadata>1~enegix~bar</metadata>\n</svg>'));
    await eventually(async () => assert.equal(await page.locator('break-even').evaluate(({ scenario }) => scenario), 'enegix'));
  });
});
