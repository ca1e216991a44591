// What a commitment asks for, in words. The server names its kind; a kind this version does not know is still a commitment.
import { useWords } from "@/words/say";
import type { Commitment } from "./commitments";
import { commitmentWords } from "./words";

type Key = keyof (typeof commitmentWords)["es"];

const isKey = (key: string): key is Key => Object.hasOwn(commitmentWords.es, key);

export function useTitleOf(): (commitment: Pick<Commitment, "kind">) => string {
  const say = useWords(commitmentWords);
  return ({ kind }) => {
    const key = `commitment.${kind}`;
    return say(isKey(key) ? key : "commitment.other");
  };
}
