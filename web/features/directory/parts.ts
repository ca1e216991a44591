// The lists that more than one page of the directory chooses from.
import type { Schema } from "@/api/client";
import type { ChannelKind } from "./question";

export const channelKinds = ["phone", "whatsapp", "sms", "chat", "email", "web", "video", "in_person", "by_referral"] as const satisfies readonly ChannelKind[];
export const weekDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies readonly Schema["Weekday"][];
export type Weekday = (typeof weekDays)[number];

export const accesses = ["wheelchair", "sign_language", "text_only", "easy_reading", "home_visits"] as const satisfies readonly Schema["Access"][];
export const reaches = ["national", "places", "each_region", "each_comuna"] as const satisfies readonly Schema["Reach"][];
