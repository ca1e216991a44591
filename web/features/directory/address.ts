// What opens a contact: a telephone, a message, a page. Pure; the same rule as the server's `uri_of`.
import type { Channel } from "./directory";

const digitsOf = (text: string): string => text.replace(/[^\d*#]/g, "");

/** "" when nothing opens it. */
export function addressOf({ kind, contact }: Channel): string {
  const digits = digitsOf(contact);
  const whole = digits.startsWith("56") || digits.length < 9 ? digits : `56${digits}`;
  switch (kind) {
    case "phone":
      return digits ? `tel:${digits}` : "";
    case "whatsapp":
      return whole.length === 11 ? `https://wa.me/${whole}` : "";
    case "sms":
      return digits ? `sms:${digits}` : "";
    case "email":
      return `mailto:${contact}`;
    default:
      return /^https?:\/\//.test(contact) ? contact : "";
  }
}
