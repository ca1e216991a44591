// Behind the name in the head: the institution one acts for, how Hebra looks, one's account, and the way out.
import { useQueryClient } from "@tanstack/react-query";
import type { RefObject } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover, type Selection } from "react-aria-components";
import { useLocation } from "wouter";
import { answer, api } from "@/api/client";
import { holdUnsent, releaseUnsent } from "@/api/reach";
import { usePhone } from "@/design/phone";
import { SectorMark } from "@/design/sector-mark";
import { useEndUndo } from "@/design/undo-bar";
import { languages } from "@/words/book";
import { useWords } from "@/words/say";
import { changeAppearance, letters, themes, useAppearance } from "./appearance";
import { offered, placesWithPage } from "./pages";
import { k_bottom_words, placesFor } from "./places";
import { signOut, useBecome, useMe, useSetMe } from "./session";
import { shellWords } from "./words";
import "@/design/popover.css";
import "./shell-menu.css";

/** The one chosen key of a section where something is always chosen. */
const chosen = <Value extends string>(values: readonly Value[], selection: Selection): Value | undefined =>
  selection === "all" ? undefined : values.find((value) => selection.has(value));

interface ShellMenuProps {
  /** The button it hangs from. */
  triggerRef: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

export function ShellMenu({ triggerRef, onClose }: ShellMenuProps) {
  const say = useWords(shellWords);
  const me = useMe();
  return (
    <Popover className="popover" aria-label={say("menu.account")} placement="bottom end" triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()}>
      <Menu className="options shell-menu" autoFocus="first" onClose={onClose} aria-label={say("menu.open", { name: me.name, institution: me.institution.name })}>
        <Institutions />
        <OtherPages />
        <Preferences />
        <LastActs />
      </Menu>
    </Popover>
  );
}

function Institutions() {
  const say = useWords(shellWords);
  const me = useMe();
  const become = useBecome();
  const endUndo = useEndUndo();
  const [, navigate] = useLocation();
  if (me.institutions.length < 2) return null;
  const actFor = async (selection: Selection) => {
    const institution_id = chosen(me.institutions.map((institution) => institution.id), selection);
    if (!institution_id || institution_id === me.institution.id) return;
    await endUndo();
    const now = await answer(api.POST("/api/v1/sessions/current/institution", { body: { institution_id } }));
    navigate("/");
    become(now);
  };
  return (
    <MenuSection
      className="options__section"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[me.institution.id]}
      onSelectionChange={(selection) => void actFor(selection)}
    >
      <Header className="options__header">{say("menu.institution")}</Header>
      {me.institutions.map((institution) => (
        <MenuItem key={institution.id} id={institution.id} textValue={institution.name} className="option">
          <SectorMark sector={institution.sector} name={institution.name} />
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** The pages that have no word in the head, or, on a phone, below. */
function OtherPages() {
  const say = useWords(shellWords);
  const { roles, permissions } = useMe();
  const places = placesFor(roles, placesWithPage);
  const others = offered(permissions, usePhone() ? places.slice(0, k_bottom_words) : places);
  if (others.length === 0) return null;
  return (
    <MenuSection className="options__section">
      <Header className="options__header">{say("palette.pages")}</Header>
      {others.map(({ to, word }) => (
        <MenuItem key={to} className="option" href={to}>
          {say(word)}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

interface PreferenceProps<Value extends string> {
  title: string;
  values: readonly Value[];
  value: Value;
  labelOf: (value: Value) => string;
  onChoose: (value: Value) => void;
}

function Preference<Value extends string>({ title, values, value, labelOf, onChoose }: PreferenceProps<Value>) {
  const choose = (selection: Selection) => {
    const next = chosen(values, selection);
    if (next) onChoose(next);
  };
  return (
    <MenuSection
      className="options__section preference"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      shouldCloseOnSelect={false}
    >
      <Header className="options__header">{title}</Header>
      {values.map((candidate) => (
        <MenuItem key={candidate} id={candidate} className="option">
          {labelOf(candidate)}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function Preferences() {
  const say = useWords(shellWords);
  const setMe = useSetMe();
  const { theme, letter, language } = useAppearance();
  const changeLanguage = (next: (typeof languages)[number]) => {
    changeAppearance({ language: next });
    // The server's own sentences and e-mails follow; if it cannot be told now, this computer remembers.
    answer(api.PATCH("/api/v1/me", { params: { header: { "If-Match": "*" } }, body: { language: next } })).then(setMe, () => undefined);
  };
  return (
    <>
      <Preference title={say("menu.theme")} values={themes} value={theme} labelOf={(value) => say(`menu.theme.${value}`)} onChoose={(value) => changeAppearance({ theme: value })} />
      <Preference title={say("menu.letter")} values={letters} value={letter} labelOf={(value) => say(`menu.letter.${value}`)} onChoose={(value) => changeAppearance({ letter: value })} />
      <Preference title={say("menu.language")} values={languages} value={language} labelOf={(value) => say(`menu.language.${value}`)} onChoose={changeLanguage} />
    </>
  );
}

function LastActs() {
  const say = useWords(shellWords);
  const queries = useQueryClient();
  const endUndo = useEndUndo();
  const out = () => {
    endUndo().then(signOut).then(
      () => queries.clear(),
      () => holdUnsent({ id: "leaving", what: say("leaving"), why: say("leaving.why"), retry: () => { releaseUnsent("leaving"); out(); } }),
    );
  };
  return (
    <MenuSection className="options__section" aria-label={say("menu.account")}>
      <MenuItem className="option" href="/avisos">
        {say("menu.notices")}
      </MenuItem>
      <MenuItem className="option" href="/cuenta">
        {say("menu.account")}
      </MenuItem>
      <MenuItem className="option" onAction={out}>
        {say("menu.sign_out")}
      </MenuItem>
    </MenuSection>
  );
}
