import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Schema } from "@/api/client";
import { reported } from "@/tests/fake-referrals";
import { fakeServer, openAt } from "@/tests/pages";
import type { Referral } from "./referrals";

const way = (kind: Schema["ToldWay"]["kind"], standing: Schema["ToldWay"]["standing"], more: Partial<Schema["ToldWay"]> = {}): Schema["ToldWay"] => ({ kind, standing, contact: "", colleague_name: "", ...more });

function given(ways: Schema["ToldWay"][]): Referral {
  const told = { service_id: "01a1", service_code: "D07", service_name: "Salud mental", institution: "Centro de prueba", hours: "", ways };
  const before = reported();
  return { ...before, kind: "information", moves: [{ ...before.moves[0]!, action: "give", told }] };
}

test("each way says what was told, or that it was not and why", async () => {
  const checked = { confirmed_at: "2026-11-01T12:00:00Z", expires: "2027-01-30T12:00:00Z" };
  const referral = given([
    way("phone", "confirmed", { contact: "+56 9 0000 0041", ...checked, colleague_name: "Antonia R." }),
    way("chat", "unconfirmed"),
    way("whatsapp", "expired", checked),
    way("email", "doubted"),
    way("web", "missing"),
  ]);
  fakeServer((fresh) => { fresh.referrals = [referral]; });
  openAt(`/derivaciones/${referral.id}`);
  await screen.findByText("Se le dijo:", { exact: false });
  const lines = [...document.querySelectorAll(".step__told li")].map((line) => line.textContent?.replace(/\s+/g, " ").trim());
  expect(lines).toEqual([
    "Teléfono: +56 9 0000 0041 comprobado. Lo comprobó Antonia R. el 1 de noviembre; valía hasta el 30 de enero de 2027.",
    "Chat: no se le dijo, porque estaba por confirmar.",
    "WhatsApp: no se le dijo, porque su comprobación había vencido. Lo comprobó alguien de la red el 1 de noviembre; valía hasta el 30 de enero de 2027.",
    "Correo: no se le dijo, porque estaba marcado como malo.",
    "Página: no se le dijo, porque no se conocía.",
  ]);
});
