// Who else may look: boards let a council's children's lead read in parts, the lead looks, and an
// organisation that has sent offers a newer version twice.
import { dayOf } from "./board.mjs";
import { day, linkIn } from "./hands.mjs";

// The council's lead reads out the number, the board's manager types it in.
async function grant(board, council, { parts, until, words }) {
  const [, number] = /app-secret">([^<]+)</.exec(await council.open("/sight"));
  const said = { number, parts, words, ...day("until", dayOf(until)) };
  await board.send("/board/sight/new", "/board/sight", said);
}

// Port Sallow lets its own council see most parts; Harrowmere lets the county see figures alone.
export async function councilsMaySee({ board, harrowmere, hands }) {
  await grant(board.hands, hands("sallow-council", "childrens_lead"), {
    parts: ["register", "figures", "evaluations", "actions"],
    until: "2027-12-31",
    words: "For the yearly talk between the chair and the council about the partnership.",
  });
  await grant(harrowmere.hands, hands("thornmere-council", "childrens_lead"), {
    parts: ["figures"],
    until: "2027-06-30",
    words: "For the county’s own yearly report.",
  });
}

export async function councilLooks({ hands }) {
  const lead = hands("sallow-council", "childrens_lead");
  const board = linkIn(await lead.open("/sight"), "Port Sallow");
  for (const part of ["register", "figures", "actions"]) await lead.open(`${board}/${part}`);
  await lead.open(linkIn(await lead.open(`${board}/evaluations`), "Sallow Point Primary School"));
}

const families = "Port Sallow Children and Families";

// The board does not take the first: it is not plain enough.
export async function offeredInVain({ board, agency }) {
  const one = agency("sallow-families");
  one.words.items["8"].text += " The desk is to answer at weekends too.";
  await one.fill(["8"]);
  await one.send();
  const page = `/returns/${await board.held(families)}/supplement`;
  await board.hands.send(page, page, {
    words: "We should like to take this in. Please say first since when it is so.",
    go: "decline",
  });
}

// The second waits for the board, with an action that is new.
export async function offeredAgain({ agency }) {
  const one = agency("sallow-families");
  one.words.items["8"] = {
    text:
      "We signed the agreement on sharing information, and the training has a part on it. The " +
      "record of what was shared and why is kept in one place. It was complete in nine of ten " +
      "cases. Since 8 March the desk also answers at weekends, so that nothing waits for Monday.",
    light: "amber",
    action: {
      what: "Look at the record of what was shared at weekends",
      how: "Ten cases each month",
      lead: "Service Manager",
      by: "2027-06-30",
      area: "Record of what was shared",
    },
  };
  await one.fill(["8"]);
  await one.send();
}
