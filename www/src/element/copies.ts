/** Nodes that are the same in every element are made once for each `key`, and copied: a template for each costs more. */
export function copies<Key>(make: (key: Key) => readonly Node[]): (key: Key) => DocumentFragment {
  const made = new Map<Key, DocumentFragment>();
  return (key) => {
    let first = made.get(key);
    if (!first) {
      first = new DocumentFragment();
      first.append(...make(key));
      made.set(key, first);
    }
    return first.cloneNode(true) as DocumentFragment;
  };
}

/** An element that says something. */
export function saying<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  what: readonly (string | Node)[],
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...what);
  return made;
}
