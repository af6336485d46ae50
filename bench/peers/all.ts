import { flexSearch } from './flexsearch';
import { gloss } from './gloss';
import { lunrPeer } from './lunr';
import { miniSearch } from './minisearch';
import { orama } from './orama';
import type { Peer } from './peer';
import { sqlite } from './sqlite';
import { uFuzzy } from './ufuzzy';

export const PEERS: readonly Peer[] = [gloss, miniSearch, sqlite, uFuzzy, flexSearch, lunrPeer, orama];

export function peerNamed(name: string): Peer {
  const peer = PEERS.find((one) => one.name === name);
  if (!peer) throw new Error(`no peer ${name}`);
  return peer;
}
