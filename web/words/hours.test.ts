import { describe, expect, test } from "vitest";
import { minutesOf, readHour, wholeHour } from "./hours";

const whole: [string, string][] = [["21:05", "21:05"], ["21.05", "21:05"], ["21h05", "21:05"], ["2105", "21:05"], ["0930", "09:30"], [" 9:30 h ", "09:30"], ["00:00", "00:00"]];
const none = ["24:00", "21:60", "9:5", "213", "930", "25", "", "mediodía", "-1", "21:05:30", "9 pm"];

describe("an hour as people write it", () => {
  test.each(whole)("%s is whole", (text, hour) => expect([wholeHour(text), readHour(text)]).toEqual([hour, hour]));
  test.each([["9", "09:00"], ["21", "21:00"], ["21 h", "21:00"]])("%s is one, and may still go on", (text, hour) => {
    expect([wholeHour(text), readHour(text)]).toEqual([null, hour]);
  });
  test.each(none)("«%s» is no hour", (text) => expect([wholeHour(text), readHour(text)]).toEqual([null, null]));
  test("a day ends at 24:00 where an end is asked, and not later", () => {
    expect(["24:00", "2400", "24"].map((text) => readHour(text, { midnight: true }))).toEqual(["24:00", "24:00", "24:00"]);
    expect(["24:01", "25"].map((text) => readHour(text, { midnight: true }))).toEqual([null, null]);
  });
});

test("minutes of the day", () => expect(["00:00", "16:30", "24:00"].map(minutesOf)).toEqual([0, 990, 1440]));
