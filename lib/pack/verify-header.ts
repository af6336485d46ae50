import { PackError } from '@/lib/search/pack-error';
import { decodeHeader } from '@/lib/search/header';
import type { Block } from '@/lib/core/block-source';
import type { Manifest } from './manifest';

/**
 * Throws for blocks with a header that this version cannot read, or that speaks of other papers than the manifest: what the
 * manifest says of format and analyser, only the header makes true.
 */
export function verifyHeader(blocks: readonly Block[], { papers }: Manifest): void {
  for (const { kind, bytes } of blocks)
    if (kind === 'header' && decodeHeader(bytes).papers !== papers) throw new PackError('corrupt', 'header');
}
