// The forms of the institution one acts for: their versions, what a version changes, and how it moves.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import type { Answers } from "@/forms/condition";
import type { Definition } from "@/forms/definition";

export type Version = Schema["FormVersionListed"];
export type Report = Schema["FormImport"];
export type Change = Schema["FormChange"];
export type Under = Schema["SampleUnder"];
export type SampleFault = Schema["SampleFault"];
export type Action = Schema["FormAction"];

/** A set of made-up answers. Sent to be tried and kept nowhere. */
export interface Sample {
  answers: Answers;
  record: Answers;
}

/** What is looked at before it is kept or published. */
export type Reviewed = { kind: "pasted"; definition: Definition } | { kind: "kept"; definition: Definition; version: Version };

const k_key = ["forms"];

export const useForms = () => useQuery({ queryKey: k_key, queryFn: () => answer(api.GET("/api/v1/forms")) });

export const useVersions = (form: string) =>
  useQuery({ queryKey: [...k_key, form], queryFn: () => answer(api.GET("/api/v1/forms/{form}/versions", { params: { path: { form } } })), enabled: form !== "" });

export const definitionOf = async (form: string, version: string): Promise<Definition> =>
  (await answer(api.GET("/api/v1/forms/{form}/versions/{version}", { params: { path: { form, version } } }))) as unknown as Definition;

export const useDefinition = (form: string, version: string | undefined) =>
  useQuery({ queryKey: ["form", form, version], queryFn: () => definitionOf(form, version ?? ""), enabled: version !== undefined, staleTime: Infinity });

const asBody = (samples: readonly Sample[]): Schema["SampleAnswers"][] => samples.map(({ answers, record }) => ({ answers: answers as never, record: record as never }));

/** What a version changes, also for these answers: asked anew whenever they change. */
export function useReport(reviewed: Reviewed, samples: readonly Sample[]) {
  const { form, version } = reviewed.definition;
  return useQuery({
    queryKey: ["form-report", reviewed.kind, JSON.stringify(reviewed.definition), JSON.stringify(samples)],
    queryFn: () =>
      reviewed.kind === "pasted"
        ? answer(api.POST("/api/v1/forms/import", { body: { definition: reviewed.definition as never, dry_run: true, samples: asBody(samples) } }))
        : answer(api.POST("/api/v1/forms/{form}/versions/{version}/comparisons", { params: { path: { form, version } }, body: { samples: asBody(samples) } })),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

function useAgain(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: k_key });
    void client.invalidateQueries({ queryKey: ["form"] });
  };
}

/** @param keeping false: only what it would change */
export function useImport(keeping: boolean, after: (report: Report, definition: Definition) => void) {
  const again = useAgain();
  return useWrite<Definition, Report>(
    (definition, headers) => answer(api.POST("/api/v1/forms/import", { body: { definition: definition as never, dry_run: !keeping }, headers })),
    (report, definition) => {
      if (keeping) again();
      after(report, definition);
    },
  );
}

export function useMoveVersion(form: string, after: (action: Action, version: string) => void) {
  const again = useAgain();
  return useWrite<{ version: string; action: Action }, unknown>(
    ({ version, action }, headers) => answer(api.POST("/api/v1/forms/{form}/versions/{version}/moves", { params: { path: { form, version } }, body: { action }, headers })),
    (_, { version, action }) => {
      again();
      after(action, version);
    },
  );
}
