/** The figures that a reader may choose from, as tabs: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
import { html, nothing, type TemplateResult } from 'lit';
import views from 'virtual:views';
import { say } from 'virtual:words';

import type { View } from '../model/core.js';

/** The id of what a tab shows. */
const PANEL = 'plot';

const LABELS: ReadonlyMap<string, string> = new Map(views.map(([id, , label]) => [id, label]));

/** The id of a view's tab. */
const tabOf = (view: View): string => `tab-${view}`;

/** The views that `names` lists and that are figures beside the bar, in that order; one alone is no choice. */
export function choices(names: string | null): View[] {
  const listed = new Set((names ?? '').match(/\S+/g));
  const known = [...listed].filter((name): name is View => LABELS.has(name) && name !== 'bar');
  return known.length > 1 ? known : [];
}

/** An arrow, Home and End go to a tab and choose it: what it shows is there at once. */
function tabs(choices: readonly View[], chosen: View, choose: (view: View) => void): TemplateResult {
  const current = choices.includes(chosen) ? chosen : choices[0];
  const pressed = (event: KeyboardEvent): void => {
    const tabs = Array.from((event.currentTarget as Element).querySelectorAll<HTMLElement>('[role=tab]'));
    const to = placeAfter(event.key, tabs.indexOf(event.target as HTMLElement), tabs.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    tabs[to]!.focus();
    choose(choices[to]!);
  };
  return html`
    <div class="tabs" part="tabs" role="tablist" aria-label="${say('page-figures')}" @keydown=${pressed}>
      ${choices.map(
        (view) => html`
          <button
            type="button"
            role="tab"
            id=${tabOf(view)}
            aria-controls=${PANEL}
            aria-selected=${view === chosen}
            tabindex=${view === current ? 0 : -1}
            @click=${() => choose(view)}
          >${LABELS.get(view)}</button>
        `,
      )}
    </div>
  `;
}

interface Shown {
  svg: Element;
  view: View;
  views: readonly View[];
  /** None where nothing in it can be dragged. */
  drag: ((down: PointerEvent) => void) | null | undefined;
  choose: (view: View) => void;
}

/** The figure, under tabs where there is a choice. */
export function panel({ svg, view, views, drag, choose }: Shown): TemplateResult {
  const choice = views.length > 0;
  // One that is not among them has no tab that could name it.
  const chosen = views.includes(view);
  const figure = html`
    <div
      class="figure"
      part="figure"
      id=${PANEL}
      role=${chosen ? 'tabpanel' : nothing}
      aria-labelledby=${chosen ? tabOf(view) : nothing}
      ?data-still=${!drag}
      @pointerdown=${drag}
    >${svg}</div>
  `;
  return choice ? html`<div class="plot">${tabs(views, view, choose)} ${figure}</div>` : figure;
}

/** Brings the chosen tab of `root` into sight; nothing but the line of tabs moves for it. */
export function reveal(root: ParentNode): void {
  const tab = root.querySelector('[role=tab][aria-selected=true]');
  const line = tab?.parentElement;
  if (!line) return;
  const [at, within] = [tab.getBoundingClientRect(), line.getBoundingClientRect()];
  line.scrollLeft += at.x + at.width / 2 - (within.x + within.width / 2);
}

/** Where a key leads from a tab: round and round, or to an end. */
function placeAfter(key: string, from: number, count: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: (from + count - 1) % count,
    ArrowRight: (from + 1) % count,
    Home: 0,
    End: count - 1,
  };
  return places[key];
}
