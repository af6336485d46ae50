import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { RPC_NAME, RPC_VERSION } from '@/lib/rpc/contract';
import { answer, type Caller, type Handlers, type Sender } from '@/lib/rpc/server';
import { idOf, paperOf } from '../library/fresh-library';

const self = { id: 'gloss-id', origin: 'chrome-extension://gloss-id/' };
const page: Sender = { id: self.id, url: 'https://arxiv.org/abs/2210.02414', tab: { incognito: false } };
const X = idOf('2210.02414');
const saved = { status: 'to-read', lists: 1, savedAt: 0 } as const;
const empty = { state: 'empty', papers: 0, date: null, coverage: null } as const;

const LISTING = { done: null, canUndo: false, watches: 0, watching: 0 };

const callers: Caller[] = [];
const handlers: Handlers = {
  prepare: () => Promise.resolve(null),
  open: (_, caller) => {
    callers.push(caller);
    return Promise.resolve({ saved, standing: null, related: [], corpus: empty });
  },
  readFacts: () =>
    Promise.resolve({ line: [], groups: [], version: '0.0.1', does: null, found: null, shortForms: [] }),
  keySentences: () => Promise.resolve([]),
  marks: () => Promise.resolve({}),
  met: () => Promise.resolve(null),
  listing: () => Promise.resolve(LISTING),
  doneTo: () => Promise.resolve(LISTING),
  undoDone: () => Promise.resolve(LISTING),
  rows: () => Promise.resolve({}),
  cards: () => Promise.resolve([]),
  save: () => Promise.resolve(saved),
  saveKnown: () => Promise.resolve(saved),
  unsave: () => Promise.reject(new Error('disk on fire')),
  setStatus: () => Promise.resolve(saved),
  copyText: () => Promise.resolve({ text: '' }),
};
const ask = (method: string, params: unknown, sender = page, version = RPC_VERSION) =>
  answer(handlers, self, { rpc: RPC_NAME, version, method, params }, sender);

test('a request of the contract reaches its handler', async () => {
  expect(await ask('save', { paper: paperOf(X) })).toEqual({ ok: true, value: saved });
});

test.each([
  ['unknown method', 'rm', {}],
  ['inherited name', 'toString', {}],
  ['method of no text', { a: 1 }, {}],
  ['no params', 'marks', undefined],
  ['an id that is none', 'unsave', { id: '../etc' }],
  ['an id in another spelling', 'unsave', { id: 'arXiv:2210.02414v2' }],
  ['a key too many', 'marks', { ids: [], evil: 1 }],
  ['a key where there is none', 'prepare', { evil: 1 }],
  ['a key of prototypes', 'marks', JSON.parse('{"ids":[],"__proto__":{"x":1}}')],
  ['too many ids', 'marks', { ids: Array.from({ length: 1_501 }, () => X) }],
  ['a title over the limit', 'save', { paper: { ...paperOf(X), title: 'x'.repeat(200_001) } }],
  ['a title of no text', 'save', { paper: { ...paperOf(X), title: { toString: 1 } } }],
  ['a date that is none', 'save', { paper: { ...paperOf(X), submitted: '<b>' } }],
  ['a listing that is none', 'doneTo', { listing: 'cs.CL/new<b>', ids: [X] }],
  ['done to nowhere', 'doneTo', { listing: 'cs.CL/new', ids: [] }],
  ['too many rows', 'rows', { papers: Array.from({ length: 101 }, () => paperOf(X)), near: false }],
  ['a status that is none', 'setStatus', { id: X, status: 'burnt' }],
])('%s is refused', async (_name, method, params) => {
  expect(await ask(method as string, params)).toMatchObject({ ok: false, code: 'bad-request' });
});

test('a long hostile paper within the limits is let through as it is', async () => {
  const title = '<img src=x onerror=alert(1)>\u202e\u200b\ud800'.padEnd(100_000, '$');
  expect(await ask('save', { paper: { ...paperOf(X), title } })).toMatchObject({ ok: true });
});

describe('senders', () => {
  test.each([
    ['another extension', { ...page, id: 'other' }],
    ['a page without an address', { id: self.id }],
    ['a site that is not arXiv', { ...page, url: 'https://arxiv.org.evil.example/abs/2210.02414' }],
    ['arXiv without TLS', { ...page, url: 'http://arxiv.org/abs/2210.02414' }],
    ['no address at all', { ...page, url: 'arxiv.org' }],
  ])('%s is refused', async (_name, sender) => {
    expect(await ask('marks', { ids: [] }, sender)).toMatchObject({ ok: false, code: 'bad-request' });
  });

  test.each([
    ['arXiv', page],
    ['its other host', { ...page, url: 'https://www.arxiv.org/list/cs.CL/new' }],
    ['our own page', { id: self.id, url: `${self.origin}popup.html` }],
  ])('%s is answered', async (_name, sender) => {
    expect(await ask('marks', { ids: [] }, sender)).toEqual({ ok: true, value: {} });
  });

  test('the handler is told of a private window', async () => {
    callers.length = 0;
    await ask('open', { paper: paperOf(X) }, { ...page, tab: { incognito: true } });
    await ask('open', { paper: paperOf(X) });
    expect(callers).toEqual([{ isPrivate: true }, { isPrivate: false }]);
  });
});

test('an old page is told so before its params are looked at', async () => {
  expect(await ask('marks', { nonsense: 1 }, page, 0)).toMatchObject({ code: 'version-mismatch' });
});

test('a handler that throws is an answer, and is logged', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await ask('unsave', { id: X })).toEqual({ ok: false, code: 'failed', message: 'disk on fire' });
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test('what is no envelope of ours is left to other listeners', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(answer(handlers, self, message, page)).toBeUndefined();
    }),
  );
});

test('no params whatever make it throw', async () => {
  const method = fc.constantFrom(...Object.keys(handlers));
  await fc.assert(
    fc.asyncProperty(method, fc.anything(), async (name, params) => {
      if (name === 'unsave') return;
      const reply = await ask(name, params);
      // It asks for nothing, which an empty array is too.
      if (name === 'prepare' && reply?.ok) return;
      expect(reply).toMatchObject({ ok: false, code: 'bad-request' });
    }),
  );
});
