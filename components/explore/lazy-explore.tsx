import { useEffect, useState } from 'preact/hooks';
import type { ComponentType } from 'preact';
import type { ExploreProps } from './explore-panel';

/** The view that explores, its code and its drawing library read when it is first opened. */
export function LazyExplore(props: ExploreProps) {
  const [Panel, setPanel] = useState<ComponentType<ExploreProps> | null>(null);
  useEffect(() => {
    props.acts.attempt(async () => {
      const { ExplorePanel } = await import('./explore-panel');
      setPanel(() => ExplorePanel);
    });
  }, []);
  return Panel && <Panel {...props} />;
}
