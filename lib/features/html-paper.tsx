import { PaperPill } from '@/components/page/paper-pill';
import { markStyles, pillStyles } from '@/components/page/styles';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { FactsAnswer, OpenAnswer } from '@/lib/rpc/contract';
import { referencesIn } from '@/lib/page/references';
import { defineFeature, type Scope } from './feature';
import { addPageStyle } from './page-style';
import { addPanel } from './panel';
import { problemText } from './problem';
import { shadowHost } from './shadow-host';
import { followTheme } from './theme';

const AT_ONCE = 50;
// Marks stand in the margin of the list, so that no line of it breaks anew.
const MARKED = '.ltx_bibitem { position: relative; }';

/** Save, facts and related papers at the edge of an HTML paper, and which of its references are saved. */
export const htmlPaper = defineFeature({
  id: 'html-paper',
  on: ['html'],
  examples: ['https://arxiv.org/html/2210.02414v2'],

  async run(scope) {
    const { document, reading, calm, signal } = scope;
    const paper = await reading.whole();
    await calm;
    if (!paper || signal.aborted) return;
    const pill = showPill(scope, paper);
    const answer = await reading.opened();
    if (answer && !signal.aborted) pill.answer(answer);
    addPageStyle(document, MARKED, signal);
    await markSaved(scope);
    const facts = await reading.facts();
    if (facts && !signal.aborted) pill.facts(facts);
  },
});

type Pill = { answer: (answer: OpenAnswer) => void; facts: (facts: FactsAnswer) => void };

function showPill(scope: Scope<'html'>, paper: Paper): Pill {
  const { document, call, text, signal } = scope;
  const panel = addPanel(
    scope,
    'html-paper',
    (host) => {
      document.body.append(host);
      followTheme(document, host, signal);
    },
    pillStyles,
  );
  const saved = new Set<PaperId>();
  let answered: OpenAnswer | null = null;
  let groups: FactsAnswer['groups'] = [];
  let problem: string | null = null;
  const draw = (): void =>
    panel.draw(
      <PaperPill
        title={paper.title}
        saved={answered && saved.has(paper.id)}
        groups={groups}
        related={answered?.related ?? []}
        relatedSaved={new Set(saved)}
        problem={problem}
        onToggleSaved={() => void toggle(paper.id, () => call('save', { paper }))}
        onToggleRelated={({ id }) => void toggle(id, () => call('saveKnown', { id }))}
      />,
    );
  const set = (id: PaperId, isSaved: boolean): void => {
    if (isSaved) saved.add(id);
    else saved.delete(id);
    draw();
  };
  const toggle = async (id: PaperId, save: () => Promise<unknown>): Promise<void> => {
    const wasSaved = saved.has(id);
    problem = null;
    set(id, !wasSaved);
    try {
      await (wasSaved ? call('unsave', { id }) : save());
    } catch (error) {
      problem = problemText(error, text);
      set(id, wasSaved);
    }
  };
  draw();
  return {
    answer: (answer) => {
      answered = answer;
      if (answer.saved) saved.add(paper.id);
      for (const row of answer.related ?? []) if (row.saved) saved.add(row.id);
      draw();
    },
    facts: (facts) => {
      groups = facts.groups;
      draw();
    },
  };
}

/** Every reference gets a mark, and only those of saved papers show it: the page cannot tell which. */
async function markSaved(scope: Scope<'html'>): Promise<void> {
  const { document, call, text, signal } = scope;
  const references = referencesIn(document);
  for (let at = 0; at < references.length && !signal.aborted; at += AT_ONCE) {
    const some = references.slice(at, at + AT_ONCE);
    const cards = await call('cards', { references: some.map(({ reference }) => reference), byTitle: false });
    some.forEach(({ item }, index) => {
      const { host, root } = shadowHost(scope, 'gloss-mark', 'mark', markStyles);
      const mark = document.createElement('span');
      mark.dataset['says'] = cards[index]?.saved === true ? text('page_saved') : '';
      root.append(mark);
      item.append(host);
      followTheme(document, host, signal);
      signal.addEventListener('abort', () => host.remove(), { once: true });
    });
  }
}
