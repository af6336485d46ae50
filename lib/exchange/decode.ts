import { FileError } from './problem';

/** A text: what is larger can be read in the layout of our own files alone, which go line by line. */
export const MOST_BYTES = 150_000_000;

/** The text of a file. Throws `FileError` where it is none, with the line of the first byte that is not. */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw fileError('too-large', 0, `${bytes.length} bytes`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9) throw fileError('zip', 0, 'PK');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw fileError('zip', 0, 'gzip');
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw fileError('encoding', firstBadLine(bytes, encoding), encoding);
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

function firstBadLine(bytes: Uint8Array, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    if (!isText(bytes.subarray(start, end))) return line;
    start = end;
  }
  return 0;
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const fileError = (code: 'too-large' | 'zip' | 'encoding', line: number, detail: string) =>
  new FileError({ code, line, detail });
