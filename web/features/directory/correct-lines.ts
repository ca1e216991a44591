// A correction in words, a line a datum, to read two of them side by side.
import { useComunaName } from "@/features/people/people";
import { useWords } from "@/words/say";
import type { CorrectionForm } from "./correct";
import { useLanguageName, useRegionName, useTopicName } from "./directory";
import { hoursInWords, scheduleOf } from "./hours";
import { readAge } from "./question";
import { ageInWords } from "./service-view";
import { directoryWords } from "./words";

const k_no_hours = { hours: "unknown", openings: [], on_holidays: "unknown", holiday_hours: [], special_days: [], place: {} } as const;

export function useCorrectionLines(): (form: CorrectionForm) => string[] {
  const say = useWords(directoryWords);
  const topicName = useTopicName();
  const languageName = useLanguageName();
  const regionName = useRegionName();
  const comunaName = useComunaName();
  return (form) => {
    const [least, most] = [readAge(form.age_min), readAge(form.age_max)];
    const ages = { population: form.population, ...(typeof least === "number" ? { age_min: least } : {}), ...(typeof most === "number" ? { age_max: most } : {}) };
    const empty = { ...k_no_hours, openings: [], holiday_hours: [], special_days: [] };
    const places = [...form.regions.map(regionName), ...form.comunas.map(comunaName)].join(", ");
    const told: [string, string][] = [
      [say("six.name"), form.name],
      [say("new.kind"), say(`kind.${form.kind}`)],
      [say("correct.offered"), say(form.is_active ? "correct.offered.yes" : "correct.offered.no")],
      [say("six.channels"), form.channels.map(({ kind, contact }) => contact || say(`channel.${kind}`)).join(", ")],
      [say("six.topics"), form.topics.map(topicName).join(", ")],
      [say("six.age"), ageInWords(ages, say)],
      [say("six.hours"), [hoursInWords(scheduleOf(empty, form.hours, form.spans, form.on_holidays), say), say(`holidays.${form.on_holidays}`), form.hours_said].filter(Boolean).join("; ")],
      [say("six.entry"), [form.entry_requirements, form.required_documents.replaceAll("\n", "; "), say(`identity.${form.identity}`), say(`cost.${form.cost}`), form.is_confidential ? say("confidential") : ""].filter(Boolean).join("; ")],
      [say("six.reach"), form.reach === "places" ? places : say(`reach.${form.reach}`)],
      [say("new.places"), form.places],
      [say("correct.free"), form.places_free],
      [say("correct.waiting"), form.waiting_days],
      [say("six.languages"), form.languages.map(languageName).join(", ")],
      [say("six.access"), form.accessibility.map((one) => say(`access.${one}`)).join(", ")],
      [say("new.source"), [form.source, form.as_of].filter(Boolean).join(" · ")],
      [say("six.notes"), form.notes],
    ];
    return told.map(([name, text]) => `${name}: ${text || say("unknown")}`);
  };
}
