export { bringIn, type BringInOptions, type Outcome, type PackSource } from './bring-in';
export { packagedSource } from './packaged-source';
