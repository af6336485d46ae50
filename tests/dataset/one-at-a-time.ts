/** Locks as navigator.locks gives them: those who take one only if it is free are told, the others wait. */
export function oneAtATime(): Pick<LockManager, 'request'> {
  const held = new Map<string, Promise<void>>();
  const request = async (
    name: string,
    { ifAvailable = false }: LockOptions,
    work: (lock: Lock | null) => unknown,
  ) => {
    if (ifAvailable && held.has(name)) return work(null);
    while (held.has(name)) await held.get(name);
    const { promise, resolve } = withResolvers();
    held.set(name, promise);
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
      resolve();
    }
  };
  // LockManager.request is overloaded; only the form with options is used.
  return { request: request as LockManager['request'] };
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
