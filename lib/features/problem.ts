import type { Text } from '@/components/make-text';
import { RpcError } from '@/lib/rpc/contract';

/** What to tell the reader whose click could not be carried out. */
export function problemText(error: unknown, text: Text): string {
  const code = error instanceof RpcError ? error.code : 'failed';
  if (code === 'version-mismatch') return text('page_reload');
  return code === 'disconnected' ? text('page_no_answer') : text('page_not_done');
}
