// What each underlined word of the question opens: the topic, the place, and the rest that may be asked.
import { Checkbox } from "@/design/checkbox";
import { ComboBox } from "@/design/combo-box";
import { Select } from "@/design/select";
import { useComunas } from "@/features/people/people";
import { useWords } from "@/words/say";
import { AreaChoice } from "./area-choice";
import { useLanguages, useRegions, useTopics } from "./directory";
import { channelKinds } from "./parts";
import type { Question } from "./question";
import { directoryWords } from "./words";

export interface ChoiceProps {
  question: Question;
  change: (part: Partial<Question>) => void;
}

const k_spanish = "es";

export function TopicChoice({ question, change }: ChoiceProps) {
  const say = useWords(directoryWords);
  const { data } = useTopics();
  const options = (data?.items ?? []).map((topic) => ({ value: topic.code, label: topic.name }));
  return <ComboBox name="topic" label={say("question.topic")} value={question.topic} onChange={(topic) => change({ topic })} options={options} optional />;
}

/** A comuna says its region; a region alone is asked where no comuna is known, and leaves only its comunas to choose. */
export function PlaceChoice({ question, change }: ChoiceProps) {
  const say = useWords(directoryWords);
  const { data } = useComunas();
  const regions = useRegions();
  const comunas = (data?.items ?? []).filter(({ region, cut }) => question.region === null || region === question.region || cut === question.comuna);
  return (
    <>
      <ComboBox
        name="comuna" label={say("question.comuna")} value={question.comuna} onChange={(comuna) => change(comuna === null ? { comuna } : { comuna, region: null })} optional
        options={comunas.map((comuna) => ({ value: comuna.cut, label: comuna.name, note: comuna.region_name }))}
      />
      {question.comuna === null && (
        <ComboBox name="region" label={say("question.region")} value={question.region} onChange={(region) => change({ region })} options={regions} hint={say("question.region_hint")} optional />
      )}
    </>
  );
}

export function MoreChoices({ question, change }: ChoiceProps) {
  const say = useWords(directoryWords);
  const languages = (useLanguages().data?.items ?? []).filter(({ code }) => code !== k_spanish);
  return (
    <>
      <AreaChoice label={say("question.area")} none={say("question.any_area")} area={question.area} onChange={(area) => change({ area })} />
      <Select
        name="channel" label={say("question.channel")} value={question.channel ?? "any"} optional
        onChange={(channel) => change({ channel: channel === "any" ? null : channel })}
        options={[{ value: "any" as const, label: say("question.any_way") }, ...channelKinds.map((kind) => ({ value: kind, label: say(`channel.${kind}`) }))]}
      />
      <ComboBox
        name="language" label={say("question.language")} value={question.language} onChange={(language) => change({ language })} hint={say("question.language_hint")} optional
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Checkbox checked={question.free} onChange={(free) => change({ free })}>
        {say("question.free")}
      </Checkbox>
      <Checkbox checked={question.anonymous} onChange={(anonymous) => change({ anonymous })}>
        {say("question.anonymous")}
      </Checkbox>
    </>
  );
}
