import { useEffect, useRef, useState } from "react";

/** A value that changes often, taken over at most once in `ms`. */
export function useThrottled<T>(value: T, ms: number): T {
  const [held, setHeld] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = value;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setHeld(latest.current);
    }, ms);
  }, [value, ms]);
  useEffect(() => {
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, []);
  return held;
}
