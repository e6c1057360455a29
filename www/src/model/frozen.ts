/** A page may keep what it was told, and change nothing of it. */
export function frozen<Value>(value: Value): Value {
  if (!Object.isFrozen(value)) Object.values(Object.freeze(value) as object).forEach(frozen);
  return value;
}
