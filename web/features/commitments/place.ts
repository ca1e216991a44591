// Where each thing is done.

/** A referral's step at the referral, a reminder at its hour, a number at its row of the directory, the rest at the person. */
export function placeOf({ kind, subject_id, person_id }: { kind: string; subject_id: string; person_id?: string }): string | null {
  if (kind.startsWith("referral.")) return `/derivaciones/${subject_id}`;
  if (kind.startsWith("appointment.")) return `/agenda?cita=${subject_id}`;
  if (kind.startsWith("directory.")) return `/catastro/${subject_id}`;
  return person_id ? `/personas/${person_id}` : null;
}
