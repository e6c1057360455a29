/** The one template from which all pages of dist/ are rendered, each by its parts. */
import { escape } from '../../src/frame/frame-code.ts';
import { DIRECTION, LANGUAGE } from '../words/words.ts';
import { written, type Policy } from './policy.ts';

export { escape };

export interface Page {
  policy: Policy;
  robots?: string;
  title: string;
  description?: string;
  /** What else stands in the head, and what stands in the body; a part may have several lines. */
  head: string[];
  body: string[];
}

export function page({ policy, robots, title, description, head, body }: Page): string {
  return `<!doctype html>
${tag('html', { lang: LANGUAGE, ...(DIRECTION === 'ltr' ? {} : { dir: DIRECTION }) })}
  <head>
    ${parts(
      '<meta charset="utf-8">',
      tag('meta', { 'http-equiv': 'Content-Security-Policy', content: written(policy) }),
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      robots && tag('meta', { name: 'robots', content: robots }),
      `<title>${escape(title)}</title>`,
      description && tag('meta', { name: 'description', content: description }),
      ...head,
    )}
  </head>
  <body>
    ${parts(...body)}
  </body>
</html>
`;
}

/** The parts of a head or a body, each on a line of its own. */
function parts(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n    ');
}

/** `text`, all but the first of whose lines are moved to the right by so many blanks. */
export function indented(blanks: number, text: string): string {
  return text.replaceAll('\n', `\n${' '.repeat(blanks)}`);
}

/** What else has to be escaped in a text may stand in an attribute as it is: a picture in one has it hundreds of times. */
function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** An opening tag; an attribute that is `true` has no value. */
export function tag(name: string, attributes: Record<string, string | true>): string {
  const given = Object.entries(attributes).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${quoted(value)}"`));
  return `<${name}${given.join('')}>`;
}
