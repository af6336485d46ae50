const LONGEST = 100;
// Windows refuses these, with or without an ending.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that every system takes for a file, without its ending. */
export function fileName(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*#^[\]]+/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const cut = clean.slice(0, LONGEST).toWellFormed().trim();
  return cut === '' || RESERVED.test(cut) ? `gloss ${cut}`.trim() : cut;
}
