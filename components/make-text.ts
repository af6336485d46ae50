import type messages from '@/public/_locales/en/messages.json';

type Messages = typeof messages;
export type MessageKey = keyof Messages;
type PlaceholdersOf<K extends MessageKey> = Messages[K] extends { placeholders: infer P } ? keyof P : never;
type Values<K extends MessageKey> = [PlaceholdersOf<K>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<K>, string | number>>];

/** The words of one message, its placeholders filled in by name: `text('page_in_lists', { count: 3 })`. */
export type Text = <K extends MessageKey>(key: K, ...values: Values<K>) => string;

/**
 * Reads messages through `getMessage` of the browser. That one takes values by position, so in
 * messages.json the placeholders of a message are numbered in the alphabet's order of their names
 * (a test holds this), and the table itself need not be in the bundle.
 */
export function makeText(getMessage: (key: string, values: string[]) => string): Text {
  const fixed = new Map<string, string>();
  const fixedText = (key: string): string => {
    const known = fixed.get(key) ?? getMessage(key, []);
    fixed.set(key, known);
    return known;
  };
  return (key: string, ...values: [] | [Readonly<Record<string, string | number>>]) => {
    if (values.length === 0) return fixedText(key);
    const named = Object.entries(values[0]);
    named.sort(([a], [b]) => (a < b ? -1 : 1));
    return getMessage(
      key,
      named.map(([, value]) => String(value)),
    );
  };
}
