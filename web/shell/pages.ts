// The only list of features in the web. A new page is one line in its feature's pages.ts.
import { accessPages } from "@/features/access/pages";
import { agendaPages } from "@/features/agenda/pages";
import { attentionPages } from "@/features/attention/pages";
import { commitmentPages } from "@/features/commitments/pages";
import { directoryPages } from "@/features/directory/pages";
import { formPages } from "@/features/forms/pages";
import { networkPages } from "@/features/network/pages";
import { noticePages } from "@/features/notices/pages";
import { peoplePages } from "@/features/people/pages";
import { privacyPages } from "@/features/privacy/pages";
import { referralPages } from "@/features/referrals/pages";
import { threadPages } from "@/features/thread/pages";
import type { Page, PageWord } from "./page";
import type { Place } from "./places";

export const pages: readonly Page[] = [...commitmentPages, ...attentionPages, ...referralPages, ...agendaPages, ...peoplePages, ...threadPages, ...directoryPages, ...networkPages, ...formPages, ...noticePages, ...privacyPages, ...accessPages];

export const placesWithPage: ReadonlySet<Place> = new Set(pages.flatMap((page) => (page.place && page.home ? [page.place] : [])));

const opened = ({ path }: Page): string => path.replace(/\/:.*/, "") || "/";

/** Where the word of a place leads. */
export const pathOf = (place: Place): string => {
  const home = pages.find((page) => page.place === place && page.home);
  return home ? opened(home) : "/";
};

export interface Offered {
  to: string;
  word: PageWord | `place.${Place}`;
}

/** Every page that can be opened by name with these permissions and has no word in `shown`. */
export const offered = (permissions: readonly string[], shown: readonly Place[]): Offered[] =>
  pages.flatMap((page): Offered[] => {
    if (page.open || (page.needs && !permissions.includes(page.needs))) return [];
    if (page.word) return [{ to: opened(page), word: page.word }];
    return page.home && page.place && !shown.includes(page.place) ? [{ to: opened(page), word: `place.${page.place}` as const }] : [];
  });
