import type { Page } from "@/shell/page";

export const commitmentPages: readonly Page[] = [{ path: "/", place: "loose", load: () => import("./home") }];
