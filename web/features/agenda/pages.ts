import type { Page } from "@/shell/page";

export const agendaPages: readonly Page[] = [{ path: "/agenda", place: "agenda", home: true, load: () => import("./agenda") }];
