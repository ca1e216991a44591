import { useCallback, useMemo, useState, type RefCallback } from "react";

/** Where nothing can be measured, as in tests. */
const k_usual = 980;

/** How wide an element is, as it changes. */
export function useRegionWidth(): [{ ref: RefCallback<HTMLElement>; element: HTMLElement | null }, number] {
  const [width, setWidth] = useState(k_usual);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const ref = useCallback((found: HTMLElement | null) => {
    setElement(found);
    if (!found || typeof ResizeObserver === "undefined") return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(found);
    return () => watch.disconnect();
  }, []);
  return [useMemo(() => ({ ref, element }), [ref, element]), width];
}
