// The server's own description of itself (OpenAPI 3.1), read once; and whether an answer is what it says.
import { house } from "./call.ts";

export interface Shape {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  additionalProperties?: Shape | boolean;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

export interface Operation {
  "x-permission"?: string;
  security?: unknown[];
  parameters: { name: string; in: string; required?: boolean; schema: Shape }[];
  requestBody?: { content: Record<string, { schema: Shape }> };
  responses: Record<string, { content?: Record<string, { schema?: Shape }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Shape> };
}

const described = (await (await fetch(`${house.address}/api/openapi.json`)).json()) as Document;

/** By "GET /api/v1/people/{id}". */
export const operations = new Map<string, Operation>(
  Object.entries(described.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const)),
);

export function operationOf(route: string): Operation {
  const operation = operations.get(route);
  if (!operation) throw new Error(`${route} is not in the API's description`);
  return operation;
}

export const isOpen = (operation: Operation): boolean => operation.security?.length === 0;
export const successOf = (operation: Operation): number => Number(Object.keys(operation.responses).find((status) => status.startsWith("2")));
export const bodyShape = (operation: Operation): Shape | undefined => operation.requestBody?.content["application/json"]?.schema;

export function resolve(shape: Shape): Shape {
  if (!shape.$ref) return shape;
  const named = described.components.schemas[shape.$ref.split("/").at(-1) ?? ""];
  if (!named) throw new Error(`${shape.$ref} is not described`);
  return resolve(named);
}

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};

function misfitsOfText(text: string, shape: Shape): string | undefined {
  if (shape.format && formats[shape.format] && !formats[shape.format]?.test(text)) return `is no ${shape.format}`;
  if (shape.pattern && !new RegExp(shape.pattern, "u").test(text)) return `does not match ${shape.pattern}`;
  return undefined;
}

function misfitsOfObject(value: Record<string, unknown>, shape: Shape, at: string): string[] {
  const missing = (shape.required ?? []).filter((name) => !(name in value)).map((name) => `${at}/${name} is missing`);
  const others = Object.entries(value).flatMap(([name, inner]) => {
    const known = shape.properties?.[name] ?? (typeof shape.additionalProperties === "object" ? shape.additionalProperties : undefined);
    if (known) return misfits(inner, known, `${at}/${name}`);
    return shape.properties ? [`${at}/${name} is not described`] : [];
  });
  return [...missing, ...others];
}

/** Where a value is not what the description says; empty if it is. */
export function misfits(value: unknown, given: Shape, at = ""): string[] {
  const shape = resolve(given);
  if (shape.anyOf) {
    const tries = shape.anyOf.map((one) => misfits(value, one, at));
    return tries.some((one) => one.length === 0) ? [] : (tries[0] ?? []);
  }
  if (shape.enum) return shape.enum.includes(value) ? [] : [`${at} is ${JSON.stringify(value)}, not one of ${shape.enum.join(", ")}`];
  if (!shape.type) return [];
  const kind = kindOf(value);
  if (kind !== shape.type && !(shape.type === "integer" && Number.isInteger(value))) return [`${at} is ${kind}, not ${shape.type}`];
  if (Array.isArray(value)) return shape.items ? value.flatMap((item, i) => misfits(item, shape.items as Shape, `${at}/${i}`)) : [];
  if (kind === "object") return misfitsOfObject(value as Record<string, unknown>, shape, at);
  const wrong = typeof value === "string" ? misfitsOfText(value, shape) : undefined;
  return wrong ? [`${at} ${wrong}`] : [];
}
