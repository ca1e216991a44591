import { wordBook } from "@/words/book";
import en from "./words.en.json";
import es from "./words.es.json";

export const referralWords = wordBook(es, en);
export type ReferralKey = keyof typeof es;
