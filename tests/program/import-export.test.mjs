import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Installation, engines } from "./installation.mjs";

const shipped = fileURLToPath(new URL("../../data/directory.csv", import.meta.url));
const services = (installation) => installation.ask("SELECT count(*) FROM service");
const imports = (installation) => installation.ask("SELECT count(*) FROM audit_entry WHERE action = 'directory.import'");

for (const engine of engines) {
  test(`${engine}: the shipped lines go in, come out, and change nothing when they come back`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());

    const nowhere = await at.run("import", "directory", shipped, "--dry-run");
    assert.equal(nowhere.status, 1, "trying is not founding");
    assert.equal(existsSync(at.data), false);
    await at.run("institution", "add", "Red Demo", "--sector", "municipal", "--nature", "public_body");
    const trial = await at.run("import", "directory", shipped, "--dry-run");
    assert.equal(trial.status, 0, trial.complained);
    assert.match(trial.said, /nuevas 36, cambian 0, iguales 0, no vienen 0, rechazadas 0/);
    assert.match(trial.said, /L03 {2}Línea Prevención del Suicidio/);
    assert.match(trial.said, /no se guardó nada/);
    assert.equal(services(at), "0");

    assert.equal((await at.run("import", "directory", shipped)).status, 0);
    assert.equal(services(at), "36");
    assert.equal(imports(at), "1");

    const file = at.path("catastro.csv");
    assert.equal((await at.run("export", "directory", file)).status, 0);
    const text = readFileSync(file, "utf8");
    assert.equal((await at.run("export", "directory")).said, text, "to a file or to the console, the same");
    const again = await at.run("import", "directory", file);
    assert.equal(again.status, 0, again.said);
    assert.match(again.said, /nuevas 0, cambian 0, iguales 36/);
    assert.match(again.said, /No hay nada que cambiar/);
    assert.equal(imports(at), "1", "nothing happened, so nothing is told");

    const verified = await at.run("audit", "verify");
    assert.equal(verified.status, 0, verified.said);
  });

  test(`${engine}: the difference names each field; rows that do not come stay unless told otherwise`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());
    await at.run("import", "directory", shipped);
    const file = at.path("cambios.csv");
    await at.run("export", "directory", file);
    const rows = readFileSync(file, "utf8").split("\r\n");
    const without = rows.filter((row) => !row.startsWith("L36,")).map((row) => row.replace(/^L04,Fono Drogas y Alcohol 1412/, "L04,Fono Drogas"));
    writeFileSync(file, without.join("\r\n"));

    const trialInEnglish = await at.run("import", "directory", file, "--dry-run", "--lang=en");
    assert.match(trialInEnglish.said, /new 0, changed 1 \(1 cell\), the same 34, not in the file 1, refused 0/);
    assert.match(trialInEnglish.said, /line 5, L04 {2}Fono Drogas\n {4}name: “Fono Drogas y Alcohol 1412” → “Fono Drogas”/);
    assert.match(trialInEnglish.said, /only a trial: nothing was saved/);

    const changed = await at.run("import", "directory", file);
    assert.equal(changed.status, 0, changed.said);
    assert.match(changed.said, /cambian 1 \(1 celda\), iguales 34, no vienen 1/);
    assert.match(changed.said, /línea 5, L04 {2}Fono Drogas\n {4}name: «Fono Drogas y Alcohol 1412» → «Fono Drogas»/);
    assert.match(changed.said, /No vienen en el archivo: quedan como están; con --retire-missing dejan de ofrecerse\n {2}L36/);
    assert.equal((await at.run("export", "directory")).said.includes("\nL36,"), true);

    assert.equal((await at.run("import", "directory", file, "--retire-missing")).status, 0);
    assert.equal((await at.run("export", "directory")).said.includes("\nL36,"), false);
    assert.equal(services(at), "36", "kept for old referrals");

    const back = await at.run("import", "directory", shipped);
    assert.match(back.said, /L36 .*\n {4}is_active: «no» → «yes»/);
    assert.equal((await at.run("export", "directory")).said.includes("\nL36,"), true);
  });

  test(`${engine}: a Latin-1 file with broken rows is refused whole, by line, column and reason`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());
    const file = at.path("latin1.csv");
    const text =
      "code;name;institution;kind;topics;coverage;source;verified;age_min\n" +
      "A;Línea Ñuñoa;Fundación;counselling;salud mental;Ñuñoa;ficha;press;15\n" +
      'B;"abierta;x;general;health;national;x;press;1\n' +
      "C;Otra;x;general;health;national;x;press;-7\n" +
      "D;Tres;x;general;health\n" +
      "E;Cuatro;x;otra;nada;national;x;press;abc\n";
    writeFileSync(file, Buffer.from(text, "latin1"));
    const refused = await at.run("import", "directory", file);
    assert.equal(refused.status, 1);
    assert.match(refused.said, /Windows-1252, separador «;», 5 filas/);
    assert.match(refused.said, /nuevas 1, cambian 0, iguales 0, no vienen 0, rechazadas 4 \(por 6 errores\)/);
    assert.match(refused.said, /A {2}Línea Ñuñoa \(Fundación\)/);
    assert.match(refused.said, /línea 3, columna name: Hay comillas que se abren y no se cierran/);
    assert.match(refused.said, /línea 4, columna age_min, «-7»: Las edades van de 0 a 120 años/);
    assert.match(refused.said, /línea 5: La fila no tiene el mismo número de celdas/);
    assert.match(refused.said, /No se guardó nada/);
    assert.equal(services(at), "0");
    assert.equal(imports(at), "0");

    for (const [name, bytes, says] of [
      ["vacio.csv", "", /vacío/],
      ["nulos.csv", "a\0b\0c", /bytes nulos/],
      ["titulos.csv", "codigo,nombre\nA,b\n", /línea 1, columna codigo: Esta columna no existe/],
    ]) {
      writeFileSync(at.path(name), bytes);
      const answer = await at.run("import", "directory", at.path(name));
      assert.equal(answer.status, 1, name);
      assert.match(answer.said + answer.complained, says);
    }
    assert.match((await at.run("import", "directory", at.path("no-existe.csv"))).complained, /no se puede leer/);
    const folder = await at.run("import", "directory", at.path("."));
    assert.equal(folder.status, 1, "a folder is no file");
    assert.match(folder.complained, /no se puede leer/);
    assert.equal((await at.run("import", "nada", file)).status, 2);
    assert.equal((await at.run("export", "directory", "/no/hay/carpeta.csv")).status, 1);
  });
}
