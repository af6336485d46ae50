import { ListingBar, type Comparing } from '@/components/page/listing-bar';
import { barStyles } from '@/components/page/styles';
import { LIST } from '@/lib/page/selectors';
import type { RowPlace } from '@/lib/page/rows';
import { defineFeature, type RowScope } from './feature';
import { actOnKey, focusRow, rowAt, type RowActs } from './listing-keys';
import { addPageStyle } from './page-style';
import { addPanel, type Panel } from './panel';
import { problemText } from './problem';
import { isFiltering } from './row-filter';
import { toggleRowSaved } from './row-saving';
import { HIDDEN_STYLE, RowView } from './row-view';

/** Where the reader stands in a listing and what to show of it, on one line above the rows. */
export const listingBar = defineFeature({
  id: 'listing-bar',
  on: ['list'],
  examples: ['https://arxiv.org/list/cs.CL/new', 'https://arxiv.org/list/math/recent'],

  async run(scope) {
    const { document, parsing, rows, calm, signal } = scope;
    const place = await parsing.until(() => document.querySelector(LIST.list.css) ?? undefined);
    if (!place || !rows || signal.aborted) return;
    addPageStyle(document, HIDDEN_STYLE, signal);
    const panel = addPanel(scope, 'listing-bar', (host) => place.before(host), barStyles);
    await calm;
    if (!signal.aborted) new Bar({ ...scope, rows }, panel);
  },
});

class Bar {
  private readonly view: RowView;
  private readonly acts: RowActs;
  private categories: readonly string[] = [];
  private comparing: Comparing = 'idle';
  private problem: string | null = null;
  private isDrawing = false;
  /** Counts the orders asked for: an answer to an earlier one comes too late. */
  private orders = 0;

  constructor(
    private readonly scope: RowScope<'list'>,
    private readonly panel: Panel,
  ) {
    const { document, rows, signal } = scope;
    this.view = new RowView(rows);
    this.acts = {
      shown: () => this.view.shown(),
      first: () => this.resumeAt(),
      save: (place) => void this.tryTo(() => this.save(place)),
      done: ({ id }) => void this.tryTo(() => rows.doneTo(id)),
    };
    const onKey = (event: KeyboardEvent): void => {
      // Scripts of the page may not act as the reader.
      if (!event.isTrusted && !scope.openRoots) return;
      const place = rowAt(event.target, rows.places);
      if (place) actOnKey(event, place, this.acts);
    };
    document.addEventListener('keydown', onKey, { signal });
    signal.addEventListener('abort', () => this.view.undo(), { once: true });
    rows.follow({ changed: (ids) => this.learn(ids !== null) }, signal);
    this.draw();
  }

  private learn(isOfRows: boolean): void {
    if (isOfRows && this.view.isReady && isFiltering(this.view.filter)) this.view.apply();
    this.drawSoon();
  }

  /** Answers come in slices: one drawing for those of one moment. */
  private drawSoon(): void {
    if (this.isDrawing) return;
    this.isDrawing = true;
    setTimeout(() => {
      this.isDrawing = false;
      this.draw();
    });
  }

  private draw(): void {
    const { scope, view } = this;
    const { places, state } = scope.rows;
    const marks = places.map((place) => ({ place, mark: scope.rows.mark(place.id) }));
    const isKnown = marks.every(({ mark }) => mark);
    this.panel.draw(
      <ListingBar
        total={places.length}
        done={isKnown && scope.rows.isWhole ? marks.filter(({ mark }) => mark?.seen).length : null}
        canUndo={(state?.canUndo ?? false) && places.some(({ id }) => id === state?.done?.paper)}
        replaced={marks.filter(({ place, mark }) => mark?.saved && view.isReplaced(place)).length}
        watched={
          (state?.watches ?? 0) > 0 ? places.filter(({ id }) => scope.rows.note(id)?.watch).length : null
        }
        problem={this.problem}
        filter={view.filter}
        isFiltered={isFiltering(view.filter)}
        shown={view.count.shown}
        found={view.count}
        categories={this.categories}
        order={view.isNear ? 'near' : 'arxiv'}
        comparing={this.comparing}
        onResume={() => focusRow(this.resumeAt(), 'start')}
        onUndo={() => void this.tryTo(() => scope.rows.undoDone())}
        onOpenFilter={() => void this.tryTo(() => this.readAll())}
        onFilter={(change) => {
          view.choose(change);
          void this.tryTo(() => this.filter());
          if (change.code || change.watched) void this.tryTo(() => this.readAll());
        }}
        onOrder={(order) => void this.tryTo(() => this.sort(order === 'near'))}
        onClear={() => {
          this.orders += 1;
          view.undo();
          this.comparing = 'idle';
          this.draw();
        }}
        onKey={(event) => {
          if (!/^(?:INPUT|SELECT)$/.test((event.target as Element).tagName))
            // the bar holds elements only
            actOnKey(event, undefined, this.acts);
        }}
      />,
    );
  }

  /** The first row that was not seen: where the reader left off, whatever was added above it since. */
  private resumeAt(): RowPlace | undefined {
    const shown = this.view.shown();
    return shown.find(({ id }) => this.scope.rows.mark(id)?.seen !== true) ?? shown[0];
  }

  /** Rows are read before they are asked of their words. */
  private async filter(): Promise<void> {
    const { rows } = this.scope;
    this.draw();
    if (!this.view.isReady) await rows.readAll();
    this.view.apply();
  }

  private async readAll(): Promise<void> {
    const { rows } = this.scope;
    await rows.readAll();
    const found = new Set(rows.places.flatMap((place) => rows.paper(place)?.categories ?? []));
    this.categories = [...found].toSorted();
    this.draw();
    await rows.noteAll(false);
  }

  private async sort(isNear: boolean): Promise<void> {
    const { rows, signal } = this.scope;
    const order = (this.orders += 1);
    if (isNear) {
      this.comparing = 'busy';
      this.draw();
      await rows.noteAll(true).finally(() => (this.comparing = 'idle'));
      if (order !== this.orders || signal.aborted) return;
      const isAny = rows.places.some(({ id }) => rows.note(id)?.near);
      if (!isAny) this.comparing = 'none';
      this.view.sort(isAny);
    } else this.view.sort(false);
    this.draw();
  }

  private async save(place: RowPlace): Promise<void> {
    const paper = this.scope.rows.paper(place);
    if (paper) await toggleRowSaved(this.scope, paper);
  }

  /** Told in the bar when it could not be done. */
  private async tryTo(act: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = problemText(error, this.scope.text);
    }
    this.draw();
  }
}
