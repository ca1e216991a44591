// Taking a permission back: what it does and what it cannot do, before it is done.
import { useState } from "react";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { RadioRows } from "@/design/radio-rows";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useWithdraw, type Disclosed, type Withdrawal } from "./disclosures";
import { privacyWords } from "./words";

interface WithdrawProps {
  person: string;
  directive: string;
  one: Disclosed;
  onClose: () => void;
}

export function Withdraw({ person, directive, one, onClose }: WithdrawProps) {
  const say = useWords(privacyWords);
  const dates = useDates();
  const announce = useAnnounce();
  const [word, setWord] = useState<Withdrawal>({ giver: "person", method: "verbal" });
  const name = one.recipient_name || one.service_name;
  const withdraw = useWithdraw(person, () => {
    announce(say("withdraw.done", { name }));
    onClose();
  });
  return (
    <Dialog open title={say("withdraw.title", { name })} onClose={onClose}>
      <ErrorSummary problem={withdraw.error} />
      <ul className="withdraw">
        <li>{say("withdraw.at_once", { name })}</li>
        <li>{one.opened ? say("withdraw.read", { count: one.opened.times, when: dates.moment(one.opened.last_at) }) : say("withdraw.unread", { name })}</li>
        <li>{say("withdraw.referral")}</li>
        <li>{say("withdraw.again")}</li>
      </ul>
      <RadioRows
        name="withdraw-giver" label={say("withdraw.giver")} look="words" value={word.giver} onChange={(giver) => setWord({ ...word, giver })}
        choices={(["person", "guardian", "representative"] as const).map((value) => ({ value, title: say(`giver.${value}`) }))}
      />
      <RadioRows
        name="withdraw-method" label={say("withdraw.method")} look="words" value={word.method} onChange={(method) => setWord({ ...word, method })}
        choices={(["verbal", "written", "digital"] as const).map((value) => ({ value, title: say(`method.${value}`) }))}
      />
      <div className="dialog__acts">
        <Button weight="first" pending={withdraw.isPending} onPress={() => withdraw.mutate({ directive, word })}>
          {say("withdraw.verb")}
        </Button>
        <Button weight="word" onPress={onClose}>
          {say("withdraw.keep")}
        </Button>
      </div>
    </Dialog>
  );
}
