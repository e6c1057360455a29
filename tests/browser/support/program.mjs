// Where the programs are that the tests start: `cargo xtask test` names each in a variable.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program that `variable` names, or else the first of `names` on PATH. */
export function program(variable, names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = process.env[variable] ?? names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (!found) throw new Error(`no ${names.join(' or ')} on PATH: install it, or name it in the variable ${variable}`);
  return found;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
