// What jsdom lacks, and a clean page before every test.
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { releaseUnsent, setReachable } from "@/api/reach";
import { changeAppearance } from "@/shell/appearance";

// A page's code is compiled when it is first opened, on a machine that may be busy.
configure({ asyncUtilTimeout: 20_000 });

// React Aria measures and scrolls; in jsdom everything is at zero.
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;
globalThis.CSS ??= {} as typeof CSS;
CSS.escape ??= (text: string) => text.replace(/["\\]/g, "\\$&");

// The fake server speaks no WebSocket: pages ask again instead, as they do without one.
Object.defineProperty(globalThis, "WebSocket", { value: undefined, configurable: true });

beforeEach(() => {
  changeAppearance({ theme: "system", letter: "normal", language: "es" });
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, "", "/");
});

afterEach(() => {
  cleanup();
  setReachable(true);
  releaseUnsent("person/new");
  vi.useRealTimers();
});
