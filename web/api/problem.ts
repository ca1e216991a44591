// How the server says no (RFC 9457), and how its silence looks from here.

export interface FieldProblem {
  /** JSON Pointer into the body that was sent: "/safe_contact/hours/0/from". */
  pointer: string;
  code: string;
  message: string;
}

/** `refused`: the server understood and said no. `broken`: it failed. `unreachable`: no answer came, the text is still here. */
export type ProblemKind = "refused" | "broken" | "unreachable";

export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  /** Stable word for programs: "bad_credentials", "changed_meanwhile"… */
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  /** What to quote when asking for help. */
  readonly requestId: string | undefined;

  constructor(kind: ProblemKind, status: number, code: string, message: string, fields: readonly FieldProblem[] = [], requestId?: string) {
    super(message);
    this.name = "Problem";
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.requestId = requestId;
  }

  /** True when sending the same thing again may work. */
  get worthRetrying(): boolean {
    return this.kind !== "refused";
  }
}

export const unreachable = (): Problem => new Problem("unreachable", 0, "unreachable", "");

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.map(record).map((field) => ({ pointer: text(field["pointer"]), code: text(field["code"]), message: text(field["message"]) }));
}

/** Reads a refusal from whatever came back: our problem+json, or a proxy's page that is not ours. */
export function problemFrom(status: number, body: unknown): Problem {
  const said = record(body);
  const kind: ProblemKind = status >= 500 ? "broken" : "refused";
  const message = text(said["detail"]) || text(said["title"]);
  return new Problem(kind, status, text(said["code"]) || `http_${status}`, message, fieldProblems(said["errors"]), text(said["request_id"]) || undefined);
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem("broken", 0, "unexpected", "");

/** Everything the server said of this refusal: of each field, or else of the whole. */
export const saidIn = (problem: Problem): string => problem.fields.map(({ message }) => message).filter(Boolean).join(" ") || problem.message;

/** The messages for one field, "" when it is fine. Also answers for what hangs below it: "/hours" hears "/hours/0/from". */
export const messageFor = (problem: Problem | null, pointer: string): string => messageOf(problem?.fields ?? [], pointer);

export function messageOf(fields: readonly FieldProblem[], pointer: string): string {
  return fields
    .filter((field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`))
    .map((field) => field.message)
    .join(" ");
}
