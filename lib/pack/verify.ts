import { PackError } from '@/lib/search/pack-error';
import type { PartEntry } from './manifest';

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Throws `truncated` for a part of another length, `bad-hash` for one of other bytes, than the manifest names. */
export async function verifyPart(entry: PartEntry, bytes: Uint8Array): Promise<void> {
  if (bytes.length < entry.bytes) throw new PackError('truncated', entry.file);
  if (bytes.length > entry.bytes || (await sha256(bytes)) !== entry.sha256)
    throw new PackError('bad-hash', entry.file);
}
