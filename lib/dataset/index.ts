export { addPack } from './add-pack';
export { bringIn, type BringInOptions, type Outcome } from './bring-in';
export { packFiles } from './pack-files';
export { packagedSource } from './packaged-source';
export type { PackSource } from './pack-source';
export { watchPacks } from './packs';
export { removePack } from './remove-pack';
export { verifyPack } from './verify-pack';
