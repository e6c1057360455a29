/**
 * Style sheets that scripts bring. Where a browser cannot adopt one (Firefox before 101, Safari before 16.4) it is put
 * in as a `<style>`, which a page's policy has to allow: by its hash, and nothing else with it.
 */
import type { Plugin } from 'vite';

/** Their texts by their files; those of several builds are the same. */
const texts = new Map<string, string>();

/** Notes every sheet that a script imports as a text. */
export function noteStyles(): Plugin {
  return {
    name: 'note-styles',
    enforce: 'post',
    transform(code, id) {
      const [, file] = id.match(/\/styles\/([\w-]+)\.css\?inline$/) ?? [];
      const [, text] = code.match(/^export default (".*");?\s*$/) ?? [];
      if (file && !text) throw new Error(`${id} is not the text that was expected`);
      if (file && text) texts.set(file, JSON.parse(text) as string);
    },
  };
}

export function styleText(file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`no script imports ${file}.css`);
  return text;
}
