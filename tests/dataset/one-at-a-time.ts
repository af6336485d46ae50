/** Locks as navigator.locks gives them, for those who take one only if it is free. */
export function oneAtATime(): Pick<LockManager, 'request'> {
  const held = new Set<string>();
  const request = async (name: string, _options: unknown, work: (lock: Lock | null) => unknown) => {
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  // LockManager.request is overloaded; only the form with options is used.
  return { request: request as LockManager['request'] };
}
