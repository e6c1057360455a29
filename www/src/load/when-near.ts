/** So much before an element comes into sight its core is loaded. */
const MARGIN = '400px';

export interface Nearness {
  /** Called with each element that is put into the page, in a shadow root too. */
  watch: (element: Element) => void;
  /**
   * Resolves when the first of them is near what is seen. Where the page has none when it is read to its end,
   * somebody makes one by script, and it resolves at once.
   */
  come: Promise<unknown>;
}

export function near(): Nearness {
  let watched = false;
  let found!: (value?: unknown) => void;
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      found();
    },
    { rootMargin: MARGIN },
  );
  const come = new Promise((resolve) => (found = resolve));
  void parsed().then(() => watched || found());
  const watch = (element: Element): void => {
    watched = true;
    seen.observe(element);
  };
  return { watch, come };
}

async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
}
