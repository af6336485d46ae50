import { page, type Markup } from './markup';

/** The style sheet arXiv's pages name; the servers answer it with layout.css. */
export const STYLE_PATH = '/static/browse/0.3.4/css/arXiv.css';
/** The script that starts MathJax on arXiv's pages; the servers answer it with our stand-in. */
export const MATHJAX_PATH = '/static/browse/0.3.4/js/mathjaxToggle.min.js';

export function framed({ title, head, body }: { title: string; head?: Markup; body: Markup }): string {
  return page`<!DOCTYPE html>
<html lang="en">
<head>
  <title>${title}</title>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" type="text/css" media="screen" href="${STYLE_PATH}">
  <script src="${MATHJAX_PATH}" type="text/javascript"></script>
  ${head}
</head>
<body><div class="flex-wrap-footer">
  <a href="#content" class="ds-skip-link">Skip to main content</a>
  <header class="ds-site-header">
    <a href="https://arxiv.org/" class="ds-site-header-logo" aria-label="archive home">arXiv</a>
    <nav class="ds-site-header-nav" aria-label="Main navigation"><a href="https://arxiv.org/search">Search</a></nav>
  </header>
  <main>
    <div id="content">
${body}
    </div>
  </main>
  <footer class="ds-site-footer"><nav aria-label="Site navigation"><a href="https://info.arxiv.org/about">About</a></nav></footer>
</div></body>
</html>
`.markup;
}
