// Office files and archives that hurt whoever opens them: bombs, lies about sizes, names that are
// paths, entities, macros. A piece of evidence is never unpacked onto a disk; what is looked into
// is looked into under limits.

import assert from "node:assert/strict";
import test from "node:test";
import { archive, entry, officeFile } from "./support/archives.mjs";
import { sound } from "./support/checks.mjs";
import { upload } from "./support/furnish.mjs";
import { filled } from "./support/harvest.mjs";
import { backToKept, count, full, sample, stage, tell } from "./support/stage.mjs";

const MiB = 1024 * 1024;
const zeros = (size) => Buffer.alloc(size);
const kinds = ["docx", "xlsx"];
const nested = (depth) =>
  depth === 0 ? Buffer.from("x") : archive([entry("a.zip", nested(depth - 1))]);
const dtd = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
const more = Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n + 1} "${`&b${n};`.repeat(10)}">`);
const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b0 "ha">${more.join("")}]><a>&b9;</a>`;

// [name, bytes for a kind, what must become of it: refused, or either way].
const cases = [
  [
    "a bomb of 60 MiB in one entry",
    (k) => officeFile(k, { more: [entry("a.xml", zeros(60 * MiB))] }),
    "refused",
  ],
  [
    "a bomb of 240 MiB in six",
    (k) =>
      officeFile(k, {
        more: Array.from({ length: 6 }, (_, n) => entry(`${n}.xml`, zeros(40 * MiB))),
      }),
    "refused",
  ],
  [
    "2,100 entries",
    (k) => officeFile(k, { more: Array.from({ length: 2100 }, (_, n) => entry(`${n}.xml`, "")) }),
    "refused",
  ],
  ["macros", (k) => officeFile(k, { macros: true }), "refused"],
  [
    "macros in other letters",
    (k) => officeFile(k, { more: [entry("x/VBAPROJECT.BIN", "m")] }),
    "refused",
  ],
  [
    "macros deep inside",
    (k) => officeFile(k, { more: [entry("customXml/a/b/vbaProject.bin", "m")] }),
    "refused",
  ],
  ["locked", (k) => officeFile(k, { more: [entry("a.xml", "a", { flags: 0x801 })] }), "refused"],
  ["cut in the middle", (k) => officeFile(k).subarray(0, 200), "refused"],
  ["without its directory", (k) => officeFile(k).subarray(0, -200), "either"],
  ["only the directory", (k) => officeFile(k).subarray(-150), "refused"],
  ["no entry", () => archive([]), "refused"],
  [
    "a size of none",
    (k) => officeFile(k, { more: [entry("a.xml", zeros(MiB), { says: 0 })] }),
    "either",
  ],
  [
    "a size of 4 GiB",
    (k) => officeFile(k, { more: [entry("a.xml", "a", { says: 0xffffffff })] }),
    "either",
  ],
  ["more entries than there are", (k) => officeFile(k, { options: { count: 60000 } }), "either"],
  ["a directory elsewhere", (k) => officeFile(k, { options: { offset: 0xfffffff0 } }), "either"],
  [
    "packed bytes that are none",
    (k) => officeFile(k, { more: [entry("a.xml", "abc", { raw: Buffer.from("zzzzzz") })] }),
    "either",
  ],
  [
    "a path upwards",
    (k) => officeFile(k, { more: [entry("../../../../tmp/evil.xml", "a")] }),
    "either",
  ],
  [
    "a path from the root",
    (k) => officeFile(k, { more: [entry("/etc/cron.d/evil", "a")] }),
    "either",
  ],
  [
    "a path of the other kind",
    (k) => officeFile(k, { more: [entry("..\\..\\evil.xml", "a")] }),
    "either",
  ],
  [
    "a link",
    (k) => officeFile(k, { more: [entry("a", "/etc/passwd", { attributes: 0xa1ff0000 })] }),
    "either",
  ],
  ["a name with a NUL", (k) => officeFile(k, { more: [entry("a\0b.xml", "a")] }), "either"],
  [
    "a name of 5,000 letters",
    (k) => officeFile(k, { more: [entry("a".repeat(5000), "a")] }),
    "either",
  ],
  [
    "a name twice",
    (k) => officeFile(k, { more: [entry("[Content_Types].xml", "<a/>")] }),
    "either",
  ],
  ["an outside entity", (k) => officeFile(k, { body: dtd }), "either"],
  ["a billion laughs", (k) => officeFile(k, { body: laughs }), "either"],
  [
    "an archive in an archive in an archive",
    (k) => officeFile(k, { more: [entry("a.zip", nested(20))] }),
    "either",
  ],
  [
    "a program before it",
    (k) => officeFile(k, { options: { before: "MZ".repeat(64) } }),
    "refused",
  ],
  [
    "a page before it",
    (k) => officeFile(k, { options: { before: "<html><script>q()</script>" } }),
    "refused",
  ],
  [
    "words after it",
    (k) => officeFile(k, { options: { comment: "<script>q()</script>" } }),
    "either",
  ],
];

test("an archive that hurts is refused, or kept as it is and looked into no further", async () => {
  const { forms, who } = await stage();
  const lead = who("lead");
  const form = forms.find(
    (one) => one.who === lead && one.route?.pattern === "/evidence/add" && one.method === "POST",
  );
  const values = new Map([
    ["title", "A list"],
    ["kept_where", ""],
  ]);
  const faults = [];
  for (const kind of full ? kinds : [kinds[0]]) {
    // What is taken waits for the scanner each time.
    const taken = sample(
      "archives",
      cases.filter(([, , wanted]) => wanted === "either"),
      6,
    );
    const refused = cases.filter(([, , wanted]) => wanted === "refused");
    for (const [name, make, wanted] of [...refused, ...taken]) {
      const began = Date.now();
      const file = { name: `list.${kind}`, bytes: make(kind) };
      const answer = await upload(lead, form.action, filled(form, values), file);
      count("archives");
      const took = Date.now() - began;
      try {
        sound(answer);
        assert.ok(took < 8000, `took ${took} ms`);
        if (wanted === "refused") assert.equal(answer.status, 422);
        else assert.ok([303, 422].includes(answer.status), `${answer.status}`);
      } catch (error) {
        faults.push(`${kind}: ${name}: ${error.message.split("\n")[0]}`);
      }
      if (answer.status < 400) await backToKept();
    }
  }
  await backToKept();
  tell("archives", faults);
});
