// Nothing here: what is true, then one act.
import type { ReactNode } from "react";
import "./empty-state.css";

export function EmptyState({ truth, act }: { truth: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty__truth">{truth}</p>
      {act}
    </div>
  );
}
