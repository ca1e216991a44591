import type { Page } from "@/shell/page";

export const referralPages: readonly Page[] = [
  { path: "/derivaciones/:id?", place: "referrals", home: true, needs: "referral_read", load: () => import("./inbox") },
  { path: "/derivar", needs: "referral_write", word: "page.refer", load: () => import("./compose") },
  { path: "/personas/:id/derivar", load: () => import("./compose") },
];
