import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from "react";
import type { Shape } from "./layout.ts";

const query = "(prefers-reduced-motion: reduce)";
/** Also the container query in process-map.module.css. */
const breakpoint = 600;
const useBrowserLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** True if the reader asked for no motion. False on the server. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/**
 * Which drawings to make: on the server both, of which CSS shows the one that fits; once the
 * width is known, only that one. So nothing shifts, and only one is drawn while it plays.
 */
export function useShapes(box: RefObject<HTMLElement | null>): readonly Shape[] {
  const [shape, setShape] = useState<Shape>();
  useBrowserLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setShape(element.clientWidth < breakpoint ? "narrow" : "wide");
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return shape ? [shape] : ["wide", "narrow"];
}

/** True while the element is in sight; what nobody sees need not move. */
export function useInSight(box: RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      setInSight(entry?.isIntersecting ?? false);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return inSight;
}
