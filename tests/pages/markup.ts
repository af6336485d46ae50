/** Text that is HTML already; everything else is escaped when it is put into a page. */
export type Markup = { readonly markup: string };
type Value = string | number | Markup | undefined | readonly Markup[];

/** HTML with its values escaped: the fixture pages carry hostile text, and arXiv escapes it too. */
export function page(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const parts = strings.map((text, index) => text + render(values[index]));
  return { markup: parts.join('') };
}

export function joined(parts: readonly Markup[], between = ''): Markup {
  return { markup: parts.map(({ markup }) => markup).join(between) };
}

export const NOTHING: Markup = { markup: '' };

function render(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;');
}

const LINK = /(https?:\/\/[^\s<>"]*[\w/])|\barXiv:(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})|(\$[^$]+\$)/;

/**
 * Text of a field as arXiv shows it: addresses become "this https URL", arXiv ids links, long lines
 * are broken; `mathjax` tells whether MathJax has drawn the formulas.
 */
export function fieldMarkup(text: string, mathjax: boolean): Markup {
  const pieces = wrapped(text).split(LINK);
  const parts: Markup[] = [];
  for (let at = 0; at < pieces.length; at += 4) {
    const [plain, address, id, formula] = pieces.slice(at, at + 4);
    parts.push(page`${plain}`);
    if (address !== undefined) parts.push(addressLink(address));
    if (id !== undefined) {
      parts.push(
        page`<a href="https://arxiv.org/abs/${id}" data-arxiv-id="${id}" class="link-https">arXiv:${id}</a>`,
      );
    }
    if (formula !== undefined) parts.push(mathjax ? drawn(formula, parts.length) : page`${formula}`);
  }
  return joined(parts);
}

function addressLink(address: string): Markup {
  const scheme = address.startsWith('https') ? 'https' : 'http';
  return page`<a href="${address}" rel="external noopener nofollow" class="link-external link-${scheme}">this ${scheme} URL</a>`;
}

function drawn(formula: string, number: number): Markup {
  const tex = formula.slice(1, -1);
  const glyphs = tex.replace(/[\\{}^_ ]/g, '');
  const name = `MathJax-Element-${number}`;
  return page`<span class="MathJax_Preview"></span><span class="MathJax" id="${name}-Frame" tabindex="0"><nobr><span class="math"><span class="mi">${glyphs}</span></span></nobr></span><script type="math/tex" id="${name}">${{ markup: tex }}</script>`;
}

/** Lines of at most 79 characters, as arXiv stores them. */
function wrapped(text: string): string {
  return text.replace(/(\S.{0,77}\S?) (?=\S)/g, (line, words: string) =>
    line.length > 70 ? `${words}\n` : line,
  );
}
