import { Marked, type Token } from 'marked';

/** `$x^2$` within a line; a dollar that stands for money has a space or the end of the line before its pair. */
const INLINE_TEX = /^\$(?!\s)((?:\\.|[^\\$\n])+?)(?<!\s)\$(?!\d)/;
const DISPLAY_TEX = /^\$\$((?:\\.|[^\\$]|\$(?!\$))+?)\$\$/;

const reader = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'tex',
      level: 'inline',
      start: (source) => source.indexOf('$'),
      tokenizer(source) {
        const found = DISPLAY_TEX.exec(source) ?? INLINE_TEX.exec(source);
        return found === null ? undefined : { type: 'tex', raw: found[0], text: found[1] ?? '' };
      },
    },
  ],
});

/** A note's Markdown in its parts, TeX among them. Null for a text so nested that it cannot be read. */
export function noteTokens(markdown: string): readonly Token[] | null {
  try {
    return reader.lexer(markdown);
  } catch (error) {
    console.warn('[gloss] note shown as it is written', error);
    return null;
  }
}
