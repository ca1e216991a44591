// Positions are data, not style: they are handed to the element itself, as the content policy asks.
import type { RefCallback } from "react";

/** Puts an element at a place of the drawing; the list look ignores it. */
export const placeAt = (x: number, y: number, width?: number): RefCallback<HTMLElement> => (element) => {
  element?.style.setProperty("--x", `${x}px`);
  element?.style.setProperty("--y", `${y}px`);
  if (width !== undefined) element?.style.setProperty("--width", `${width}px`);
};
