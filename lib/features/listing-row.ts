import { buildRowControls, type RowControls } from '@/components/page/row-controls';
import { rowMarks, type RowMark } from '@/components/page/row-marks';
import { rowStyles } from '@/components/page/styles';
import { evidenceText } from '@/lib/core/evidence-text';
import type { Paper } from '@/lib/core/paper';
import type { Mark } from '@/lib/core/reading';
import { extractLine } from '@/lib/extract/line';
import { rowSlot } from '@/lib/page/mount';
import { LIST } from '@/lib/page/selectors';
import type { Scope } from './feature';
import type { RowPlace } from './listing-rows';
import { problemText } from './problem';

const SEEN = 'gloss-seen';

type Needs = Pick<Scope, 'document' | 'call' | 'text' | 'openRoots'>;

/** What stands on the id line of one row. */
export class ListingRow {
  private readonly host: HTMLElement;
  private readonly controls: RowControls;
  private readonly marks: readonly (RowMark & { words: string })[];
  private readonly title: Element | null;
  private mark: Mark | null = null;
  private problem: string | null = null;

  constructor(
    private readonly needs: Needs,
    place: RowPlace,
    readonly paper: Paper,
    /** The reader saved it, or took it back; also told when that could not be done. */
    private readonly onMark: (mark: Mark) => void,
  ) {
    const { document, openRoots, text } = needs;
    this.title = place.dd.querySelector(LIST.title.css);
    this.marks = rowMarks(extractLine(paper), text).map((mark) => ({
      ...mark,
      words: evidenceText(paper, mark.evidence),
    }));
    this.host = document.createElement('gloss-row');
    this.host.dataset['gloss'] = 'row';
    const root = this.host.attachShadow({ mode: openRoots ? 'open' : 'closed' });
    const style = document.createElement('style');
    style.textContent = rowStyles;
    root.append(style);
    this.controls = buildRowControls(root, text, paper.title, () => void this.toggleSaved());
    rowSlot(place.dt)?.append(this.host);
  }

  /** Null until the background has said. */
  setMark(mark: Mark | null): void {
    this.mark = mark;
    this.title?.classList.toggle(SEEN, mark?.seen === true);
    this.controls.show({ marks: this.marks, mark, problem: this.problem });
  }

  remove(): void {
    this.host.remove();
    this.title?.classList.remove(SEEN);
  }

  private async toggleSaved(): Promise<void> {
    const { call, text } = this.needs;
    const before = this.mark;
    if (!before) return;
    this.problem = null;
    this.onMark({ ...before, saved: !before.saved, status: before.saved ? null : 'to-read' });
    try {
      if (before.saved) await call('unsave', { id: this.paper.id });
      else await call('save', { paper: this.paper });
    } catch (error) {
      this.problem = problemText(error, text);
      this.onMark(before);
    }
  }
}
