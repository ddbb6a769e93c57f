// The twin of each row: the rightful party asks the same with an id of its own and gets past the
// door. Without it an attempt that finds nothing would prove nothing.
import { ownedIn, secrets } from "./matrix.mjs";
import { mayUse, pathOf } from "./routes.mjs";

// These end what they are about: last, each with something that nothing else needs any more.
const endsARow = /(remove|withdraw|\/end$|leave|settle|take|secret|DELETE)/;
// These end a session or a room.
const endsMore = /(join|colleagues|people|agree)/;
const mayTry = 6;

// True when the row was reached: it did what was asked, or said what is wrong with what was typed
// or with the moment. "Not found", "not permitted" and "sign in" mean that it was not.
export function reached({ status, location = "" }) {
  if (status === 303) return !location.startsWith("/sign-in") && !location.startsWith("/role");
  return status < 300 || [409, 412, 422, 428].includes(status);
}

const concerns = (route) =>
  route.parameters.some((one) => secrets.has(one)) || ownedIn(route).length > 0;

// Everybody who may, with each set of values that they know for the row.
function* ways(route, found) {
  for (const [visitor, mine] of found) {
    if (!mayUse(visitor, route)) continue;
    for (const tuple of mine.tuples(route)) yield { visitor, tuple };
  }
}

// What the crawl has read already counts for the rows that only read.
function readBefore(route, found) {
  for (const [visitor, mine] of found) {
    const page = mine.texts.find((one) => one.route.id === route.id && reached(one));
    if (page) return { visitor, path: page.path, status: page.status };
  }
  return null;
}

async function playOne(route, matrix) {
  let last = null;
  let tries = 0;
  for (const { visitor, tuple } of sorted([...ways(route, matrix.found)], route, matrix)) {
    if (++tries > mayTry) break;
    await matrix.requests.refresh(visitor, route, tuple);
    const answer = await matrix.send(visitor, route, tuple);
    last = {
      visitor,
      path: pathOf(route, tuple),
      status: answer.status,
      location: answer.location,
    };
    if (reached(answer)) return { route, ...last, reached: true };
  }
  return { route, ...last, reached: false };
}

// First those who have the very form for these values on a page of theirs.
function sorted(all, route, matrix) {
  const has = ({ visitor, tuple }) =>
    (matrix.found.get(visitor).forms.get(route.id) ?? []).some((one) =>
      Object.entries(tuple).every(([name, value]) => one.values[name] === value),
    );
  return [...all.filter(has), ...all.filter((one) => !has(one))];
}

// Answers with { route, visitor, path, status, reached } for every row with an id in its path.
export async function playTwins(matrix, { tell = () => {} } = {}) {
  const rows = matrix.routes.list.filter(concerns);
  const when = ({ verb, id }) =>
    verb === "GET" ? 0 : endsMore.test(id) ? 3 : endsARow.test(id) ? 2 : 1;
  const inOrder = [...rows].sort((a, b) => when(a) - when(b));
  const twins = [];
  for (const route of inOrder) {
    const before = route.verb === "GET" ? readBefore(route, matrix.found) : null;
    twins.push(before ? { route, ...before, reached: true } : await playOne(route, matrix));
    tell(twins.length, inOrder.length);
  }
  return twins;
}
