// What the fake server answers about notices, the staff and invitations.
import { notices, staff } from "./fake-notices.ts";
import { json, problem, type Handler } from "./fake-server.ts";

const nothing = () => new Response(null, { status: 204 });

export const noticeRoutes: Record<string, Handler> = {
  "GET notices": () => json({ items: notices(), open_count: notices().length }),
  "POST notices/acknowledgements": () => nothing(),
  "GET me/notices": () => json({ by_email: true, mail_on: true }),
  "PUT me/notices": (_state, _parts, body) => json({ by_email: body["by_email"], mail_on: true }),
  "GET staff": () => json({ items: staff(), mail: true }),
  "PUT staff/*/roles": () => nothing(),
  "POST staff/*/moves": () => nothing(),
  "POST invitations": (_state, _parts, body) => {
    const byHand = String(body["email"]).startsWith("sin-correo");
    const [, , , { id, invitation } = {}] = staff();
    return json({ user_id: id, invitation_id: invitation?.id, expires_at: invitation?.expires_at, ...(byHand ? { link: "https://hebra.demo/entrar/invitacion/abc" } : {}) }, 201);
  },
  "GET invitations/by-link/*": (_state, [token]) =>
    token === "used"
      ? problem(409, "link_expired", "Este enlace ya se usó o venció. Pida uno nuevo.")
      : json({ institution_name: "Red Demo", ...(token === "unmailed" ? {} : { is_new: token !== "known" }), roles: ["agent", "intake"] }),
  "POST invitations/by-link/*": (_state, [token], body) => {
    if (token !== "known" || body["password"] === "hebra-demo") return nothing();
    const message = "Esa no es la clave con que usted entra a Hebra.";
    return problem(422, "not_their_password", message, [{ pointer: "/password", code: "not_their_password", message }]);
  },
  "GET sign-in-help": () => json({ mail: false }),
  "POST password-resets": () => json({ mail: true }),
};
