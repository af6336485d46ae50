import type { Folder } from '@/entrypoints/kept-apart/folder';

/** A folder on a disk of its own: it can be moved away, be forbidden, and run full. */
export class MemoryFolder implements Folder {
  readonly stored = new Map<string, string>();
  isHere = true;
  allowed = true;
  /** What the reader answers when asked. */
  answer = true;
  room = Infinity;
  writes = 0;

  constructor(readonly name: string) {}

  isAllowed = async () => this.allowed;
  ask = async () => (this.allowed = this.answer);

  files = async (wanted: (name: string) => boolean) => {
    this.look();
    return [...this.stored]
      .filter(([name]) => wanted(name))
      .map(([name, text]) => ({ name, bytes: text.length }));
  };

  write = async (name: string, text: string) => {
    this.look();
    if (text.length > this.room) throw errorNamed('QuotaExceededError');
    this.writes += 1;
    this.stored.set(name, text);
  };

  remove = async (name: string) => {
    this.look();
    if (!this.stored.delete(name)) throw errorNamed('NotFoundError');
  };

  private look(): void {
    if (!this.isHere) throw errorNamed('NotFoundError');
    if (!this.allowed) throw errorNamed('NotAllowedError');
  }
}

const errorNamed = (name: string) => Object.assign(new Error(name), { name });
