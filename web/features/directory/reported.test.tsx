// What somebody outside said of one number: whoever keeps the row reads it beside that number, where they ring from too.
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import { familyCentre } from "@/tests/fake-directory";
import { fakeServer, openAt } from "@/tests/pages";

const permissions = ["directory_read", "directory_edit", "directory_doubt", "directory_keep"];
const reported = () =>
  fakeServer((fresh) => {
    fresh.me = { ...antonia, permissions };
    const [phone, address] = fresh.entry.channels;
    if (phone && address) fresh.entry.channels = [phone, { ...address, reported_at: new Date().toISOString() }];
  });

test("a number reported wrong says so on its row, and no other number does", async () => {
  reported();
  openAt(`/catastro/${familyCentre().id}`);
  const line = (await screen.findByText("Calle Demo 140")).closest("li") as HTMLElement;
  expect(within(line).getByText(/^avisaron el .* que está malo$/)).toBeTruthy();
  expect(screen.getAllByText(/^avisaron el/).length).toBe(1);
});

test("the call sheet says which of the numbers was reported wrong", async () => {
  reported();
  openAt(`/catastro/${familyCentre().id}/llamar`);
  expect(await screen.findByText(/^22 000 0140, Calle Demo 140: avisaron el .* que está malo$/)).toBeTruthy();
});
