// A small drawing beside a word. It never replaces the word, so assistive technology does not hear it.
import type { LucideIcon } from "lucide-react";

export function Icon({ of: Drawing }: { of: LucideIcon }) {
  return <Drawing className="icon" aria-hidden="true" strokeWidth={2} />;
}
