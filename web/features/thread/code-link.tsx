// A thread's code, wherever one stands, leads to its thread.
import { TextLink } from "@/design/button";

export const threadPath = (code: string): string => `/hebras/${code}`;

export function CodeLink({ code }: { code: string }) {
  return (
    <TextLink to={threadPath(code)}>
      <span className="code">{code}</span>
    </TextLink>
  );
}
