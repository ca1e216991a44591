import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { fakeServer, json, problem, renderPiece } from "@/tests/pages";
import { useReach } from "@/api/reach";
import { useDraft } from "./draft";
import { DraftConflict, DraftLine, DraftOffer } from "./draft-line";

function Notebook() {
  const [text, setText] = useState("");
  const draft = useDraft({ form: "note", record: "1", content: text, onRestore: setText, what: "Borrador de nota", why: "No hay conexión con Hebra." });
  const { unsent } = useReach();
  return (
    <>
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={text} linesOf={(content) => [content]} />
      <input
        aria-label="nota"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          draft.edited();
        }}
        onBlur={draft.saveNow}
      />
      <DraftLine draft={draft} />
      <p data-testid="unsent">{unsent.map((item) => item.what).join()}</p>
      <button onClick={draft.forget}>Guardar</button>
    </>
  );
}

/** Lets requests and timers run for a while of fake time. */
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const field = () => screen.getByLabelText<HTMLInputElement>("nota");

function write(text: string): void {
  field().focus();
  fireEvent.change(field(), { target: { value: text } });
}

async function open(change?: Parameters<typeof fakeServer>[0]) {
  vi.useFakeTimers({ now: new Date("2026-11-20T00:08:00Z"), shouldAdvanceTime: false });
  const state = fakeServer(change);
  renderPiece(<Notebook />);
  await wait(10);
  return state;
}

const kept = (state: Awaited<ReturnType<typeof open>>) => state.drafts.get("note/1")?.content;
const puts = (state: Awaited<ReturnType<typeof open>>) => state.log.filter((line) => line.startsWith("PUT")).length;

test("whether there is an earlier draft is asked of the list: nothing is missing, and no console says so", async () => {
  const state = await open();
  expect(state.log.filter((line) => line.includes("/drafts"))).toEqual(["GET /api/v1/drafts"]);
});

test("what was written of another record is offered nowhere else, whatever the list brings", async () => {
  const draft = (record: string, content: string) => ({ form: "note", record, content, version: 1, updated_at: "2026-11-20T00:00:00Z" });
  const listed = () => json({ items: [draft("2", "de otra persona"), draft("1", "de esta")] });
  await open((fresh) => fresh.instead.set("GET /api/v1/drafts", listed));
  expect(screen.queryByText(/de otra persona/)).toBeNull();
  await act(async () => screen.getByRole("button", { name: "Recuperarlo" }).click());
  expect(field().value).toBe("de esta");
});

describe("autosave", () => {
  test("waits for a pause of 800 ms, then says when", async () => {
    const state = await open();
    write("hola");
    await wait(790);
    expect(puts(state)).toBe(0);
    await wait(20);
    expect(kept(state)).toBe("hola");
    expect(screen.getByText(/^Borrador guardado \d\d:\d\d$/)).toBeTruthy();
  });

  test("happens at once when leaving the field", async () => {
    const state = await open();
    write("hola");
    await act(async () => field().blur());
    await wait(10);
    expect(kept(state)).toBe("hola");
  });

  test("does not write what did not change", async () => {
    const state = await open();
    await act(async () => field().blur());
    await wait(5_000);
    expect(puts(state)).toBe(0);
  });
});

describe("when the server is away", () => {
  const away = () => {
    throw new TypeError("Failed to fetch");
  };
  test("the text stays, says so, is listed, and goes by itself later", async () => {
    const state = await open();
    write("no perder");
    state.next.push(away);
    await wait(810);
    expect(screen.getByText("No se envió. Su texto está guardado aquí.")).toBeTruthy();
    expect(field().value).toBe("no perder");
    expect(screen.getByTestId("unsent").textContent).toBe("Borrador de nota");
    await wait(2_010);
    expect(kept(state)).toBe("no perder");
    expect(screen.getByTestId("unsent").textContent).toBe("");
  });

  test("the browser asks before closing the page, and only then", async () => {
    const state = await open();
    const leaving = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    expect(leaving()).toBe(false);
    write("no perder");
    state.next.push(away);
    await wait(810);
    expect(leaving()).toBe(true);
    await wait(2_010);
    expect(leaving()).toBe(false);
  });

  test("a refusal is not repeated by itself", async () => {
    const state = await open();
    write("x");
    state.next.push(() => problem(413, "too_large"));
    await wait(810);
    expect(screen.getByText(/^No se pudo guardar el borrador/)).toBeTruthy();
    await wait(120_000);
    expect(puts(state)).toBe(1);
  });
});

describe("an earlier draft", () => {
  const earlier = (state: Parameters<NonNullable<Parameters<typeof fakeServer>[0]>>[0]) => {
    state.drafts.set("note/1", { content: "de ayer", version: 4, updated_at: "2026-11-19T00:00:00Z" });
  };
  test("is offered, never put back silently, and not overwritten meanwhile", async () => {
    const state = await open(earlier);
    expect(field().value).toBe("");
    write("nuevo");
    await wait(5_000);
    expect(kept(state)).toBe("de ayer");
    expect(screen.getByText("Sin guardar: diga primero qué hacer con el borrador anterior.")).toBeTruthy();
  });
  test("is put back when asked for", async () => {
    await open(earlier);
    await act(async () => screen.getByRole("button", { name: "Recuperarlo" }).click());
    expect(field().value).toBe("de ayer");
    expect(screen.queryByRole("button", { name: "Recuperarlo" })).toBeNull();
  });
  test("is gone when discarded, and what is new is kept", async () => {
    const state = await open(earlier);
    write("nuevo");
    await act(async () => screen.getByRole("button", { name: "Descartarlo" }).click());
    await wait(900);
    expect(kept(state)).toBe("nuevo");
  });
});

describe("two texts at once", () => {
  async function conflict() {
    const state = await open();
    write("mío");
    state.drafts.set("note/1", { content: "ajeno", version: 7, updated_at: "2026-11-20T00:07:00Z" });
    await wait(810);
    return state;
  }
  test("both are shown and neither is lost", async () => {
    const state = await conflict();
    expect(screen.getByText("Otra persona cambió esta nota. Compare las dos antes de guardar.")).toBeTruthy();
    expect(screen.getByText("ajeno")).toBeTruthy();
    expect(screen.getByText("mío")).toBeTruthy();
    await wait(60_000);
    expect(kept(state)).toBe("ajeno");
    expect(field().value).toBe("mío");
  });
  test("mine is kept over the one that was compared", async () => {
    const state = await conflict();
    await act(async () => screen.getByRole("button", { name: "Dejar la mía" }).click());
    await wait(900);
    expect(kept(state)).toBe("mío");
  });
  test("theirs is taken", async () => {
    await conflict();
    await act(async () => screen.getByRole("button", { name: "Usar la guardada" }).click());
    expect(field().value).toBe("ajeno");
  });
});

test("once the record is written the draft is dropped", async () => {
  const state = await open();
  write("hola");
  await wait(900);
  await act(async () => screen.getByRole("button", { name: "Guardar" }).click());
  await wait(10);
  expect(state.drafts.size).toBe(0);
});
