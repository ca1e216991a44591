import type { Page } from "@/shell/page";

export const accessPages: readonly Page[] = [
  { path: "/entrar", open: true, load: () => import("./sign-in") },
  { path: "/entrar/ayuda", open: true, load: () => import("./ask-reset") },
  { path: "/entrar/clave/:token", open: true, load: () => import("./choose-password") },
  { path: "/entrar/invitacion/:token", open: true, load: () => import("./accept-invitation") },
  { path: "/equipo", place: "team", home: true, needs: "user_read", load: () => import("./staff") },
  { path: "/cuenta", load: () => import("./account") },
];
