// The network as cloth: below the diagonal what is agreed today, above it the goal; beside it the chosen pair, whole.
import { Printer } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api } from "@/api/client";
import { Busy } from "@/design/busy";
import { Button, TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Icon } from "@/design/icon";
import { usePhone } from "@/design/phone";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { AgreementDetail, Levels } from "./agreement-detail";
import { AgreementList } from "./agreement-list";
import { agreementOf, type Network } from "./cloth";
import { Matrix } from "./matrix";
import { Others } from "./others";
import { networkWords } from "./words";
import "./network.css";

export function Page() {
  const say = useWords(networkWords);
  const network = useQuery({ queryKey: ["network"], queryFn: () => answer(api.GET("/api/v1/network")) });
  usePageTitle(say("title"));
  return (
    <>
      <Busy waiting={network.isPending} />
      {network.error && <Trouble problem={network.error} onRetry={() => void network.refetch()} />}
      {network.data && <Cloth network={network.data} />}
    </>
  );
}

function Cloth({ network }: { network: Network }) {
  const say = useWords(networkWords);
  const { institutions, agreements, levels } = network;
  const own = useMe().institution;
  const phone = usePhone();
  const waiting = network.known.filter(({ may_sign }) => may_sign);
  const [chosen, setChosen] = useState<[number, number]>([1, 0]);
  const [row, column] = chosen;
  const [one, other] = [institutions[column], institutions[row]];
  return (
    <div className="network">
      <div className="network__main">
        <div className="titled">
          <h1>{say("title")}</h1>
          <span className="aside-text">{say("count", { institutions: institutions.length, agreed: agreements.length, pairs: (institutions.length * (institutions.length - 1)) / 2 })}</span>
          <TextLink to={`/red/${own.id}`}>{say("institution.own")}</TextLink>
          <Button weight="word" onPress={() => window.print()}>
            <Icon of={Printer} /> {say("print")}
          </Button>
        </div>
        {phone && <AgreementList known={waiting} rules={levels} of="waiting" />}
        {institutions.length < 2 ? <EmptyState truth={say("alone")} /> : <Matrix network={network} chosen={chosen} onChoose={setChosen} />}
        <div className="network__read">
          <p>{say.rich("below")}</p>
          <p>{say.rich("above")}</p>
        </div>
        <AgreementList known={phone ? network.known.filter(({ may_sign }) => !may_sign) : network.known} rules={levels} />
        <Others network={network} />
        <Levels />
      </div>
      {one && other && one !== other && <AgreementDetail one={one} other={other} agreement={agreementOf(network, one.id, other.id)} rules={levels} key={`${one.id} ${other.id}`} />}
    </div>
  );
}
