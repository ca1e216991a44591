// In which list a referral is looked for, and in which order: danger and lateness first (interface.md §5). Pure.
import type { Box, Listed, Referral, Stage, Status } from "./referrals";

export interface Tab {
  /** The word in the address. */
  name: "to_answer" | "held" | "waiting" | "closed" | "drafts" | "to_close";
  stages: readonly Stage[];
}

/** The receiver has nothing more to do with what it gave back or reported; the origin has the last word on it. */
export const tabsOf: Record<Box, readonly Tab[]> = {
  inbox: [
    { name: "to_answer", stages: ["to_answer"] },
    { name: "held", stages: ["held"] },
    { name: "waiting", stages: ["waiting"] },
    { name: "closed", stages: ["to_close", "ended"] },
  ],
  sent: [
    { name: "to_close", stages: ["to_close"] },
    { name: "to_answer", stages: ["to_answer"] },
    { name: "held", stages: ["held"] },
    { name: "waiting", stages: ["waiting"] },
    { name: "drafts", stages: ["draft"] },
    { name: "closed", stages: ["ended"] },
  ],
};

const urgencies = { urgent: 0, priority: 1, routine: 2 } as const;

/** 0: late. 1: a clock of one's own runs. 2: the others' clock runs. 3: no clock runs. */
function shelf(item: Listed, now: Date): number {
  if (!item.due_at || waitsForOther(item)) return 3;
  if (new Date(item.due_at) <= now) return 0;
  return item.mine_to_act ? 1 : 2;
}

/** One's own clock stands still while the other side answers. */
export const waitsForOther = (item: Pick<Listed, "paused" | "mine_to_act">): boolean => item.paused && !item.mine_to_act;

/** Late ones by danger, then the longest late; then what falls due first; then what changed last. */
export function byDanger(items: readonly Listed[], now: Date): Listed[] {
  const keyed = items.map((item) => ({ item, shelf: shelf(item, now) }));
  return keyed
    .sort((a, b) => {
      if (a.shelf !== b.shelf) return a.shelf - b.shelf;
      if (a.shelf === 0 && a.item.urgency !== b.item.urgency) return urgencies[a.item.urgency] - urgencies[b.item.urgency];
      if (a.shelf < 3) return (a.item.due_at ?? "").localeCompare(b.item.due_at ?? "");
      return b.item.updated_at.localeCompare(a.item.updated_at);
    })
    .map(({ item }) => item);
}

const withReceiver: readonly Status[] = ["first_contact", "in_service", "on_hold", "outcome_reported"];
const ended: readonly Status[] = [
  "redirected", "closed_verified", "closed_unverified", "cancelled", "entered_in_error",
];

/** Who answers for the person now: the origin, until the first contact is confirmed. */
export function holderOf({ status }: Pick<Referral, "status">): "origin" | "destination" | "nobody" {
  if (withReceiver.includes(status)) return "destination";
  return ended.includes(status) ? "nobody" : "origin";
}
