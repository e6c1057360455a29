// What a screen reader gets of a page, as lines of text: Chromium's accessibility tree, in the order in which it is read.

/** What is not told of by itself: what is in it is read as if it stood alone. */
const SILENT = new Set(['generic', 'none', 'LabelText', 'MenuListPopup', 'rowgroup', 'SvgRoot', 'time', 'strong', 'DescriptionListTerm']);
/**
 * What is read as one: its name is what stands in it or, as with an image, what is in it is there for the eye. The devtools tell
 * of that too, a screen reader does not hear it: https://www.w3.org/TR/wai-aria-1.2/#childrenArePresentational.
 */
const WHOLE = new Set(['button', 'DisclosureTriangle', 'heading', 'image', 'link', 'row', 'spinbutton', 'tab', 'textbox']);
/** Words without an element of their own. */
const TEXT = 'StaticText';
/** Of more rows than these the first ones and the last are told, and how many are between. */
const ROWS = 3;
const STATES = ['checked', 'disabled', 'expanded', 'invalid', 'level', 'live', 'pressed', 'selected'];

/** The lines of what is there, each further in than what it is in. */
export async function transcript(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  // Chromium tells the devtools a range's number; a screen reader gets its text.
  for (const node of nodes.filter(({ role }) => role?.value === 'slider')) {
    const { node: element } = await devtools.send('DOM.describeNode', { backendNodeId: node.backendDOMNodeId });
    const at = element.attributes.indexOf('aria-valuetext');
    node.said = at < 0 ? undefined : element.attributes[at + 1];
  }
  await devtools.detach();

  const childrenOf = ({ childIds = [] }) => childIds.map((id) => byId.get(id)).filter(Boolean);
  const role = (node) => node.role?.value;
  const name = (node) => clean(node.name?.value);
  const isSilent = (node) => node.ignored || SILENT.has(role(node));
  /** What is in a node, the silent ones left out. */
  const within = (node) => childrenOf(node).flatMap((child) => (isSilent(child) ? within(child) : [child]));
  const words = (node) => (role(node) === TEXT ? name(node) : spaced(within(node).map(words).filter(Boolean)));

  const lines = [];
  const tell = (nodes, indent) => {
    const add = (line) => lines.push('  '.repeat(indent) + line);
    let text = [];
    const flush = () => {
      if (text.length > 0) add(`text "${spaced(text)}"`);
      text = [];
    };
    for (const node of shortened(nodes, role)) {
      if (role(node) === TEXT) {
        if (name(node)) text.push(name(node));
        continue;
      }
      flush();
      if (node.left) {
        add(`… ${node.left} rows`);
      } else if (role(node) === 'row') {
        add(`row ${within(node).map((cell) => `${role(cell)} "${words(cell) || name(cell)}"`).join(' | ')}`);
      } else if (role(node) === 'combobox') {
        add(`${line(node)} of ${within(node).length}`);
      } else {
        add(line(node));
        if (!WHOLE.has(role(node))) tell(within(node), indent + 1);
      }
    }
    flush();
  };
  tell(nodes.filter(({ parentId }) => !byId.has(parentId)), 0);
  return lines;
}

function shortened(nodes, role) {
  const rows = nodes.filter((node) => role(node) === 'row');
  if (rows.length <= ROWS + 2) return nodes;
  // The head is a row too.
  const left = new Set(rows.slice(ROWS + 1, -1));
  const [first] = left;
  return nodes.flatMap((node) => (node === first ? { left: left.size } : left.has(node) ? [] : node));
}

function line({ role, name, value, said, description, properties = [] }) {
  const of = new Map(properties.map(({ name, value }) => [name, value.value]));
  if (role.value !== 'heading') of.delete('level');
  const states = STATES.filter((state) => ![undefined, false, 'false'].includes(of.get(state)));
  const told = states.map((state) => ([true, 'true'].includes(of.get(state)) ? state : `${state} ${of.get(state)}`));
  if (of.get('expanded') === false) told.push('collapsed');
  const shown = clean(said ?? of.get('valuetext') ?? value?.value);
  return [
    role.value,
    name?.value && `"${clean(name.value)}"`,
    shown && `= "${shown}"`,
    told.length > 0 && `(${told.join(', ')})`,
    description?.value && `— "${clean(description.value)}"`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Pieces of text beside each other. */
function spaced(pieces) {
  return pieces.join(' ').replace(/ (?=[,.;:])/g, '');
}

function clean(text) {
  return String(text ?? '').replace(/\s+/g, ' ').trim();
}
