import axe from 'axe-core';
import type { Tab } from '../browser/gloss-browser';

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] };

/** What axe finds wrong, in the whole page or in the elements of a selector, one line each. */
export async function violations(tab: Tab, within = 'html'): Promise<string[]> {
  await tab.page.evaluate(axe.source);
  const found = (await tab.page.evaluate(
    `axe.run(${JSON.stringify(within)}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => JSON.parse(JSON.stringify(violations)))`,
  )) as Violation[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary}`),
  );
}
