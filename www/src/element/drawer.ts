/** Assumptions and sources, folded away. Most readers never look, so what is in it comes when one does. */
import { adoptStyles, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import { later } from '../load/later.js';
import type { Control, Controls } from '../model/model.js';
import type { Reader } from './reader.js';
import { styles } from './styles.js';
import { sources } from '../model/prepared.js';
import type { Sources } from '../../whole/breakeven.js';

const assumptions = later((_again) => import('./assumptions.js'));

type Content = typeof import('./assumptions.js') & { sources: Sources };

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export class Drawer implements ReactiveController {
  readonly #host: Host;
  #content: Content | undefined;
  #failed = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** On paper it is open. What was never looked into comes too late for the first print. */
  hostConnected(): void {
    addEventListener('beforeprint', this.#fill);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#fill);
  }

  render(controls: Controls, sliders: readonly Control[], scenario: string, reader: Reader): TemplateResult {
    const toggled = (event: Event): void => {
      if ((event.target as HTMLDetailsElement).open) void this.#fill();
    };
    const content = this.#content;
    return html`
      <details class="drawer" part="drawer" @toggle=${toggled}>
        <summary>${say('page-assumptions')}</summary>
        ${content?.assumptions({ controls: controls.all(), sliders, scenario, sources: content.sources }, reader)}
        <p class="refusal" role="status">
          ${this.#failed ? say('page-assumptions-missing') : nothing}
        </p>
      </details>
    `;
  }

  #fill = async (): Promise<void> => {
    if (this.#content) return;
    try {
      const [content, told] = await Promise.all([assumptions(), sources()]);
      this.#content = { ...content, sources: told };
      this.#failed = false;
      adoptStyles(this.#host.renderRoot as ShadowRoot, [styles, this.#content.sheet]);
    } catch {
      this.#failed = true;
    }
    this.#host.requestUpdate();
  };
}
