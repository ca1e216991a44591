// A thread's code, wherever one stands, leads to its thread: for whoever may read threads.
import { TextLink } from "@/design/button";
import { useMe } from "@/shell/session";

export const threadPath = (code: string): string => `/hebras/${code}`;

export function CodeLink({ code }: { code: string }) {
  const written = <span className="code">{code}</span>;
  return useMe().permissions.includes("thread_read") ? <TextLink to={threadPath(code)}>{written}</TextLink> : written;
}
