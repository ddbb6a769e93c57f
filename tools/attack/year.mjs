// The working year of boards, so that there is something of it to go after: questions and guidance,
// support, samples, reviews, plans, actions, reminders, grades. Through the pages, as people do it.
import { randomUUID } from "node:crypto";
import { formsIn } from "./html.mjs";
import { plantPapers } from "./papers.mjs";
import { Refused, arrived, must, sendForm } from "./plant.mjs";

const force = "thornmere-police";
const day = (name, [d, m, y]) => ({
  [`${name}_day`]: d,
  [`${name}_month`]: m,
  [`${name}_year`]: y,
});

// Forms on a page that go to an address like this one, in their order.
async function actionsOn(visitor, page, pattern) {
  const { text } = await visitor.ask("GET", page);
  return formsIn(text, page)
    .filter((one) => one.method === "POST" && pattern.test(one.action))
    .map((one) => one.action);
}

async function linkOn(visitor, page, pattern) {
  const { text } = await visitor.ask("GET", page);
  return pattern.exec(text)?.[1];
}

// Every item with the first grade that there is, and a reason.
export async function gradeAll(manager, page) {
  const { text } = await manager.ask("GET", page);
  const items = new Set(
    [...text.matchAll(/href="(\/returns\/[^"?#]+\/evaluation\/items\/[^"?#/]+)/g)].map(
      ([, at]) => at,
    ),
  );
  for (const item of items) {
    await once(manager, item, item, { go: "skip", comment: "So it is.", reason: "We saw it." });
  }
}

// To each board about the item that stands beside one question: guidance is about items alone.
async function askAboutItem(lead, requests) {
  const page = "/asked/new?from=C1.1";
  const { text } = await lead.ask("GET", page);
  for (const [, about] of text.matchAll(/name="about" value="([0-9a-f-]{36}\/[^"]+)"/g)) {
    await sendForm(lead, page, "/asked", { about });
  }
}

// What is there already stays as it is: then the page has no such form.
async function once(...form) {
  try {
    return await sendForm(...form);
  } catch (error) {
    if (error instanceof Refused && error.message.includes("has no form for")) return null;
    throw error;
  }
}

