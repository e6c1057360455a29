/** A figure's style without variables: beside browsers, few programs that show an SVG know any. */
import { parse, type Root } from 'postcss';

export interface PlainStyle {
  light: string;
  /** What dark has otherwise than light. */
  dark: string;
}

type Values = Map<string, string>;

const VARIABLE = /var\((--[\w-]+)\)/g;
/** `var(--breakeven-ink, #1b1a17)`: an image is nobody's part, so no host can set the first. */
const FALLBACK = /^var\(--[\w-]+, (.+)\)$/;

/** `css` names its colours once for light and, in a media query, once more for dark. */
export function plainStyle(css: string): PlainStyle {
  const root = parse(css);
  root.walkComments((comment) => {
    comment.remove();
  });
  const dark: Values = new Map();
  root.walkAtRules('media', (query) => {
    if (query.params.includes('prefers-color-scheme: dark')) takeVariables(query, dark);
    query.remove();
  });
  const light: Values = new Map();
  takeVariables(root, light);
  const rules = root.toString();
  root.walkDecls((declaration) => {
    if (!declaration.value.includes('var(--')) declaration.remove();
  });
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  return { light: resolved(rules, light), dark: resolved(root.toString(), new Map([...light, ...dark])) };
}

/** Moves the variables that `rules` sets to `values`. */
function takeVariables(rules: Pick<Root, 'walkDecls'>, values: Values): void {
  rules.walkDecls(/^--/, (declaration) => {
    values.set(declaration.prop, declaration.value.replace(FALLBACK, '$1'));
    declaration.remove();
  });
}

function resolved(css: string, values: Values): string {
  return css.replace(VARIABLE, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`the figures' style uses ${name} and does not set it`);
    return value;
  });
}
