/** The core: everything that is computed or formatted. Only this file knows where it lies. */
export { default as load } from '../core/breakeven.js';
export * from '../core/breakeven.js';
