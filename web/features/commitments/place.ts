import type { Me } from "@/shell/session";

/** An address that ends in "/" or "=" leads to the record; another one, to the page that lists it. */
const k_places: readonly (readonly [start: string, address: string, permission: string])[] = [
  ["referral.", "/derivaciones/", "referral_read"],
  ["appointment.", "/agenda?cita=", "referral_read"],
  ["contact.", "/contactos/", "contact_read"],
  ["directory.", "/catastro/", "directory_read"],
  ["agreement.", "/red", "network_read"],
  ["staff.", "/equipo", "user_read"],
  ["notice.", "/avisos", "commitment_read"],
];

/** Where it is done: at the record it is about, else at the person; nowhere for whoever may not read that. */
export function placeOf({ kind, subject_id, person_id }: { kind: string; subject_id: string; person_id?: string }, { permissions }: Pick<Me, "permissions">): string | null {
  const place = k_places.find(([start]) => kind.startsWith(start));
  if (place) return permissions.includes(place[2]) ? (/[/=]$/.test(place[1]) ? place[1] + subject_id : place[1]) : null;
  return person_id && permissions.includes("person_read") ? `/personas/${person_id}` : null;
}
