// Texts as they should not come, and as they may: in every field of every form that takes words,
// and in every text of the API. What is accepted comes back as it was meant, on the page and in
// JSON; what is not is refused in words.

import assert from "node:assert/strict";
import test from "node:test";
import { refusedPage, refusedJson } from "./support/checks.mjs";
import { apiTexts, formTexts, storedTexts, tryText } from "./support/texts.mjs";
import { backToKept, count, dice, full, stage, tell, unchanged } from "./support/stage.mjs";

const bytes = (...list) => Buffer.from(list);
const around = (...list) => Buffer.concat([Buffer.from("ab"), bytes(...list), Buffer.from("cd")]);

// No text at all: always refused, wherever they stand.
const never = [
  ["a byte that begins nothing", around(0xff)],
  ["a byte that follows nothing", around(0x80)],
  ["a pair cut short", around(0xc3)],
  ["three of four bytes", around(0xf0, 0x9f, 0x98)],
  ["an overlong slash", around(0xc0, 0xaf)],
  ["an overlong slash of three", around(0xe0, 0x80, 0xaf)],
  ["an overlong slash of four", around(0xf0, 0x80, 0x80, 0xaf)],
  ["an overlong NUL", around(0xc0, 0x80)],
  ["a high surrogate", around(0xed, 0xa0, 0x80)],
  ["a low surrogate", around(0xed, 0xb0, 0x80)],
  ["a pair of surrogates", around(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)],
  ["beyond the last character", around(0xf4, 0x90, 0x80, 0x80)],
  ["five bytes", around(0xf8, 0x88, 0x80, 0x80, 0x80)],
  ["UTF-16 with its mark", bytes(0xff, 0xfe, 0x61, 0x00, 0x62, 0x00)],
  ["Latin-1", around(0xe9, 0x20)],
  ["NUL", around(0x00)],
  ["NUL at the end", bytes(0x61, 0x00)],
  ["NUL alone", bytes(0x00)],
];

const hex = (...points) => String.fromCodePoint(...points);

