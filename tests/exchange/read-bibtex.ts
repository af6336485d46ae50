/** One entry, read the way BibTeX itself does: braces are counted, and a backslash means nothing. Throws on any fault. */
export function readBibtex(text: string): { type: string; key: string; fields: Map<string, string> } {
  const head = /^@([a-z]+)\{([^\s,{}"#%~=\\]+),\s*/.exec(text);
  if (!head) throw new Error('no entry');
  const fields = new Map<string, string>();
  let at = head[0].length;
  while (text[at] !== '}') {
    const name = /^([A-Za-z]+) = \{/.exec(text.slice(at));
    if (!name) throw new Error(`no field at ${at}: ${text.slice(at, at + 20)}`);
    const start = at + name[0].length;
    const end = closing(text, start);
    fields.set(name[1] ?? '', text.slice(start, end));
    const tail = /^,\s*/.exec(text.slice(end + 1));
    if (!tail) throw new Error(`no comma at ${end}`);
    at = end + 1 + tail[0].length;
  }
  if (text.slice(at) !== '}\n') throw new Error('more than one entry');
  return { type: head[1] ?? '', key: head[2] ?? '', fields };
}

function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  throw new Error('brace never closed');
}
