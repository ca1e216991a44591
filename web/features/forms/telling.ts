// Changes, conditions and stages in plain words.
import type { Condition, Scalar } from "@/forms/condition";
import type { Definition } from "@/forms/definition";
import { locales } from "@/words/book";
import { useLanguage, useWords } from "@/words/say";
import { placeOf } from "./names";
import type { RuleChange } from "./rules";
import { formWords } from "./words";

type Named = (id: string) => { name: string; option: (code: Scalar) => string };

/** A condition as somebody would say it: "«Riesgo» es «Alto»". */
export function useConditionTold(): (condition: Condition, named: Named) => string {
  const say = useWords(formWords);
  const locale = locales[useLanguage()];
  const listed = (type: "conjunction" | "disjunction", parts: string[]) => new Intl.ListFormat(locale, { type }).format(parts);
  const tell = (condition: Condition, named: Named): string => {
    switch (condition.op) {
      case "and": return listed("conjunction", condition.of.map((part) => tell(part, named)));
      case "or": return listed("disjunction", condition.of.map((part) => tell(part, named)));
      case "not": return say("condition.not", { what: listed("conjunction", condition.of.map((part) => tell(part, named))) });
      case "in": {
        const { name, option } = named(condition.field);
        return say("condition.in", { name, values: listed("disjunction", condition.values.map((value) => say("quoted", { text: option(value) }))) });
      }
      default: {
        const { name, option } = named(condition.field);
        return typeof condition.value === "boolean" ? say(condition.value ? "condition.yes" : "condition.no", { name }) : say(`condition.${condition.op}`, { name, value: option(condition.value) });
      }
    }
  };
  return tell;
}

export function useStageTold(): (stage: string) => string {
  const say = useWords(formWords);
  return (stage) => (stage === "open" || stage === "closed" ? say(`stage.${stage}`) : say("stage.other", { stage }));
}

export function useRuleTold(definitions: readonly Definition[]): (change: RuleChange) => string {
  const say = useWords(formWords);
  const language = useLanguage();
  const conditionTold = useConditionTold();
  const stageTold = useStageTold();
  const named: Named = (id) => ({ name: placeOf(id, definitions, language).name, option: (code) => placeOf(`${id}:${String(code)}`, definitions, language).option });
  return (change) => {
    switch (change.kind) {
      case "required": return say("rule.required", { stage: stageTold(change.stage) });
      case "asked_if":
      case "required_if": return say(`rule.${change.kind}`, { what: conditionTold(change.condition, named) });
      case "data_class": return say("rule.data_class", { from: change.from, to: change.to });
      default: return say(`rule.${change.kind}`);
    }
  };
}
