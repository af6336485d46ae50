import { ChangedNote } from '@/components/page/changed-note';
import { changedStyles } from '@/components/page/styles';
import { knownParts } from '@/lib/page/expected';
import { defineFeature } from './feature';
import { addPanel } from './panel';
import { shown } from './paper-reading';

/** Says, at most once a day, that a page is not as we know it and that nothing is shown there; a report is copied on demand. */
export const changedPage = defineFeature({
  id: 'changed-page',
  on: ['abs', 'list', 'author', 'search'],
  examples: ['https://arxiv.org/abs/2210.02414', 'https://arxiv.org/list/cs.CL/new'],
  whenUnread: true,

  async run(scope) {
    const { document, page, version, signal } = scope;
    await shown(document);
    if (signal.aborted || !(await scope.mayTell()) || signal.aborted) return;
    const place = (host: HTMLElement): void => document.body.append(host);
    const panel = addPanel(scope, 'changed-page', place, changedStyles);
    const report = (): Promise<boolean> => {
      // Not what was searched for.
      const lines = [
        `Gloss ${version} reads nothing of ${new URL(document.URL).pathname}`,
        ...knownParts(document, page.kind),
      ];
      return navigator.clipboard.writeText(lines.join('\n')).then(
        () => true,
        () => false,
      );
    };
    panel.draw(<ChangedNote onReport={report} onClose={() => panel.draw(null)} />);
  },
});
