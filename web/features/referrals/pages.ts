import type { Page } from "@/shell/page";

export const referralPages: readonly Page[] = [
  { path: "/derivaciones/:id?", place: "referrals", load: () => import("./inbox") },
];
