// What the five classes of data are called, from what always may travel to what hardly ever does: one name on every page.
import { useWords } from "@/words/say";
import { designWords } from "./words";

export const dataClasses = [0, 1, 2, 3, 4] as const;
export type DataClass = (typeof dataClasses)[number];

/** "código, edad y urgencia; lo social": several of them in a sentence. */
export function useClassNames(): (classes: readonly number[]) => string {
  const say = useWords(designWords);
  return (classes) => dataClasses.filter((one) => classes.includes(one)).map((one) => say(`class.${one}`)).join("; ");
}