// Proper text, however odd: stored and given back, or refused in words.
export const odd = [
  ["composed", "Zo\u00eb caf\u00e9"],
  ["decomposed", "Zoe\u0308 cafe\u0301"],
  ["Hangul in parts", "\u1112\u1161\u11ab"],
  ["an Angstrom sign", "\u212b and \u00c5"],
  ["a ligature", "\ufb01le"],
  ["full width", "\uff21\uff22\uff23"],
  ["zero width space", "ab\u200bcd"],
  ["zero width joiner", "ab\u200dcd"],
  ["zero width no-break", "ab\ufeffcd"],
  ["a byte order mark in front", "\ufeffab"],
  ["soft hyphen", "safe\u00adguarding"],
  ["right to left override", "ab\u202etxt.exe"],
  ["right to left isolate", "ab\u2067cd\u2069"],
  ["an isolate that stays open", "ab\u2066cd"],
  ["Arabic", "\u0627\u0644\u0633\u0644\u0627\u0645"],
  ["Hebrew and English", "\u05e9\u05dc\u05d5\u05dd peace"],
  ["Chinese", "\u4fdd\u8b77\u5152\u7ae5"],
  ["Polish and Welsh", "\u0141\u00f3d\u017a, T\u0177"],
  ["an emoji", "\ud83d\ude00"],
  ["a family of emoji", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"],
  ["a flag", "\ud83c\uddec\ud83c\udde7"],
  ["a keycap", "1\ufe0f\u20e3"],
  ["beyond the first plane", hex(0x1d49c, 0x20bb7)],
  ["unassigned", hex(0x0378)],
  ["a non-character", hex(0xffff)],
  ["a non-character of a later plane", hex(0x1fffe)],
  ["private use", "\ue000\uf8ff"],
  ["a tag character", hex(0xe0041)],
  ["the replacement character", "\ufffd"],
  ["the object replacement", "\ufffc"],
  ["300 combining marks", `a${"\u0301".repeat(300)}`],
  ["a mark alone", "\u0301"],
  ["line separator", "ab\u2028cd"],
  ["paragraph separator", "ab\u2029cd"],
  ["next line", "ab\u0085cd"],
  ["a no-break space alone", "\u00a0"],
  ["ideographic space alone", "\u3000"],
  ["a dotless i", "\u0131 \u0130"],
  ["sharp s", "\u1e9e \u00df"],
  ["Cyrillic that looks like Latin", "\u0440\u0430\u0443\u0440\u0430l"],
  ["Greek question mark", "why\u037e"],
  ["an escape character", "ab\u001bcd"],
  ["a bell", "ab\u0007cd"],
  ["delete", "ab\u007fcd"],
  ["a C1 control", "ab\u009bcd"],
  ["a vertical tab", "ab\u000bcd"],
  ["a form feed", "ab\u000ccd"],
  ["a tab", "ab\tcd"],
  ["a line end", "ab\r\ncd"],
  ["carriage return", "ab\rcd"],
];

const decomposed = odd.find(([name]) => name === "decomposed");

test("bytes that are no text are refused in every field, and change nothing", async () => {
  await stage();
  const roll = dice("never");
  const cases = [];
  for (const place of await formTexts()) {
    const chosen = full ? never : [never[roll(never.length)], never.at(-3)];
    for (const [name, value] of chosen) {
      cases.push({
        name: `${place.name}: ${name}`,
        run: () => place.send(value),
        check: (answer) => refusedPage(answer, [400, 422]),
      });
    }
  }
  for (const place of await apiTexts()) {
    for (const [name, value] of full ? never : [never[roll(never.length)]]) {
      cases.push({
        name: `${place.name}: ${name}`,
        run: () => place.send(value),
        check: (answer) => refusedJson(answer, [400, 422]),
      });
    }
  }
  await unchanged("unicode", cases, { batch: 40 });
});

// One after the other: nobody has the time to type each of them into each field.
const eachTakes = full ? 9 : 1;

const same = (one, other) => one.normalize("NFC") === other.normalize("NFC");
// What laying out may take away: blanks around it, and how lines end, which a field of one line
// turns into blanks.
const tidy = (text) => text.replace(/\r\n?/g, "\n").trim();
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

test("odd text comes back as it was meant, or is refused in words", async () => {
  const { database } = await stage();
  const start = dice("odd")(odd.length);
  const faults = [];
  let number = start;
  for (const place of [...(await formTexts()), ...(await apiTexts())]) {
    const next = () => odd[(number += 1) % odd.length];
    for (const [name, value] of [decomposed, ...Array.from({ length: eachTakes }, next)]) {
      const outcome = await tryText(database, place, value);
      count("unicode");
      if (outcome.fault) faults.push(`${place.name}: ${name}: ${outcome.fault}`);
      for (const found of outcome.stored ? storedTexts(outcome.stored) : []) {
        // A key names a place and is kept as it came; whatever is read by people is composed.
        if (found !== found.normalize("NFC") && !place.name.endsWith("/key"))
          faults.push(`${place.name}: ${name}: stored as it came, not composed`);
        const kept =
          found.includes(tidy(value)) ||
          same(oneLine(found), oneLine(value)) ||
          // A field that takes a name in each line.
          tidy(value).split("\n").includes(found);
        if (!kept && looksLike(found, value)) {
          faults.push(`${place.name}: ${name}: stored as ${JSON.stringify(found)}`);
        }
      }
    }
  }
  await backToKept();
  tell("unicode", faults);
});

// A letter that is two once it is composed, as it is kept: as many as the field takes are too many.
const growing = (most) => "\u0958".repeat(most ?? 10000);
// Fields that take more than others and say so only when it is too much: the section of a report.
const roomy = [[/^POST \/reports\/\{report\}\//, 40000]];
const mostOf = ({ name, field }) =>
  field.maxlength ?? roomy.find(([pattern]) => pattern.test(name))?.[1];

test("a text that grows as it is kept is refused in words where it no longer fits", async () => {
  const { database } = await stage();
  const fields = (await formTexts()).map((place) => [place, growing(mostOf(place))]);
  const texts = (await apiTexts()).map((place) => [place, growing(place.leaf.maxLength)]);
  const faults = [];
  for (const [place, value] of [...fields, ...texts]) {
    const { fault, stored } = await tryText(database, place, value);
    count("unicode");
    if (fault) faults.push(`${place.name}: ${fault}`);
    // A form that was not about this field may be good without it; nobody keeps what is too long.
    if (storedTexts(stored).some((text) => text.includes(value.normalize("NFC"))))
      faults.push(`${place.name}: kept, ${value.length} characters that are twice as many`);
  }
  await backToKept();
  tell("unicode", faults);
});

// The same text, spoilt: it begins as it should and has its length.
function looksLike(found, value) {
  return Math.abs(found.length - value.length) <= 3 && found.slice(0, 2) === value.slice(0, 2);
}

assert.ok(never.length + odd.length >= 60);
