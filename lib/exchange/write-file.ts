import { zipSync } from 'fflate';
import type { LibraryCopy } from '@/lib/core/library-copy';
import { isOther } from '@/lib/core/other-work';
import { texToText } from '@/lib/core/tex';
import { addressOf } from './address';
import { bibtexFile } from './bibtex-file';
import { cslFile } from './csl';
import { csvFile } from './csv';
import { fileName } from './file-name';
import { listedIn } from './listed-in';
import { markdownOf } from './markdown';
import { risFile } from './ris';
import type { WriteOptions } from './write-options';

export type WriteFormat = 'bibtex' | 'biblatex' | 'ris' | 'csl' | 'markdown' | 'csv' | 'ids';

export type WrittenFile = { ending: string; type: string; content: string | Uint8Array };

/** The works of a copy as one file. */
export function writeFile(copy: LibraryCopy, format: WriteFormat, options: WriteOptions): WrittenFile {
  switch (format) {
    case 'bibtex':
    case 'biblatex':
      return { ending: 'bib', type: 'application/x-bibtex', content: bibtexFile(copy, format, options) };
    case 'ris':
      return { ending: 'ris', type: 'application/x-research-info-systems', content: risFile(copy, options) };
    case 'csl':
      return { ending: 'json', type: 'application/json', content: cslFile(copy, options) };
    case 'markdown':
      return markdownFile(copy, options);
    case 'csv':
      return { ending: 'csv', type: 'text/csv', content: csvFile(copy, options) };
    case 'ids':
      return { ending: 'txt', type: 'text/plain', content: idsFile(copy) };
  }
}

/** arXiv ids, and for other works where they can be read. */
function idsFile({ works }: LibraryCopy): string {
  const lines = works.map(({ paper, cited }) => (isOther(paper.id) ? addressOf(paper, cited) : paper.id));
  return `${lines.filter((line) => line !== null).join('\n')}\n`;
}

/** One paper is a note; of several, each is one, in a folder of their own. */
function markdownFile(copy: LibraryCopy, options: WriteOptions): WrittenFile {
  const listsOf = listedIn(copy);
  const notes = copy.works.map((work) => ({
    name: fileName(texToText(work.paper.title) || work.paper.id),
    text: markdownOf(work, listsOf(work.paper.id), options),
  }));
  const [only] = notes;
  if (only && notes.length === 1) return { ending: 'md', type: 'text/markdown', content: only.text };
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const { name, text } of notes) files.set(`${freeName(taken, name)}.md`, encoder.encode(text));
  return { ending: 'zip', type: 'application/zip', content: zipSync(Object.fromEntries(files)) };
}

/** Some systems take `A` and `a` for one file. */
function freeName(taken: Set<string>, name: string): string {
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? name : `${name} ${number}`;
    if (taken.has(next.toLowerCase())) continue;
    taken.add(next.toLowerCase());
    return next;
  }
}
