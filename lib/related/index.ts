export { comparerWith, type Comparer } from './closeness';
export { prepareRelated, related, type RelatedOptions, type RelatedQuery } from './related';
// A pack gets related's blocks with `sections: [createRelatedWriter(await wordVectorBytes())]`
// (pipeline/train/vectors-file); a segment of a few captured papers does well without.
export { createRelatedWriter, relatedBlocks, type RelatedWriter } from './write';
