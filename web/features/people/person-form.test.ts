import { describe, expect, test } from "vitest";
import { martina } from "@/tests/fake-data";
import { ageOf, callName, emptyForm, errorsIn, formOf, inputOf, patchOf, rungOf, searchOf, type PersonForm } from "./person-form";

const form = (part: Partial<PersonForm>): PersonForm => ({ ...emptyForm, ...part });
const today = "2026-11-19";

describe("the ladder", () => {
  test("a rung is what was said, not what could be", () => {
    expect(rungOf({ identity: "anonymous" })).toBe("anonymous");
    expect(rungOf({ identity: "pseudonymous" })).toBe("code");
    expect(rungOf({ identity: "identified" })).toBe("contact");
    expect(rungOf({ identity: "identified", run: "12.345.678-5" })).toBe("run");
    expect(rungOf({ identity: "identified", document: "P123" })).toBe("run");
  });
  test("what was written on a higher rung does not travel from a lower one", () => {
    expect(inputOf(form({ rung: "anonymous", given_names: "Martina", run: "12345678-5", age_stated: "16" }))).toEqual({ identity: "anonymous", age_stated: 16 });
    expect(inputOf(form({ rung: "code", alias: " Dani ", phone: "9 0000 0001" }))).toEqual({ identity: "pseudonymous", alias: "Dani" });
  });
  test("nothing is asked of an anonymous person", () => expect(errorsIn(form({ rung: "anonymous" }), today)).toEqual({}));
});

describe("what can be seen to be wrong", () => {
  const wrong = (part: Partial<PersonForm>) => errorsIn(form({ rung: "run", given_names: "Ana", ...part }), today);
  test("a RUN", () => {
    expect(wrong({ run: "12345678-6" }).run).toBe("error.run_digit");
    expect(wrong({ run: "hola" }).run).toBe("error.run");
    expect(wrong({ run: "12345678-5" })).toEqual({});
  });
  test("a birth date", () => {
    expect(wrong({ birth_date: "31-02-2009" }).birth_date).toBe("error.birth_date");
    expect(wrong({ birth_date: "20-11-2026" }).birth_date).toBe("error.birth_future");
    expect(wrong({ birth_date: "19-11-2026" })).toEqual({});
  });
  test.each([["-7", true], ["121", true], ["16,5", true], ["0", false], ["120", false], [" 16 ", false]])("an age of %s", (age_stated, bad) => {
    expect(wrong({ age_stated }).age_stated).toBe(bad ? "error.age" : undefined);
  });
  test("a name, where one was promised; a social name is a name", () => {
    expect(wrong({ given_names: " " }).given_names).toBe("error.name");
    expect(wrong({ given_names: "", social_name: "Martina" })).toEqual({});
    expect(wrong({ given_names: "", document: "passport::P-123" })).toEqual({});
    expect(errorsIn(form({ rung: "code" }), today).alias).toBe("error.alias");
  });
  test("a name or words of one's own too long to be kept", () => {
    expect(wrong({ given_names: "á".repeat(61), second_surname: "a".repeat(121), gender: "a".repeat(401) })).toEqual({ given_names: "error.too_long", second_surname: "error.too_long", gender: "error.too_long" });
    expect(wrong({ given_names: `${"á".repeat(60)} `, gender: "a".repeat(400) })).toEqual({});
    expect(errorsIn(form({ rung: "code", alias: "a".repeat(5000) }), today).alias).toBe("error.too_long");
  });
  test("a field that is not asked is not wrong", () => expect(errorsIn(form({ rung: "code", alias: "Dani", run: "hola", birth_date: "x" }), today)).toEqual({}));
});

test("what travels is in the server's writing", () => {
  expect(inputOf(form({ rung: "run", given_names: " Ana ", run: "123456785", birth_date: "5/3/2009", age_stated: "17" }))).toEqual({
    identity: "identified", given_names: "Ana", run: "12.345.678-5", birth_date: "2009-03-05", age_stated: 17,
  });
});

describe("correcting", () => {
  const asWas = formOf(martina);
  test("nothing touched, nothing sent", () => expect(patchOf(martina, asWas)).toEqual({}));
  test("only what changed; emptied is said", () => {
    expect(patchOf(martina, { ...asWas, gender: "", phone: "9 0000 0148" })).toEqual({ gender: null, phone: "9 0000 0148" });
  });
  test("a step up the ladder says so", () => {
    const person = { ...martina, identity: "pseudonymous" as const };
    expect(patchOf(person, { ...formOf(person), rung: "contact" })).toEqual({ identity: "identified" });
  });
});

describe("asking before creating twice", () => {
  test("too little to tell anybody apart asks nothing", () => {
    expect(searchOf(form({ rung: "contact", given_names: "Ana" }))).toBeNull();
    expect(searchOf(form({ rung: "contact", given_names: "A", first_surname: "B" }))).toBeNull();
    expect(searchOf(form({ rung: "code", alias: "Dani Rojas" }))).toBeNull();
  });
  test("two names, or a phone, are enough", () => {
    expect(searchOf(form({ rung: "contact", given_names: "Ana", first_surname: "Soto", birth_date: "5-3-2009" }))).toEqual({ text: "Ana Soto", birth_date: "2009-03-05" });
    expect(searchOf(form({ rung: "contact", phone: "9 0000 0001" }))).toEqual({ phone: "9 0000 0001" });
  });
  test("a RUN says it alone, once it is right", () => {
    expect(searchOf(form({ rung: "run", run: "12345678-5", given_names: "Ana" }))).toEqual({ run: "12.345.678-5" });
    expect(searchOf(form({ rung: "run", run: "12345678-6" }))).toBeNull();
  });
});

test("the social name is how a person is called", () => {
  expect(callName({ social_name: "Martina", given_names: "Josefa", alias: "M" })).toBe("Martina");
  expect(callName({ given_names: "Josefa", first_surname: "Rojas" })).toBe("Josefa Rojas");
  expect(callName({ alias: "Dani" })).toBe("Dani");
  expect(callName({})).toBe("");
});

test("a birth date is worth more than a stated age; none is none", () => {
  expect(ageOf({ birth_date: "2010-01-01", age_stated: 18 }, today)).toBe(16);
  expect(ageOf({ age_stated: 0 }, today)).toBe(0);
  expect(ageOf({}, today)).toBeUndefined();
});
