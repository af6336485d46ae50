/** A list of strings under a name. Throws, naming it, on anything else. */
export function stringsOf(value: unknown, name: string): string[] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (!Array.isArray(list)) throw new Error(`no list "${name}"`);
  return list.map((item: unknown) => {
    if (typeof item !== 'string') throw new Error(`"${name}" holds ${typeof item}, not only text`);
    return item;
  });
}
