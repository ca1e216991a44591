// The week in which it is safe to call, drawn as yarn; on a phone, and for those who listen, as sentences.
import { serverNow } from "@/api/transport";
import { useMinute } from "@/design/minute";
import { Yarn, type Hue } from "@/design/yarn";
import { locales } from "@/words/book";
import { useZone } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import type { SafeHours } from "./people";
import { goodNow, instantOf, runsOfDays, weekOf, type ChannelKind } from "./safe-hours";
import { peopleWords } from "./words";
import "./safe-week.css";

const k_day = 92;
const k_line = 84;

/** The telephone is ink; what is written goes in the line's own hue. */
const hueOf = (channel: ChannelKind | undefined): Hue => (channel === undefined || channel === "phone" || channel === "visit" ? "ink" : "helpline");

/** 5 January 2026 was a Monday: a week to take the names of days from. */
function dayNames(locale: string, style: "short" | "long"): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2026, 0, 5 + day))).replace(".", ""));
}

/** @param brief in words alone, where there is no room for a week */
export function SafeWeek({ hours, brief = false }: { hours: readonly SafeHours[]; brief?: boolean }) {
  useMinute();
  const say = useWords(peopleWords);
  const language = useLanguage();
  const sentences = useSentences(hours);
  const now = instantOf(serverNow(), useZone());
  const open = goodNow(hours, now);
  const channels = new Intl.ListFormat(locales[language]).format(open.map((channel) => say(`channel.in.${channel ?? "any"}`)));
  return (
    <>
      {!brief && <WeekDrawing hours={hours} day={now.day} hour={now.hour} />}
      <ul className={brief ? undefined : "safe-week__sentences"}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={open.length > 0 ? "safe-week__now" : "aside-text"}>{open.length > 0 ? say("safe.good_now", { channels }) : say("safe.bad_now")}</p>
    </>
  );
}

function WeekDrawing({ hours, day, hour }: { hours: readonly SafeHours[]; day: number; hour: number }) {
  const say = useWords(peopleWords);
  const names = dayNames(locales[useLanguage()], "short");
  const { firstHour, lastHour, stretches } = weekOf(hours);
  const drawn = [...new Set(hours.map((span) => span.channel))];
  const nowShare = (hour - firstHour) / (lastHour - firstHour);
  return (
    <svg className="yarn safe-week__drawing" viewBox="0 0 644 82" aria-hidden="true">
      {names.map((name, index) => (
        <g key={name} transform={`translate(${index * k_day} 0)`}>
          <text className={index === day ? "safe-week__today" : "safe-week__day"} x={4} y={14}>
            {name}
          </text>
          <path className="safe-week__line" d={`M4 36h${k_line - 6}`} />
          {index === day && nowShare >= 0 && nowShare <= 1 && <path className="safe-week__mark" d={`M${4 + nowShare * k_line} 22v28`} />}
        </g>
      ))}
      {stretches.map((stretch) => (
        <Yarn
          key={`${stretch.day} ${stretch.from} ${stretch.channel}`}
          x={stretch.day * k_day + 4 + stretch.from * k_line}
          y={36}
          reach={(stretch.to - stretch.from) * k_line}
          width={10}
          hue={hueOf(stretch.channel)}
        />
      ))}
      <text className="safe-week__tick" x={4} y={73}>
        {say("safe.range", { from: firstHour, to: lastHour })}
      </text>
      <g transform={`translate(${644 - (drawn.length + 1) * 104 + 20} 69)`}>
        {drawn.map((channel, index) => (
          <g key={channel ?? "any"} transform={`translate(${index * 104} 0)`}>
            <Yarn x={0} y={0} reach={20} width={6} hue={hueOf(channel)} />
            <text className="safe-week__key" x={30} y={4.5}>
              {say(`channel.in.${channel ?? "any"}`)}
            </text>
          </g>
        ))}
        <g transform={`translate(${drawn.length * 104} 0)`}>
          <path className="safe-week__mark" d="M0 -9v18" />
          <text className="safe-week__key" x={10} y={4.5}>
            {say("safe.now")}
          </text>
        </g>
      </g>
    </svg>
  );
}

/** "Teléfono: lunes a viernes, de 16:00 a 18:00." */
function useSentences(hours: readonly SafeHours[]): string[] {
  const say = useWords(peopleWords);
  const language = useLanguage();
  const names = dayNames(locales[language], "long");
  const list = new Intl.ListFormat(locales[language]);
  return hours.map((span) => {
    const runs = runsOfDays(span.days).map(([first, last]) => {
      const [from, to] = [names[first] ?? "", names[last] ?? ""];
      if (first === last) return from;
      return last === first + 1 ? list.format([from, to]) : say("safe.days", { from, to });
    });
    const values = { days: list.format(runs), from: span.from, to: span.to };
    return span.channel ? say("safe.hours", { ...values, channel: say(`channel.${span.channel}`) }) : say("safe.hours_any", values);
  });
}
