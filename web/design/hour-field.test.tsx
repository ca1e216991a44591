import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { objections, renderPiece } from "@/tests/pages";
import { Field } from "./field";
import { HourField } from "./hour-field";

const user = userEvent.setup();
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Hora" });
const said = () => document.querySelector(".field__error")?.textContent ?? "";

function Form({ onSend = () => undefined, midnight = false }: { onSend?: (hour: string) => void; midnight?: boolean }) {
  const [hour, setHour] = useState("");
  const [next, setNext] = useState("");
  return (
    <form onSubmit={(event) => { event.preventDefault(); onSend(hour); }}>
      <HourField name="hour" label="Hora" value={hour} onChange={setHour} midnight={midnight} />
      <Field name="next" label="Otro" value={next} onChange={setNext} />
      <button>Enviar</button>
      <output>{hour}</output>
    </form>
  );
}

describe("an hour", () => {
  test("is what was typed while it is written, and stands as it is kept once it is left", async () => {
    const { container } = renderPiece(<Form />);
    await user.type(field(), "2");
    expect([field().value, container.querySelector("output")?.textContent]).toEqual(["2", "2"]);
    await user.type(field(), "1");
    expect(field().value).toBe("21");
    await user.type(field(), "05");
    expect([field().value, said()]).toEqual(["2105", ""]);
    await user.tab();
    expect(field().value).toBe("21:05");
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Otro" }));
    expect(await objections(container)).toEqual([]);
  });

  test("that does not exist is said at the field, once it is left, and what was typed stays", async () => {
    renderPiece(<Form />);
    await user.type(field(), "25:00");
    expect(said()).toBe("");
    await user.tab();
    expect(field().value).toBe("25:00");
    expect(said()).toBe("Esa hora no existe. Escriba hora y minutos, de 00:00 a 23:59: 16:30.");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    await user.clear(field());
    await user.type(field(), "9");
    expect(said()).toBe("");
    await user.tab();
    expect(field().value).toBe("09:00");
  });

  test("of three digits is not guessed: how to write it is said", async () => {
    renderPiece(<Form />);
    await user.type(field(), "930");
    expect(said()).toBe("");
    await user.tab();
    expect([field().value, said()]).toEqual(["930", "Escriba 9:30 o 0930."]);
    await user.clear(field());
    await user.type(field(), "975");
    await user.tab();
    expect(said()).toContain("Esa hora no existe.");
  });

  test("goes with Enter as it is kept", async () => {
    const send = vi.fn();
    renderPiece(<Form onSend={send} />);
    await user.type(field(), "930{Backspace}{Backspace}{Backspace}9.30{Enter}");
    expect(send).toHaveBeenCalledWith("09:30");
    expect(field().value).toBe("09:30");
  });

  test("may be 24:00 only where a day ends", async () => {
    const { unmount } = renderPiece(<Form />);
    await user.type(field(), "24:00");
    await user.tab();
    expect(said()).toContain("23:59");
    unmount();
    renderPiece(<Form midnight />);
    await user.type(field(), "24");
    await user.tab();
    expect([field().value, said()]).toEqual(["24:00", ""]);
  });
});
