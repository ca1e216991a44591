// The name and the institution one acts for. What hangs from it is loaded when it is about to be opened.
import { ChevronDown, UserRound } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Icon } from "@/design/icon";
import { useWords } from "@/words/say";
import { useMe } from "./session";
import { shellWords } from "./words";
import "./who.css";

const loadMenu = () => import("./shell-menu");
const ShellMenu = lazy(() => loadMenu().then((chunk) => ({ default: chunk.ShellMenu })));

export function Who() {
  const say = useWords(shellWords);
  const me = useMe();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={trigger}
        className="who"
        aria-label={say("menu.open", { name: me.name, institution: me.institution.name })}
        aria-haspopup="menu"
        aria-expanded={open}
        onHoverStart={() => void loadMenu()}
        onPress={() => setOpen(true)}
      >
        <span className="who__person">
          <Icon of={UserRound} />
        </span>
        <span className="who__name">
          <b>{me.name}</b>{" "}
          <span className="who__institution">{me.institution.name}</span>
        </span>
        <span className="who__more">
          <Icon of={ChevronDown} />
        </span>
      </Button>
      {open && (
        <Suspense>
          <ShellMenu triggerRef={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
