import type { Page } from "@/shell/page";

export const commitmentPages: readonly Page[] = [{ path: "/", place: "loose", home: true, needs: "commitment_read", load: () => import("./home") }];
