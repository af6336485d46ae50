import type { Library } from '@/lib/library';

export type FileKind = 'txt' | 'bib' | 'ris' | 'json';

type Work = Parameters<Library['bringIn']>[0]['works'][number];

/**
 * Runs over there, on the page of files: brings in one of so many works as the reader does, and says when
 * the preview was there and when all of it was in.
 */
export async function bringInFile(kind: FileKind, count: number, from: number): Promise<number[]> {
  const words = 'Words of it '.repeat(80);
  const works = Array.from({ length: count }, (_, index) => {
    const at = from + index;
    const id = `${String(10 + Math.floor(at / 10_000)).padStart(2, '0')}02.${String(at % 10_000).padStart(4, '0')}`;
    const [title, year] = [`A study of subject ${at} by Method ${at % 97}`, 2000 + (at % 25)];
    const address = `https://arxiv.org/abs/${id}`;
    if (kind === 'txt') return address;
    if (kind === 'bib') {
      return `@article{author${at}, title = {${title.replace('M', '{M}')}}, author = {Author, Ada and G{\\"o}del, Kurt},
      year = {${year}}, journal = {Journal of Studies}, volume = {${at % 50}}, eprint = {${id}}, archivePrefix = {arXiv},
      abstract = {${words}}, keywords = {tag ${at % 50}}}`;
    }
    if (kind === 'ris') {
      return [
        ...['TY  - JOUR', `TI  - ${title}`, 'AU  - Author, Ada', 'AU  - Gödel, Kurt', `PY  - ${year}`],
        ...['JO  - Journal of Studies', `VL  - ${at % 50}`, `UR  - ${address}`, `AB  - ${words}`],
        ...[`KW  - tag ${at % 50}`, 'ER  - '],
      ].join('\n');
    }
    const author = [
      { family: 'Author', given: 'Ada' },
      { family: 'Gödel', given: 'Kurt' },
    ];
    const issued = { 'date-parts': [[year]] };
    const of = { id: `author${at}`, type: 'article-journal', title, author, issued };
    return JSON.stringify({ ...of, 'container-title': 'Journal of Studies', URL: address, abstract: words });
  });
  const content = kind === 'json' ? `[${works.join(',\n')}]` : works.join('\n');
  const input = document.querySelector<HTMLInputElement>('.exchange-file input');
  if (!input) throw new Error('no place for a file');
  const files = new DataTransfer();
  files.items.add(new File([content], `works.${kind}`));
  input.files = files.files;
  const start = performance.now();
  input.dispatchEvent(new Event('change', { bubbles: true }));
  while (!document.querySelector('.exchange-preview')) await new Promise((next) => setTimeout(next, 20));
  const previewed = performance.now() - start;
  document.querySelector<HTMLElement>('.exchange-preview .button')?.click();
  while (document.querySelector('.exchange-preview')) await new Promise((next) => setTimeout(next, 20));
  return [previewed, performance.now() - start];
}

/** Runs over there: puts papers into the library as an import does, and says how long it took. */
export async function fill(count: number, from: number): Promise<number> {
  const library = Reflect.get(window, 'glossLibrary') as Library;
  const works = Array.from({ length: count }, (_, index): Work => {
    const at = from + index;
    const id = `${String(10 + Math.floor(at / 10_000)).padStart(2, '0')}01.${String(at % 10_000).padStart(4, '0')}`;
    return {
      paper: {
        ...{
          id: id as Work['paper']['id'],
          version: 1,
          title: `A study of subject ${at} by method ${at % 97}`,
        },
        ...{ authors: [`Ada Author${at % 1_000}`, 'Bob Builder'], abstract: 'Words '.repeat(150) },
        ...{ comments: '12 pages', journalRef: null, reportNo: null, doi: null, categories: ['cs.CL'] },
        ...{ mscClass: null, acmClass: null, submitted: null, versions: [], withdrawn: false },
      },
      ...{ cited: null, key: null, status: null, statusAt: null, savedAt: null },
      ...{ tags: [`tag ${at % 50}`], note: at % 10 === 0 ? 'A note' : '', noteEarlier: [], earlier: [] },
    };
  });
  const entries = works.map(({ paper }) => ({ id: paper.id, addedAt: null }));
  const start = performance.now();
  const lists = [{ name: `Every ${from}`, createdAt: null, entries }];
  await library.bringIn({ works, lists, history: null }, { choice: 'mine' });
  return performance.now() - start;
}

/** Runs over there: times of single changes, one after another. */
export async function edit(count: number): Promise<Record<string, number[]>> {
  const library = Reflect.get(window, 'glossLibrary') as Library;
  const [list] = await library.lists();
  const ids = (await library.newest(count + 1)).map(({ paper }) => paper.id);
  const [first] = ids;
  const samples: Record<string, number[]> = {};
  for (const id of ids.slice(1)) {
    if (!list || !first) break;
    const changes = {
      tag: () => library.addTag([id], 'bench'),
      status: () => library.setStatus(id, 'read'),
      note: async () => library.saveNote(id, 'Bench', (await library.note(id)).revision),
      move: () => library.moveEntries([id], { from: null, to: list.id, before: null }),
    };
    for (const [what, change] of Object.entries(changes)) {
      const start = performance.now();
      await change();
      (samples[what] ??= []).push(performance.now() - start);
    }
  }
  return samples;
}
