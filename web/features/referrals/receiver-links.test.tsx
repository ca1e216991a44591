import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import type { Schema } from "@/api/client";
import { renderPiece } from "@/tests/pages";
import { ReceiverLinks } from "./receiver-links";
import type { Referral } from "./referrals";

const user = userEvent.setup();
const id = "00000000-0000-7000-8000-000000000a01";
// Only what the piece reads of it.
const referral = { id, viewer: "origin", status: "sent" } as Referral;
const link: Schema["ReferralLink"] = {
  id: "00000000-0000-7000-8000-000000000b01", institution_name: "Centro", state: "waiting", created_at: "2026-11-21T15:00:00Z", created_by_name: "Antonia",
  expires_at: "2026-12-05T15:00:00Z", wrong_codes: 0, visits: [],
};

/** A server that knows this address for codes, and keeps what it is asked. */
function serve(code_address?: string): unknown[] {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method === "GET") return Response.json({ items: [{ ...link, ...(code_address ? { code_letter: "refused" } : {}) }], code_address });
    const body = (await request.json()) as { mail_code?: boolean };
    asked.push(body);
    return Response.json({ ...link, path: "/r/abc", ...(body.mail_code ? { code_letter: "pending" } : { code: "KRNW-CDER-MGM4" }) }, { status: 201 });
  });
  return asked;
}

describe("the link of a receiver without an account", () => {
  test("has its code mailed where the directory says, and shows it to nobody here", async () => {
    const asked = serve("acogida@centro.demo");
    renderPiece(<ReceiverLinks referral={referral} />);
    await user.click(await screen.findByRole("button", { name: "Crear un enlace y enviar el código por correo" }));
    expect(await screen.findByText(/Hebra envía el código a acogida@centro\.demo/)).toBeTruthy();
    expect(screen.queryByText(/Código:/)).toBeNull();
    expect(asked).toEqual([{ mail_code: true }]);
    expect(screen.getByText(/el correo no se pudo entregar/)).toBeTruthy();
  });

  test("has a code to dictate where nothing can be mailed", async () => {
    const asked = serve();
    renderPiece(<ReceiverLinks referral={referral} />);
    await user.click(await screen.findByRole("button", { name: "Crear un enlace" }));
    expect(await screen.findByText("KRNW-CDER-MGM4")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /por correo/ })).toBeNull();
    expect(asked).toEqual([{}]);
  });
});
