import { useText } from '../text';

/** Says whose the panel is, so that nobody takes it for arXiv's own. */
export function Brand() {
  const text = useText();
  return (
    <span class="brand" title={text('page_brand_title')}>
      {text('page_brand')}
    </span>
  );
}
