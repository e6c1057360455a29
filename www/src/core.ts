/** The core: everything that is computed or formatted. Only this file and load/ know where it lies. */
export * from '../core/breakeven.js';
