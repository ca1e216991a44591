import type { Page } from "@/shell/page";

export const directoryPages: readonly Page[] = [
  { path: "/catastro/agregar", place: "directory", needs: "directory_edit", word: "page.new_service", load: () => import("./new-service-page") },
  { path: "/catastro/uso", place: "directory", needs: "directory_read", word: "page.uses", load: () => import("./uses-page") },
  { path: "/catastro/:id?/:view?", place: "directory", home: true, needs: "directory_read", load: () => import("./catalogue") },
  { path: "/numeros-de-emergencia", place: "setup", home: true, needs: "emergency_keep", load: () => import("./emergency-page") },
];
