const k_places: readonly (readonly [string, string])[] = [
  ["referral.", "/derivaciones/"],
  ["appointment.", "/agenda?cita="],
  ["contact.", "/contactos/"],
  ["directory.", "/catastro/"],
];

/** Where it is done: at the record it is about, else at the person. */
export function placeOf({ kind, subject_id, person_id }: { kind: string; subject_id: string; person_id?: string }): string | null {
  const place = k_places.find(([start]) => kind.startsWith(start));
  if (place) return place[1] + subject_id;
  return person_id ? `/personas/${person_id}` : null;
}
