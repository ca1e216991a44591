import type { Page } from "@/shell/page";

export const threadPages: readonly Page[] = [{ path: "/hebras/:code", load: () => import("./by-code") }];
