// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { SidePanel, type SidePanelProps } from '@/components/side-panel/side-panel';
import { extractStated } from '@/lib/extract';
import { MemoryReader, paperNamed } from './memory-reader';
import { click, draw, one, saysOf } from './surface';

const paper = {
  ...paperNamed('2601.00001', 'A title'),
  abstract: 'Code is available at https://github.com/a/b.',
};

function propsWith(onWrong: SidePanelProps['onWrong']): SidePanelProps {
  return {
    reader: new MemoryReader(),
    status: null,
    paper,
    hasAccess: true,
    factsOf: extractStated,
    relatedTo: () => Promise.resolve([]),
    onCopyBibtex: () => Promise.resolve(),
    onWrong,
    onOpen: () => undefined,
    onRetryImport: () => undefined,
    onReload: () => undefined,
    onAskAccess: () => undefined,
  };
}

it.each([
  [true, 'Copied'],
  [false, 'Not copied'],
])('hands the chosen fact and its paper to who copies the report (copied: %s)', async (isCopied, said) => {
  const reported: string[] = [];
  const root = await draw(
    <SidePanel
      {...propsWith((of, item) => {
        reported.push(`${of.id} ${item.id}`);
        return Promise.resolve(isCopied);
      })}
    />,
  );
  expect(root.querySelector('.wrong')).toBeNull();
  await click(one(root, '.beside-facts li button'));
  await click(one(root, '.wrong'));
  expect(reported).toEqual([`${paper.id} available.code`]);
  expect(saysOf(one(root, '.wrong'))).toContain(said);
});
