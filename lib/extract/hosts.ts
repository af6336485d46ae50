import type { LinkKind } from '@/lib/core/facts';

// Sources: the hosts most often named in arXiv abstracts and comments of 2019-2026, counted.
// A host with a path after it may stand without a scheme (`github.com/owner/name`).
export const BARE_HOSTS =
  'github\\.com|gitlab\\.com|bitbucket\\.org|huggingface\\.co|zenodo\\.org|kaggle\\.com|codeberg\\.org|osf\\.io|figshare\\.com|git\\.io|tinyurl\\.com|bit\\.ly|youtu\\.be|youtube\\.com|sites\\.google\\.com|anonymous\\.4open\\.science';

/** What a host says by itself of what is behind the link; the first that fits is it. */
export const HOST_KINDS: readonly (readonly [RegExp, LinkKind])[] = [
  [/huggingface\.co\/datasets|hf\.co\/datasets|kaggle\.com\/(?:datasets|competitions|c\/)/i, 'data'],
  [/huggingface\.co\/spaces|hf\.space|replicate\.com|gradio|streamlit\.app/i, 'demo'],
  [/youtu\.?be|vimeo\.com|bilibili/i, 'other'],
  [
    /zenodo|figshare|dryad|dataverse|osf\.io|physionet|openneuro|pangaea|ieee-dataport|mendeley\.com\/datasets/i,
    'data',
  ],
  [/10\.(?:5281|17605|6084|5061|7910|17632|57702|25936)\//, 'data'],
  [
    /\.github\.io|\.gitlab\.io|sites\.google|\.netlify\.app|\.vercel\.app|\.readthedocs\.|\.pages\.dev/i,
    'project',
  ],
  [/huggingface\.co|hf\.co|modelscope/i, 'model'],
  [
    /gist\.github|git(?:hub|lab)?\b|github|gitlab|bitbucket|codeberg|gitee|4open\.science|sourceforge|pypi\.org|cran\.r-project|colab\.research|git\.io/i,
    'code',
  ],
  [/slideshare|overleaf|wikipedia|openreview|workshop|doi\.org/i, 'other'],
];
