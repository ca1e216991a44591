import { wordBook } from "@/words/book";
import en from "./words.en.json";
import es from "./words.es.json";

export const peopleWords = wordBook(es, en);
export type PeopleKey = keyof typeof es;
