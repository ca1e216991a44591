// From an empty folder to somebody who administers: what an operator types on the first day (docs/operations.md).
import assert from "node:assert/strict";
import { test } from "node:test";
import { Installation, engines } from "./installation.mjs";

for (const engine of engines) {
  test(`${engine}: an institution is founded, its administrator invited, and what is not understood says how it is written`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());
    const found = ["institution", "add", "Línea del Norte", "--sector", "helpline", "--nature", "private_nonprofit"];

    for (const wrong of [["institution"], ["institution", "add"], found.slice(0, 5), [...found.slice(0, 4), "faro", ...found.slice(5)], ["institution", "list", "otra"]]) {
      const refused = await at.run(...wrong);
      assert.equal(refused.status, 2, wrong.join(" "));
      assert.match(refused.complained, /helpline, health, childhood/);
    }
    for (const [where, named] of [
      [["--comuna", "99999"], /cinco cifras/],
      [["--region", "17"], /CUT, de 01 a 16/],
      [["--region", "05", "--comuna", "13104"], /no es de esa región/],
    ]) {
      const refused = await at.run(...found, ...where);
      assert.equal(refused.status, 1);
      assert.match(refused.complained, named);
    }
    for (const name of ["   ", "—", "x".repeat(121)]) assert.match((await at.run("institution", "add", name, ...found.slice(3))).complained, /el nombre de la institución/);
    assert.equal((await at.run("institution", "list")).said, "");

    const founded = await at.run(...found, "--comuna", "13104");
    assert.equal(founded.status, 0, founded.complained);
    assert.match(founded.said, /Siguiente paso: hebra user add/);
    for (const name of [found[2], "LINEA  DEL NORTE "]) {
      const twice = await at.run("institution", "add", name, ...found.slice(3));
      assert.equal(twice.status, 1);
      assert.match(twice.complained, /Ya hay una institución con ese nombre/);
    }
    assert.match((await at.run("institution", "list")).said, /^[0-9a-f-]{36} {2}Línea del Norte +helpline {2}coordina la red\n$/);

    const invited = await at.run("user", "add", "ana@linea.example", "--name", "Ana Soto", "--institution", "Línea del Norte", "--role", "admin");
    assert.equal(invited.status, 0, invited.complained);
    const token = invited.said.match(/\/entrar\/clave\/(\S+)/)?.[1];
    await at.program.serve();
    const post = (path, body) =>
      fetch(`${at.program.address}${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    assert.equal((await post(`/api/v1/password-resets/${token}`, { password: "una clave bien larga" })).status, 204);
    const session = await post("/api/v1/sessions", { user: "ana@linea.example", password: "una clave bien larga" });
    assert.equal(session.status, 201);
    const { token: bearer } = await session.json();
    const me = await (await fetch(`${at.program.address}/api/v1/me`, { headers: { Authorization: `Bearer ${bearer}` } })).json();
    assert.equal(me.institution.name, "Línea del Norte");
    assert.ok(me.permissions.includes("emergency_keep"));
    assert.doesNotMatch(session.headers.get("set-cookie"), /Secure/);
    assert.equal(await at.program.stop(), 0);

    at.program.place.push("--public_url=https://hebra.example.org");
    await at.program.serve();
    const again = await post("/api/v1/sessions", { user: "ana@linea.example", password: "una clave bien larga" });
    assert.match(again.headers.get("set-cookie"), /; Secure/, "an https address is enough, whatever `tls` says");
    const { token: later } = await again.json();
    const ask = () => fetch(`${at.program.address}/api/v1/me`, { headers: { Authorization: `Bearer ${later}` } });
    assert.equal((await ask()).status, 200);
    assert.equal((await at.run("user", "disable", "ana@linea.example")).status, 0);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    assert.equal((await ask()).status, 401, "a second after the console said so");
    assert.equal(await at.program.stop(), 0);
    assert.equal((await at.run("audit", "verify")).status, 0);
  });
}
