import type { PaperId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';

/** `[Title](https://arxiv.org/abs/ID)`, with what Markdown would read in the title taken literally. */
export function toMarkdownLink({ id, title }: { id: PaperId; title: string }): string {
  const readable = texToText(title).replace(/[\\`*_[\]<>#|~$!]/g, '\\$&');
  return `[${readable}](https://arxiv.org/abs/${id})`;
}
