/** Why bytes that should be a pack, a part or a block of one were refused. */
export type PackErrorCode =
  | 'bad-manifest' // not a manifest, or one that contradicts itself
  | 'wrong-format' // written for another version of Gloss
  | 'wrong-analyser' // its words were cut up by other rules than ours
  | 'bad-hash' // not the bytes the manifest names
  | 'truncated' // ends before what it says it holds
  | 'missing-block' // the store does not have a block that the header names
  | 'corrupt'; // says something that cannot be

export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(
    readonly code: PackErrorCode,
    detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}
