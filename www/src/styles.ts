import { unsafeCSS } from 'lit';

import marks from '../../src/figure/figure.css?inline';
import colours from './styles/colours.css?inline';
import controls from './styles/controls.css?inline';
import figure from './styles/figure.css?inline';
import host from './styles/host.css?inline';
import layout from './styles/layout.css?inline';

/** Files of the project, not a reader's text: nothing unsafe about them. */
export const styles = [colours, host, layout, controls, marks, figure].map((css) => unsafeCSS(css));
