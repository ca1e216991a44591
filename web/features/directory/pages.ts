import type { Page } from "@/shell/page";

export const directoryPages: readonly Page[] = [{ path: "/catastro/:id?/:view?", place: "directory", load: () => import("./catalogue") }];
