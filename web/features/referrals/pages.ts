import type { Page } from "@/shell/page";

export const referralPages: readonly Page[] = [
  { path: "/derivaciones/:id?", place: "referrals", home: true, load: () => import("./inbox") },
  { path: "/derivar", load: () => import("./compose") },
  { path: "/personas/:id/derivar", load: () => import("./compose") },
];
