// Reading everything that everybody gets, in search of what is somebody else's: the markers that
// only one party planted, and ids that two agencies or two boards should never both be shown.
import { inflateRawSync } from "node:zlib";
import { isId, readable } from "./crawl.mjs";
import { ownedIn } from "./matrix.mjs";

const localHeader = 0x04034b50;

// What an archive holds, entry after entry, with the names; enough for our own archives.
export function unpacked(bytes) {
  const parts = [];
  for (let at = 0; at + 30 < bytes.length && bytes.readUInt32LE(at) === localHeader;) {
    const [method, packed] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const [name, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const from = at + 30 + name + extra;
    parts.push(bytes.subarray(at + 30, at + 30 + name));
    const data = bytes.subarray(from, from + packed);
    parts.push(method === 8 && packed > 0 ? inflateRawSync(data) : data);
    if (packed === 0 && method === 8) return Buffer.concat([...parts, bytes.subarray(from)]);
    at = from + packed;
    const descriptor = at + 4 <= bytes.length && bytes.readUInt32LE(at) === 0x08074b50;
    if (descriptor) at += 16;
  }
  return Buffer.concat(parts);
}

// Everything of an answer as text: pages as people read them, archives unpacked.
function textOf(answer) {
  if (!answer.type.includes("zip")) return readable(answer);
  return unpacked(answer.bytes).toString("utf8");
}

// Whether this visitor may ever come to read that marker.
export function maySee(visitor, marker) {
  if (visitor.party === marker.party && visitor.kind !== "nobody") {
    return !visitor.unit || !marker.unit || visitor.unit === marker.unit;
  }
  const readers = [visitor.party, ...(visitor.sees ?? [])];
  return readers.some((one) => marker.party === one || marker.seenBy.has(one));
}

function markersIn(text, markers) {
  const words = new Set(text.match(/Mark[0-9a-f]{14}/gi) ?? []);
  const lower = new Set([...words].map((one) => one.toLowerCase()));
  return markers.list.filter((one) => lower.has(one.word.toLowerCase()));
}

// Answers with { read, seen, leaks }: how many answers were read, which markers their own party
// found (the search is not blind), and what stood where it should not.
export function sweepTexts(found, markers, doorsOf) {
  const seen = new Set();
  const leaks = [];
  let read = 0;
  for (const [visitor, mine] of found) {
    for (const answer of mine.texts) {
      read += 1;
      for (const marker of markersIn(textOf(answer), markers)) {
        if (maySee(visitor, marker)) seen.add(marker.word);
        else if (!doorsOf(visitor, answer.path))
          leaks.push({ visitor, where: answer.path, marker });
      }
    }
  }
  return { read, seen, leaks };
}

// A mail goes to people: of a party, invited to one, or to the one that was asked to join.
export function sweepMails(mails, visitors, markers) {
  const leaks = [];
  for (const mail of mails) {
    const readers = visitors.filter((one) => mail.to.includes(one.email));
    const invited = mail.to.some((one) => /\.mark[0-9a-f]{14}@/.test(one));
    const text = `${mail.subject}\n${mail.text}`;
    for (const marker of markersIn(text, markers)) {
      const his = mail.to.some((one) => one.includes(marker.word.toLowerCase()));
      const fits = readers.some((one) => maySee(one, marker)) || (invited && his);
      if (!fits)
        leaks.push({ visitor: { name: mail.to.join(), who: "mail" }, where: mail.subject, marker });
    }
  }
  return { read: mails.length, leaks };
}

// Ids that are one party's, on the pages of two of a kind. Whoever acts for two is left out, and a
// merge is what two rooms have agreed to share.
export function sweepIds(found, routes) {
  const names = new Set(routes.list.flatMap(ownedIn));
  for (const shared of ["sha256", "merge"]) names.delete(shared);
  const parties = new Map();
  for (const { name, party } of found.keys()) {
    parties.set(name, (parties.get(name) ?? new Set()).add(party));
  }
  const holders = new Map(); // name + value -> kind -> Set(parties)
  for (const [visitor, mine] of found) {
    if (visitor.kind === "nobody" || parties.get(visitor.name).size > 1) continue;
    for (const name of names) {
      for (const value of mine.values(name)) {
        // Of the register; the entries of an action's history are counted.
        if (name === "entry" && !isId(value)) continue;
        const key = `${name} ${value}`;
        const kinds = holders.get(key) ?? {};
        holders.set(key, kinds);
        (kinds[visitor.kind] ??= new Set()).add(visitor.party);
      }
    }
  }
  const leaks = [];
  for (const [key, kinds] of holders) {
    for (const both of Object.values(kinds)) {
      if (both.size > 1) leaks.push({ key, parties: [...both] });
    }
  }
  return { read: holders.size, leaks };
}
