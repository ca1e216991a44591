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

/// A day so many days from now, as the API writes it.
function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/// One move by the receiving institution; `context.received` is the referral as it then stands.
async function receive(context, action, more = {}) {
  const seen = context.received ?? (await context.intake.get(`/api/v1/referrals/${context.referral.id}`));
  context.received = await context.intake.post(`/api/v1/referrals/${seen.id}/moves`, { action, version: seen.version, questions: [], ...more });
}

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
    name: "the directory says who can help, and who nearly could",
    async run(context) {
      const found = await context.agent.get("/api/v1/directory/match?age=17&comuna=13104&topic=mood_anxiety&any_time=true");
      const fits = found.matches.find(({ service }) => service.name.includes("CESFAM Demo Norte"));
      assert.ok(fits, "the demo's health centre is not among the matches");
      assert.ok(fits.fits.length > 0, "a match without reasons");
      context.service = fits.service;
      return `${found.matches.length} fit, ${found.near_misses.length} nearly`;
    },
  },
  {
    name: "the agent refers the person, with consent and three lines",
    async run(context) {
      const draft = await context.agent.post("/api/v1/referrals", {
        person_id: context.person.id,
        service_id: context.service.id,
        kind: "warm",
        urgency: "priority",
        topic: "mood_anxiety",
        content: {
          who: "Millaray, 17 años, Comuna Demo.",
          what: "Ánimo bajo hace dos meses.",
          ask: "Primera hora esta semana, por la tarde.",
          wish: "Dormir bien.",
          share: ["names", "birth_date"],
          health: [],
          unmet: [],
          basis: { kind: "consent", consent: { giver: "person", method: "verbal", child_assent: "yes", valid_until: inDays(90), text_version: "consent.1" } },
        },
      }, 201);
      assert.equal(draft.status, "draft");
      const sent = await context.agent.post(`/api/v1/referrals/${draft.id}/moves`, { action: "send", version: draft.version, questions: [] });
      assert.equal(sent.status, "sent");
      context.referral = sent;
      return `${sent.package.items.length} things travel`;
    },
  },
  {
    name: "a stranger's institution is told that there is no such referral",
    async run({ stranger, referral }) {
      await stranger.get(`/api/v1/referrals/${referral.id}`, 404);
      const { items } = await stranger.get("/api/v1/referrals?box=inbox");
      assert.deepEqual(items, []);
    },
  },
  {
    name: "the receiving institution finds it in its inbox and accepts it",
    async run(context) {
      context.intake = await context.signIn("recepcion@cesfam.demo");
      const { items } = await context.intake.get("/api/v1/referrals?box=inbox&status=sent");
      assert.ok(items.some((item) => item.id === context.referral.id), "it is not in the inbox");
      await receive(context, "acknowledge");
      assert.equal(context.received.package.identity.first_surname, "Quilodrán");
      assert.equal(context.received.content, undefined, "the receiver sees the origin's own writing");
      await receive(context, "accept");
      assert.ok(context.received.person_id, "the receiver has no row of its own");
    },
  },
  {
    name: "the first contact is confirmed: the baton passes",
    async run(context) {
      await receive(context, "confirm_first_contact", { at: new Date().toISOString(), with_whom: "Psicóloga de turno" });
      await receive(context, "start_service");
    },
  },
  {
    name: "the outcome returns to the origin",
    async run(context) {
      await receive(context, "report_outcome", { code: "completed", text: "Tuvo su primera hora y seguirá en control." });
    },
  },
  {
    name: "the origin asks the person and closes",
    async run(context) {
      const open = await context.agent.get(`/api/v1/referrals/${context.referral.id}`);
      assert.equal(open.status, "outcome_reported");
      const tried = await context.agent.post(`/api/v1/referrals/${open.id}/tries`, { channel: "phone", at: new Date().toISOString(), result: "no_answer" });
      assert.equal(tried.tries, 1);
      const closed = await context.agent.post(`/api/v1/referrals/${open.id}/moves`, {
        action: "close_verified", version: open.version, questions: [], text: "Dice que le sirvió.",
        asked: { channel: "phone", at: new Date().toISOString(), answered_by: "person" },
      });
      assert.equal(closed.status, "closed_verified");
      return `${closed.moves.length} moves`;
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
