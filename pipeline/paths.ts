import { resolve } from 'node:path';

/** npm runs scripts in the project's folder; a path means what it meant where the reader typed it. */
export function fromCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
