import { defineConfig } from 'vite';

import { staticAnswer } from './www/build/static-answer.ts';

export default defineConfig({
  root: 'www',
  // Relative, so that the folder works wherever it is copied to.
  base: './',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // A data: URL would be refused by the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [staticAnswer({ core: 'www/core', scenario: 'quoted-40000' })],
});
