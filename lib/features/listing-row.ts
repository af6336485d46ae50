import { buildRowControls, type RowControls } from '@/components/page/row-controls';
import { rowMarks, type RowMark } from '@/components/page/row-marks';
import { rowStyles, veilStyles } from '@/components/page/styles';
import { evidenceText } from '@/lib/core/evidence-text';
import type { Paper } from '@/lib/core/paper';
import { extractLine } from '@/lib/extract/line';
import type { RowPlace } from '@/lib/page/rows';
import type { RowScope } from './feature';
import { problemText } from './problem';
import { toggleRowSaved } from './row-saving';
import { shadowHost } from './shadow-host';

type Needs = Pick<RowScope, 'document' | 'call' | 'text' | 'openRoots' | 'rows'>;

/** What stands on the id line of one row, and over its title. */
export class ListingRow {
  private readonly hosts: HTMLElement[] = [];
  private readonly controls: RowControls;
  private readonly veil: HTMLElement | undefined;
  private readonly stated: readonly (RowMark & { words: string })[];
  private problem: string | null = null;

  constructor(
    private readonly needs: Needs,
    { line, title }: RowPlace,
    readonly paper: Paper,
  ) {
    const { text, rows } = needs;
    this.stated = rowMarks(extractLine(paper), text).map((mark) => ({
      ...mark,
      words: evidenceText(paper, mark.evidence),
    }));
    const acts = {
      toggleSaved: () => void this.tryTo(() => toggleRowSaved(needs, paper)),
      done:
        rows.listing === null
          ? null
          : () => void this.tryTo(() => (this.isDone ? rows.undoDone() : rows.doneTo(paper.id))),
    };
    const root = this.addHost('gloss-row', line, rowStyles);
    this.controls = buildRowControls(root, text, paper.title, acts);
    if (title) this.veil = this.addVeil(title);
    this.show();
  }

  show(): void {
    const { rows } = this.needs;
    const mark = rows.mark(this.paper.id);
    if (this.veil) this.veil.hidden = mark?.seen !== true;
    const { done, canUndo } = this.needs.rows.state ?? {};
    this.controls.show({
      stated: this.stated,
      mark,
      note: rows.note(this.paper.id),
      done: this.isDone ? { on: done?.on ?? '', canUndo: canUndo === true } : null,
      canMark: rows.state !== null,
      problem: this.problem,
    });
  }

  remove(): void {
    for (const host of this.hosts) host.remove();
  }

  private get isDone(): boolean {
    return this.needs.rows.state?.done?.paper === this.paper.id;
  }

  /** What the reader asked for; told in the row when it could not be done. */
  private async tryTo(act: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = problemText(error, this.needs.text);
      this.show();
    }
  }

  /**
   * Seen titles are greyed by a veil in a closed root, and every row has one: a class, or a highlight,
   * would let scripts of the page read what the reader has seen.
   */
  private addVeil(title: Element): HTMLElement {
    const veil = this.needs.document.createElement('div');
    this.addHost('gloss-veil', title, veilStyles).append(veil);
    return veil;
  }

  private addHost(name: `gloss-${string}`, place: Element, styles: string): ShadowRoot {
    const { host, root } = shadowHost(this.needs, name, 'row', styles);
    place.append(host);
    this.hosts.push(host);
    return root;
  }
}
