// What is left beside the conversation: factors, risk, resources, the plan, the summary of both, and how it ends.
import { Yarn } from "@/design/yarn";
import { Knot } from "@/design/knot";
import { Field as WrittenField } from "@/design/field";
import { useMe } from "@/shell/session";
import type { Answers } from "@/forms/condition";
import { fieldsOf, type Definition, type Field } from "@/forms/definition";
import { isShown } from "@/forms/form";
import { useLanguage, useWords } from "@/words/say";
import { answersOf, recordOf, type OwnText } from "./write-up";
import type { Contact } from "./contacts";
import { Ending } from "./ending";
import { FactorLines, linesOfGroup } from "./factor-lines";
import { GroupLines } from "./group-lines";
import { moments } from "./moment-order";
import { Question } from "./question";
import { Risk } from "./risk";
import type { Writing } from "./use-write-up";
import { attentionWords } from "./words";

interface RestProps {
  contact: Contact;
  definition: Definition;
  writing: Writing;
}

/** Questions with a place of their own on the page; any other that an institution adds is asked under them, by its type. */
const placed = new Set<string>([...moments, "risk_factors", "protective_factors", "resources", "possibilities", "plan_steps"]);

export function Rest({ contact, definition, writing }: RestProps) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  const fields = fieldsOf(definition);
  const of = (id: string) => fields.find((field) => field.id === id);
  const kept = (id: string) => (contact.status === "closed" ? linesOfGroup(answersOf(contact)[id]).length : 0);
  const [worries, protects, plan] = [of("risk_factors"), of("protective_factors"), of("plan_steps")];
  const added = fields.filter((field) => !field.of_record && !placed.has(field.id) && isShown(field, { answers: writing.form.answers, outer: { answers: recordOf(writing.form) } }));
  const others = added.filter(({ type }) => type !== "group");
  return (
    <>
      <section className="contact__factors" aria-label={say("factors.title")}>
        {worries && <FactorLines field={worries} writing={writing} kept={kept("risk_factors")} mark="minus" />}
        {protects && <FactorLines field={protects} writing={writing} kept={kept("protective_factors")} mark="plus" />}
      </section>
      <Risk definition={definition} writing={writing} />
      {plan && (
        <section className="section" aria-labelledby="plan-title">
          <h2 className="titled" id="plan-title">
            {say("plan.title")} <span className="aside-text">{say("plan.note")}</span>
          </h2>
          <GroupLines field={plan} writing={writing} kept={kept("plan_steps")} drawing={(line) => <StepYarn line={line} />} addWord={say("plan.add")} />
        </section>
      )}
      <Others fields={[of("resources"), of("possibilities"), ...added.filter(({ type }) => type === "group")]} writing={writing} kept={kept} />
      {others.length > 0 && (
        <section className="section" aria-label={say("others.title")}>
          {others.map((field) => (
            <Question key={field.id} field={field} name={field.id} value={writing.form.answers[field.id]} onChange={(told) => writing.answer(field.id, told)} onBlur={writing.draft.saveNow} error={writing.errorOf(`/answers/${field.id}`)} needed={field.required_at !== undefined} />
          ))}
        </section>
      )}
      <section className="section" aria-label={say("summary.title")}>
        <OwnWords field={of("joint_summary")} name="joint_summary" writing={writing} />
        <details className="contact__more" {...(contact.summary || contact.narrative ? { open: true } : {})}>
          <summary>
            <h2>{say("summary.team")}</h2>
          </summary>
          <OwnWords field={of("summary")} name="summary" writing={writing} />
          <OwnWords field={of("narrative")} name="narrative" writing={writing} />
        </details>
      </section>
      <Ending contact={contact} field={of("disposition")} language={language} writing={writing} />
    </>
  );
}

function Others({ fields, writing, kept }: { fields: (Field | undefined)[]; writing: Writing; kept: (id: string) => number }) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  return fields.map((field) =>
    field ? (
      <details key={field.id} className="section contact__more" {...(linesOfGroup(writing.form.answers[field.id]).length > 0 ? { open: true } : {})}>
        <summary>
          <h2>{field.label[language]}</h2>
        </summary>
        <GroupLines field={field} writing={writing} kept={kept(field.id)} addWord={say("lines.add_one")} />
      </details>
    ) : null,
  );
}

function OwnWords({ field, name, writing }: { field: Field | undefined; name: OwnText; writing: Writing }) {
  const language = useLanguage();
  if (!field) return null;
  return (
    <div className={field.in_their_words ? "contact__voice" : ""}>
      <WrittenField name={name} label={field.label[language]} value={writing.form[name]} onChange={(text) => writing.put({ [name]: text })} onBlur={writing.draft.saveNow} error={writing.errorOf(`/${name}`)} optional lines {...(field.help ? { hint: field.help[language] } : {})} />
    </div>
  );
}

/** Yarn where the line answers for it; dots where the person or somebody else does. A done step is a full knot. */
export function StepYarn({ line }: { line: Answers }) {
  const { institution } = useMe();
  const owner = line["step_owner"];
  const held = owner === "line" || owner === "together";
  return (
    <svg className="yarn" width="56" height="16" viewBox="0 0 56 16" aria-hidden="true">
      {held && <Yarn x={3} y={8} reach={23} width={6} hue={institution.sector} />}
      <path className="step__ahead" d={held ? "M30 8H42" : "M3 8H40"} />
      <Knot shape={line["step_state"] === "done" ? "contact" : "future"} x={48} y={8} scale={0.8} />
    </svg>
  );
}
