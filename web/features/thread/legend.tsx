import { KnotMark, type KnotShape } from "@/design/knot";
import { Fray, Yarn } from "@/design/yarn";
import { useWords } from "@/words/say";
import { threadWords } from "./words";

const marks: readonly KnotShape[] = ["arrived", "accepted", "permission", "mesa", "future"];

export function Legend() {
  const say = useWords(threadWords);
  return (
    <div className="thread__legend">
      <ul aria-label={say("legend")}>
        <li>
          <svg width="36" height="10" aria-hidden="true"><Yarn x={4} y={5} reach={28} width={7} /></svg>
          {say("legend.held")}
        </li>
        <li>
          <svg width="40" height="24" viewBox="0 -12 40 24" aria-hidden="true"><Fray x={1} y={0} reach={36} spread={9} /></svg>
          {say("legend.nobody")}
        </li>
        <li>
          <svg width="34" height="6" aria-hidden="true"><path className="yarn__sent" d="M2 3H32" /></svg>
          {say("legend.sent")}
        </li>
        {marks.map((shape) => (
          <li key={shape}>
            <KnotMark shape={shape} />
            {say(`legend.${shape as "arrived" | "accepted" | "permission" | "mesa" | "future"}`)}
          </li>
        ))}
      </ul>
      <p className="aside-text">{say("keys")}</p>
    </div>
  );
}
