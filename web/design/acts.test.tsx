import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act, useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { renderPiece } from "@/tests/pages";
import { Button } from "./button";
import { Dialog, Irreversible } from "./dialog";
import { useUndo, useUndoAs } from "./undo-bar";

describe("Dialog", () => {
  test("repeats the consequence, and its button is the verb", async () => {
    const user = userEvent.setup();
    const shut = vi.fn();
    const close = vi.fn();
    renderPiece(<Irreversible open title="Cerrar la hebra" consequence="Nadie podrá escribir en ella." verb="Cerrar la hebra" onDo={shut} onClose={close} />);
    const dialog = screen.getByRole("dialog", { name: "Cerrar la hebra" });
    expect(dialog.textContent).toContain("Nadie podrá escribir en ella.");
    await user.click(within(dialog).getByRole("button", { name: "Cerrar la hebra" }));
    expect(shut).toHaveBeenCalledOnce();
    await user.keyboard("{Escape}");
    expect(close).toHaveBeenCalledOnce();
  });
  test("one that must be answered does not close with Escape", async () => {
    const user = userEvent.setup();
    renderPiece(<Dialog open title="Su sesión terminó"><Button>Entrar</Button></Dialog>);
    await user.keyboard("{Escape}");
    expect(screen.getByRole("dialog")).toBeTruthy();
  });
});

describe("undo", () => {
  function Told({ send, undo }: { send: () => Promise<unknown>; undo: () => void }) {
    const offer = useUndo();
    return <Button onPress={() => offer({ done: "Por avisar.", undo, send, failed: "No se pudo avisar." })}>Avisar</Button>;
  }
  test("what others would feel is done once, when nobody took it back in time or the page is left", () => {
    vi.useFakeTimers();
    const [send, undo] = [vi.fn(() => Promise.resolve()), vi.fn()];
    renderPiece(<Told send={send} undo={undo} />);
    const tell = () => act(() => screen.getByRole("button", { name: "Avisar" }).click());
    tell();
    act(() => vi.advanceTimersByTime(9_999));
    expect(send).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(1));
    expect(send).toHaveBeenCalledTimes(1);
    tell();
    act(() => screen.getByRole("button", { name: "Deshacer" }).click());
    act(() => vi.advanceTimersByTime(20_000));
    expect([send.mock.calls.length, undo.mock.calls.length]).toEqual([1, 1]);
    tell();
    tell();
    expect(send).toHaveBeenCalledTimes(2);
    act(() => { window.dispatchEvent(new Event("pagehide")); });
    act(() => vi.advanceTimersByTime(20_000));
    expect(send).toHaveBeenCalledTimes(3);
    expect(undo).toHaveBeenCalledTimes(1);
  });
  test("what could not be sent is said, wherever one is by then, until it was read", async () => {
    vi.useFakeTimers();
    renderPiece(<Told send={() => Promise.reject(new Error("503"))} undo={() => undefined} />);
    act(() => screen.getByRole("button", { name: "Avisar" }).click());
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.getByRole("alert").textContent).toContain("No se pudo avisar.");
    act(() => screen.getByRole("button", { name: "Entendido" }).click());
    expect(screen.queryByRole("alert")).toBeNull();
  });
  test("what failed is read by whoever did it, also when somebody else was at the computer meanwhile", async () => {
    vi.useFakeTimers();
    function AsUser({ user }: { user: string }) {
      useUndoAs(user);
      return <Told send={() => Promise.reject(new Error("503"))} undo={() => undefined} />;
    }
    function Computer() {
      const [user, setUser] = useState("antonia");
      return (
        <>
          <AsUser user={user} />
          <Button onPress={() => setUser(user === "antonia" ? "marisol" : "antonia")}>Cambiar</Button>
        </>
      );
    }
    renderPiece(<Computer />);
    const press = (name: string) => act(() => screen.getByRole("button", { name }).click());
    press("Avisar");
    press("Cambiar");
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(screen.queryByRole("alert")).toBeNull();
    press("Cambiar");
    expect(screen.getByRole("alert").textContent).toContain("No se pudo avisar.");
  });
  test("what failed is not forgotten when something else is done before it was read; each is read by itself", async () => {
    vi.useFakeTimers();
    function Many() {
      const offer = useUndo();
      const tell = (name: string) => () => offer({ done: `${name} por avisar.`, undo: () => undefined, send: () => Promise.reject(new Error("503")), failed: `${name} no se avisó.` });
      return ["Uno", "Dos"].map((name) => <Button key={name} onPress={tell(name)}>{name}</Button>);
    }
    renderPiece(<Many />);
    const failures = () => screen.queryAllByRole("alert").map(({ textContent }) => textContent.replace("Entendido", ""));
    act(() => screen.getByRole("button", { name: "Uno" }).click());
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    act(() => screen.getByRole("button", { name: "Dos" }).click());
    expect(failures()).toEqual(["Uno no se avisó."]);
    expect(screen.getByText("Dos por avisar.")).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(failures()).toEqual(["Uno no se avisó.", "Dos no se avisó."]);
    act(() => screen.getAllByRole("button", { name: "Entendido" })[0]?.click());
    expect(failures()).toEqual(["Dos no se avisó."]);
  });
  function Removable() {
    const offer = useUndo();
    const [rows, setRows] = useState(["Teléfono"]);
    const remove = () => {
      setRows([]);
      offer({ done: "Quitado.", undo: () => setRows(["Teléfono"]) });
    };
    return <>{rows.join()}<Button onPress={remove}>Quitar</Button></>;
  }
  test("takes it back", async () => {
    const user = userEvent.setup();
    const { container } = renderPiece(<Removable />);
    await user.click(screen.getByRole("button", { name: "Quitar" }));
    expect(container.textContent).not.toContain("Teléfono");
    await user.click(screen.getByRole("button", { name: "Deshacer" }));
    expect(container.textContent).toContain("Teléfono");
    expect(screen.queryByRole("button", { name: "Deshacer" })).toBeNull();
  });
  test("lasts ten seconds", () => {
    vi.useFakeTimers();
    renderPiece(<Removable />);
    act(() => screen.getByRole("button", { name: "Quitar" }).click());
    act(() => vi.advanceTimersByTime(9_999));
    expect(screen.getByRole("button", { name: "Deshacer" })).toBeTruthy();
    act(() => vi.advanceTimersByTime(1));
    expect(screen.queryByRole("button", { name: "Deshacer" })).toBeNull();
  });
});
