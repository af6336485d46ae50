import lunr from 'lunr';
import { SHOWN, type Built, type Peer } from './peer';

export const lunrPeer: Peer = {
  name: 'lunr',
  ranked: true,
  async build(papers) {
    const index = lunr((builder) => {
      builder.ref('id');
      for (const field of ['title', 'authors', 'terms']) builder.field(field);
      for (const paper of papers) builder.add(paper);
    });
    return opened(index);
  },
};

function opened(index: ReturnType<typeof lunr>): Built {
  return {
    search: async (query) => {
      const words = query.split(/[^\p{L}\p{N}.-]+/u).filter((word) => word !== '');
      const found = index.search(words.map((word) => `${word} ${word}* ${word}~1`).join(' '));
      return found.slice(0, SHOWN).map(({ ref }) => ref);
    },
    reopened: async () => {
      const json = JSON.stringify(index);
      return { bytes: Buffer.byteLength(json), open: async () => opened(lunr.Index.load(JSON.parse(json))) };
    },
  };
}
