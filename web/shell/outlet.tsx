// From an address to a page: open pages stand alone, closed ones need a session and have the head.
import { lazy, Suspense, useDeferredValue, useEffect, useRef, type ComponentType, type ReactNode } from "react";
import { matchRoute, useLocation, useRouter } from "wouter";
import { writeFor } from "@/api/transport";
import { Busy } from "@/design/busy";
import { Trouble } from "@/design/trouble";
import { ZoneProvider } from "@/words/dates";
import { zoneKnown } from "@/words/zone";
import { ErrorBoundary } from "./error-boundary";
import { Frame } from "./frame";
import { MissingPage } from "./missing-page";
import type { Page, PageProps } from "./page";
import { pages } from "./pages";
import { MeProvider, useWhoIsHere } from "./session";
import { SessionKeeper } from "./session-keeper";

interface Drawable extends Page {
  Component: ComponentType<PageProps>;
}

const drawable = (page: Page): Drawable => ({ ...page, Component: lazy(() => page.load().then((chunk) => ({ default: chunk.Page }))) });
const all: readonly Drawable[] = pages.map(drawable);
const missing: Drawable = { path: "*", load: () => Promise.resolve({ Page: MissingPage }), Component: MissingPage };
const door = all.find((page) => page.path === "/entrar") ?? missing;

interface Place {
  page: Drawable;
  params: Readonly<Record<string, string>>;
}

function useMatched(address: string): Place {
  const { parser } = useRouter();
  for (const page of all) {
    const [matches, params] = matchRoute(parser, page.path, address);
    if (matches) return { page, params: params as Readonly<Record<string, string>> };
  }
  return { page: missing, params: {} };
}

export function Outlet() {
  const [address] = useLocation();
  // The old page stays while the next one's code arrives.
  const shown = useDeferredValue(address);
  const { page, params } = useMatched(shown);
  return (
    <ErrorBoundary address={shown}>
      <Suspense fallback={<Busy waiting act="opening" />}>
        {page.open ? <page.Component params={params} /> : <ClosedPage page={page} params={params} address={shown} />}
      </Suspense>
    </ErrorBoundary>
  );
}

function ClosedPage({ page, params, address }: Place & { address: string }) {
  const who = useWhoIsHere();
  if (who.isPending) return <Busy waiting act="opening" />;
  if (who.isError) return <Trouble problem={who.error} onRetry={() => void who.refetch()} />;
  // At the address that was asked for: after signing in, that page is what appears.
  if (!who.data) return <door.Component params={{}} />;
  // Before the page renders: its first write already says whose page it is.
  writeFor(who.data.institution.id);
  return (
    <MeProvider value={who.data}>
      <ZoneProvider value={zoneKnown(who.data.zone)}>
        <SessionKeeper />
        <Frame place={page.place}>
          <Arrival address={address}>
            <page.Component params={params} />
          </Arrival>
        </Frame>
      </ZoneProvider>
    </MeProvider>
  );
}

/** Going to another page moves the focus to its content, as a new document would. */
function Arrival({ address, children }: { address: string; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const from = useRef(address);
  useEffect(() => {
    if (from.current === address) return;
    from.current = address;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [address]);
  return (
    <main ref={main} id="content" tabIndex={-1}>
      <ErrorBoundary address={address}>
        <Suspense fallback={<Busy waiting act="opening" />}>{children}</Suspense>
      </ErrorBoundary>
    </main>
  );
}
