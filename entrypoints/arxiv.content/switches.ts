import { onSettingsChange, readSettings, type Settings } from '@/lib/settings';

/** Tells which features are off, by id: as soon as the settings are read, and at every change. */
export function followSwitches(tell: (off: readonly string[]) => void): void {
  const next = ({ featuresOff }: Settings): void => tell(featuresOff);
  onSettingsChange(next);
  void readSettings().then(next);
}
