/** A place of the browser's for text; where the browser has none for us, it lasts as long as the page. */
export interface Store {
  get(): string | null;
  set(text: string): void;
  clear(): void;
}

/** What is kept under a key, in one of the browser's storages. */
export function browserStore(which: () => Storage, key: string): Store {
  let inMemory: string | null = null;
  const attempt = <R>(act: (storage: Storage) => R, otherwise: R): R => {
    try {
      return act(which());
    } catch {
      // Forbidden in this frame, or full.
      return otherwise;
    }
  };
  return {
    get: () => attempt((storage) => storage.getItem(key), null) ?? inMemory,
    set: (text) => {
      inMemory = text;
      attempt((storage) => storage.setItem(key, text), undefined);
    },
    clear: () => {
      inMemory = null;
      attempt((storage) => storage.removeItem(key), undefined);
    },
  };
}
