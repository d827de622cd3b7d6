import { useCallback, useEffect, useState } from "react";

/**
 * State that the browser remembers under `key`. The first render always gives `initial`, so that it
 * equals what the server rendered.
 */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    try {
      const stored = localStorage.getItem(key);
      if (stored !== null) setValue(JSON.parse(stored) as T);
    } catch {
      // No storage, or a value that some other version wrote: begin afresh.
    }
  }, [key]);
  const store = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // A page without storage still works; it only forgets.
      }
    },
    [key],
  );
  return [value, store];
}
