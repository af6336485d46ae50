import type { Text } from '../make-text';

/** What a dataset counts papers by, in words, in the order they are shown. */
export function factNames(text: Text): readonly { fact: string; name: string }[] {
  return [
    { fact: 'authors', name: text('dataset_fact_authors') },
    { fact: 'categories', name: text('dataset_fact_categories') },
    { fact: 'key-terms', name: text('dataset_fact_terms') },
    { fact: 'abstract', name: text('dataset_fact_abstract') },
    { fact: 'doi', name: text('dataset_fact_doi') },
    { fact: 'venue', name: text('dataset_fact_venue') },
    { fact: 'code', name: text('dataset_fact_code') },
    { fact: 'code-promised', name: text('dataset_fact_promised') },
    { fact: 'datasets', name: text('dataset_fact_datasets') },
    { fact: 'released-dataset', name: text('dataset_fact_released') },
    { fact: 'sota', name: text('dataset_fact_sota') },
    { fact: 'first', name: text('dataset_fact_first') },
    { fact: 'parameters', name: text('dataset_fact_size') },
    { fact: 'pages', name: text('dataset_fact_pages') },
    { fact: 'figures', name: text('dataset_fact_figures') },
    { fact: 'tables', name: text('dataset_fact_tables') },
  ];
}
