/** So much before an element comes into sight its core is loaded. */
const MARGIN = '400px';

/**
 * Resolves when the first element called `name` is near, also if it is put into the page only then. Where the page
 * has none yet, somebody makes one by script, and it resolves at once.
 */
export async function near(name: string): Promise<void> {
  if (document.readyState === 'loading') {
    await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
  }
  if (!document.querySelector(name)) return;
  await new Promise<void>((resolve) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        added.disconnect();
        resolve();
      },
      { rootMargin: MARGIN },
    );
    const watch = (): void => document.querySelectorAll(name).forEach((element) => seen.observe(element));
    const added = new MutationObserver(watch);
    added.observe(document, { childList: true, subtree: true });
    watch();
  });
}
