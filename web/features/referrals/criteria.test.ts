import { expect, test } from "vitest";
import { familyCentre } from "@/tests/fake-directory";
import { standingIn } from "./criteria";

test("what nobody has said of the person is neither met nor unmet, unless the service takes everybody", () => {
  const centre = familyCentre();
  const everybody = { ...centre, coverage: { ...centre.coverage, reach: "national" as const } };
  expect(standingIn("other_territory", {}, 16, centre, [])).toBe("unknown");
  expect(standingIn("other_territory", {}, 16, everybody, [])).toBe("met");
  expect(standingIn("other_territory", { comuna: "13104" }, 16, centre, ["other_territory"])).toBe("unmet");
  expect(standingIn("out_of_age", {}, undefined, centre, ["out_of_age"])).toBe("unknown");
  expect(standingIn("out_of_age", {}, 16, centre, [])).toBe("met");
  expect(standingIn("no_places", {}, 16, { ...centre, capacity: {} }, [])).toBe("unknown");
  expect(standingIn("no_places", {}, 16, centre, ["no_places"])).toBe("unmet");
});
