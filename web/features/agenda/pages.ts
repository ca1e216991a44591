import type { Page } from "@/shell/page";

export const agendaPages: readonly Page[] = [{ path: "/agenda", place: "agenda", home: true, needs: "referral_read", load: () => import("./agenda") }];
