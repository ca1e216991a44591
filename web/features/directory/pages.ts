import type { Page } from "@/shell/page";

export const directoryPages: readonly Page[] = [
  { path: "/catastro/:id?/:view?", place: "directory", load: () => import("./catalogue") },
  { path: "/numeros-de-emergencia", place: "setup", load: () => import("./emergency-page") },
];
