// Whether the page is being put on paper: what is only for paper is made then, and weighs nothing until then.
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = typeof window.matchMedia === "function" ? window.matchMedia("print") : undefined;
    // The paper is laid out as soon as these have been heard.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    const change = () => flushSync(() => setPrinting(paper?.matches ?? false));
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper?.addEventListener("change", change);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper?.removeEventListener("change", change);
    };
  }, []);
  return printing;
}
