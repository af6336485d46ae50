const BEYOND_ASCII = /[^\x00-\x7f]/;

export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/**
 * The pattern for a text: a pattern over the letters of all scripts takes a browser a millisecond or two to
 * prepare, each time the background starts, and most texts are ASCII.
 */
export function patternFor(text: string, ascii: RegExp, anyScript: RegExp): RegExp {
  return isAscii(text) ? ascii : anyScript;
}
