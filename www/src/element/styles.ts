import { unsafeCSS } from 'lit';

import css from '../styles/element.css?inline';

/** A file of the project, not a reader's text: nothing unsafe about it. */
export const styles = unsafeCSS(css);
