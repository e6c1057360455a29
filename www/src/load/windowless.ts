/**
 * What stands in for a page where there is none, in Node, in a worker or on a server: an import of the element does
 * nothing there, and does not throw. The build of the package puts it in the place of the globals.
 */
const page = globalThis as Partial<typeof globalThis>;

/** Something to extend. */
export const HTMLElement = page.HTMLElement ?? class {};
/** Lit asks it for a walker at once. */
export const document = page.document ?? { createTreeWalker() {} };
