import type { Page } from "@/shell/page";

export const peoplePages: readonly Page[] = [
  { path: "/personas", load: () => import("./search") },
  { path: "/personas/nueva", load: () => import("./create") },
  { path: "/personas/:id/:view?", load: () => import("./person") },
];
