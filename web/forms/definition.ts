// A form as the server sends it (src/core/forms/definition.hpp).
import type { Condition } from "./condition.ts";

export interface Label {
  es: string;
  en: string;
}

export interface Option {
  code: string;
  label: Label;
  disabled?: boolean;
}

export type FieldType = "text" | "long_text" | "integer" | "number" | "boolean" | "date" | "choice" | "choices" | "group";

export interface Field {
  id: string;
  type: FieldType;
  label: Label;
  help?: Label;
  data_class: number;
  offline_allowed: boolean;
  printable: boolean;
  source?: string;
  reporting_code?: string;
  required_at?: string;
  required_when?: Condition;
  shown_when?: Condition;
  /** The answer is the record's own member of this name, not among `answers`. */
  of_record?: boolean;
  in_their_words?: boolean;
  least?: number;
  most?: number;
  options?: Option[];
  fields?: Field[];
  amendable?: boolean;
}

export interface Section {
  id: string;
  label: Label;
  help?: Label;
  source?: string;
  fields: Field[];
}

export interface Term {
  field: string;
  points?: Record<string, number>;
  weight?: number;
}

export interface ScoreRule {
  id: string;
  version: number;
  label: Label;
  needs_all: boolean;
  terms: Term[];
}

export interface Definition {
  form: string;
  version: string;
  status: "draft" | "published" | "retired";
  effective_from: string;
  title: Label;
  stages: string[];
  sources: { id: string; title: string }[];
  sections: Section[];
  lenses?: { id: string; label: Label; question: Label }[];
  scores?: ScoreRule[];
}

export const fieldsOf = (definition: Definition): Field[] => definition.sections.flatMap((section) => section.fields);
