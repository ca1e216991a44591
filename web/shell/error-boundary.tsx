// When a page's own code fails, or its chunk is gone because a new version was installed.
import { Component, type ReactNode } from "react";
import { Button } from "@/design/button";
import { Note } from "@/design/note";
import { useWords } from "@/words/say";
import { shellWords } from "./words";

interface Props {
  /** Going elsewhere ends the failure; what did not fail is not drawn anew. */
  address: string;
  children: ReactNode;
}

interface State {
  error: Error | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.error && before.address !== this.props.address) this.setState({ error: null });
  }

  override render(): ReactNode {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}

/** Browsers say it in their own words; all of them name the import. */
const isOutdated = (error: Error): boolean => /dynamically imported module|importing a module/i.test(error.message);

function Broken({ error }: { error: Error }) {
  const say = useWords(shellWords);
  return (
    <Note live>
      <h1 className="section-title">{isOutdated(error) ? say("outdated.title") : say("broken.title")}</h1>
      <p>{say("broken.text")}</p>
      <Button onPress={() => window.location.reload()}>{say("broken.reload")}</Button>
    </Note>
  );
}
