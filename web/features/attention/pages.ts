import type { Page } from "@/shell/page";

export const attentionPages: readonly Page[] = [
  { path: "/contactos", place: "conversations", home: true, load: () => import("./list") },
  { path: "/contactos/nuevo/:person?", place: "conversations", load: () => import("./start") },
  { path: "/contactos/:id/:view?", place: "conversations", load: () => import("./contact") },
];
