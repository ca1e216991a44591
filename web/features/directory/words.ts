import { wordBook } from "@/words/book";
import en from "./words.en.json";
import es from "./words.es.json";

export const directoryWords = wordBook(es, en);
export type DirectoryKey = keyof typeof es;
