// Whoever is not beside one in the cloth yet: an agreement with any institution that may be seen, and founding a new one.
import { useState } from "react";
import { Button, TextLink } from "@/design/button";
import { Select } from "@/design/select";
import { useInstitutions } from "@/features/referrals/referrals";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { agreementOf, type Network } from "./cloth";
import { Found } from "./found";
import { Propose } from "./propose";
import { networkWords } from "./words";

export function Others({ network }: { network: Network }) {
  const say = useWords(networkWords);
  const { permissions, institution: own } = useMe();
  const [maySign, mayFound] = [permissions.includes("agreement_sign"), permissions.includes("institution_found")];
  const listed = useInstitutions().data?.items ?? [];
  const others = [...new Map([...network.institutions, ...listed].map((one) => [one.id, one])).values()].filter(({ id }) => id !== own.id).sort((one, other) => one.name.localeCompare(other.name, "es"));
  const [chosen, setChosen] = useState<string | null>(null);
  const [act, setAct] = useState<"propose" | "found" | null>(null);
  const other = others.find(({ id }) => id === chosen);
  if (!maySign && !mayFound) return null;
  return (
    <section className="section no-print" aria-labelledby="others">
      <h2 id="others" className="section-title">{say("others")}</h2>
      {maySign && others.length > 0 && (
        <div className="network__others">
          <Select name="other" label={say("others.with")} value={chosen} onChange={setChosen} options={others.map(({ id, name }) => ({ value: id, label: name }))} />
          <Button disabled={!other} onPress={() => setAct("propose")}>{say("propose.act")}</Button>
          {other && <TextLink to={`/red/${other.id}`}>{say("institution.open")}</TextLink>}
        </div>
      )}
      {mayFound && <p className="form-acts"><Button weight="word" onPress={() => setAct("found")}>{say("found.act")}</Button></p>}
      {act === "propose" && other && <Propose own={own} other={other} current={agreementOf(network, own.id, other.id)} rules={network.levels} toOthers={false} onClose={() => setAct(null)} />}
      {act === "found" && <Found onClose={() => setAct(null)} onFounded={setChosen} />}
    </section>
  );
}
