export { DEFAULTS, type Settings } from './settings';
export {
  changeBroughtIn,
  changeSettings,
  onSettingsChange,
  readSettings,
  storedSettings,
  takeBackSettings,
} from './store';
