// The days of the year on which something happened, each with what. `board` is Port Sallow, which
// runs a wave; `mails` waits for what its reminders send.
import { optionIn } from "./hands.mjs";
import { accept, actionOf, offerPlan, report, reviewed, supply, verify } from "./following.mjs";
import { onPaper } from "./reporting.mjs";
import { halfGraded, longReturn, rollingBegins } from "./rolling.mjs";
import { january, wave } from "./setting_up.mjs";
import { councilLooks, councilsMaySee, offeredAgain, offeredInVain } from "./sharing.mjs";

// Two weeks in: the first reminders, the first questions, the first answers.
async function firstReminders({ board, agency, mails }) {
  await mails.reminded("First reminder");
  const school = agency("sallow-point");
  const contacts = linkTo(await school.lead.open("/contacts"), /action="([^"]+\/confirm)"/);
  await school.lead.send("/contacts", contacts);
  await school.ask(
    "5",
    "Do parents who help at lunchtime count as staff here? They come twice a week.",
  );
  await agency("merrow-youth-justice").ask(
    "",
    "We moved to the new service in January. May the new manager sign?",
  );
  await school.fill();
  await agency("merrow-youth-justice").fill();
  await board.change("Sallow Ferries", { name: "Sallow Island Ferries" });
}

const linkTo = (html, pattern) => pattern.exec(html)[1];

// Two weeks before the day: what was asked is answered, the first returns come, others are visited.
async function twoWeeksLeft({ board, agency, hands, evaluating, mails }) {
  await mails.reminded("Second reminder");
  await answerQuestion(board, "Do parents who help");
  await board.support({
    kind: "visit",
    on: "2027-02-04",
    names: ["Tideway Probation Service"],
    notes: "Went through the form with the team. They have the words, nobody has the time.",
  });
  await board.support({
    kind: "workshop",
    on: "2027-02-09",
    names: ["Lantern Fostering", "Saltmarsh House", "Pebble Nursery"],
    notes: "How to say how you know. Slides sent round.",
  });
  await endings(board);
  await board.ask(["Anchor Young Carers"], { join: wave, due: "2027-04-30" });
  await agency("sallow-point").file(
    "Photograph of the poster at each door",
    "poster.pdf",
    "School office",
    "poster",
  );
  for (const one of ["sallow-point", "harbour-college", "quayside-homes"]) {
    if (one !== "sallow-point") await agency(one).fill();
    await agency(one).send();
  }
  await evaluating.begin("Sallow Point Primary School", 10);
  await evaluating.sum(
    "Sallow Point Primary School",
    "Thank you for a clear return. We ask for one plan, about families’ views.",
  );
  await evaluating.secondLook("Sallow Point Primary School", "Please look at item 4.");
  const page = `${await evaluating.of("Sallow Point Primary School")}/evaluation`;
  await hands("port-sallow", "chair").send(`${page}/finish`, `${page}/second-look`, {
    answer: "Agreed, with thanks.",
    go: "agree",
  });
  await evaluating.release("Sallow Point Primary School");
}

async function answerQuestion(board, words) {
  const thread = await board.hands.row("/questions", words);
  await board.hands.send(thread, thread, {
    words: "Yes: whoever comes regularly counts, paid or not. Helping once at a fair does not.",
    go: "send",
  });
  await board.hands.send(`/guidance/new?thread=${thread.split("/").at(-1)}`, "/guidance", {
    question: "Who counts as staff?",
    answer:
      "Everybody who works with children regularly, paid or not. Somebody who helps once does not.",
    go: "publish",
  });
}

async function endings(board) {
  const merge = `/register/${await board.entry("Cockle Nursery")}/merge`;
  const into = optionIn(await board.hands.open(merge), "into", "Pebble Nursery");
  await board.hands.send(merge, merge, {
    into,
    reason: "One owner and one register since January",
  });
  const close = `/register/${await board.entry("Anchor Play Barn")}/close`;
  await board.hands.send(close, close, { reason: "The barn was sold" });
}

// The day itself: two more arrive, and what was promised last time is looked at.
async function dueDay({ board, agency, evaluating, mails }) {
  await mails.reminded("Due today");
  for (const one of ["breakwater-health", "sallow-families"]) {
    await agency(one).fill();
    await agency(one).send();
  }
  await agency("sallow-haven").fill();
  const school = agency("sallow-point");
  await report(
    school.lead,
    "Meet lunchtime staff",
    "done",
    "All eight were met on 9 February, and each can name the lead.",
    { pieces: ["Photograph of the poster"] },
  );
  const met = await actionOf(board, "Meet lunchtime staff", { has: "All eight were met" });
  await verify(board, met, "The poster and the list of those who came.", "Thank you.");
  const boats = await actionOf(board, "Two adults on every boat");
  await board.status(boats, "amber", "The sheet is printed; the season begins on 3 April.");
  const cases = await actionOf(board, "Note on each new case");
  await board.status(cases, "red", "Nothing heard since the visit of 4 February.");
  await evaluating.begin("Harbour Further Education College", 10, 2);
}

