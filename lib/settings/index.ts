export { DEFAULTS, type Settings } from './settings';
export { changeSettings, onSettingsChange, readSettings } from './store';
