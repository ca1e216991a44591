// The console: what went wrong is named, help is given after any command, and it speaks the operator's language.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { engines, Installation } from "./installation.mjs";

/// Without any installation: what is only said.
const say = (words, environment = {}) =>
  new Promise((resolve) =>
    execFile(process.env.HEBRA_TEST_PROGRAM, words, { env: { PATH: process.env.PATH, ...environment } }, (error, said, complained) =>
      resolve({ status: error ? error.code : 0, said, complained }),
    ),
  );

test("help is given for the whole and after a command, and is no error", async () => {
  const all = await say(["--help"]);
  assert.equal(all.status, 0);
  assert.match(all.said, /serve\s+sirve la aplicación/);
  for (const word of ["--help", "-h"]) {
    const one = await say(["user", "add", word]);
    assert.equal(one.status, 0);
    assert.match(one.said, /hebra user add CORREO --name NOMBRE/);
  }
  assert.equal((await say([])).status, 2);
});

test("it speaks English where the operator does", async () => {
  for (const environment of [{ LANG: "en_GB.UTF-8" }, { LC_ALL: "en_US.UTF-8", LANG: "es_CL.UTF-8" }])
    assert.match((await say(["--help"], environment)).said, /serves the application/);
  assert.match((await say(["--lang=en", "--help"])).said, /serves the application/);
  assert.match((await say(["--help", "--lang=es"], { LANG: "en_GB.UTF-8" })).said, /sirve la aplicación/);
  for (const environment of [{}, { LANG: "C.UTF-8" }, { LC_ALL: "es_CL.UTF-8", LANG: "en_GB.UTF-8" }])
    assert.match((await say(["--help"], environment)).said, /sirve la aplicación/);
});

for (const engine of engines) {
  let place;
  before(async () => {
    place = new Installation(engine);
    const founded = await place.run("institution", "add", "Línea Demo", "--sector", "helpline", "--nature", "public_body");
    assert.equal(founded.status, 0, founded.complained);
  });
  after(() => place.remove());

  test(`${engine}: what is wrong with an account's command is named`, async () => {
    const add = (...words) => place.run("user", "add", "ana@linea.demo", "--name", "Ana Soto", ...words);
    const complaints = [
      [await add("--institution", "Otra", "--role", "admin"), /institución con ese nombre \(--institution\)/],
      [await add("--institution", "Línea Demo", "--role", "reina"), /rol no existe \(--role\)/],
      ...(await Promise.all(
        ["ana", "ana@", "ána@linea.demo", "ana @linea.demo", " "].map(async (email) => [
          await place.run("user", "add", email, "--name", "Ana Soto", "--institution", "Línea Demo", "--role", "admin"), /correo completo/,
        ]),
      )),
      [await place.run("user", "add", "ana@linea.demo", "--institution", "Línea Demo", "--role", "admin"), /cómo se llama .*--name/],
      [await place.run("user", "add", "ana@linea.demo", "--name", "  ", "--institution", "Línea Demo", "--role", "admin"), /cómo se llama .*--name/],
      [await place.run("user", "list", "--institution", "Otra"), /institución con ese nombre/],
      [await place.run("user", "disable", "nadie@linea.demo"), /Ninguna cuenta tiene ese correo/],
      [await place.run("user", "enable", "nadie@linea.demo"), /Ninguna cuenta tiene ese correo/],
      [await place.run("user", "reset", "nadie@linea.demo"), /Ninguna cuenta tiene ese correo/],
      [await place.run("user", "disable", "nadie@linea.demo", "--lang=en"), /No account has that e-mail/],
    ];
    for (const [answer, named] of complaints) {
      assert.equal(answer.status, 1);
      assert.match(answer.complained, named);
      assert.doesNotMatch(answer.complained, /No existe, o no es de su institución/);
    }
    assert.equal((await add("--institution", "Línea Demo", "--role", "admin")).status, 0);
    assert.match((await place.run("user", "enable", "ana@linea.demo")).complained, /no está desactivada/);
  });
}
