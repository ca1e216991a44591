// What surrounds every page: language, session, address, and what happens when something fails.
import { QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { useLocation } from "wouter";
import { newQueryClient } from "@/api/queries";
import { speakTo } from "@/api/transport";
import { Announcer } from "@/design/announce";
import { UndoProvider } from "@/design/undo-bar";
import { locales } from "@/words/book";
import { LanguageProvider } from "@/words/say";
import { useAppearance } from "./appearance";
import { OfflineStrip } from "./offline-strip";
import { Outlet } from "./outlet";

export function App() {
  return (
    <Surroundings>
      <OfflineStrip />
      <Outlet />
    </Surroundings>
  );
}

/** Also used by component tests, around one page. */
export function Surroundings({ children }: { children: ReactNode }) {
  const [queries] = useState(newQueryClient);
  const { language } = useAppearance();
  const [, navigate] = useLocation();
  // Before children render: their first requests and words are already in this language.
  speakTo(language);
  document.documentElement.lang = locales[language];
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider value={language}>
        <I18nProvider locale={locales[language]}>
          <RouterProvider navigate={(path) => navigate(path)}>
            <Announcer>
              <UndoProvider>{children}</UndoProvider>
            </Announcer>
          </RouterProvider>
        </I18nProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
