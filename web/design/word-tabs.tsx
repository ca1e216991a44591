// The views of one thing, as words in a line. Each has its own address, so they are links.
import { Link } from "react-aria-components";
import "./word-tabs.css";

export interface WordTab {
  to: string;
  label: string;
  current: boolean;
}

export function WordTabs({ label, tabs }: { label: string; tabs: readonly WordTab[] }) {
  return (
    <nav className="word-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} className="word-tabs__tab" href={tab.to} {...(tab.current ? { "aria-current": "page" as const } : {})}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