const steps = {
  async questions(stage) {
    for (const code of [force, "moorland-ambulance", "fenwick-lane", "thistle-row"]) {
      const lead = stage.role(code, "lead");
      const { requests } = await must(lead, "GET", "/requests");
      for (const { request } of requests) {
        await sendForm(lead, "/asked/new", "/asked", { about: `${request}/` });
      }
      if (code === force) await askAboutItem(lead, requests);
    }
  },

  async guidance(stage) {
    for (const { manager } of stage.held.slice(0, 3)) {
      const item = /href="\/threads\/([0-9a-f-]{36})"[^>]*>(?!The whole return)/;
      const asked = await linkOn(manager, "/questions", item);
      if (!asked) continue;
      await sendForm(manager, `/threads/${asked}`, `/threads/${asked}`, { words: "Them too." });
      await once(manager, `/guidance/new?thread=${asked}`, "/guidance", {
        question: "Who counts as staff?",
        answer: "Everybody who works with children.",
        go: "publish",
      });
      const page = await manager.ask("GET", "/support/new");
      const [, entry] = /name="entry" value="([0-9a-f-]{36})"/.exec(page.text);
      const said = { ...day("on", ["1", "2", "2027"]), entry };
      await sendForm(manager, "/support/new", "/support", said);
    }
  },

  async samples(stage) {
    for (const { manager, held } of stage.held) {
      const page = `/returns/${held}/samples`;
      await sendForm(manager, page, page, { amount: "2", seed: "" });
    }
  },

  async plans(stage) {
    for (const { manager, held } of stage.held) {
      const page = `/returns/${held}/plan`;
      await once(manager, page, page, {
        words: "Who does what.",
        ...day("due", ["30", "4", "2027"]),
      });
    }
    for (const code of [force, "thistle-row"]) {
      const lead = stage.role(code, "lead");
      const { text } = await lead.ask("GET", "/our-plans");
      const all = [...text.matchAll(/href="(\/our-plans\/[0-9a-f-]{36})"/g)].map(
        ([, path]) => path,
      );
      for (const path of all) {
        const forms = await actionsOn(lead, path, /our-plans/);
        if (forms.length === 0) continue;
        const page = await lead.ask("GET", path);
        const ids = [...page.text.matchAll(/name="commitments" value="([^"]+)"/g)].map(
          ([, v]) => v,
        );
        await sendForm(lead, path, path, { commitments: ids });
      }
    }
  },

  async reviews(stage) {
    const { manager, held } = stage.held.find((one) => one.board === "harrowmere");
    const member = stage.role("harrowmere", "member");
    const page = `/peer-reviews/invite?return=${held}`;
    await sendForm(manager, page, "/peer-reviews/invite", {
      home: "The ambulance trust",
      return: held,
      ...day("until", ["30", "4", "2027"]),
    });
    const mine = await linkOn(
      member,
      "/reviews",
      /href="(\/reviews\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/,
    );
    if (!mine) throw new Error("no review was opened");
  },

  // Westmarch releases what it thinks, the others ask for changes or are at it still.
  async evaluations(stage) {
    for (const { board, manager, held } of stage.held) {
      const page = `/returns/${held}/evaluation`;
      await once(manager, page, page);
      if (board === "kingsreach" || board === "eldervale") {
        const back = `${page}/send-back`;
        const { text } = await manager.ask("GET", back);
        const [, name] = /<textarea[^>]*name="((?!words)[^"]+)"/.exec(text);
        const words = { [name]: "Say how often.", ...day("due", ["14", "5", "2027"]), go: "send" };
        await sendForm(manager, back, back, words);
        continue;
      }
      await gradeAll(manager, page);
      await once(manager, `${page}/finish`, `${page}/release`);
    }
  },

  papers: plantPapers,

  async reminders(stage) {
    for (const { manager, due_on: due, today } of stage.held.slice(0, 3)) {
      const left = (Date.parse(due) - Date.parse(today)) / 86400000;
      await sendForm(manager, "/set-up/reminders/steps/new", "/set-up/reminders/steps/new", {
        about: "return",
        when: "before",
        days: String(left - 2),
        at: "9:30",
        rung: "person",
        name: "In two days",
        subject: "{form} is due on {due}",
        body: "Hello {name}: {link}",
        do: "save",
      });
      await sendForm(manager, "/set-up/reminders", "/set-up/reminders", { on: "yes" });
      // Two, as who pauses one anew has another pause.
      const { text } = await manager.ask("GET", "/register");
      const entries = [...text.matchAll(/href="(\/register\/[0-9a-f-]{36})"/g)].map(([, at]) => at);
      for (const entry of [...new Set(entries)].slice(0, 2)) {
        const log = `${entry}/reminders`;
        await once(manager, log, "/reminders/pauses", { reason: "They are moving house" });
      }
    }
  },

  // What was promised is reported, with files that the boards may open.
  async reports(stage) {
    for (const code of [force, "thistle-row"]) {
      const lead = stage.role(code, "lead");
      const { text } = await lead.ask("GET", "/list");
      const all = new Set(
        [...text.matchAll(/href="(\/list\/[0-9a-f-]{36})"/g)].map(([, at]) => at),
      );
      for (const one of [...all].slice(0, 3)) {
        const page = await lead.ask("GET", one);
        const pieces = [
          ...page.text.matchAll(/name="piece" value="([^"]+)"[^>]*><label[^>]*>([^<]*)/g),
        ];
        const piece = pieces.filter(([, , title]) => /Mark/.test(title)).map(([, id]) => id);
        await sendForm(lead, one, `${one}/report`, { text: "It is done.", said: "done", piece });
      }
    }
  },

  // Something was written anew since it was sent: two boards are offered that. Not the board for
  // which there are words that nobody has yet.
  async newer(stage) {
    const lead = stage.role(force, "lead");
    const authoriser = stage.role(force, "authoriser");
    const { extras } = await must(lead, "GET", "/return");
    const unsent = extras.find((one) =>
      one.extras.some((each) => ["whole", "local_part"].includes(each.kind)),
    )?.request;
    await sendForm(lead, "/questions/C1.1", "/questions/C1.1", {
      describes: "Our newer words.",
      go: "next",
    });
    const { unit } = await must(lead, "GET", "/requests");
    const { boards } = await must(authoriser, "GET", "/check");
    const ready = boards.filter((one) => one.ready && one.request !== unsent);
    if (ready.length === 0) throw new Error("no newer version can be offered");
    for (const { request, queries } of ready.slice(-2)) {
      for (const { key } of queries) {
        await must(lead, "PUT", `/requests/${request}/explanations`, { key, text: "As written." });
      }
    }
    const said = { name: authoriser.name, position: authoriser.position, statement: "It is fair." };
    const headers = { "idempotency-key": randomUUID() };
    const body = { requests: ready.slice(-2).map((one) => one.request), unit, ...said };
    const sent = await must(authoriser, "POST", "/submissions", body, { headers });
    await arrived(authoriser, sent.submission);
  },

  // Two councils, each with sight of two boards: everything that can be granted.
  async sight(stage) {
    for (const [code, boards] of [
      ["thornmere-council", ["westmarch", "harrowmere"]],
      ["sallow-council", ["tarnbridge", "port-sallow"]],
    ]) {
      const looker = stage.role(code, "childrens_lead");
      const { text } = await looker.ask("GET", "/sight");
      const [number] = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/.exec(text);
      for (const board of boards) {
        await sendForm(stage.role(board, "manager"), "/board/sight/new", "/board/sight", {
          number,
          parts: ["register", "figures", "evaluations", "actions", "returns"],
          ...day("until", ["30", "9", "2027"]),
        });
      }
      // What a board may read, its council may here.
      looker.sees = boards;
    }
  },

  async actions(stage) {
    for (const { manager, board } of stage.held) {
      const page = await sendForm(manager, "/actions/new", "/actions", {
        ...day("due", ["12", "3", "2027"]),
      });
      const mail = /action="(\/actions\/[0-9a-f-]{36})\/mail"/.exec(page.text)?.[1];
      if (!mail)
        throw new Error(
          `${board}: no mail from here: ${page.text.replace(/<[^>]*>/g, " ").slice(0, 900)}`,
        );
      await sendForm(manager, mail, `${mail}/mail`);
    }
  },
};

// One return that each board holds, of the force where it has one.
async function heldBy(stage) {
  const all = [];
  for (const board of stage.boards) {
    const manager = stage.role(board, "manager");
    const { returns } = await must(manager, "GET", "/returns");
    const { today } = await must(stage.role(force, "lead"), "GET", "/requests");
    const there = returns.filter(({ return: id }) => id);
    const one =
      there.find(({ agency }) => agency === stage.visitors[0].names.get(force)) ?? there[0];
    if (one) all.push({ board, manager, held: one.return, ...one, today });
  }
  return all;
}

export async function plantYear(stage, only = Object.keys(steps)) {
  stage.held = await heldBy(stage);
  for (const name of only) await steps[name](stage);
}

export { steps };
