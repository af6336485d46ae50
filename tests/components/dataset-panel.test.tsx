// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { Datasets, PartProgress } from '@/components/dataset/datasets';
import { DatasetPanel } from '@/components/library/dataset-panel';
import type { CorpusStatus, PackShown } from '@/lib/core/corpus-status';
import { click, draw, english, named, one, settled } from './surface';

const COVERAGE = {
  archives: { cs: 20_000, 'hep-th': 300, unknown: 15 },
  years: { '2023': 1, '2026': 20_314 },
  facts: { code: 2_000, venue: 4_063 },
};
const READY: CorpusStatus = { state: 'ready', papers: 20_315, date: '2026-09', coverage: COVERAGE };
const SHIPPED: PackShown = {
  id: 'a1',
  origin: 'packaged',
  state: 'ready',
  papers: 20_315,
  ownPapers: 20_315,
  date: '2026-09',
  source: 'arXiv metadata',
  bytes: 18_000_000,
  done: 4,
  parts: 4,
  coverage: COVERAGE,
  code: null,
};
const SHIPPED_NAME = english('dataset_packaged', { day: 'Sep 2026' });
const UNFINISHED: PackShown = {
  ...SHIPPED,
  id: 'b2',
  origin: 'added',
  state: 'importing',
  done: 1,
  bytes: 8e6,
};

type Given = { status?: CorpusStatus; packs?: readonly PackShown[] } & Partial<Omit<Datasets, 'packs'>>;

async function openPanel({ status = READY, packs = [SHIPPED], ...given }: Given = {}) {
  const datasets = {
    packs: (next: (packs: readonly PackShown[]) => void) => {
      next(packs);
      return () => undefined;
    },
    add: vi.fn<Datasets['add']>(async () => ({ state: 'added', papers: 40, date: '2026-10' })),
    verify: vi.fn(async () => ({ state: 'whole' as const, parts: 4 })),
    remove: vi.fn(async () => undefined),
    ...given,
  };
  const onRetry = vi.fn();
  const failed = vi.fn();
  const acts = {
    attempt: (act: () => Promise<unknown>) => void act().catch(failed),
    undoable: vi.fn(),
    takeBack: vi.fn(),
  };
  const root = await draw(
    <DatasetPanel status={status} bytesUsed={22_400_000} datasets={datasets} acts={acts} onRetry={onRetry} />,
  );
  await settled();
  return { root, datasets, onRetry, failed };
}

const rowsOf = (root: HTMLElement, title: string) =>
  [...root.querySelectorAll('table')]
    .filter((table) => table.caption?.textContent === title)
    .flatMap((table) => [...table.tBodies].flatMap((body) => [...body.rows].map((row) => row.textContent)));

test('coverage is a picture with the same in words: every year, largest archive first, parts of the whole', async () => {
  const { root } = await openPanel();
  expect(rowsOf(root, english('dataset_by_archive'))).toEqual([
    'Computer Science cs20,000',
    'High Energy Physics - Theory hep-th300',
    'Archive not known15',
  ]);
  expect(rowsOf(root, english('dataset_by_year'))).toEqual(['202620,314', '20250', '20240', '20231']);
  expect(rowsOf(root, english('dataset_by_fact'))).toEqual([
    'venue4,063 · 20%',
    'address of the code2,000 · 9.8%',
  ]);
  expect(root.querySelectorAll('.years .year')).toHaveLength(4);
  expect(one(root, '.years').getAttribute('role')).toBe('img');
});

test('our own count of bytes and what the browser says are told apart', async () => {
  const { root } = await openPanel({ packs: [SHIPPED, UNFINISHED] });
  expect(root.textContent).toContain(english('dataset_space_own', { size: '20 MB' }));
  expect(root.textContent).toContain(english('dataset_space_browser', { size: '22.4 MB' }));
});

test('a dataset is verified with progress, and the check can be stopped', async () => {
  let given: { progress: PartProgress; signal: AbortSignal } | undefined;
  let end: (verified: { state: 'stopped'; parts: number }) => void = () => undefined;
  const { root } = await openPanel({
    verify: (_, progress, signal) => {
      given = { progress, signal };
      return new Promise((resolve) => (end = resolve));
    },
  });
  await click(named(root, english('dataset_verify_name', { name: SHIPPED_NAME })));
  given?.progress(2, 4);
  await settled();
  expect(one<HTMLProgressElement>(root, 'progress').value).toBe(2);
  await click(named(root, english('dataset_stop')));
  expect(given?.signal.aborted).toBe(true);
  end({ state: 'stopped', parts: 2 });
  await settled();
  expect(one(root, '[role=status]').textContent).toBe(english('dataset_verify_stopped', { count: '2' }));
  expect(root.querySelector('progress')).toBeNull();
});

test('removing is asked twice, and can be thought better of', async () => {
  const { root, datasets } = await openPanel();
  const remove = () => click(named(root, english('dataset_remove_name', { name: SHIPPED_NAME })));
  await remove();
  expect(root.textContent).toContain(english('dataset_remove_sure', { size: '18 MB' }));
  await click(named(root, english('dataset_keep')));
  expect(datasets.remove).not.toHaveBeenCalled();
  await remove();
  await click(named(root, english('dataset_remove_yes')));
  expect(datasets.remove).toHaveBeenCalledExactlyOnceWith('a1');
});

test('one that was removed is put back by its button', async () => {
  const status: CorpusStatus = { state: 'empty', papers: 0, date: null, coverage: null, removed: true };
  const { root, onRetry } = await openPanel({ status, packs: [{ ...SHIPPED, state: 'removed', done: 0 }] });
  expect(root.textContent).toContain(english('dataset_removed'));
  await click(named(root, english('dataset_put_back')));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('files that have to wait for another dataset say so until they are read', async () => {
  const given: { progress?: (done: number, total: number) => void } = {};
  const add: Datasets['add'] = (_files, progress, _signal, waits) => {
    given.progress = progress;
    waits();
    return new Promise(() => undefined);
  };
  const { root } = await openPanel({ add });
  const input = one<HTMLInputElement>(root, 'input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'pack.zip')] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  expect(root.textContent).toContain(english('dataset_waiting'));
  given.progress?.(0, 4);
  await settled();
  expect(root.textContent).not.toContain(english('dataset_waiting'));
});

test('files that were chosen are added, and what came of it is said', async () => {
  const add = vi.fn(async () => ({ state: 'added' as const, papers: 40, date: '2026-10' }));
  const { root } = await openPanel({ add });
  const input = one<HTMLInputElement>(root, 'input[type=file]');
  const file = new File(['x'], 'pack.zip');
  Object.defineProperty(input, 'files', { value: [file] });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  expect(add).toHaveBeenCalledExactlyOnceWith(
    [file],
    expect.any(Function),
    expect.any(AbortSignal),
    expect.any(Function),
  );
  expect(root.textContent).toContain(english('dataset_added_now', { count: '40', day: 'Oct 2026' }));
});

test('one that is not finished says how to go on', async () => {
  const { root } = await openPanel({ packs: [UNFINISHED, SHIPPED] });
  const progress = english('dataset_progress', { done: '1', total: '4' });
  expect(root.textContent).toContain(english('dataset_unfinished', { progress }));
  expect(root.textContent).toContain(english('dataset_packs_hint'));
});

test('a newer dataset that failed is told while the old one answers', async () => {
  const { root, onRetry } = await openPanel({ status: { ...READY, code: 'bad-hash' } });
  expect(one(root, '.figures').textContent).toContain('20,315');
  await click(named(root, english('dataset_retry')));
  expect(onRetry).toHaveBeenCalledOnce();
});
