// What a trace of Chromium tells of a slider's moves.

/** What the time of the main thread is counted as; what has no name here counts as what it happens in. */
const KINDS = {
  script: ['EventDispatch', 'FireAnimationFrame', 'FunctionCall', 'RunMicrotasks', 'TimerFire', 'MinorGC', 'MajorGC'],
  layout: ['UpdateLayoutTree', 'Layout'],
  paint: ['PrePaint', 'Paint', 'Layerize', 'Commit'],
};
const KIND = new Map(Object.entries(KINDS).flatMap(([kind, names]) => names.map((name) => [name, kind])));

/** The main thread's work, the way of each frame to the screen, and of each event to the main thread. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame', 'input.scrolling'];

/** Records while `act` moves a pressed mouse: see `movesOf`. */
export async function traced(browser, page, act) {
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  return movesOf(JSON.parse(trace.toString()).traceEvents.sort((a, b) => a.ts - b.ts));
}

/**
 * `latencies` has for each move the ms from the making of its event to the showing of the first frame with all that
 * its handlers did; `work` the ms of each kind on the main thread, of all moves together.
 */
function movesOf(events) {
  const handled = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'mousemove');
  if (handled.length === 0) throw new Error('the trace has no move of the mouse');
  const { pid, tid } = handled[0];
  const ours = events.filter((event) => event.pid === pid);
  const frames = framesOf(ours);
  const made = spansOf(ours, 'EventLatency').filter(({ args }) => args.event_latency?.event_type === 'MOUSE_DRAGGED');

  const latencies = [];
  for (const { start, end } of made) {
    const handler = handled.find(({ ts }) => ts >= start && ts <= end);
    const frame = handler && frames.find(({ committed }) => committed >= handler.ts + handler.dur);
    // The last ones may be shown after the end of the trace.
    if (frame) latencies.push((frame.shown - start) / 1000);
  }
  return { latencies, work: workOf(ours.filter((event) => event.tid === tid && event.ph === 'X')) };
}

/** The frames that came to the screen: when the main thread had committed them, and when they were shown. */
function framesOf(events) {
  const commits = spansOf(events, 'Commit');
  return spansOf(events, 'PipelineReporter')
    .filter(({ args }) => args.frame_reporter?.state?.startsWith('STATE_PRESENTED'))
    .flatMap(({ id, start, end }) => {
      const commit = commits.find((commit) => commit.id === id && commit.start >= start && commit.end <= end);
      return commit ? [{ committed: commit.start, shown: end }] : [];
    })
    .sort((a, b) => a.committed - b.committed);
}

/** Asynchronous events of a name: an id is used again once its event has ended. */
function spansOf(events, name) {
  const open = new Map();
  const spans = [];
  for (const event of events) {
    if (event.name !== name || (event.ph !== 'b' && event.ph !== 'e')) continue;
    const id = event.id2?.local ?? event.id;
    const begun = open.get(id);
    if (event.ph === 'b') open.set(id, event);
    else if (begun) {
      open.delete(id);
      spans.push({ id, start: begun.ts, end: event.ts, args: begun.args });
    }
  }
  return spans;
}

/** The time of each kind, in ms, without what happens within it of another kind; and how often a layout was made. */
function workOf(events) {
  const work = { script: 0, layout: 0, paint: 0, layouts: 0 };
  const within = [];
  for (const { name, ts, dur = 0 } of events.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    while (within.length > 0 && within.at(-1).end <= ts) within.pop();
    const outer = within.at(-1)?.kind;
    const kind = KIND.get(name) ?? outer;
    if (name === 'Layout') work.layouts += 1;
    if (kind !== undefined) work[kind] += dur / 1000;
    if (outer !== undefined) work[outer] -= dur / 1000;
    within.push({ end: ts + dur, kind });
  }
  return work;
}
