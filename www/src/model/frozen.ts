/** A page may keep what it was told, and change nothing of it. */
export function frozen<Told>(told: Told): Told {
  if (!Object.isFrozen(told)) Object.values(Object.freeze(told) as object).forEach(frozen);
  return told;
}
