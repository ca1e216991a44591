import type { Page } from "@/shell/page";

export const networkPages: readonly Page[] = [
  { path: "/red", place: "network", home: true, needs: "network_read", load: () => import("./network") },
  { path: "/red/:id", place: "network", needs: "network_read", load: () => import("./institution-page") },
];
