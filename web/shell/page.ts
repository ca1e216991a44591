// What a page is to the shell: an address, where its code is, and which word of the head it belongs to.
import { useEffect, type ComponentType } from "react";
import type { Place } from "./places";

export interface PageProps {
  /** The parts of the address named with ":" in the path. */
  params: Readonly<Record<string, string>>;
}

/** Pages that are asked for by name though no place leads to them. */
export type PageWord = "page.attend" | "page.refer" | "page.find_person" | "page.new_person" | "page.new_service" | "page.uses" | "page.forms" | "page.erase";

export interface Page {
  /** "/personas/:id/vistas" */
  path: string;
  /** Loads the page's own chunk, which exports `Page`. */
  load: () => Promise<{ Page: ComponentType<PageProps> }>;
  /** The word in the head that is marked while the page is open. */
  place?: Place;
  /** Where the word of its place leads. One page of each place says so, and opens without any of the parts of its address. */
  home?: true;
  /** The permission without which the server shows nothing here. */
  needs?: string;
  /** What it is called in the search and in the menu, when it is not the home of a place, whose word it has. */
  word?: PageWord;
  /** Works without a session and has no head. */
  open?: true;
}

/** The name of the tab. Never a person's name: browsers keep it after the session. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Hebra`;
  }, [title]);
}
