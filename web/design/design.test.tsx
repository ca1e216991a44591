import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import { describe, expect, test, vi } from "vitest";
import { Problem } from "@/api/problem";
import { fakeServer, objections, renderPiece } from "@/tests/pages";
import { Announcer } from "./announce";
import { Busy } from "./busy";
import { Button, ButtonLink, TextLink } from "./button";
import { Checkbox } from "./checkbox";
import { Clock } from "./clock";
import { ComboBox } from "./combo-box";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";
import { KnotMark, knotShapes } from "./knot";
import { Note } from "./note";
import { RadioRows } from "./radio-rows";
import { Row, Rows } from "./rows";
import { SectorMark, type Sector } from "./sector-mark";
import { Select } from "./select";
import { Sheet } from "./sheet";
import { Trouble } from "./trouble";
import { WordTabs } from "./word-tabs";
import { Loop } from "./yarn";

const nothing = () => undefined;
const sectors: readonly Sector[] = ["helpline", "health", "childhood", "education", "justice", "municipal", "gender", "community"];
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const refusal = new Problem("refused", 422, "invalid", "Hay datos que corregir.");

function Everything() {
  return (
    <Sheet labelledBy="all">
      <h1 id="all">Todo</h1>
      <Button weight="first">Guardar</Button>
      <Button disabled>Borrar</Button>
      <ButtonLink to="/">Inicio</ButtonLink>
      <TextLink to="/">Ver</TextLink>
      <Field name="alias" label="Cómo le dicen" value="" onChange={nothing} optional hint="Un nombre" />
      <Field name="run" label="RUN" value="1" onChange={nothing} error="No calza." />
      <Field name="clave" type="password" label="Clave" value="" onChange={nothing} />
      <Field name="nota" lines label="Nota" value="" onChange={nothing} />
      <Select name="medio" label="Medio" value="a" onChange={nothing} options={[{ value: "a", label: "Chat" }]} />
      <ComboBox name="comuna" label="Comuna" value={null} onChange={nothing} options={[{ value: "13120", label: "Ñuñoa", note: "Metropolitana" }]} />
      <Checkbox checked onChange={nothing}>Equipo compartido</Checkbox>
      <RadioRows name="r" label="Cuánto" value="a" onChange={nothing} choices={[{ value: "a", title: "Anónima" }, { value: "b", title: "Con RUN", note: "sin cupo", disabled: true }]} />
      <Rows title="Vencen pronto" aside="hasta las 23:00">
        <Row title="Seguimiento" note="HB-7K2M" drawing={<Loop />} clock={<Clock dueAt={later(48)} what="Seguimiento" />} acts={<Button>Abrir</Button>} />
      </Rows>
      {sectors.map((sector) => <SectorMark key={sector} sector={sector} />)}
      {knotShapes.map((shape) => <KnotMark key={shape} shape={shape} hue="health" />)}
      <ErrorSummary problem={refusal} fields={[{ name: "run", label: "RUN", message: "No calza." }]} />
      <Note tone="look">Puede ser la misma persona</Note>
      <WordTabs label="De Martina" tabs={[{ to: "/a", label: "Lista", current: true }, { to: "/b", label: "Persona", current: false }]} />
      <EmptyState truth="Ninguna hebra suelta." />
      <Trouble problem={new Problem("unreachable", 0, "unreachable", "")} onRetry={nothing} />
      <Busy waiting />
    </Sheet>
  );
}

test("everything together gives axe nothing to object to", async () => {
  fakeServer();
  const { container } = renderPiece(<Everything />);
  expect(await objections(container)).toEqual([]);
});

describe("Field", () => {
  test("says it is optional beside its label, and its error is tied to the input", () => {
    renderPiece(<Everything />);
    expect(screen.getByRole("textbox", { name: "Cómo le dicen si quiere" })).toHaveProperty("required", false);
    const run = screen.getByRole("textbox", { name: "RUN" });
    expect(run.getAttribute("aria-invalid")).toBe("true");
    const described = run.getAttribute("aria-describedby")?.split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(described).toContain("No calza.");
    expect(document.querySelector("[placeholder]")).toBeNull();
  });
  test("a password can be seen, and pasted", async () => {
    const user = userEvent.setup();
    const change = vi.fn();
    renderPiece(<Field name="clave" type="password" label="Clave" value="" onChange={change} />);
    const input = screen.getByLabelText("Clave");
    await user.click(input);
    await user.paste("una frase larga");
    expect(change).toHaveBeenCalledWith("una frase larga");
    await user.click(screen.getByRole("button", { name: "Mostrar" }));
    expect(screen.getByLabelText("Clave")).toHaveProperty("type", "text");
    expect(screen.getByRole("button", { name: "Ocultar" })).toBeTruthy();
  });
});

