// What questions, options and scores are called, from the pointers of the server. Pure.
import { fieldsOf, type Definition, type Field } from "@/forms/definition";

export type Language = "es" | "en";

const fieldAt = (definitions: readonly Definition[], path: readonly string[]): Field | undefined => {
  for (const definition of definitions) {
    const field = fieldsOf(definition).find(({ id }) => id === path[0]);
    const inner = path.length > 1 ? field?.fields?.find(({ id }) => id === path[1]) : field;
    if (inner) return inner;
  }
  return undefined;
};

/** "plan_steps.owner", "topics:bullying" or "#load". */
export interface Place {
  field: Field | undefined;
  name: string;
  option: string;
}

export function placeOf(at: string, definitions: readonly Definition[], language: Language): Place {
  if (at.startsWith("#")) {
    const rule = definitions.flatMap(({ scores }) => scores ?? []).find(({ id }) => id === at.slice(1));
    return { field: undefined, name: rule?.label[language] ?? at.slice(1), option: "" };
  }
  const [path = "", code] = at.split(":");
  const parts = path.split(".");
  const labels = parts.map((_, i) => fieldAt(definitions, parts.slice(0, i + 1))?.label[language] ?? parts[i]);
  const field = fieldAt(definitions, parts);
  const option = code === undefined ? "" : (field?.options?.find((one) => one.code === code)?.label[language] ?? code);
  return { field, name: labels.join(", "), option };
}

/** "/answers/plan_steps/0/step", "/answers/topics/1" or "/risk". */
export function nameAt(pointer: string, definitions: readonly Definition[], language: Language): string {
  const parts = pointer.split("/").filter((part, i) => part !== "" && !(i === 1 && part === "answers"));
  const field = fieldAt(definitions, parts.slice(0, 1));
  if (!field) return parts.join(" ");
  const line = field.type === "group" && parts[1] !== undefined ? ` ${Number(parts[1]) + 1}` : "";
  const inner = parts[2] !== undefined ? fieldAt(definitions, [field.id, parts[2]]) : undefined;
  return `${field.label[language]}${line}${inner ? `, ${inner.label[language]}` : ""}`;
}

/** Where in a definition a refusal points: the question's label, or the pointer as it is. "/sections/0/fields/2/id", "/topics:bullying". */
export function whereIn(pointer: string, definition: Definition, language: Language): string {
  const [, section, , field, , inner] = /^\/sections\/(\d+)(\/fields\/(\d+)(\/fields\/(\d+))?)?/.exec(pointer) ?? [];
  if (section !== undefined) {
    const found = definition.sections[Number(section)];
    const question = field === undefined ? undefined : found?.fields[Number(field)];
    const label = (inner === undefined ? undefined : question?.fields?.[Number(inner)]?.label) ?? question?.label ?? found?.label;
    return label?.[language] ?? pointer;
  }
  const { field: named, name, option } = placeOf(pointer.slice(1), [definition], language);
  return named ? [name, option].filter(Boolean).join(": ") : pointer;
}
