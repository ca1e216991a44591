import type { Page } from "@/shell/page";

export const privacyPages: readonly Page[] = [
  { path: "/accesos/:id?", place: "rights", home: true, needs: "person_views", load: () => import("./accesses") },
  { path: "/borrado/:code?", place: "rights", needs: "person_erase", word: "page.erase", load: () => import("./erase") },
];
