import { Document } from 'flexsearch';
import { SHOWN, type BenchPaper, type Built, type Peer } from './peer';

const FIELDS = ['title', 'authors', 'terms'];

function emptyIndex(): Document {
  return new Document({ tokenize: 'forward', document: { id: 'id', index: FIELDS } });
}

export const flexSearch: Peer = {
  name: 'FlexSearch',
  ranked: false,
  async build(papers) {
    const index = emptyIndex();
    for (const { id, title, authors, terms } of papers) index.add({ id, title, authors, terms });
    return opened(index, papers);
  },
};

function opened(index: Document, papers: readonly BenchPaper[]): Built {
  return {
    search: async (query) => {
      const ids = new Set<string>();
      for (const { result } of await index.searchAsync(query, { limit: SHOWN, suggest: true }))
        for (const id of result) ids.add(String(id));
      return [...ids].slice(0, SHOWN);
    },
    reopened: async () => {
      const kept = new Map<string, string>();
      index.export((key: string, text: string) => void kept.set(key, text ?? ''));
      const bytes = [...kept.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      const open = async () => {
        const again = emptyIndex();
        for (const [key, text] of kept) if (text !== '') again.import(key, text);
        return opened(again, papers);
      };
      return { bytes, open };
    },
  };
}
