/**
 * What MathJax 2.7 leaves behind, without MathJax: in elements of class `mathjax`, `$..$` becomes a
 * preview, glyphs, and the source in a `script[type="math/tex"]`. A page script: served at the place of
 * arXiv's own, or run in a test's window. With `window.mathJaxStandInLater` it waits to be called.
 */
export const MATHJAX_STAND_IN = String.raw`
window.runMathJaxStandIn = function () {
  var number = 0;
  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.appendChild(child); });
    return made;
  }
  function drawn(tex) {
    var id = 'MathJax-Element-' + (number += 1);
    var glyphs = document.createTextNode(tex.replace(/\\times/g, '×').replace(/[\\{}^_ ]/g, ''));
    var math = element('span', { class: 'math' }, [element('span', { class: 'mi' }, [glyphs])]);
    var source = element('script', { type: 'math/tex', id: id }, [document.createTextNode(tex)]);
    return [
      element('span', { class: 'MathJax_Preview', style: 'color: inherit;' }),
      element('span', { class: 'MathJax', id: id + '-Frame', tabindex: '0' }, [element('nobr', {}, [math])]),
      source,
    ];
  }
  function rewrite(text) {
    var pieces = text.data.split(/\$([^$]+)\$/);
    if (pieces.length === 1) return;
    var parts = document.createDocumentFragment();
    pieces.forEach(function (piece, index) {
      if (index % 2 === 1) drawn(piece).forEach(function (node) { parts.appendChild(node); });
      else if (piece !== '') parts.appendChild(document.createTextNode(piece));
    });
    text.parentNode.replaceChild(parts, text);
  }
  function walk(node) {
    Array.from(node.childNodes).forEach(function (child) {
      if (child.nodeType === 3) rewrite(child);
      else if (child.nodeType === 1 && child.tagName !== 'SCRIPT' && !/MathJax/.test(child.className)) walk(child);
    });
  }
  document.querySelectorAll('.mathjax').forEach(walk);
};
window.mathjaxToggle = function () {};
if (!window.mathJaxStandInLater) document.addEventListener('DOMContentLoaded', function () { setTimeout(window.runMathJaxStandIn, 50); });
`;
