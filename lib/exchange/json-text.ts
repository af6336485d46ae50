import { FileError, lineCounter } from './problem';

const DEEPEST = 60;

export type Places = {
  lines: ReadonlyMap<string, readonly number[]>;
  members: ReadonlyMap<string, number>;
};

/**
 * Parses a JSON file whose nesting is not deeper than ours ever is. Throws `FileError` with the line.
 * `lines` are those where the members of its arrays and objects begin that hold objects themselves:
 * `lines.get('works')[3]`; the outermost goes by the name ``.
 * `members` says where each member of the outermost object begins.
 */
export function parseJson(text: string): { value: unknown } & Places {
  const clean = text.replace(/^\ufeff/, '');
  const places = checkNesting(clean);
  try {
    return { value: JSON.parse(clean) as unknown, ...places };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new FileError({ line: lineOfError(clean, message), code: 'syntax', detail: message.slice(0, 200) });
  }
}

/** Before anything is parsed: a reader of nested arrays could run out of stack. */
function checkNesting(text: string): Places {
  const lines = new Map<string, number[]>();
  const members = new Map<string, number>();
  const lineAt = lineCounter(text);
  const names: string[] = [];
  let last = '';
  const sign = /["{}[\]]/g;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    const [char] = found;
    if (char === '"') {
      const end = endOfString(text, found.index);
      if (end < 0) break; // JSON.parse says where
      last = text.slice(found.index + 1, Math.min(end, found.index + 100));
      sign.lastIndex = end + 1;
      if (names.length === 1 && /^\s*:/.test(text.slice(end + 1, end + 20)))
        members.set(last, lineAt(found.index));
    } else if (char === '{' || char === '[') {
      if (names.length >= DEEPEST) {
        throw new FileError({ line: lineAt(found.index), code: 'too-deep', detail: `over ${DEEPEST}` });
      }
      if (names.length === 1 || names.length === 2) note(lines, names.at(-1) ?? '', lineAt(found.index));
      names.push(names.length === 0 ? '' : last);
    } else {
      names.pop();
    }
  }
  return { lines, members };
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return -1;
}

function note(lines: Map<string, number[]>, name: string, line: number): void {
  const known = lines.get(name);
  if (known) known.push(line);
  else lines.set(name, [line]);
}

/** Browsers say the place, or the line, or nothing. */
function lineOfError(text: string, message: string): number {
  const [, line] = /line (\d+)/.exec(message) ?? [];
  if (line !== undefined) return Number(line);
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return lineCounter(text)(position === undefined ? text.length : Number(position));
}
