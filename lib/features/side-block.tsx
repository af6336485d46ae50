import { SideBlock, type SideNote } from '@/components/page/side-block';
import { absStyles } from '@/components/page/styles';
import type { Paper } from '@/lib/core/paper';
import type { SavedState, Status } from '@/lib/core/reading';
import { absSlots } from '@/lib/page/mount';
import { defineFeature, type Scope } from './feature';
import { addPanel, type Panel } from './panel';
import { isParsed } from './parsing';
import { problemText } from './problem';

const NOTE_STAYS = 4_000;

/** Save, status and copy in the right column, its room kept from the first paint on. */
export const sideBlock = defineFeature({
  id: 'side-block',
  on: ['abs'],
  examples: ['https://arxiv.org/abs/2210.02414v2', 'https://arxiv.org/abs/cond-mat/0605038'],

  async run(scope) {
    const { document, parsing, reading, signal } = scope;
    const place = await parsing.until((ended) => {
      const box = absSlots(document).sideAfter;
      return box && isParsed(box, ended) ? box : undefined;
    });
    // After the line of facts where a page comes in one piece: that is what is looked for first.
    await reading.early();
    const paper = await reading.whole();
    if (!place || !paper || signal.aborted) return;
    const panel = addPanel(scope, 'side-block', (host) => place.after(host), absStyles);
    await scope.calm;
    if (signal.aborted) return;
    const view = new SideView(scope, paper, panel);
    const answer = await reading.opened();
    if (!answer) return;
    view.show({ standing: answer.standing });
    view.learn(answer.saved, 0);
    followReturns(scope, paper, view);
  },
});

type Shown = { saved: SavedState | null; standing: string | null; note: SideNote | null };

/** What is shown is what the reader asked for, taken back when it could not be done. */
class SideView {
  private shown: Shown = { saved: null, standing: null, note: null };
  private noteEnds: ReturnType<typeof setTimeout> | undefined;
  /** What the background last said, and after how many acts. */
  private known: { saved: SavedState | null; acts: number } = { saved: null, acts: 0 };
  /** How often the reader has changed something. */
  acts = 0;

  constructor(
    private readonly scope: Pick<Scope<'abs'>, 'call' | 'text' | 'signal'>,
    private readonly paper: Paper,
    private readonly panel: Panel,
  ) {
    scope.signal.addEventListener('abort', () => clearTimeout(this.noteEnds), { once: true });
    this.show({});
  }

  get saved(): SavedState | null {
    return this.shown.saved;
  }

  /** What the background said when asked after so many acts: later ones stand over it. */
  learn(saved: SavedState | null, acts: number): void {
    if (acts >= this.known.acts) this.known = { saved, acts };
    if (acts === this.acts) this.show({ saved });
  }

  show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    const { saved, standing, note } = this.shown;
    this.panel.draw(
      <SideBlock
        title={this.paper.title}
        saved={saved}
        standing={standing}
        note={note}
        onToggleSaved={() => void this.toggleSaved()}
        onStatus={(status) => void this.setStatus(status)}
        onCopy={() => void this.copy()}
      />,
    );
  }

  private async toggleSaved(): Promise<void> {
    const { call, text } = this.scope;
    const { id } = this.paper;
    if (this.shown.saved === null) {
      await this.change({ status: 'to-read', lists: 1, savedAt: 0 }, () =>
        call('save', { paper: this.paper }),
      );
    } else if (await this.change(null, () => call('unsave', { id }))) {
      this.tell({ text: text('page_removed'), isProblem: false });
    }
  }

  private async setStatus(status: Status): Promise<void> {
    const { saved } = this.shown;
    if (!saved) return;
    await this.change({ ...saved, status }, () =>
      this.scope.call('setStatus', { id: this.paper.id, status }),
    );
  }

  /** Shows `next` at once, then what really came of it. False when nothing did. */
  private async change(next: SavedState | null, ask: () => Promise<SavedState | null>): Promise<boolean> {
    const acts = (this.acts += 1);
    this.show({ saved: next, note: null });
    try {
      this.known = { saved: await ask(), acts };
      this.show({ saved: this.known.saved });
      return true;
    } catch (error) {
      this.show({ saved: this.known.saved });
      this.tell({ text: problemText(error, this.scope.text), isProblem: true });
      return false;
    }
  }

  private async copy(): Promise<void> {
    const { call, text } = this.scope;
    const { id } = this.paper;
    let entry: { text: string };
    try {
      entry = await call('copyText', { id, paper: this.paper, format: 'bibtex' });
    } catch (error) {
      this.tell({ text: problemText(error, text), isProblem: true });
      return;
    }
    const isCopied = await navigator.clipboard.writeText(entry.text).then(
      () => true,
      () => false,
    );
    this.tell(
      isCopied
        ? { text: text('page_copied'), isProblem: false }
        : { text: text('page_copy_failed'), isProblem: true },
    );
  }

  private tell(note: SideNote): void {
    clearTimeout(this.noteEnds);
    this.show({ note });
    if (!note.isProblem) this.noteEnds = setTimeout(() => this.show({ note: null }), NOTE_STAYS);
  }
}

/** The paper may have been saved elsewhere while the reader was away. */
function followReturns({ document, call, report, signal }: Scope<'abs'>, paper: Paper, view: SideView): void {
  const look = async (): Promise<void> => {
    const { acts } = view;
    const mark = (await call('marks', { ids: [paper.id] }))[paper.id];
    const isSame = mark?.saved === (view.saved !== null) && mark.status === (view.saved?.status ?? null);
    if (!isSame) view.learn((await call('open', { paper })).saved, acts);
  };
  const lookWhenVisible = (): void => {
    if (document.visibilityState === 'visible') look().catch(report);
  };
  document.addEventListener('visibilitychange', lookWhenVisible, { signal });
}
