// What a test starts ends with it, and with the time that it has.

// Who runs the tests ends one that takes too long by a signal, on which nothing is done at the end.
process.once('SIGTERM', () => process.exit(143));

/** Does something at the end of the process, unless what it returns is called before. */
export function atExit(end) {
  process.once('exit', end);
  return () => process.off('exit', end);
}