// Three days late: who is missing is written to, and the board looks closer.
async function threeDaysLate({ board, agency, hands, evaluating, mails }) {
  await mails.reminded("Three days late");
  await agency("lantern-fostering").fill();
  await agency("lantern-fostering").send();
  await evaluating.sum(
    "Harbour Further Education College",
    "A candid return. We ask you to name the lead on every shift by Easter.",
  );
  await evaluating.secondLook(
    "Harbour Further Education College",
    "Is our word on item 6 strong enough?",
  );
  await evaluating.begin("Quayside Homes", 4, 5);
  await evaluating.giveBack(
    "Quayside Homes",
    "2027-03-31",
    "Four of ten are not green, and two have no figure. A visit is offered.",
    {
      "4.evidence": "Say which of the six contracts lack the clause, and when each ends.",
      "7.evidence": "Say how many early help assessments you took part in.",
    },
  );
  await evaluating.begin("Breakwater Community Health Trust", 5, 3);
  const trust = "Breakwater Community Health Trust";
  await evaluating.askToSee(
    trust,
    "Audit of recruitment files",
    "To see the three files that were incomplete.",
    "2027-03-12",
  );
  await evaluating.askToSee(trust, "On-call table", "For one week of February.", "2027-03-24");
  await evaluating.sample(trust, "3", "Lottery of 27 February 2027: 4 8 15 16 23 42");
  const contractors = await actionOf(board, "Check every contractor");
  await board.status(contractors, "red", "Asked at the visit: two of nine firms have answered.");
  await evaluating.demandPlan(
    "Sallow Point Primary School",
    "Families’ views, in the languages that they speak.",
    "2027-03-12",
  );
  await evaluating.demandPlan(
    "Harbour Further Education College",
    "One line of accountability for the late shift.",
    "2027-04-15",
  );
  await evaluating.inviteReviewer("Port Sallow Children and Families", {
    person: "Meera Stanhope",
    home: "Breakwater Community Health Trust",
    until: "2027-03-31",
    about: "Training and the young people’s panel above all.",
  });
  await hands("port-sallow", "assistant").open("/board");
}

// A week later organisations have answered.
async function aWeekLater({ board, agency, hands, evaluating }) {
  const trust = agency("breakwater-health");
  await supply(
    trust.lead,
    "Audit of recruitment files",
    "Nine of twelve were complete. The three are marked; names are taken out.",
  );
  await accept(board, "Audit of recruitment files");
  const sample = linkTo(await board.hands.open("/samples"), /href="(\/samples\/[0-9a-f-]{36})"/);
  await evaluating.noteResult(
    sample,
    "partly",
    "It bears out what the form says for all teams but one.",
  );
  await reviewed(hands("port-sallow", "member"), [
    "Strong. The line to the leadership team is clear.",
    "The policy is short enough to be read. Our own could learn from it.",
  ]);
  await offerPlan(agency("sallow-point").lead);
  await report(
    trust.lead,
    "Supervision for sessional staff",
    "under_way",
    "Two of four clinics write it down since February.",
  );
  const supervision = await actionOf(board, "Supervision for sessional staff", {
    has: "Two of four clinics",
  });
  await board.status(supervision, "amber", "In time, if the island clinic follows in March.");
  await board.action({
    held: await board.held("Harbour Further Education College"),
    place: "6.",
    what: "Show the first ten papers of agency staff",
    how: "At the visit in May",
    lead: "Oriel Bassett",
    by: "2027-05-28",
  });
}

// Who of the board looks after what, and what was heard on the telephone.
async function share(board) {
  const anton = "Anton Pell";
  const heard = [
    ["Note on each new case", "Ines Calloway"],
    ["Check every contractor", anton],
    ["Name the lead at each handover", anton, "amber", "The log has had the line since 1 March."],
    ["Say at each handover", anton, "amber", "Two of four clinics have the board up."],
    ["Take part in early help", anton, "red", "Nobody is named yet."],
    ["Tell the panel what became", "Ines Calloway", "amber", "The letter is with the panel."],
  ];
  for (const [what, person, point, words] of heard) {
    const action = await actionOf(board, what);
    await board.give(action, person);
    if (point) await board.status(action, point, words);
  }
}

// The Friday before today.
async function lastFriday({ board, agency, evaluating }) {
  const plan = linkTo(
    await board.hands.open("/plans"),
    /href="(\/plans\/[0-9a-f-]{36})"[^>]*>Sallow Point/,
  );
  await evaluating.ratify(plan, {
    group: "Quality and audit group",
    on: "2027-03-11",
    minute: "2027/02, item 6",
  });
  await supply(
    agency("breakwater-health").lead,
    "On-call table",
    "The week of 8 February, with first names only.",
  );
  const school = agency("sallow-point");
  await report(
    school.lead,
    "Ask families in the three languages",
    "done",
    "Both parents’ evenings had interpreters; 31 families answered.",
  );
  await actionOf(board, "Ask families in the three languages", { has: "31 families answered" });
  await share(board);
  const docks = await actionOf(board, "Send a name for the group");
  await board.hands.send(docks, `${docks}/close`, { told: "The group was ended in February." });
  await board.action({
    name: "Merrow Coast Youth Justice Service",
    what: "Tell the board who leads in the new service",
    lead: "Kwame Eldridge",
    by: "2027-03-24",
  });
}

export const days = new Map([
  ["2027-01-12 09:05", [january, rollingBegins]],
  ["2027-01-15 09:35", [firstReminders]],
  ["2027-02-12 09:35", [twoWeeksLeft, councilsMaySee]],
  ["2027-02-26 09:35", [dueDay, longReturn]],
  ["2027-03-01 09:35", [threeDaysLate]],
  ["2027-03-08 09:35", [aWeekLater, halfGraded, offeredInVain]],
  ["2027-03-12 09:35", [lastFriday, offeredAgain, councilLooks, onPaper]],
]);
