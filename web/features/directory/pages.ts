import type { Page } from "@/shell/page";

export const directoryPages: readonly Page[] = [
  { path: "/catastro/agregar", place: "directory", load: () => import("./new-service-page") },
  { path: "/catastro/uso", place: "directory", load: () => import("./uses-page") },
  { path: "/catastro/:id?/:view?", place: "directory", home: true, load: () => import("./catalogue") },
  { path: "/numeros-de-emergencia", place: "setup", home: true, load: () => import("./emergency-page") },
];
