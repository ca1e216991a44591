// Invented notices and staff for tests and for looking at pages.
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

const k_hour = 3_600_000;
const at = (hours: number): string => new Date(Date.now() + hours * k_hour).toISOString();
const id = (number: number): string => `00000000-0000-7000-8000-0000000011${String(number).padStart(2, "0")}`;

export const notices = (): Schema["Notice"][] => [
  { id: id(1), kind: "commitment.overdue", about: "referral.answer", thread_code: "HB-9T2C", subject_id: id(81), commitment_id: id(91), due_at: at(-6.5), at: at(-2), must_acknowledge: false },
  { id: id(2), kind: "commitment.reminder", about: "referral.acknowledge", thread_code: "HB-5Q4N", subject_id: id(82), commitment_id: id(92), due_at: at(1.6), at: at(-0.4), must_acknowledge: false },
  { id: id(4), kind: "referral.asked", about: "referral.told", thread_code: "HB-7K3Q", subject_id: id(84), at: at(-1.2), must_acknowledge: false },
  { id: id(5), kind: "agreement.proposed", about: "agreement.told", subject_id: id(85), at: at(-4), must_acknowledge: false },
  { id: id(6), kind: "staff.role_given", about: "staff.told", subject_id: id(86), at: at(-20), must_acknowledge: false },
  { id: id(7), kind: "referral.received_urgent", about: "referral.acknowledge", thread_code: "HB-2M6K", subject_id: id(87), commitment_id: id(97), due_at: at(0.8), at: at(-0.2), must_acknowledge: true },
  { id: id(8), kind: "commitment.unanswered", about: "referral.acknowledge", thread_code: "HB-8D3P", subject_id: id(88), commitment_id: id(98), due_at: at(-3), at: at(-2.5), must_acknowledge: false },
  { id: id(3), kind: "commitment.overdue", about: "directory.check_number", subject_id: id(83), commitment_id: id(93), due_at: at(-30), at: at(-29), must_acknowledge: false },
];

export const staff = (): Schema["Member"][] => [
  { id: "00000000-0000-7000-8000-000000000201", name: "Esteban Q.", email: "admin@red.demo", roles: ["admin"], status: "active", totp: true },
  { id: id(21), name: "Ignacio P.", email: "territorial@red.demo", roles: ["territorial"], status: "active", totp: false },
  { id: id(22), name: "Nadia F.", email: "region@red.demo", roles: ["regional"], status: "active", totp: true },
  { id: id(23), email: "nueva@red.demo", roles: [], status: "invited", totp: false, invitation: { id: id(31), roles: ["agent", "intake"], expires_at: at(60), expired: false, mail: "sent", version: 1 } },
  { id: id(24), email: "antes@red.demo", roles: [], status: "invited", totp: false, invitation: { id: id(32), roles: ["agent"], expires_at: at(-5), expired: true, mail: "refused", version: 1 } },
  { id: id(25), name: "Camilo R.", email: "camilo@red.demo", roles: ["territorial"], status: "former", totp: false },
];
