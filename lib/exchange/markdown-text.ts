const MATH = /((?<!\\)\$(?:[^$\\]|\\.)+\$)/;

/**
 * A paper's words as one line of Markdown that shows them and does nothing: no HTML, link, image, tag or
 * embedded note. TeX between dollars stays, for programs that set it; in others it is as harmless.
 */
export function markdownText(text: string): string {
  const parts = text.replace(/\s+/g, ' ').trim().split(MATH);
  const line = parts.map((part, index) => (index % 2 === 1 ? mathOf(part) : wordsOf(part))).join('');
  return line.replace(/^[-+](?= )/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** TeX of its own escapes is read, so that one backslash is not two. */
const wordsOf = (text: string) =>
  text.replace(/\\([$%&#_])/g, '$1').replace(/[\\`*_[\]<>#|~$!&%^]/g, (sign) => `\\${sign}`);

/** In mathematics a space is nothing, and parts what would be an image or a link elsewhere. */
const mathOf = (tex: string) =>
  tex
    .replace(/!(?=\[)/g, '! ')
    .replace(/\](?=[([])/g, '] ')
    .replace(/</g, '\\lt ')
    .replaceAll('`', "'");
