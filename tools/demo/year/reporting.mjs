// What the board of Port Sallow has on paper by its meeting in March: a report to the school, the
// overview with what it concludes there, the month's highlights, the plan, and the chair's pack.
import { formsIn } from "../../attack/html.mjs";
import { dayOf } from "./board.mjs";
import { day, optionIn, until } from "./hands.mjs";

const school = "Sallow Point Primary School";
const wave = "Section 11 return, spring 2027";
const february = { ...day("from", dayOf("2027-02-01")), ...day("to", dayOf("2027-02-28")) };
const thisYear = { ...day("from", dayOf("2027-01-01")), ...day("to", dayOf("2027-03-31")) };

const concluded = {
  Conclusions: [
    "1. The school meets what the board asks, and found its weak point by asking.",
    "2. Families who speak other languages at home are heard less than others.",
  ].join("\n"),
  Recommendations: [
    "1. Write one plan about families’ views, with interpreters in it.",
    "2. Tell the board in the autumn what families changed.",
  ].join("\n"),
};

// Papers take a closed room and two programs each, one after the other.
const patience = 180_000;

class Reporting {
  constructor(board, chair) {
    this.hands = board.hands;
    this.chair = chair;
  }

  async make(kind, choose) {
    const page = `/reports/new?kind=${kind}`;
    const chosen = choose(await this.hands.open(page));
    return (await this.hands.send(page, "/reports", chosen)).path.split("?")[0];
  }

  // Into the section below that heading, after what the records say there, or in its place.
  async write(report, heading, words, { inPlace = false } = {}) {
    const html = await this.hands.open(report);
    const key = new RegExp(`<h2 class="app-h2" id="([^"]+)">${heading}</h2>`).exec(html)?.[1];
    if (!key) throw new Error(`${report} has no section ${heading}`);
    const action = `${report}/sections/${key}`;
    const form = formsIn(html, report).find((one) => one.action === action);
    const area = `words-${key}`;
    const drafted = form.fields.find(({ name }) => name === area).value.trim();
    const all = inPlace ? [words] : [drafted, words];
    await this.hands.press(form, { [area]: all.filter(Boolean).join("\n\n") });
  }

  // Says something wherever the page wants words before it can be finished.
  async complete(report, words) {
    const html = await this.hands.open(report);
    const form = formsIn(html, report).find((one) => one.action.includes("/sections/"));
    const empty = form.fields.filter(
      ({ type, value }) => type === "textarea" && value.trim() === "",
    );
    if (empty.length === 0) return;
    await this.hands.press(form, Object.fromEntries(empty.map(({ name }) => [name, words])));
  }

  finish(report) {
    return this.hands.send(report, `${report}/finish`);
  }

  async sign(report, on) {
    const { name, position: role } = this.chair;
    const said = { name, role, ...day("on", dayOf(on)) };
    await this.chair.send(report, `${report}/sign`, said);
  }

  // Asks for the newest version in these formats and waits until each is there. Where the machine
  // gives no closed room for the programs that make them, the year goes on without.
  async onPaper(report, formats) {
    const page = /href="([^"]+\/files)"/.exec(await this.hands.open(report))[1];
    for (const format of formats) {
      const form = formsIn(await this.hands.open(page), page).find(
        (one) => one.fields.find(({ name }) => name === "format")?.value === format,
      );
      await this.hands.press(form, {});
    }
    const made = async () => !(await this.hands.open(page)).includes("data-waits");
    await until(`the papers of ${report} are made`, made, patience).catch(({ message }) =>
      console.log(`${message}; they are tried again by themselves`),
    );
  }
}

async function toTheSchool(reporting) {
  const report = await reporting.make("organisation", (html) => ({
    of_return: optionIn(html, "of_return", school),
  }));
  for (const [heading, words] of Object.entries(concluded)) {
    await reporting.write(report, heading, words, { inPlace: true });
  }
  await reporting.complete(report, "Nothing further.");
  await reporting.finish(report);
  await reporting.sign(report, "2027-03-12");
  return report;
}

async function highlights(reporting) {
  const report = await reporting.make("highlight", () => february);
  await reporting.complete(report, "Nothing to say.");
  await reporting.finish(report);
  await reporting.sign(report, "2027-03-12");
  return report;
}

// Every conclusion and recommendation of the report to the school is taken over.
async function lift(reporting, overview) {
  const html = await reporting.hands.open(overview);
  const form = formsIn(html, overview).find((one) => one.action === `${overview}/lift`);
  const all = form.fields.filter(({ name }) => name === "lift").map(({ value }) => value);
  await reporting.hands.press(form, { lift: all });
}

export async function onPaper({ board, hands }) {
  const reporting = new Reporting(board, hands("port-sallow", "chair"));
  const papers = [await toTheSchool(reporting), await highlights(reporting)];
  papers.push(await reporting.make("improvement_plan", () => thisYear));
  const of = (html) => ({ exercise: optionIn(html, "exercise", wave) });
  const overview = await reporting.make("overview", of);
  await lift(reporting, overview);
  await reporting.write(
    overview,
    "Methodology",
    "The group read every return twice, and asked to see **one piece of evidence** from each.",
  );
  papers.push(overview);
  const ids = papers.map((path) => path.split("/").at(-1));
  const pack = await reporting.make("pack", (html) => ({ ...of(html), papers: ids }));
  await reporting.onPaper(overview, ["pdf", "docx", "odt"]);
  await reporting.onPaper(pack, ["pdf"]);
}
