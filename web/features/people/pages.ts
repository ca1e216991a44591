import type { Page } from "@/shell/page";

export const peoplePages: readonly Page[] = [
  { path: "/personas", needs: "person_read", word: "page.find_person", load: () => import("./search") },
  { path: "/personas/nueva", needs: "person_write", word: "page.new_person", load: () => import("./create") },
  { path: "/personas/:id/:view?", load: () => import("./person") },
];
