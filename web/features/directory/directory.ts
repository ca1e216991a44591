// The directory: asking who can help, reading one row whole, and keeping it true.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { serverNow } from "@/api/transport";
import { useComunas } from "@/features/people/people";
import { useDates } from "@/words/dates";
import { k_arriving, useLanguage } from "@/words/say";
import { queryOf, type Clock, type Question } from "./question";

export type Entry = Schema["DirectoryEntry"];
export type Service = Schema["Service"];
export type Channel = Schema["DirectoryChannel"];
export type Schedule = Schema["Schedule"];
export type Opening = Schema["Opening"];
export type ShownService = Schema["ShownService"];
export type Match = Schema["ShownMatch"];
export type NearMiss = Schema["ShownNearMiss"];
export type Reason = Schema["MatchReason"];
export type Standing = Schema["Standing"];
export type Topic = Schema["TopicItem"];

const directoryKey = ["directory"];
const entryKey = (id: string) => [...directoryKey, "entry", id];

/** The clock on the wall here, set by the server's. */
export function useClock(): Clock {
  const { today, instant } = useDates();
  return { today, instant, now: serverNow };
}

/** The former answer stays while the next one comes. */
export function useMatch(question: Question) {
  const query = queryOf(question, useClock());
  return useQuery({
    queryKey: [...directoryKey, "match", query],
    queryFn: () => answer(api.GET("/api/v1/directory/match", { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useEntry(id: string) {
  return useQuery({ queryKey: entryKey(id), queryFn: () => answer(api.GET("/api/v1/directory/services/{id}", { params: { path: { id } } })) });
}

export function useTopics() {
  return useQuery({ queryKey: ["topics", useLanguage()], queryFn: () => answer(api.GET("/api/v1/topics")), staleTime: Infinity });
}

/** The name of a topic, or its code while the list arrives. */
export function useTopicName(): (code: string) => string {
  const { data, isPending } = useTopics();
  return (code) => isPending ? k_arriving : data?.items.find((topic) => topic.code === code)?.name ?? code;
}

/** The languages a service may attend in, Spanish first. */
export function useLanguages() {
  return useQuery({ queryKey: ["languages", useLanguage()], queryFn: () => answer(api.GET("/api/v1/languages")), staleTime: Infinity });
}

/** The name of a language, once the list arrived. */
export function useLanguageName(): (code: string) => string {
  const { data, isPending } = useLanguages();
  return (code) => isPending ? k_arriving : data?.items.find((language) => language.code === code)?.name ?? code;
}

/** Chile's regions, in the order of their comunas. */
export function useRegions(): { value: string; label: string }[] {
  const { data } = useComunas();
  return [...new Map((data?.items ?? []).map(({ region, region_name }) => [region, region_name]))].map(([value, label]) => ({ value, label }));
}

/** The name of a region, once the list of comunas arrived. */
export function useRegionName(): (code: string) => string {
  const { data, isPending } = useComunas();
  return (code) => isPending ? k_arriving : data?.items.find(({ region }) => region === code)?.region_name ?? code;
}

/** The server says every reason in both languages; a day in it is told as the pages write days. */
export function useFact(): (fact: Reason) => string {
  const language = useLanguage();
  const dates = useDates();
  return (fact) => fact[language].replace(/\b\d{4}-\d{2}-\d{2}\b/g, dates.calendarDay);
}

/** What changes one row changes what matches. */
function useKept(): (entry: Entry) => void {
  const client = useQueryClient();
  return (entry) => {
    client.setQueryData(entryKey(entry.id), entry);
    void client.invalidateQueries({ queryKey: [...directoryKey, "match"] });
  };
}

export const useDoubt = () =>
  useWrite<{ id: string; channel: number; contact: string }, Entry>(
    // It may be sent as the page is left: a browser drops what is not kept alive.
    ({ id, channel, contact }, headers) => answer(api.POST("/api/v1/directory/services/{id}/doubts", { params: { path: { id } }, body: { channel, contact }, headers, keepalive: true })),
    useKept(),
  );

/** Somebody rang: what answered is confirmed, and with it the row was checked if they knew it all. Nothing answered: that somebody tried is kept. */
export const useCheck = (after: () => void) => {
  const kept = useKept();
  return useWrite<{ id: string; channels: readonly number[]; unsure: readonly Schema["SixData"][]; version: number }, Entry>(
    ({ id, channels, unsure, version }, headers) =>
      answer(api.POST("/api/v1/directory/services/{id}/checks", { params: { path: { id } }, body: { channels: [...channels], unsure: [...unsure], version }, headers })),
    (entry) => {
      kept(entry);
      after();
    },
  );
};

export const useConfirm = () =>
  useWrite<{ id: string; channel: number; version: number }, Entry>(
    ({ id, channel, version }, headers) =>
      answer(api.POST("/api/v1/directory/services/{id}/confirmations", { params: { path: { id } }, body: { channel, version }, headers })),
    useKept(),
  );

/** Counted of the row, never of who tapped it. */
export const useTap = () =>
  useWrite<string, undefined>((id, headers) => answer(api.POST("/api/v1/directory/services/{id}/taps", { params: { path: { id } }, headers })));

export interface EntryChange {
  service: Service;
  /** The version that was on the screen. */
  seen: number;
}

export function useSave(after: (entry: Entry) => void) {
  const kept = useKept();
  return useWrite<EntryChange, Entry>(
    ({ service, seen }, headers) =>
      answer(api.PUT("/api/v1/directory/services/{id}", { params: { path: { id: service.id }, header: ifMatch(seen) }, body: service, headers })),
    (entry) => {
      kept(entry);
      after(entry);
    },
  );
}

export const useAddService = (after: (entry: Entry) => void) => {
  const kept = useKept();
  return useWrite<Schema["NewService"], Entry>(
    (body, headers) => answer(api.POST("/api/v1/directory/services", { body, headers })),
    (entry) => {
      kept(entry);
      after(entry);
    },
  );
};

export type Uses = Schema["ServiceUses"];

/** How often each row was shown and tapped, over the last days. */
export function useUses(days: number, today: string) {
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  return useQuery({
    queryKey: [...directoryKey, "uses", from, today],
    queryFn: () => answer(api.GET("/api/v1/directory/uses", { params: { query: { from, until: today } } })),
    placeholderData: keepPreviousData,
  });
}

/** A row as it is sent back: all but its version. */
export function serviceOf(entry: Entry): Service {
  const { version: _, counted: __, checked_by: ___, rung_by: ____, ...service } = entry;
  return service;
}

/** The places left now: as they are counted since the row told them, or as it told them. */
export const freePlaces = ({ counted, capacity }: Pick<Entry, "counted" | "capacity">): number | undefined =>
  counted ? Math.max(0, counted.quota - counted.held) : capacity.places_free;

/** Whether somebody may rely on a channel now; the same rule as the server's `standing_of`. */
export function standingOf(channel: Channel, now: Date): Standing {
  if (channel.contact === "") return "missing";
  const { confirmation, doubted_at } = channel;
  if (doubted_at !== undefined && (!confirmation || confirmation.at <= doubted_at)) return "doubted";
  if (!confirmation) return "unconfirmed";
  return now < new Date(confirmation.expires) ? "confirmed" : "expired";
}
