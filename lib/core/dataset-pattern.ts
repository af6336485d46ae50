/**
 * Finds a dataset by its name as authors spell it: `CIFAR10`, `CIFAR-10` and `cifar 10` are one, as are `COCO` and
 * `MS-COCO`; `SQuAD` is found in `SQuAD 2.0`, `CIFAR-10` not in `CIFAR-100`, nor `MNIST` in `Fashion-MNIST`. Null for a
 * name without a letter or digit.
 */
export function datasetPattern(name: string): RegExp | null {
  const parts = name.normalize('NFKC').match(/\p{L}+|\d+|[+]+/gu) ?? [];
  if (!parts.some((part) => /[\p{L}\d]/u.test(part))) return null;
  const [first = '', ...rest] = parts.map((part) => part.replace(/[+]/g, '\\+'));
  // The publisher's two letters are as often left out.
  const begin =
    first.toLowerCase() === 'ms' && rest.length > 0
      ? `(?:ms${GAP})?`
      : `(?:ms${GAP})?${first}${rest.length > 0 ? GAP : ''}`;
  return new RegExp(`(?<![\\p{L}\\d-])${begin}${rest.join(GAP)}(?![\\p{L}\\d])(?!${MERELY_LIKE})`, 'iu');
}

const GAP = '[-\\s_./]?';
const MERELY_LIKE = '-(?:style|like|inspired|trained|pretrained|pre-trained)';
