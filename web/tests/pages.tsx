// For component tests: the whole app, or one piece in its surroundings, over the fake server.
import { render, type RenderResult } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { App, Surroundings } from "@/shell/app";
import { MeProvider } from "@/shell/session";
import { antonia } from "./fake-data";
import { answerFrom, freshState, type FakeState } from "./fake-server";

export { json, problem } from "./fake-server";

/** Every request of the page goes to this state until the test ends. */
export function fakeServer(change?: (state: FakeState) => void): FakeState {
  const state = freshState();
  change?.(state);
  vi.stubGlobal("fetch", (input: Request | string) =>
    answerFrom(state, typeof input === "string" ? new Request(new URL(input, window.location.origin)) : input),
  );
  return state;
}

export function openAt(path: string): RenderResult {
  window.history.replaceState(null, "", path);
  return render(<App />);
}

export function renderPiece(piece: ReactNode): RenderResult {
  return render(
    <Surroundings>
      <MeProvider value={antonia}>{piece}</MeProvider>
    </Surroundings>,
  );
}

/** Writes as a paste does: one change, however long the text. Letter by letter, big forms are slow in jsdom. */
export async function write(field: HTMLElement, text: string): Promise<void> {
  const user = userEvent.setup();
  await user.clear(field);
  await user.click(field);
  if (text !== "") await user.paste(text);
}

/** What axe objects to, in words. Colour is measured in a real browser (`npm run look`), not here. */
export async function objections(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html}`));
}
