import type { Page } from "@/shell/page";

export const attentionPages: readonly Page[] = [
  { path: "/contactos", place: "conversations", home: true, needs: "contact_read", load: () => import("./list") },
  { path: "/contactos/nuevo/:person?", place: "conversations", needs: "contact_write", word: "page.attend", load: () => import("./start") },
  { path: "/contactos/:id/:view?", place: "conversations", load: () => import("./contact") },
];
