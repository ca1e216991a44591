import type { Page } from "@/shell/page";

export const networkPages: readonly Page[] = [{ path: "/red", place: "network", load: () => import("./network") }];
