/** Text as HTML and XML take it, within an element or an attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
