import { useCallback, useMemo, useSyncExternalStore } from "react";

const changes = new EventTarget();

/**
 * State that the browser remembers under `key`. While the page is made ready it is `initial`, as on
 * the server. Gives the value and a function to change it.
 */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const value = useMemo(() => parse(text, initial), [text, initial]);
  const store = useCallback((next: T) => write(key, JSON.stringify(next)), [key]);
  return [value, store];
}

// A page without storage still works; it only forgets when it is left.
const kept = new Map<string, string>();

function subscribe(listener: () => void): () => void {
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? kept.get(key) ?? null;
  } catch {
    return kept.get(key) ?? null;
  }
}

function write(key: string, text: string): void {
  kept.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // Kept above.
  }
  changes.dispatchEvent(new Event("change"));
}

function parse<T>(text: string | null, initial: T): T {
  try {
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}
