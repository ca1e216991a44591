// Three weights and no fourth: what the page is for, everything else, and a word.
import { useEffect, type ReactNode } from "react";
import { Button as AriaButton, Link as AriaLink } from "react-aria-components";
import { useWords } from "@/words/say";
import { useAnnounce } from "./announce";
import { useSlow } from "./slow";
import { designWords } from "./words";
import "./button.css";

interface Look {
  /** `first`: at most one a page. `word`: an underlined word. */
  weight?: "first" | "second" | "word";
  size?: "large" | "tight";
  wide?: boolean;
  /** Red, only for the act that answers a person in danger. */
  danger?: boolean;
  children: ReactNode;
}

interface ButtonProps extends Look {
  /** Absent in a form's submit button. */
  onPress?: () => void;
  type?: "submit" | "button";
  disabled?: boolean;
  /** Waiting for the server: stays focusable, does nothing, says so after 400 ms. */
  pending?: boolean;
  describedBy?: string;
  autoFocus?: boolean;
  /** It opens something below it: whether that is open. */
  expanded?: boolean;
}

function lookOf({ weight = "second", size, wide, danger }: Look): string {
  const parts = ["button", `button--${weight}`, size && `button--${size}`, wide && "button--wide", danger && "button--danger"];
  return parts.filter(Boolean).join(" ");
}

export function Button({ onPress, type = "button", disabled = false, pending = false, describedBy, autoFocus = false, expanded, ...look }: ButtonProps) {
  const say = useWords(designWords);
  const announce = useAnnounce();
  const slow = useSlow(pending);
  useEffect(() => {
    if (slow) announce(say("busy.sending"));
  }, [slow, announce, say]);
  return (
    <AriaButton
      className={pending ? `${lookOf(look)} button--pending` : lookOf(look)}
      // A form is not sent twice: while it waits, its button is no submit button.
      type={pending ? "button" : type}
      isDisabled={disabled}
      autoFocus={autoFocus}
      {...(pending ? { "aria-disabled": true } : {})}
      {...(onPress && !pending ? { onPress } : {})}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
      {...(describedBy ? { "aria-describedby": describedBy } : {})}
    >
      {slow ? say("busy.sending") : look.children}
    </AriaButton>
  );
}

/** A link that weighs as much as a button. */
export function ButtonLink({ to, ...look }: Look & { to: string }) {
  return (
    <AriaLink className={lookOf(look)} href={to}>
      {look.children}
    </AriaLink>
  );
}

/** A word in a text that leads to another page of Hebra. */
export function TextLink({ to, children, quiet = false }: { to: string; children: ReactNode; quiet?: boolean }) {
  return (
    <AriaLink className={quiet ? "text-link aside-text" : "text-link"} href={to}>
      {children}
    </AriaLink>
  );
}
