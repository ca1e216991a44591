// What somebody pasted or brought in a file, if it is what it should be. Pure.
import { isObject } from "@/forms/answer-check";
import type { Answer, Answers } from "@/forms/condition";
import type { Definition } from "@/forms/definition";
import type { Sample } from "./forms-data";

export const k_most_samples = 20;

function parsed(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}

/** Only whether it can be looked at: the server says what is wrong inside. */
export function readDefinition(text: string): Definition | undefined {
  const read = parsed(text);
  return isObject(read) ? (read as unknown as Definition) : undefined;
}

function asSample(one: Answer): Sample | undefined {
  if (!isObject(one)) return undefined;
  const { answers, record } = one;
  if (answers === undefined) return { answers: one, record: {} };
  return isObject(answers) ? { answers, record: isObject(record) ? record : {} } : undefined;
}

/** One set of answers or a list of them, each bare or as `{"answers": …, "record": …}`. One place is left for what is filled in. */
export function readSamples(text: string): Sample[] | undefined {
  const read = parsed(text);
  if (read === undefined) return undefined;
  const list: readonly Answer[] = Array.isArray(read) ? (read as readonly Answer[]) : [read];
  const samples = list.map(asSample);
  return samples.length < k_most_samples && samples.every((one): one is Sample => one !== undefined) ? samples : undefined;
}

export const isFilled = ({ answers, record }: Sample): boolean => Object.keys(answers as Answers).length + Object.keys(record).length > 0;
