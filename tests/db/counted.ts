import type { LibraryDb } from '@/lib/db/library';

/** What `counts` is to hold, counted row by row. */
export async function counted(db: LibraryDb): Promise<{ key: string; count: number }[]> {
  const saved = (await db.saved.toArray()).filter(({ shown }) => shown === 1);
  const entries = (await db.entries.toArray()).filter(({ shown }) => shown === 1);
  const keys = [
    ...saved.flatMap(({ tags }) => ['saved', ...new Set(tags.map((tag) => `tag:${tag}`))]),
    ...entries.map(({ list }) => `list:${list}`),
  ];
  return [...new Set(keys)]
    .sort()
    .map((key) => ({ key, count: keys.filter((other) => other === key).length }));
}
