// Runs in a page: gathers all that somebody reads or hears on it.

/**
 * Each text as `[where it stands, the text]`: text nodes, what fields hold, and attributes that are read out or shown.
 * What keeps the room for other words is the same words; code is read by nobody, but what it would put on a page is.
 */
export function readAll() {
  const found = [['title', document.title]];
  const seen = (where, text) => text?.trim() && found.push([where, text.trim().replace(/\s+/g, ' ')]);
  const SILENT = ['style', 'script', 'template', 'noscript'];
  const READ = /^(?:aria-(?:label|description|placeholder|roledescription|valuetext)|alt|label|placeholder|title)$/;
  const walk = (node, within) => {
    if (node.nodeType === Node.TEXT_NODE) return seen(within, node.data);
    if (SILENT.includes(node.localName)) return undefined;
    const name = node.localName ? `${within} ${node.localName}` : within;
    for (const { name: attribute, value } of node.attributes ?? []) if (READ.test(attribute)) seen(`${name}[${attribute}]`, value);
    if (node.matches?.('meta[name=description], meta[property="og:title"], meta[property="og:description"]')) seen(name, node.content);
    if (node.matches?.('input:not([type=radio], [type=range], [type=checkbox])')) seen(name, node.value);
    if (node.matches?.('textarea')) {
      seen(`${name} tags`, Array.from(node.value.matchAll(/ (?:alt|aria-label|title)="([^"]*)"/g), ([, text]) => text).join(' '));
      seen(`${name} text`, node.value.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' '));
    }
    if (node.shadowRoot) walk(node.shadowRoot, name);
    for (const child of node.childNodes) walk(child, name);
    return undefined;
  };
  walk(document.documentElement, '');
  return found;
}
