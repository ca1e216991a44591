// One institution of the network: its area, what it is, where it is, and whom to call there when in doubt.
import { useState } from "react";
import { Busy } from "@/design/busy";
import { Button, TextLink } from "@/design/button";
import { SectorWeave } from "@/design/sector-mark";
import { Trouble } from "@/design/trouble";
import { designWords } from "@/design/words";
import { useRegionName } from "@/features/directory/directory";
import { useComunaName } from "@/features/people/people";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle, type PageProps } from "@/shell/page";
import { useWords } from "@/words/say";
import { numberOf } from "./cloth";
import { CorrectInstitution } from "./correct-institution";
import { ContactPeopleList } from "./contact-people";
import { useContactPeople, useInstitution, type InstitutionPage } from "./institution";
import { NameContacts } from "./name-contacts";
import { networkWords } from "./words";
import "./institution-page.css";

export function Page({ params }: PageProps) {
  const id = params["id"] ?? "";
  const institution = useInstitution(id);
  if (institution.error?.status === 404) return <MissingPage />;
  return (
    <div className="institution-page">
      <Busy waiting={institution.isPending} act="opening" />
      {institution.error && <Trouble problem={institution.error} onRetry={() => void institution.refetch()} />}
      {institution.data && <Open institution={institution.data} />}
    </div>
  );
}

function Open({ institution }: { institution: InstitutionPage }) {
  const say = useWords(networkWords);
  const sayOf = useWords(designWords);
  const comunaName = useComunaName();
  const regionName = useRegionName();
  usePageTitle(institution.name);
  const { name, sector, legal_nature, comuna, region, level, is_own, is_coordinator, may_correct } = institution;
  const [correcting, setCorrecting] = useState(false);
  return (
    <>
      <p className="no-print"><TextLink to="/red">{say("institution.back")}</TextLink></p>
      <h1>{name}</h1>
      <dl className="institution-page__facts section">
        <div><dt>{say("found.sector")}</dt><dd className="institution-page__area"><SectorWeave sector={sector} /> {sayOf(`sector.${sector}`)}</dd></div>
        <div><dt>{say("found.nature")}</dt><dd>{say(`nature.${legal_nature}`)}</dd></div>
        <div><dt>{say("institution.where")}</dt><dd>{comuna ? comunaName(comuna) : region ? regionName(region) : say("institution.everywhere")}</dd></div>
        {!is_own && <div><dt>{say("institution.agreement")}</dt><dd>{level ? say("institution.level", { number: numberOf(level), level: say(`level.${level}`) }) : say("institution.through_others")}</dd></div>}
        {is_coordinator && <div><dt>{say("institution.part")}</dt><dd>{say("institution.coordinates")}</dd></div>}
      </dl>
      {may_correct && <p className="form-acts no-print"><Button onPress={() => setCorrecting(true)}>{say("correct.act")}</Button></p>}
      <WhomToCall institution={institution} />
      {correcting && <CorrectInstitution institution={institution} onClose={() => setCorrecting(false)} />}
    </>
  );
}

function WhomToCall({ institution: { id, is_own, may_name_contacts } }: { institution: InstitutionPage }) {
  const say = useWords(networkWords);
  const contacts = useContactPeople(id);
  const [naming, setNaming] = useState(false);
  return (
    <section className="section" aria-labelledby="whom">
      <h2 id="whom" className="section-title">{say("contacts")}</h2>
      {contacts.error && <Trouble problem={contacts.error} onRetry={() => void contacts.refetch()} />}
      {contacts.data && contacts.data.people.length > 0 && <ContactPeopleList people={contacts.data.people} />}
      {contacts.data?.people.length === 0 && <p>{say(is_own ? "contacts.none.own" : "contacts.none")}</p>}
      <p className="aside-text institution-page__rule">{say("contacts.rule")}</p>
      {may_name_contacts && contacts.data && <p className="form-acts no-print"><Button onPress={() => setNaming(true)}>{say("contacts.act")}</Button></p>}
      {naming && contacts.data && <NameContacts id={id} kept={contacts.data} onClose={() => setNaming(false)} />}
    </section>
  );
}
