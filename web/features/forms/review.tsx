// A version before it is asked of anybody: what it changes, tried with made-up answers, and then kept or published.
import { useEffect, useRef, useState } from "react";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { Sheet } from "@/design/sheet";
import { useSettled } from "@/design/settled";
import { Trouble } from "@/design/trouble";
import { useLanguage, useWords } from "@/words/say";
import { ChangesList } from "./changes-list";
import { Comparison } from "./comparison";
import { useDefinition, useReport, type Reviewed, type Sample, type Version } from "./forms-data";
import { Decide } from "./decide";
import { PastedSamples } from "./pasted-samples";
import { isFilled } from "./read-json";
import { TryForm } from "./try-form";
import { formWords } from "./words";

interface ReviewProps {
  reviewed: Reviewed;
  versions: readonly Version[];
  onDone: (words: string) => void;
  onClose: () => void;
}

const nothing: Sample = { answers: {}, record: {} };

export function Review({ reviewed, versions, onDone, onClose }: ReviewProps) {
  const say = useWords(formWords);
  const language = useLanguage();
  const { definition } = reviewed;
  const [sample, setSample] = useState(nothing);
  const [pasted, setPasted] = useState<readonly Sample[]>([]);
  const tried = useSettled(sample);
  const report = useReport(reviewed, [tried, ...pasted]);
  const before = useDefinition(definition.form, report.data?.in_force).data;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="forms forms--review">
      <Sheet labelledBy="review-title" look="column">
        <p>
          <Button weight="word" onPress={onClose}>{say("review.back")}</Button>
        </p>
        <h1 id="review-title" ref={title} tabIndex={-1}>{say("review.title", { title: definition.title[language], version: definition.version })}</h1>
        <Busy waiting={report.isPending} />
        {report.isError && <Trouble problem={report.error} onRetry={() => void report.refetch()} />}
        {report.data && before && (
          <section className="section" aria-labelledby="changes-title">
            <h2 id="changes-title">{say("changes.title", { version: report.data.in_force, count: report.data.changes.length })}</h2>
            <ChangesList changes={report.data.changes} before={before} after={definition} />
          </section>
        )}
        <section className="section" aria-labelledby="try-title">
          <div className="titled">
            <h2 id="try-title">{say("try.title")}</h2>
            {isFilled(sample) && <Button size="tight" weight="word" onPress={() => setSample(nothing)}>{say("try.clear")}</Button>}
          </div>
          <p className="aside-text">{say("try.lead")}</p>
          <TryForm definition={definition} sample={sample} onChange={setSample} />
        </section>
      </Sheet>
      <aside className="forms__aside">
        <Decide reviewed={reviewed} versions={versions} onDone={onDone} />
        <section aria-labelledby="result-title">
          <h2 id="result-title">{say("result.title")}</h2>
          <Busy waiting={report.isPlaceholderData} />
          {report.data && before && report.data.samples.map((one, at) => (
            <Comparison key={at} sample={one} definitions={[definition, before]} title={at > 0 ? say("result.pasted", { number: at }) : say(isFilled(tried) ? "result.yours" : "result.empty")} />
          ))}
          <PastedSamples onSamples={setPasted} />
        </section>
      </aside>
    </div>
  );
}
