import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSaved } from '@/pipeline/commands/read';
import { siteOf } from '../pages/site';
import { SEEDS } from '../pages/papers';

describe('gloss read', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gloss-read-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function saved(path: string): { url: string; file: string } {
    const file = join(folder, 'page.html');
    writeFileSync(file, siteOf().get(path)?.html ?? '');
    return { url: `https://arxiv.org${path}`, file };
  }

  it('answers with every key of a paper, kind and address', async () => {
    const answer = await readSaved(saved('/abs/2210.02414v1'));
    expect(answer).toMatchObject({ url: 'https://arxiv.org/abs/2210.02414v1', kind: 'abs' });
    expect(Object.keys(answer.papers[0] ?? {}).sort()).toEqual(
      'abstract acmClass authors categories comments doi id journalRef mscClass reportNo submitted title version versions withdrawn'.split(
        ' ',
      ),
    );
  });

  it.each([
    ['/list/cs.CL/2022-10', 'list', SEEDS.length],
    ['/a/tang_j_1', 'author', SEEDS.length],
    ['/search/?query=pre-training&searchtype=all', 'search', SEEDS.length + 2],
    ['/html/2210.02414', 'html', 1],
    ['/pdf/2210.02414', 'other', 0],
    ['/abs/2601.99999', 'other', 0],
  ])('knows %s as %s with %d papers', async (path, kind, count) => {
    const answer = await readSaved(saved(path));
    expect([answer.kind, answer.papers.length]).toEqual([kind, count]);
  });

  it.each([
    [{ url: 'https://arxiv.org/abs/1' }],
    [null],
    ['x'],
    [{ url: 1, file: 2 }],
    [{ url: 'nowhere', file: 'x' }],
  ])('rejects %j', async (value) => {
    await expect(readSaved(value)).rejects.toThrow();
  });

  it('rejects a file that is not there', async () => {
    await expect(
      readSaved({ url: 'https://arxiv.org/abs/2210.02414', file: join(folder, 'none') }),
    ).rejects.toThrow('ENOENT');
  });
});
