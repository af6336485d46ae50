import type { Text } from '../make-text';
import type { ExportFormat } from './exchange';

/** The formats by the names that their programs give them. */
export function formatNames(text: Text): readonly { format: ExportFormat; name: string }[] {
  return [
    { format: 'bibtex', name: 'BibTeX' },
    { format: 'biblatex', name: 'BibLaTeX' },
    { format: 'ris', name: 'RIS' },
    { format: 'csl', name: 'CSL-JSON' },
    { format: 'markdown', name: text('exchange_markdown') },
    { format: 'csv', name: 'CSV' },
    { format: 'ids', name: text('exchange_ids') },
  ];
}
