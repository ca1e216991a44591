import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFloors } from "./floors.mjs";

const findings = (tree) => Object.values(checkFloors(tree)).flat();

const sound = {
  "src/base/id.hpp": "#include <array>\n#include <fmt/format.h>\n",
  "src/platform/db/database.cpp": '#include "base/id.hpp"\n#include <sqlite3.h>\n',
  "src/platform/db/database.hpp": "",
  "src/features/directory/api.hpp": '#include "platform/db/database.hpp"\n',
  "src/features/directory/store.hpp": "",
  "src/features/referrals/service.cpp": '#include "features/directory/api.hpp"\n',
  "src/features/arrows.txt": "# who may ask whom\nreferrals -> directory\n",
};

test("a sound house has no findings", () => assert.deepEqual(findings(sound), []));

test("an include that goes up is found", () => {
  const found = findings({ ...sound, "src/base/id.hpp": '#include "platform/db/database.hpp"\n' });
  assert.deepEqual(found, ["src/base/id.hpp:1: base stands below platform/db"]);
});

test("an include of a file that is not there is found", () => {
  assert.match(findings({ ...sound, "src/base/a.cpp": '\n#include "base/gone.hpp"\n' })[0], /a.cpp:2: "base\/gone.hpp" is not there/);
});

test("a feature that looks into another's store, or without an arrow, is found", () => {
  const inside = { ...sound, "src/features/referrals/service.cpp": '#include "features/directory/store.hpp"\n' };
  assert.match(findings(inside)[0], /only through its ids.hpp and api.hpp/);
  assert.match(findings({ ...sound, "src/features/arrows.txt": "" })[0], /no arrow "referrals -> directory"/);
});

test("arrows and rooms in a circle are found", () => {
  const arrows = { ...sound, "src/features/arrows.txt": "referrals -> directory\ndirectory -> mesas\nmesas -> referrals\n" };
  assert.match(findings(arrows)[0], /circle: referrals -> directory -> mesas -> referrals/);
  const rooms = {
    "src/platform/a/a.hpp": '#include "platform/b/b.hpp"\n',
    "src/platform/b/b.hpp": '#include "platform/a/a.hpp"\n',
  };
  assert.deepEqual(findings(rooms), ["platform/a -> platform/b -> platform/a"]);
});

test("a library outside its door, or without one, is found", () => {
  assert.match(findings({ "src/core/people/store.cpp": "#include <sqlite3.h>\n" })[0], /belongs to platform\/db/);
  assert.match(findings({ "src/access/users/a.cpp": "#  include <spdlog/spdlog.h>\n" })[0], /belongs to platform\/log/);
  assert.match(findings({ "src/base/a.cpp": "#include <zmq/zmq.h>\n" })[0], /no door yet/);
  assert.match(findings({ "src/base/a.cpp": "#include <gtest/gtest.h>\n" })[0], /no door yet/);
  assert.deepEqual(findings({ "src/base/a_test.cpp": "#include <gtest/gtest.h>\n" }), []);
  const shared = { "src/base/given.hpp": "#include <gtest/gtest.h>\n", "src/base/a_test.cpp": '#include "base/given.hpp"\n' };
  assert.deepEqual(findings(shared), []);
  assert.deepEqual(findings({ ...shared, "src/base/a_test.cpp": '#include "base/more.hpp"\n', "src/base/more.hpp": '#include "base/given.hpp"\n' }), []);
  assert.match(findings({ ...shared, "src/base/a.cpp": '#include "base/given.hpp"\n' })[0], /no door yet/);
});
