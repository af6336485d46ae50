import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texToText } from '@/lib/core/tex';

const READABLE: readonly (readonly [string, string])[] = [
  ['plain  words\n here', 'plain words here'],
  [
    String.raw`Poincar\'e and Schr\"{o}dinger, {\L}ukasz, Erd\H{o}s, {\v S}koda`,
    'Poincaré and Schrödinger, Łukasz, Erdős, Škoda',
  ],
  [String.raw`na\"{\i}ve Fran\c{c}ois \~nandu \o re`, 'naïve François ñandu øre'],
  [String.raw`$L_p$ norms on $\mathbb{R}^n$`, 'Lₚ norms on ℝⁿ'],
  [String.raw`$O(N\log N)$ time`, 'O(N log N) time'],
  [String.raw`4$\times$RTX 3090 at 5\,km`, '4×RTX 3090 at 5 km'],
  [String.raw`$x_{ij}^{2} \leq \frac{a}{b}$`, 'xᵢⱼ² ≤ a/b'],
  [String.raw`$\Xi_{cc}^{++}$ baryons`, 'Ξ_(cc)⁺⁺ baryons'],
  [String.raw`\emph{Very} \textbf{bold} {\it claims} of 5\% \& more`, 'Very bold claims of 5% & more'],
  ["``quoted'' --- pages 3--5", '“quoted” — pages 3–5'],
  [String.raw`Fig.~3 but ~10 items`, 'Fig. 3 but ~10 items'],
  [String.raw`as shown \cite{a,b} in \url{https://x.org/a_b}`, 'as shown in https://x.org/a_b'],
  ['snake_case and 2^10', 'snake_case and 2^10'],
  [String.raw`costs \$5 and $\sqrt{s}=13$ TeV`, 'costs $5 and √s=13 TeV'],
  [String.raw`$\hat{x}$ and $\tilde{\alpha}$`, 'x̂ and α̃'],
  [String.raw`$J/\psi \to e^+e^-$`, 'J/ψ → e⁺e⁻'],
];

describe('texToText', () => {
  it.each(READABLE)('reads %s', (tex, text) => {
    expect(texToText(tex)).toBe(text);
  });

  it('never throws and never leaves a run of white space, whatever it is given', () => {
    const noise = fc.string({
      unit: fc.constantFrom(
        '\\',
        '{',
        '}',
        '$',
        '^',
        '_',
        'a',
        'frac',
        'mathbb',
        '"',
        ' ',
        "'",
        '`',
        '~',
        '-',
        '😀',
      ),
    });
    fc.assert(
      fc.property(noise, (tex) => {
        expect(texToText(tex)).not.toMatch(/\s\s|^\s|\s$/);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['{', '\\frac', '\\"', '$_', '\\mathbb{', '}', '\\sqrt{{']) {
      const started = performance.now();
      texToText(piece.repeat(100_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});
