// The main job, step by step. A step throws when what it sees is not what a person at work would need to see;
// what it returns is shown beside its time.
import assert from "node:assert/strict";

/// Invented, as everybody in the demo network is.
const person = {
  identity: "identified",
  given_names: "Millaray Demo",
  first_surname: "Quilodrán",
  second_surname: "Prueba",
  birth_date: "2009-03-14",
};

export const steps = [
  {
    name: "the demo network is made",
    async run({ program }) {
      await program.run("demo");
    },
  },
  {
    name: "the server is ready",
    async run({ program }) {
      await program.serve();
    },
  },
  {
    name: "an agent of one institution and one of a stranger's sign in",
    async run(context) {
      context.agent = await context.signIn("agente@linea.demo");
      context.stranger = await context.signIn("agente@otra.demo");
    },
  },
  {
    name: "the agent records a person",
    async run(context) {
      context.person = await context.agent.post("/api/v1/people", person, 201);
      assert.equal(context.person.given_names, person.given_names);
      return context.person.thread_code;
    },
  },
  {
    name: "the agent finds the person by a misspelt name",
    async run({ agent, person }) {
      const { items } = await agent.post("/api/v1/people/search", { text: "millarai kilodran" });
      assert.ok(items.some((item) => item.id === person.id), `not among the ${items.length} found`);
      assert.ok(!JSON.stringify(items).includes("Quilodrán"), "the list shows the whole name");
    },
  },
  {
    name: "the agent opens the record",
    async run({ agent, person }) {
      const opened = await agent.get(`/api/v1/people/${person.id}`);
      assert.equal(opened.first_surname, "Quilodrán");
    },
  },
  {
    name: "the stranger is told that there is no such person",
    async run({ stranger, person }) {
      await stranger.get(`/api/v1/people/${person.id}`, 404);
      const { items } = await stranger.post("/api/v1/people/search", { text: "Millaray Quilodrán" });
      assert.deepEqual(items, []);
    },
  },
  {
    name: "the record says who looked",
    async run({ agent, person }) {
      const { items } = await agent.get(`/api/v1/people/${person.id}/views`);
      assert.ok(items.length >= 2, `${items.length} entries`);
      return `${items.length} entries`;
    },
  },
  {
    name: "the server ends in order",
    async run({ program }) {
      assert.equal(await program.stop(), 0);
    },
  },
  {
    name: "the audit chain verifies offline",
    async run({ program }) {
      return (await program.run("audit", "verify")).split("\n").at(-1);
    },
  },
];
