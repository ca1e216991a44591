// The account, the session and the password of whoever is signed in, as the fake server keeps them.
import * as data from "./fake-data.ts";
import { json, notFound, nothing, problem, type Handler } from "./fake-server.ts";

export const accountRoutes: Record<string, Handler> = {
  "GET me": (state) => (state.me ? json(state.me) : problem(401, "not_signed_in")),
  "PATCH me": (state) => json(state.me),
  "POST sessions": (state, _parts, body) => {
    if (body["password"] !== "hebra-demo") return problem(401, "bad_credentials", "El correo o la clave no coinciden.");
    if (state.code !== null && body["code"] === undefined) return problem(401, "code_needed");
    if (state.code !== null && body["code"] !== state.code) return problem(401, "bad_code", "El código no coincide o ya se usó.");
    state.me ??= data.antonia;
    return json({ token: "demo", me: state.me }, 201);
  },
  "GET sessions": (state) => json({ items: state.sessions }),
  "DELETE sessions/*": (state, [id]) => {
    state.sessions = state.sessions.filter((session) => session.id !== id);
    if (id === "current") state.me = null;
    return nothing();
  },
  "POST sessions/current/institution": (state, _parts, body) => {
    const institution = Object.values(data.institutions).find((one) => one.id === body["institution_id"]);
    if (!state.me || !institution) return notFound();
    state.me = { ...state.me, institution };
    return json(state.me);
  },
  "POST me/password": (_state, _parts, body) =>
    body["current"] === "hebra-demo" ? nothing() : problem(422, "wrong_password", "La clave actual no coincide.", [{ pointer: "/current", code: "wrong_password", message: "La clave actual no coincide." }]),
  "POST me/totp": (_state, _parts, body) =>
    body["password"] !== "hebra-demo" ? problem(422, "wrong_password", "La clave actual no coincide.", [{ pointer: "/password", code: "wrong_password", message: "La clave actual no coincide." }])
    : json({ secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", uri: "otpauth://totp/Hebra:agente@linea.demo?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Hebra" }),
  "POST me/totp/confirm": (_state, _parts, body) => (body["code"] === "123456" ? nothing() : problem(422, "bad_code")),
  "POST me/totp/disable": () => nothing(),
  "POST password-resets/*": (_state, [token], body) => {
    if (token === "used") return problem(404, "link_expired", "Este enlace ya se usó o venció. Pida uno nuevo.");
    return String(body["password"]).length < 12
      ? problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/password", code: "too_short", message: "Use 10 letras o más." }])
      : nothing();
  },
};
