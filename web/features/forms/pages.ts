import type { Page } from "@/shell/page";

export const formPages: readonly Page[] = [{ path: "/formularios/:form?", needs: "form_manage", word: "page.forms", load: () => import("./forms-page") }];
