/** What is folded away under the figure. Most readers never look, so what is in it comes when one does. */
import {
  adoptStyles,
  html,
  noChange,
  nothing,
  type CSSResult,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { say } from 'virtual:words';

import { styles } from './styles.js';

/** What comes: how it shows a subject, and its style. */
export interface Content<Subject> {
  /** `printed` is whether it is for paper. */
  show(subject: Subject, printed: boolean): unknown;
  sheet: CSSResult;
}

export interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Renders what waits to be rendered, before the next line runs. */
  renderNow(): void;
}

export class Drawer<Subject> implements ReactiveController {
  /** Of each host the sheets that have come. */
  static readonly #sheets = new WeakMap<Host, Set<CSSResult>>();

  readonly #host: Host;
  readonly #name: string;
  readonly #title: string;
  readonly #load: () => Promise<Content<Subject>>;
  #content: Content<Subject> | undefined;
  #open = false;
  #printed = false;
  #failed = false;

  /** `name` is its class and its part. */
  constructor(host: Host, name: string, title: string, load: () => Promise<Content<Subject>>) {
    this.#host = host;
    this.#name = name;
    this.#title = title;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
  }

  /** Has what is in it come, before anybody looks: for a print, which waits for nothing. */
  async prepare(): Promise<void> {
    this.#content ??= await this.#load();
  }

  /** While it is shut, and while the subject is `undefined`, what it shows stays as it is. */
  render(subject: () => Subject | undefined): TemplateResult {
    const toggled = (event: Event): void => {
      this.#open = (event.target as HTMLDetailsElement).open;
      if (this.#open) void this.#fill();
    };
    const now = (this.#open || this.#printed) && this.#content ? subject() : undefined;
    return html`
      <details class=${this.#name} part=${this.#name} @toggle=${toggled}>
        <summary>${this.#title}</summary>
        ${now ? this.#content!.show(now, this.#printed) : noChange}
        <p class="refusal" role="status">
          ${this.#failed ? say('page-part-missing') : nothing}
        </p>
      </details>
    `;
  }

  async #fill(): Promise<void> {
    try {
      await this.prepare();
      this.#dress();
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }

  /** On paper stands what has come, whether it is open or not. */
  #print = ({ type }: Event): void => {
    this.#printed = type === 'beforeprint';
    if (!this.#printed || !this.#content) return;
    this.#dress();
    this.#host.requestUpdate();
    this.#host.renderNow();
  };

  #dress(): void {
    const { sheet } = this.#content!;
    const sheets = Drawer.#sheets.get(this.#host) ?? new Set([styles]);
    if (sheets.has(sheet)) return;
    Drawer.#sheets.set(this.#host, sheets.add(sheet));
    adoptStyles(this.#host.renderRoot as ShadowRoot, [...sheets]);
  }
}
