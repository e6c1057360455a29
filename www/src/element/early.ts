/** What stands in the page's HTML until the element lives: see www/build/pages/first-view.ts. */

export function isEarly(root: ParentNode): boolean {
  return root.querySelector('.early') !== null;
}

/** Of a figure's pictures for a narrow and for a wide column the one that is shown. */
export function earlyPicture(root: ParentNode, part: string): SVGSVGElement | undefined {
  return Array.from(root.querySelectorAll<SVGSVGElement>(`.${part} svg`)).find(({ clientWidth }) => clientWidth > 0);
}

export function removeEarly(root: ParentNode): void {
  for (const early of root.querySelectorAll('.early')) early.remove();
}
