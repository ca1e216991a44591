// What is restricted (class 4): that there is some and for whom. Its text comes only when that person opens it, and is recorded.
import { useMutation } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { answer, api, type Schema } from "@/api/client";
import { Button } from "@/design/button";
import { Icon } from "@/design/icon";
import { Trouble } from "@/design/trouble";
import { useWords } from "@/words/say";
import type { Referral } from "./referrals";
import { referralWords } from "./words";

interface RestrictedPartProps {
  item: Schema["PackageItem"];
  /** None: it is only being previewed, by whoever writes it. */
  referral: Pick<Referral, "id" | "opens_restricted"> | undefined;
}

export function RestrictedPart({ item, referral }: RestrictedPartProps) {
  const say = useWords(referralWords);
  // Not kept when the page is left: whoever comes back opens it again, and that is recorded too.
  const opening = useMutation({
    mutationFn: (id: string) => answer(api.GET("/api/v1/referrals/{id}/restricted", { params: { path: { id } } })),
    gcTime: 0,
  });
  const text = item.value || opening.data?.text;
  return (
    <>
      {text && <p>{text}</p>}
      {!text && !referral?.opens_restricted && (
        <p className="faint">
          <Icon of={Lock} /> {say("part.restricted.closed")}
        </p>
      )}
      {!text && referral?.opens_restricted && (
        <Button size="tight" pending={opening.isPending} onPress={() => opening.mutate(referral.id)}>
          {say("part.restricted.open")}
        </Button>
      )}
      {opening.error && <Trouble problem={opening.error} onRetry={() => referral && opening.mutate(referral.id)} />}
    </>
  );
}
