import MiniSearch from 'minisearch';
import { SHOWN, type BenchPaper, type Built, type Peer, type StoredPeer } from './peer';

const OPTIONS = {
  fields: ['title', 'authors', 'terms'],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
};

export const miniSearch: Peer = {
  name: 'MiniSearch',
  ranked: true,
  build: async (papers) => opened(filled(papers)),
};

/** What it keeps in a worker: its index as JSON. */
export const storedMiniSearch: StoredPeer = {
  kept: async (papers) => new Blob([JSON.stringify(filled(papers))]),
  open: async (kept) => opened(MiniSearch.loadJSON<BenchPaper>(await kept.text(), OPTIONS)),
};

function filled(papers: readonly BenchPaper[]): MiniSearch<BenchPaper> {
  const index = new MiniSearch<BenchPaper>(OPTIONS);
  index.addAll(papers);
  return index;
}

function opened(index: MiniSearch<BenchPaper>): Built {
  return {
    search: async (query) =>
      index
        .search(query)
        .slice(0, SHOWN)
        .map(({ id }) => String(id)),
    reopened: async () => {
      const json = JSON.stringify(index);
      return {
        bytes: Buffer.byteLength(json),
        open: async () => opened(MiniSearch.loadJSON<BenchPaper>(json, OPTIONS)),
      };
    },
  };
}
