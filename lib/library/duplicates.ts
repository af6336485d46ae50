import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { splitName } from '@/lib/core/person-name';
import { texToText } from '@/lib/core/tex';
import { inTransaction, type Whole } from './context';

/** A title of one word is no sign that two works are one. */
const TITLE_LENGTH = 12;

type Group = { papers: PaperId[]; signs: string[] };

/** Saved works that look like one and the same: an equal DOI, or an equal title and first author. */
export async function duplicates(whole: Whole): Promise<readonly (readonly PaperId[])[]> {
  return inTransaction(whole, 'r', ['saved', 'papers'], async (context) => {
    const { db } = context;
    const shown = new Set(await db.saved.where('[shown+savedAt]').between([1], [1, []]).primaryKeys());
    const groups = new Map<string, Group>();
    await db.papers.each(({ id, paper }) => {
      if (!shown.has(id)) return;
      const signs = signsOf(paper);
      // One that shares its DOI with one work and its title with another makes all three one group.
      const known = new Set(signs.flatMap((sign) => groups.get(sign) ?? []));
      const [group = { papers: [], signs: [] }, ...others] = known;
      const added = [...signs, ...others.flatMap((other) => other.signs)];
      group.papers.push(...others.flatMap((other) => other.papers), id);
      group.signs.push(...added);
      for (const sign of added) groups.set(sign, group);
    });
    const found = [...new Set(groups.values())].map(({ papers }) => papers);
    return found.filter((papers) => papers.length > 1);
  });
}

function signsOf({ title, authors, doi }: Paper): string[] {
  const plain = lettersOf(texToText(title));
  const family = lettersOf(splitName(authors[0] ?? '').family);
  return [
    ...(doi === null ? [] : [`doi:${doi.toLowerCase()}`]),
    ...(plain.length < TITLE_LENGTH ? [] : [`title:${plain}:${family}`]),
  ];
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
