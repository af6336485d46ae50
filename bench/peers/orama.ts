import { create, insertMultiple, load, save, search } from '@orama/orama';
import { SHOWN, type Built, type Peer } from './peer';

const SCHEMA = { id: 'string', title: 'string', authors: 'string', terms: 'string' } as const;
const FIELDS: ['title', 'authors', 'terms'] = ['title', 'authors', 'terms'];

const emptyIndex = () => create({ schema: SCHEMA });

export const orama: Peer = {
  name: 'Orama',
  ranked: true,
  async build(papers) {
    const index = emptyIndex();
    await insertMultiple(index, [...papers], 1_000);
    return opened(index);
  },
};

function opened(index: ReturnType<typeof emptyIndex>): Built {
  return {
    search: async (query) => {
      const { hits } = await search(index, { term: query, properties: FIELDS, limit: SHOWN, tolerance: 1 });
      return hits.map(({ id }) => String(id));
    },
    reopened: async () => {
      const json = JSON.stringify(save(index));
      const open = async () => {
        const again = emptyIndex();
        load(again, JSON.parse(json) as Parameters<typeof load>[1]);
        return opened(again);
      };
      return { bytes: Buffer.byteLength(json), open };
    },
  };
}
