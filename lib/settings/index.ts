export { DEFAULTS, type Settings } from './settings';
export { bringInSettings, changeSettings, onSettingsChange, readSettings, storedSettings } from './store';
