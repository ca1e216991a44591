import { expect, test } from "vitest";
import { emptySearch, questionOf } from "./search-form";

test("nothing written is no question", () => expect(questionOf({ ...emptySearch, text: "  " })).toBeNull());

test("everything written is asked together", () => {
  expect(questionOf({ text: "Ana Soto", run: "123456785", document: "passport:VEN:A1", birth_date: "5-3-2009", return_code: " luna-48 " })).toEqual({
    text: "Ana Soto", run: "12.345.678-5", document: "passport:VEN:A1", birth_date: "2009-03-05", return_code: "luna-48",
  });
});

test("a RUN with a wrong digit is asked as it was written: the server says why", () => {
  expect(questionOf({ ...emptySearch, run: "12345678-6" })).toEqual({ run: "12345678-6" });
});
