// Whoever looks for help at the staff's door finds whom to call: only numbers that somebody confirmed.
import { useQuery } from "@tanstack/react-query";
import { Phone } from "lucide-react";
import { answer, api } from "@/api/client";
import { Icon } from "@/design/icon";
import { useLanguage, useWords } from "@/words/say";
import { accessWords } from "./words";

/** More would crowd the door; all are in the public directory beside them. */
const k_shown = 2;

export function useDoorNumbers() {
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ["emergency-numbers", "shown", language], queryFn: () => answer(api.GET("/api/v1/emergency-numbers")), staleTime: 300_000, retry: false });
  const items = data?.items ?? [];
  // Only a demonstration shows a number that has no address to dial it by.
  return { items: items.slice(0, k_shown), isDemo: items.some(({ uri }) => uri === "") };
}

export function DoorNumbers() {
  const { items } = useDoorNumbers();
  return items.map(({ number, name, uri }) =>
    uri === "" ? (
      <span key={number} className="door__number">
        <Icon of={Phone} />
        {number}, {name}
      </span>
    ) : (
      <a key={number} href={uri}>
        <Icon of={Phone} />
        {number}, {name}
      </a>
    ),
  );
}

export function DoorDemo() {
  const say = useWords(accessWords);
  return useDoorNumbers().isDemo && <span className="fictitious">{say("door.demo")}</span>;
}
