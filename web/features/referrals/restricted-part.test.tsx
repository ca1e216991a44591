import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { renderPiece } from "@/tests/pages";
import { RestrictedPart } from "./restricted-part";

const user = userEvent.setup();
const item = { data_class: 4, key: "restricted", label: "Jefatura", value: "" };
const id = "00000000-0000-7000-8000-000000000a01";

describe("what is restricted", () => {
  test("is said to exist, and not opened, for whoever it is not for", () => {
    const asked = vi.fn();
    vi.stubGlobal("fetch", asked);
    renderPiece(<RestrictedPart item={item} referral={{ id, opens_restricted: false }} />);
    expect(screen.getByText("Lo abre solo esa persona, con su cuenta.")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  test("comes only when the person named opens it", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", (request: Request) => {
      asked.push(new URL(request.url).pathname);
      return Promise.resolve(Response.json({ recipient: "Jefatura", text: "Quien avisó fue su profesora." }));
    });
    renderPiece(<RestrictedPart item={item} referral={{ id, opens_restricted: true }} />);
    expect(asked).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Abrir lo reservado (queda escrito)" }));
    expect(await screen.findByText("Quien avisó fue su profesora.")).toBeTruthy();
    expect(asked).toEqual([`/api/v1/referrals/${id}/restricted`]);
  });

  test("is shown to whoever is writing it", () => {
    renderPiece(<RestrictedPart item={{ ...item, value: "Lo escrito" }} referral={undefined} />);
    expect(screen.getByText("Lo escrito")).toBeTruthy();
  });
});
