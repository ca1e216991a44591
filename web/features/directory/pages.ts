import type { Page } from "@/shell/page";

export const directoryPages: readonly Page[] = [
  { path: "/catastro/agregar", place: "directory", load: () => import("./new-service-page") },
  { path: "/catastro/uso", place: "directory", load: () => import("./uses-page") },
  { path: "/catastro/:id?/:view?", place: "directory", load: () => import("./catalogue") },
  { path: "/numeros-de-emergencia", place: "setup", load: () => import("./emergency-page") },
];
