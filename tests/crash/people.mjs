// What the writers write: invented people whose words are rare enough to be searched for in raw bytes afterwards.

const given = ["Zulimar", "Ayünrayen", "Eduvigis", "Wladimiro", "Ñaquilef", "Yeneskaya"];
const surnames = ["Ñeculmán", "Quidelaow", "Huenchullanca", "Xamanichoque", "Zúñigahue", "Pichicurav"];
const phrases = [
  "Llamo por la bicicleta azul de Zenobia",
  "No dejar recado con la abuela Eufrasia",
  "Contesta el vecino Onofre los lunes",
  "Preguntar antes si está en la huerta de Clodomira",
];

/// Modulo 11, in the range believed unissued (synthetic-data.md).
function run(number) {
  let sum = 0;
  let factor = 2;
  for (let rest = number; rest > 0; rest = Math.floor(rest / 10), factor = factor === 7 ? 2 : factor + 1) sum += (rest % 10) * factor;
  const check = 11 - (sum % 11);
  return `${number}-${check === 11 ? "0" : check === 10 ? "K" : check}`;
}

const phoneOf = (number) => `+5690000${String(number).padStart(4, "0")}`;
const phone = (chance) => phoneOf(chance.below(1000));
const name = (chance) => chance.pick(given);

function safeContact(chance) {
  return {
    channels: [{ kind: "phone", value: phone(chance), label: chance.pick(phrases), preferred: true, shared: false }],
    hours: [{ days: ["mon", "wed"], from: "16:00", to: "18:30", channel: "phone" }],
    voicemail: "neutral_only",
    voicemail_words: chance.pick(phrases),
    do_not_say: chance.pick(phrases),
  };
}

/// @param number different for every person of a run of the tests
export function newPerson(chance, number) {
  const level = chance.below(10);
  if (level === 0) return { identity: "anonymous", age_stated: 15 + chance.below(14) };
  if (level < 3) return { identity: "pseudonymous", alias: name(chance), phone: phone(chance) };
  return {
    identity: "identified",
    given_names: `${name(chance)} ${name(chance)}`,
    first_surname: chance.pick(surnames),
    second_surname: chance.pick(surnames),
    birth_date: `20${10 + chance.below(5)}-0${1 + chance.below(9)}-1${chance.below(10)}`,
    run: run(41_000_000 + number),
    phone: phone(chance),
    email: `${name(chance).toLowerCase()}.${number}@example.org`,
    comuna: "13104",
    ...(chance.percent(40) ? { safe_contact: safeContact(chance) } : {}),
  };
}

export function changeOf(person, chance) {
  const anyone = [
    () => ({ comuna: chance.pick(["13101", "05101", "09101"]) }),
    () => ({ gender: "Mujer", pueblo: chance.pick(["Mapuche", "Aymara"]) }),
  ];
  const known = [
    () => ({ phone: phone(chance) }),
    () => ({ social_name: name(chance) }),
    () => ({ safe_contact: safeContact(chance) }),
    () => ({ second_surname: chance.pick(surnames) }),
    () => ({ email: null }),
  ];
  return chance.pick(person.identity === "identified" ? [...anyone, ...known] : anyone)();
}

export const draftOf = (chance) => ({ summary: chance.pick(phrases), with: name(chance), minutes: chance.below(90) });

/// Somebody on the staff, added at the console.
export const staff = { email: "eduvigis.personal@example.org", name: "Eduvigis Quidelaow" };

// Whole: seven of their digits also fall in some hash, once in many runs.
const phones = Array.from({ length: 1000 }, (_, number) => phoneOf(number).slice(1));

/// Every word above and what identifies the demo's own staff and people: none of it may lie anywhere in the clear.
export const plantedWords = [
  ...given,
  ...surnames,
  ...phrases,
  "@example.org",
  ...phones,
  "eduvigis.personal",
  "@linea.demo",
  "@cesfam.demo",
  "@otra.demo",
  "Antonia Reyes",
  "Catrileo",
  "su tía Rosa",
  "hebra-demo",
];
/// The RUN of the person of this number, in each way somebody might write it.
export function plantedRun(number) {
  const [digits, check] = run(41_000_000 + number).split("-");
  return [`${digits}${check}`, `${digits.slice(0, 2)}.${digits.slice(2, 5)}.${digits.slice(5)}`, `${digits}-${check}`];
}

export const phraseOf = (chance) => chance.pick(phrases);

/// Somebody whom the health centre of the demo takes, known by name.
export function referredPerson(chance, number) {
  return {
    identity: "identified", given_names: `${name(chance)} ${name(chance)}`, first_surname: chance.pick(surnames),
    birth_date: `2009-0${1 + chance.below(9)}-1${chance.below(10)}`, run: run(41_000_000 + number), comuna: "13104",
  };
}
