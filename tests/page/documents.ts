import { Script } from 'node:vm';
import { JSDOM } from 'jsdom';
import { MATHJAX_STAND_IN } from '../pages/mathjax-stand-in';

export function documentOf(html: string): Document {
  return new JSDOM(html).window.document;
}

/** The page after MathJax has drawn its formulas. */
export function drawnDocumentOf(html: string): Document {
  const dom = new JSDOM(html, { runScripts: 'outside-only' });
  const script = `window.mathJaxStandInLater = true; ${MATHJAX_STAND_IN}; window.runMathJaxStandIn();`;
  new Script(script).runInContext(dom.getInternalVMContext());
  return dom.window.document;
}

export function absUrl(path: string): URL {
  return new URL(path, 'https://arxiv.org/abs/');
}
