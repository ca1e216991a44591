import type { Page } from "@/shell/page";

export const noticePages: readonly Page[] = [{ path: "/avisos", load: () => import("./notices-page") }];
