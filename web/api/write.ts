// Writes from a page: one idempotency key per intention, kept while the answer is unknown.
import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import { useState } from "react";
import { onceKeys } from "./once";
import { asProblem, type Problem } from "./problem";

export type Write<Input, Output> = UseMutationResult<Output, Problem, Input>;

/** @param send receives the header that makes a retry harmless */
export function useWrite<Input, Output>(
  send: (input: Input, once: { "Idempotency-Key": string }) => Promise<Output>,
  after?: (output: Output, input: Input) => void,
): Write<Input, Output> {
  const [keys] = useState(onceKeys);
  return useMutation<Output, Problem, Input>({
    mutationFn: async (input) => {
      try {
        const output = await send(input, { "Idempotency-Key": keys.keyFor(input) });
        keys.settle();
        return output;
      } catch (error) {
        const problem = asProblem(error);
        if (!problem.worthRetrying) keys.settle();
        throw problem;
      }
    },
    ...(after ? { onSuccess: after } : {}),
  });
}