describe("ErrorSummary", () => {
  test("takes the focus, and leads to what must be corrected", async () => {
    const user = userEvent.setup();
    renderPiece(<Everything />);
    expect(document.activeElement).toBe(screen.getByRole("alert"));
    expect(screen.getByText("Falta corregir 1 dato")).toBeTruthy();
    await user.click(within(screen.getByRole("alert")).getByRole("link", { name: "RUN" }));
    expect(document.activeElement).toBe(document.getElementById("run"));
  });
  test("what the server said of a field that the page has no place for is told in its own words", () => {
    const at = (pointer: string, message: string) => ({ pointer, code: "wrong", message });
    const problem = new Problem("refused", 422, "invalid", "Hay datos que corregir.", [at("/run", "No calza."), at("/alias", "No calza."), at("/note", "La nota es muy larga.")]);
    renderPiece(<ErrorSummary problem={problem} fields={[{ name: "run", label: "RUN", message: "No calza." }]} />);
    expect(screen.getByText("Falta corregir 3 datos")).toBeTruthy();
    expect(screen.getAllByRole("listitem").map((line) => line.textContent)).toEqual(["RUN: No calza.", "No calza.", "La nota es muy larga."]);
  });
  test("quotes the request when our side failed", () => {
    renderPiece(<ErrorSummary problem={new Problem("broken", 500, "http_500", "", [], "r-9")} />);
    expect(screen.getByRole("alert").textContent).toContain("r-9");
  });
});

test("ComboBox finds without accents, and gives back the code", async () => {
  const user = userEvent.setup();
  const change = vi.fn();
  renderPiece(<ComboBox name="comuna" label="Comuna" value={null} onChange={change} options={[{ value: "13120", label: "Ñuñoa" }, { value: "13101", label: "Santiago" }]} />);
  await user.type(screen.getByRole("combobox"), "nunoa");
  expect(screen.getAllByRole("option")).toHaveLength(1);
  await user.click(screen.getByRole("option", { name: "Ñuñoa" }));
  expect(change).toHaveBeenLastCalledWith("13120");
});

describe("Button", () => {
  test("waiting, it does nothing, keeps the focus, and says so after 400 ms", () => {
    vi.useFakeTimers();
    const press = vi.fn();
    renderPiece(<Button pending onPress={press}>Guardar</Button>);
    const button = screen.getByRole("button");
    button.focus();
    act(() => button.click());
    expect(press).not.toHaveBeenCalled();
    expect(button.textContent).toBe("Guardar");
    act(() => vi.advanceTimersByTime(400));
    expect(button.textContent).toBe("Enviando…");
    expect(document.activeElement).toBe(button);
  });
});

test("Busy is silent for 400 ms", () => {
  vi.useFakeTimers();
  renderPiece(<Busy waiting />);
  act(() => vi.advanceTimersByTime(399));
  expect(screen.queryByText("Buscando…")).toBeNull();
  act(() => vi.advanceTimersByTime(1));
  expect(screen.getByText("Buscando…")).toBeTruthy();
});

test("a clock is heard when it passes to another band, not before and not at each minute", () => {
  vi.useFakeTimers({ now: new Date("2026-11-20T00:00:00Z") });
  const { container } = render(
    <Announcer>
      <Clock dueAt="2026-11-20T02:01:00Z" what="Seguimiento" />
    </Announcer>,
  );
  const heard = () => screen.getByRole("status").textContent;
  expect(container.textContent).toContain("Quedan 2 h 1 min");
  expect(heard()).toBe("");
  act(() => vi.advanceTimersByTime(75_000));
  expect(container.textContent).toContain("Quedan 1 h 59 min");
  expect(heard()).toBe("Seguimiento: quedan menos de dos horas");
  act(() => vi.advanceTimersByTime(2 * 3_600_000));
  expect(heard()).toBe("Seguimiento: quedó suelta");
});
