const WORD = /-?(?:[a-z]+:)?(?:"[^"]*"?|\S+)/gi;

/** The words of a query and its operators, each as it stands there. */
function wordsOf(query: string): string[] {
  return query.match(WORD) ?? [];
}

/** An operator as it is written: in quotes where its value has a space. */
export function operator(name: string, value: string): string {
  return `${name}:${/\s/.test(value) ? `"${value}"` : value}`;
}

export function hasWord(query: string, word: string): boolean {
  return wordsOf(query).some((own) => isSame(own, word));
}

/** With the operator, or without it where it stands there already. */
export function toggled(query: string, word: string): string {
  const words = wordsOf(query);
  const left = words.filter((own) => !isSame(own, word));
  return (left.length < words.length ? left : [...words, word]).join(' ');
}

/** The years a query asks for; null when it asks for none. */
export function yearsOf(query: string): { from: number; to: number } | null {
  for (const word of wordsOf(query)) {
    const [, from, dots, to] = /^year:(\d{4})(\.\.)?(\d{4})?$/i.exec(word) ?? [];
    if (from !== undefined) return { from: Number(from), to: Number(to ?? (dots ? '9999' : from)) };
    const [, last] = /^year:\.\.(\d{4})$/i.exec(word) ?? [];
    if (last !== undefined) return { from: 0, to: Number(last) };
  }
  return null;
}

/** Asks for these years instead of those it asked for; null for any. */
export function withYears(query: string, years: { from: number; to: number } | null): string {
  const left = wordsOf(query).filter((word) => !/^year:/i.test(word));
  if (years === null) return left.join(' ');
  const { from, to } = years;
  return [...left, `year:${from === to ? from : `${from}..${to}`}`].join(' ');
}

function isSame(a: string, b: string): boolean {
  return a.replaceAll('"', '').toLowerCase() === b.replaceAll('"', '').toLowerCase();
}
