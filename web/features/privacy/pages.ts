import type { Page } from "@/shell/page";

export const privacyPages: readonly Page[] = [
  { path: "/accesos/:id?", place: "rights", home: true, load: () => import("./accesses") },
  { path: "/borrado/:code?", place: "rights", load: () => import("./erase") },
];
