// How reads behave everywhere: the server's word is fresh for a little while; only silence is retried.
import { QueryClient } from "@tanstack/react-query";
import { asProblem, type Problem } from "./problem";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Problem;
  }
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: "always",
        retry: (failures, error) => failures < 2 && asProblem(error).worthRetrying,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
