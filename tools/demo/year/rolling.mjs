// Harrowmere, which asks each organisation when it falls due, and grades by itself from 0 to 3. One
// long return is there and half graded.
import { formsIn } from "../../attack/html.mjs";
import { itemsOf } from "./evaluating.mjs";

const arts = "Mere Arts and Leisure Trust";
const buses = "Mere Valley Buses";

export async function rollingBegins({ harrowmere }) {
  await harrowmere.change(arts, { done: "2025-03-05" });
  await harrowmere.change(buses, { done: "2025-06-11" });
  await harrowmere.ask([arts, buses], {
    title: "Section 11 return, each when it falls due",
    period: "Rolling 2027",
    due: "2027-06-30",
    rolling: true,
  });
}

// Each item of a standard has a text of that standard.
export async function longReturn({ agency }) {
  const one = agency("mere-arts");
  for (const [section, texts] of Object.entries(one.words.sections)) {
    const page = `/form/${section}`;
    const form = formsIn(await one.lead.open(page), page).find(({ action }) => action === page);
    const boxes = form.fields.filter(({ name }) => /^box-.*-evidence$/.test(name));
    const said = boxes.map(({ name }, at) => [name, texts[at % texts.length]]);
    await one.lead.send(page, page, { ...Object.fromEntries(said), go: "next" });
  }
  await one.send();
}

const said = [
  ["2", "Good. The figures are there, and they were checked."],
  ["3", "Outstanding: the answer was found by asking, and acted on."],
  ["1", "The minimum is met. Who stands in when the lead is away is not said."],
  ["2", ""],
];

export async function halfGraded({ harrowmere }) {
  const held = `/returns/${await harrowmere.held(arts)}`;
  const page = `${held}/evaluation`;
  await harrowmere.hands.send(held, `${held}/acknowledge`);
  await harrowmere.hands.send(page, page);
  const items = itemsOf(await harrowmere.hands.open(page));
  for (const [at, item] of items.slice(0, 22).entries()) {
    const [grade, comment] = said[at % said.length];
    await harrowmere.hands.send(item, item, { grade, comment, go: "skip" });
  }
}
