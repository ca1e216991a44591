// In the head, in words and only when there are any: no badge, no colour. It also keeps the page's ear open.
import { Link } from "react-aria-components";
import { useWords } from "@/words/say";
import { useLiveNotices, useNoticeCount } from "./notices";
import { noticeWords } from "./words";
import "./notices.css";

export function HeadNotices() {
  const say = useWords(noticeWords);
  const count = useNoticeCount();
  useLiveNotices();
  if (count === 0) return null;
  return (
    <Link className="head-notices" href="/avisos">
      {say("head", { count })}
    </Link>
  );
}
