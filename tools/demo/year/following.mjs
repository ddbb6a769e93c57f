// What organisations do after they have sent: supply what was asked for, offer plans, say how their
// actions go. And what the board makes of it.
import { dayOf } from "./board.mjs";
import { day, linkIn, until } from "./hands.mjs";
import { filled, formsIn } from "../../attack/html.mjs";
import { multipart } from "../../attack/requests.mjs";

const linksTo = (html, pattern) => [
  ...new Set([...html.matchAll(pattern)].map(([, href]) => href)),
];

// Answers the request for the piece of that title, in words or with the file that it names.
export async function supply(lead, title, answer) {
  const path = linkIn(await lead.open("/evidence/asked"), title);
  const html = await lead.open(path);
  const form = formsIn(html, path).find((one) => one.action === path && one.method === "POST");
  const pairs = filled(form).filter(([name]) => name !== "answer");
  const sent = await lead.visitor.ask("POST", path, multipart([...pairs, ["answer", answer]]));
  lead.read(sent, path);
}

export async function accept(board, title) {
  const path = linkIn(await board.hands.open("/evidence-asked?state=answered"), title);
  await board.hands.send(path, path, { decision: "accept" });
}

// "done" or "under_way", with words and the pieces that show it.
export async function report(lead, what, said, text, { pieces = [], by } = {}) {
  const page = linkIn(await lead.open("/list"), what);
  const html = await lead.open(page);
  const piece = pieces.map((title) => pieceOn(html, title));
  const values = { said, text, ...(piece.length > 0 ? { piece } : {}) };
  if (by) Object.assign(values, day("new", dayOf(by)));
  await lead.send(page, `${page}/report`, values);
}

function pieceOn(html, title) {
  for (const [, id, words] of html.matchAll(
    /name="piece" value="([^"]+)"[^>]*><label[^>]*>([^<]*)/g,
  )) {
    if (words.includes(title)) return id;
  }
  throw new Error(`no piece ${title} to report with`);
}

// The board's own page of that action, once it has come so far.
export async function actionOf(board, what, { has, show = "" } = {}) {
  const query = `q=${encodeURIComponent(what)}${show ? `&show=${show}` : ""}`;
  return until(`the board has "${what}"`, async () => {
    const list = await board.hands.open(`/actions?${query}`);
    const path = linkIn(list, what, /^\/actions\/[0-9a-f-]{36}$/);
    if (!path || !has) return path;
    return (await board.hands.open(path)).includes(has) ? path : undefined;
  });
}

export async function verify(board, action, seen, told = "") {
  await board.hands.send(action, `${action}/verify`, { seen, told });
}

export async function offerPlan(lead) {
  const [path] = linksTo(await lead.open("/our-plans"), /href="(\/our-plans\/[0-9a-f-]{36})"/g);
  const ids = linksTo(await lead.open(path), /name="commitments" value="([^"]+)"/g);
  await lead.send(path, path, { commitments: ids });
}

// A member reads what was named for her, notes something on the first items and sends it.
export async function reviewed(member, notes) {
  const [path] = linksTo(
    await member.open("/reviews"),
    /href="(\/reviews\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/g,
  );
  for (const [at, note] of notes.entries()) {
    const forms = formsIn(await member.open(path), path).filter(
      (one) => one.action === `${path}/note`,
    );
    const area = forms[at].fields.find((one) => one.type === "textarea").name;
    await member.press(forms[at], { [area]: note });
  }
  await member.send(path, `${path}/send`);
}
