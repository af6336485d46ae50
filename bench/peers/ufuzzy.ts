import UFuzzy from '@leeoniya/ufuzzy';
import { SHOWN, type Built, type Peer } from './peer';

export const uFuzzy: Peer = {
  name: 'uFuzzy',
  ranked: true,
  build: async (papers) =>
    opened(
      papers.map(({ title, authors, terms }) => `${title} ${authors} ${terms}`),
      papers.map(({ id }) => id),
    ),
};

function opened(texts: string[], ids: readonly string[]): Built {
  const finder = new UFuzzy({ intraMode: 1 });
  return {
    search: async (query) => {
      const [found, , order] = finder.search(texts, query, 1);
      const places = order && found ? order.map((at) => found[at] ?? 0) : (found ?? []);
      return places.slice(0, SHOWN).map((at) => ids[at] ?? '');
    },
    reopened: async () => {
      const json = JSON.stringify([texts, ids]);
      const open = async () => {
        const [again, itsIds] = JSON.parse(json) as [string[], string[]];
        return opened(again, itsIds);
      };
      return { bytes: Buffer.byteLength(json), open };
    },
  };
}
