import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run as check } from '@/pipeline/commands/check';
import { run as pack } from '@/pipeline/commands/pack';
import { choose, keptIds } from '@/pipeline/pack/choose';
import { gather, type Found } from '@/pipeline/pack/gather';
import { openPack } from '@/pipeline/pack/open';
import { dumpLines } from '@/pipeline/sources/dump';
import { readCodeLinks, readPopularity } from '@/pipeline/sources/tables';
import { paperId } from '../search/papers';

const folder = mkdtempSync(join(tmpdir(), 'gloss-test-'));
const SEEDS = join(import.meta.dirname, '../seeds/seeds.jsonl');
const NOTHING = { popularity: new Map<string, never>(), code: new Map<string, string>() };

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

beforeAll(() => {
  process.env['INIT_CWD'] = folder;
});
afterAll(() => {
  delete process.env['INIT_CWD'];
  rmSync(folder, { recursive: true });
});

describe('dumpLines', () => {
  const lines = ['{"id":"2301.00001","title":"Ünïcode"}', '{"id":"2301.00002"}'];
  const text = `${lines.join('\n')}\n`;

  it.each<[string, string | Uint8Array]>([
    ['bare.jsonl', text],
    ['windows.jsonl', text.replaceAll('\n', '\r\n')],
    ['array.json', `[\n${lines.join(',\n')}\n]\n`],
    ['packed.jsonl.gz', gzipSync(text)],
    ['packed.jsonl.br', brotliCompressSync(text)],
    ['packed.zip', zipSync({ 'arxiv-metadata.json': new TextEncoder().encode(text) })],
    ['unended.jsonl', lines.join('\n')],
  ])('reads %s', async (name, content) => {
    expect(await all(dumpLines(file(name, content)))).toEqual(lines);
  });
});

describe('the tables beside dumps', () => {
  it('give popularity and, of code links, those that are surely the paper’s', async () => {
    const named = file('p.tsv.gz', gzipSync('arxiv_id\tn_lists\tn_mentions\n2303.04671\t8\t10\n'));
    expect(await readPopularity(named)).toEqual(new Map([['2303.04671', { lists: 8, mentions: 10 }]]));
    const rows =
      '1\thttps://github.com/a/b\t1\tdaily-table\n2\thttps://github.com/a/b\t1\tsame-line\n3\tjavascript:x\t1\tdaily-table\n';
    const links = file('c.tsv.gz', gzipSync(`arxiv_id\tgithub_url\tn\tmethods\n${rows}`));
    expect(await readCodeLinks(links)).toEqual(new Map([['1', 'https://github.com/a/b']]));
  });
});

describe('gathering and choosing', () => {
  it('passes over lines that are no records', async () => {
    const dump = file(
      'bad.jsonl',
      'not json\n{"id":"2301.00001"}\n{"id":"nonsense"}\n[]\n{"title":"no id"}\n',
    );
    const gathered = await gather([dump], NOTHING);
    expect(gathered.found.map(({ id }) => id)).toEqual(['2301.00001']);
    expect(gathered.bad).toBe(3);
    gathered.spill.remove();
  });

  it('brings the records of one paper together, and papers by rank, then id', async () => {
    const dump = file(
      'many.jsonl',
      ['2301.00002', '9901001', '2301.00001', '2301.00002']
        .map((id) => JSON.stringify({ id: id.includes('.') ? id : `hep-th/${id}` }))
        .join('\n'),
    );
    const gathered = await gather([dump], NOTHING);
    const chosen = await all(choose(gathered, 10));
    expect(chosen.map(({ id, lines }) => [id, lines.length])).toEqual([
      ['2301.00001', 1],
      ['2301.00002', 2],
      ['hep-th/9901001', 1],
    ]);
    gathered.spill.remove();
  });

  it('keeps the seeds, no more than the limit, and something of every archive', () => {
    const found: Found[] = Array.from({ length: 900 }, (_, at) => ({
      id: paperId(`2401.${String(at).padStart(5, '0')}`),
      rank: at % 2 === 0 ? 120 : 100,
      archive: at % 2 === 0 ? 'cs' : at % 9 === 0 ? 'hep-th' : 'math',
    }));
    found.push({ id: paperId('2210.02414'), rank: 0, archive: 'cs' });
    const kept = keptIds(found, 100);
    const archives = new Set(found.filter(({ id }) => kept.has(id)).map(({ archive }) => archive));
    expect(kept.size).toBe(100);
    expect(kept.has(paperId('2210.02414'))).toBe(true);
    expect(archives).toEqual(new Set(['cs', 'hep-th', 'math']));
  });
});

describe('the pack command', () => {
  it('gives the same bytes for the same dump, with the seeds’ abstracts and no others', async () => {
    const other = {
      id: '2301.00001',
      title: 'Another',
      authors: 'A. B',
      abstract: 'Words of an abstract.',
      categories: 'cs.LG',
    };
    const dump = file('dump.jsonl', `${readFileSync(SEEDS, 'utf8').trim()}\n${JSON.stringify(other)}\n`);
    for (const out of ['one', 'two']) expect(await pack(['--in', dump, '--out', out])).toBe(0);
    for (const name of readdirSync(join(folder, 'one'))) {
      expect(readFileSync(join(folder, 'two', name))).toEqual(readFileSync(join(folder, 'one', name)));
    }
    const { segment } = await openPack(join(folder, 'one'));
    const records = await segment.records(Array.from({ length: segment.papers }, (_, number) => number));
    expect(records.filter(({ abstract }) => abstract !== null)).toHaveLength(10);
    expect(records).toHaveLength(11);
  });

  it('gives the same bytes however many threads prepare it', async () => {
    for (const threads of ['1', '3'])
      expect(await pack(['--in', SEEDS, '--threads', threads, '--out', `by-${threads}`])).toBe(0);
    const names = readdirSync(join(folder, 'by-1'));
    expect(names).toContain('manifest.json');
    for (const name of names)
      expect(readFileSync(join(folder, 'by-3', name))).toEqual(readFileSync(join(folder, 'by-1', name)));
  });

  it('writes the pack in spite of lines that are no records, and says so: status 2, the first few named', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const dump = file('spoilt.jsonl', `not json\n${readFileSync(SEEDS, 'utf8').trim()}\n{"title":"no id"}\n`);
    expect(await pack(['--in', dump, '--out', 'spoilt'])).toBe(2);
    const messages = said.mock.calls.map(([message]) => message).join('');
    said.mockRestore();
    expect(messages).toContain('spoilt.jsonl line 1: not JSON');
    expect(messages).toContain('spoilt.jsonl line 12: no arXiv id');
    expect(messages).toContain('2 lines left out');
    const { segment } = await openPack(join(folder, 'spoilt'));
    expect(segment.papers).toBe(10);
  });

  it('asks for what it lacks', async () => {
    expect(await pack(['--out', 'three'])).toBe(1);
    await expect(pack(['--inn', 'x'])).rejects.toThrow(/unknown option/);
  });
});

describe('the check command', () => {
  it('has no fault to find in a pack it is given no source of', async () => {
    await pack(['--in', SEEDS, '--out', 'unsourced']);
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const status = await check(['--pack', 'unsourced']);
    const report: unknown = JSON.parse(String(said.mock.calls[0]?.[0]));
    said.mockRestore();
    expect(report).toMatchObject({ papers: 10, faults: [] });
    expect(status).toBe(0);
  });
});
