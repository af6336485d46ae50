import { JSDOM } from 'jsdom';

/**
 * A parser that can be stopped on its way: jsdom's own takes each piece that is written for a whole
 * document. Nodes come into `document` one by one, as they do when a server sends them slowly.
 */
export class SlowParser {
  private readonly nodes: Generator<Node>;

  constructor(
    private readonly document: Document,
    html: string,
  ) {
    document.documentElement?.remove();
    const { documentElement } = new JSDOM(html).window.document;
    this.nodes = this.copyOf(documentElement, document);
  }

  /** Goes on until the element that `css` selects has been opened; without it, to the end. */
  advance(css?: string): void {
    for (const node of { [Symbol.iterator]: () => ({ next: () => this.nodes.next() }) }) {
      if (css !== undefined && node instanceof Element && node.matches(css)) return;
    }
  }

  private *copyOf(source: Node, parent: Node): Generator<Node> {
    const copy = parent.appendChild(this.document.importNode(source, false));
    yield copy;
    for (const child of source.childNodes) yield* this.copyOf(child, copy);
  }
}
