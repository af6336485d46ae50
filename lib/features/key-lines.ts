import type { KeySentences } from '@/lib/core/facts';
import { rangesIn } from '@/lib/page/field-text';
import { addPageStyle } from './page-style';

const NAMES = { does: 'gloss-does', found: 'gloss-found' } as const;
const KEYS = ['does', 'found'] as const;
// Lines under words, quieter than a link's; forced colours make them the text's own.
const LOOK = `
::highlight(${NAMES.does}) { text-decoration: underline 1px #8a9bb0; text-underline-offset: 3px; }
::highlight(${NAMES.found}) { text-decoration: underline 1px dotted #5d7290; text-underline-offset: 3px; }
@media print { ::highlight(${NAMES.does}), ::highlight(${NAMES.found}) { text-decoration: none; } }`;

type Drawn = {
  abstract: Element;
  keys: KeySentences;
  plain: string | null;
  ranges: { does: StaticRange[]; found: StaticRange[] };
};

/**
 * A quiet line under the sentence of an abstract that says what the paper does, and a dotted one under
 * what it found. By custom highlights, which change no node of the page; found again when MathJax has.
 * The ranges are static: live ones are lost when a row is moved.
 */
export class KeyLines {
  private readonly drawn = new Map<Node, Drawn>();
  private readonly lines = { does: new Highlight(), found: new Highlight() };
  private readonly observer = new MutationObserver((changes) => this.drawAgain(changes));

  constructor(
    private readonly document: Document,
    private readonly signal: AbortSignal,
  ) {}

  /** `abstract` shows the text that `keys` point into; `plain` is that without links, where the page has it. */
  draw(abstract: Element, keys: KeySentences, plain: string | null): void {
    if (this.signal.aborted || (!keys.does && !keys.found)) return;
    if (this.drawn.size === 0) this.begin();
    const drawn: Drawn = { abstract, keys, plain, ranges: { does: [], found: [] } };
    this.drawn.set(abstract, drawn);
    this.underline(drawn);
    this.observer.observe(abstract, { childList: true, subtree: true });
  }

  private begin(): void {
    addPageStyle(this.document, LOOK, this.signal);
    for (const key of KEYS) CSS.highlights.set(NAMES[key], this.lines[key]);
    this.signal.addEventListener(
      'abort',
      () => {
        this.observer.disconnect();
        for (const key of KEYS) CSS.highlights.delete(NAMES[key]);
      },
      { once: true },
    );
  }

  private underline({ abstract, keys, plain, ranges }: Drawn): void {
    for (const key of KEYS) {
      for (const range of ranges[key]) this.lines[key].delete(range);
      const at = keys[key];
      ranges[key] = at ? rangesIn(abstract, at, plain).map((range) => new StaticRange(range)) : [];
      for (const range of ranges[key]) this.lines[key].add(range);
    }
  }

  private drawAgain(changes: readonly MutationRecord[]): void {
    const touched = new Set<Drawn>();
    for (const { target } of changes) {
      let node: Node | null = target;
      while (node && !this.drawn.has(node)) node = node.parentNode;
      const drawn = node && this.drawn.get(node);
      if (drawn) touched.add(drawn);
    }
    for (const drawn of touched) this.underline(drawn);
  }
}
