// Positions are data, not style: they are handed to the element itself, as the content policy asks.
import type { RefCallback } from "react";

/** Puts an element at a place of the drawing; the list look ignores it. */
export const placeAt = (x: number, y: number, width?: number): RefCallback<HTMLElement> => (element) => {
  element?.style.setProperty("--x", `${x}px`);
  element?.style.setProperty("--y", `${y}px`);
  if (width !== undefined) element?.style.setProperty("--width", `${width}px`);
};

/** As much of a sheet of paper as the drawing may take. */
const k_sheet = 690;

/** The size of the drawing; on paper as small as it must be to be seen whole. */
export const sizeOf = (width: number, height: number): RefCallback<HTMLElement> => (element) => {
  placeAt(width, height)(element);
  element?.style.setProperty("--smaller", String(Math.min(0.66, k_sheet / width)));
};
