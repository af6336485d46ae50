import { RelatedPanel, type RelatedState } from '@/components/page/related-panel';
import { absStyles } from '@/components/page/styles';
import type { PaperId } from '@/lib/core/paper-id';
import { ABS } from '@/lib/page/selectors';
import type { OpenAnswer } from '@/lib/rpc/contract';
import { defineFeature, type Scope } from './feature';
import { addPanel, type Panel } from './panel';
import { isParsed } from './parsing';
import { problemText } from './problem';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const MOST_LOOKS = 12;

/**
 * One line above the arXivLabs tabs, its height kept from the first paint on. It stands at the end of
 * the left column: the tabs themselves are above the abstract on some pages, and missing on others.
 */
export const relatedPapers = defineFeature({
  id: 'related-papers',
  on: ['abs'],
  examples: ['https://arxiv.org/abs/1706.03762', 'https://arxiv.org/abs/math/0211159'],

  async run(scope) {
    const { document, parsing, reading, call, signal } = scope;
    const place = await parsing.until((ended) => {
      const history = document.querySelector(ABS.history.css);
      return history && isParsed(history, ended) ? history : undefined;
    });
    if (!place || !(await reading.early()) || signal.aborted) return;
    const panel = addPanel(scope, 'related-papers', (host) => place.after(host), absStyles);
    await scope.calm;
    const view = showRelated(scope, panel);
    const paper = await reading.whole();
    let answer = await reading.opened();
    // The first pack comes in within seconds of the installation: look again rather than ask for a reload.
    let wait = FIRST_WAIT;
    for (let looks = 0; paper && answer && !signal.aborted && looks < MOST_LOOKS; looks += 1) {
      view.answer(answer);
      scope.timing.reached('gloss:related');
      if (answer.corpus.state === 'ready') return;
      await pause(wait, document, signal);
      wait = Math.min(wait * 2, LONGEST_WAIT);
      if (!signal.aborted) answer = await call('open', { paper });
    }
  },
});

function showRelated(scope: Scope<'abs'>, panel: Panel): { answer: (answer: OpenAnswer) => void } {
  const { call, text } = scope;
  const saved = new Set<PaperId>();
  let state: RelatedState = { kind: 'waiting' };
  let problem: string | null = null;
  const draw = (): void =>
    panel.draw(
      <RelatedPanel
        state={state}
        saved={new Set(saved)}
        problem={problem}
        onToggleSaved={({ id }) => void toggle(id)}
      />,
    );
  const setSaved = (id: PaperId, isSaved: boolean): void => {
    if (isSaved) saved.add(id);
    else saved.delete(id);
    draw();
  };
  const toggle = async (id: PaperId): Promise<void> => {
    const wasSaved = saved.has(id);
    problem = null;
    setSaved(id, !wasSaved);
    try {
      await (wasSaved ? call('unsave', { id }) : call('saveKnown', { id }));
    } catch (error) {
      problem = problemText(error, text);
      setSaved(id, wasSaved);
    }
  };
  draw();
  return {
    answer: (answer) => {
      for (const row of answer.related ?? []) if (row.saved) saved.add(row.id);
      state = stateOf(answer);
      draw();
    },
  };
}

function stateOf({ related, corpus }: OpenAnswer): RelatedState {
  const { state, papers: among, date, done, total } = corpus;
  if (among === 0 && (related === null || related.length === 0)) {
    if (state === 'failed' || state === 'empty') return { kind: state };
    const percent = done !== undefined && total ? Math.floor((100 * done) / total) : null;
    return { kind: 'importing', percent };
  }
  if (related === null) return { kind: 'waiting' };
  return { kind: 'found', papers: related, among, date };
}

/** Waits at least `ms`, and on until the reader looks at the page. */
function pause(ms: number, document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      if (document.visibilityState !== 'visible' && !signal.aborted) return;
      document.removeEventListener('visibilitychange', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    setTimeout(() => {
      document.addEventListener('visibilitychange', end);
      end();
    }, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
