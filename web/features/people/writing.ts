// How people write what identifies them, and how it is understood. Pure; the server checks everything again.

/** "HB-7K2M", however it was written: "hb 7k2m", "7K2M" no (too short to tell from a word). */
export function threadCodeIn(text: string): string | null {
  const match = /^\s*hb[\s-]*([0-9a-z]{4,8})\s*$/i.exec(text);
  return match?.[1] ? `HB-${match[1].toUpperCase()}` : null;
}

const runParts = (text: string) => /^(\d{6,8})([0-9k])$/i.exec(text.replace(/[.\s-]/g, ""));

/** The check digit of a RUN's number (modulo 11, weights 2 to 7 from the right). */
export function runDigit(number: number): string {
  let rest = number;
  let sum = 0;
  for (let weight = 2; rest > 0; weight = weight === 7 ? 2 : weight + 1) {
    sum += (rest % 10) * weight;
    rest = Math.floor(rest / 10);
  }
  const digit = 11 - (sum % 11);
  if (digit === 11) return "0";
  return digit === 10 ? "K" : String(digit);
}

export type RunReading = { kind: "right"; run: string } | { kind: "wrong_digit" } | { kind: "not_a_run" };

/** Understands a RUN with or without dots and dash; `run` comes back as "12.345.678-5". */
export function readRun(text: string): RunReading {
  const parts = runParts(text);
  if (!parts?.[1] || !parts[2]) return { kind: "not_a_run" };
  if (runDigit(Number(parts[1])) !== parts[2].toUpperCase()) return { kind: "wrong_digit" };
  const dotted = parts[1].replace(/\B(?=(\d{3})+$)/g, ".");
  return { kind: "right", run: `${dotted}-${parts[2].toUpperCase()}` };
}

/** "+56 9 1234 5678" for reading; anything that is not a Chilean number stays as it was written. */
export function showPhone(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, "");
  const mobile = /^(?:\+?56)?9(\d{4})(\d{4})$/.exec(digits);
  if (mobile) return `+56 9 ${mobile[1]} ${mobile[2]}`;
  const fixed = /^\+?56(2|[3-7]\d)(\d{3,4})(\d{4})$/.exec(digits);
  return fixed ? `+56 ${fixed[1]} ${fixed[2]} ${fixed[3]}` : phone;
}

/** At least seven digits, and nothing that cannot be in a number. */
export const looksLikePhone = (text: string): boolean => /^[+\d\s().-]+$/.test(text) && text.replace(/\D/g, "").length >= 7;

/** Whole years between a birth date and a day, both "2009-03-05". */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** What one line of search means: a code, a RUN, a phone or words. */
export function readSearch(text: string): { thread_code: string } | { run: string } | { phone: string } | { text: string } {
  const code = threadCodeIn(text);
  if (code) return { thread_code: code };
  const run = readRun(text);
  if (run.kind === "right") return { run: run.run };
  return looksLikePhone(text) ? { phone: text.trim() } : { text: text.trim() };
}
