/** What the reader does to the controls: what it makes of the mine, when it counts as done, and what is told of it. */
import { isWhole, whole, type InputId, type Moment } from '../model/core.js';
import type { Model } from '../model/model.js';
import type { AddressSync } from './address.js';
import type { Reader } from './reader.js';

/** What the element makes of a change. */
export interface Consequences {
  touched(id: InputId | undefined): void;
  /** It is done, and this is what stood before it. */
  done(before: Moment): void;
  tell(type: 'input' | 'change'): void;
  speak(): void;
  update(): void;
}

export function readerOf(model: Model, address: AddressSync, { touched, done, tell, speak, update }: Consequences): Reader {
  const { unsettled } = model;
  /** Inputs that were left with a text in them that nothing could read yet. */
  const left = new Set<InputId>();
  const change = (id: InputId, changed: () => boolean): void => {
    const { changes } = model;
    const before = unsettled.get(id) ?? model.moment;
    // What is not taken may come after what was.
    if (changed() || !model.mine.is_as(before)) unsettled.set(id, before);
    else unsettled.delete(id);
    touched(id);
    if (model.changes !== changes) tell('input');
    else speak();
    update();
  };
  const settle = (...ids: InputId[]): void => {
    // Of several that were changed at once, what stood before the first.
    const before = [...unsettled].find(([id]) => ids.includes(id))?.[1];
    for (const id of ids) {
      if (address.held === id) address.held = undefined;
      model.settle(id);
      if (model.unread(id) !== undefined) left.add(id);
      unsettled.delete(id);
    }
    if (before && !model.mine.is_as(before)) {
      done(before);
      tell('change');
    }
    update();
  };
  const again = (id: InputId, text: string): void => {
    if (model.unread(id) !== text) return;
    change(id, () => model.type(id, text));
    if (left.delete(id)) settle(id);
  };
  return {
    get drags() {
      return address.held !== undefined;
    },
    settle,
    leave: (id) => {
      if (address.held !== id) settle(id);
    },
    grasp: (id) => {
      // What was typed before is a change of its own.
      settle(id);
      const restore = model.keep(id);
      address.held = id;
      return () => {
        restore();
        if (unsettled.delete(id)) tell('input');
        address.held = undefined;
        update();
      };
    },
    scrub: () => {
      const before = model.moment;
      const { changes } = model;
      let coming: Promise<void> | undefined;
      address.held = 'date';
      return {
        to: (day) => {
          coming = model.scrubTo(day).then((taken) => {
            if (taken) tell('input');
          });
        },
        settle: async () => {
          await coming;
          address.held = undefined;
          model.settle();
          touched(undefined);
          if (!model.mine.is_as(before)) {
            done(before);
            tell('change');
          }
          update();
        },
        undo: () => {
          address.held = undefined;
          const changed = model.changes !== changes;
          model.comeBack(before);
          if (changed) tell('input');
          update();
        },
      };
    },
    edit: (id) => {
      model.edit(id);
      update();
    },
    move: (id, value) => {
      if (value !== model.value(id)) change(id, () => model.move(id, value));
    },
    type: (id, text) => {
      left.delete(id);
      change(id, () => model.type(id, text));
      if (!isWhole()) whole().then(() => again(id, text), () => {});
    },
    step: (id, count, held) => {
      const { changes } = model;
      change(id, () => model.step(id, count));
      if (held && unsettled.delete(id) && model.changes !== changes) tell('change');
      settle(id);
    },
    reset: (id) => {
      change(id, () => model.reset(id));
      settle(id);
    },
    abandon: (id) => {
      let dropped = false;
      change(id, () => {
        dropped = model.abandon(id);
        return false;
      });
      return dropped;
    },
  };
}
