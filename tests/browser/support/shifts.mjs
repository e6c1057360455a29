// What moved by itself while a page came.

/** Each shift of the layout in `page`, or in a frame, that no reader caused: how large it was, and of what. */
export function layoutShifts(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = [];
        const observer = new PerformanceObserver((list) => {
          for (const { value, hadRecentInput, sources } of list.getEntries()) {
            if (!hadRecentInput) seen.push({ value, of: sources.map(({ node }) => node?.nodeName) });
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(seen), 200);
      }),
  );
}

export async function totalShift(page) {
  return (await layoutShifts(page)).reduce((sum, { value }) => sum + value, 0);
}
