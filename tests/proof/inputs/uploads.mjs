// Files that are not what they say, forms with files that are no forms, and archives that hurt
// whoever opens them. Each is refused in words, and nothing of it is kept.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { archive, entry, officeFile } from "./support/archives.mjs";
import { raw, send, url } from "./support/client.mjs";
import { refusedJson, refusedPage, sound } from "./support/checks.mjs";
import { upload } from "./support/furnish.mjs";
import { filled } from "./support/harvest.mjs";
import { routes } from "./support/routes.mjs";
import { backToKept, count, sample, stage, tell, unchanged } from "./support/stage.mjs";

const pdf = Buffer.from("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk" +
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const zip = archive([entry("a.txt", "a")]);
const exe = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300, 1)]);
const text = Buffer.from("Plain words.\n");

// Names and bytes that must not be taken.
const files = [
  ["an empty file", "log.pdf", Buffer.alloc(0)],
  ["no name", "", pdf],
  ["a name of blanks", "   ", pdf],
  ["no extension", "log", pdf],
  ["only an extension", ".pdf", pdf],
  ["a dot at the end", "log.pdf.", pdf],
  ["a program", "log.exe", exe],
  ["a program that says it is a PDF", "log.pdf", exe],
  ["a script", "log.sh", Buffer.from("#!/bin/sh\nid\n")],
  ["a script that says it is a PDF", "log.pdf", Buffer.from("#!/bin/sh\nid\n")],
  ["a page", "log.html", Buffer.from("<script>1</script>")],
  ["a page that says it is a PDF", "log.pdf", Buffer.from("<!DOCTYPE html><script>1</script>")],
  ["a drawing", "log.svg", Buffer.from('<svg onload="1"/>')],
  ["a drawing that says it is a picture", "log.png", Buffer.from('<svg onload="1"/>')],
  ["a picture that says it is a PDF", "log.pdf", png],
  ["a PDF that says it is a picture", "log.png", pdf],
  ["text that says it is a picture", "log.jpg", text],
  ["an archive", "log.zip", zip],
  ["an archive that says it is a PDF", "log.pdf", zip],
  ["an archive that says it is a document", "log.docx", zip],
  ["an archive that says it is a sheet", "log.xlsx", zip],
  ["a PDF that says it is a document", "log.docx", pdf],
  ["text that says it is a document", "log.docx", text],
  ["two extensions, the last a program's", "log.pdf.exe", pdf],
  ["an extension after a NUL", "log.exe\u0000.pdf", exe],
  ["a picture's beginning before a page", "log.pdf", Buffer.concat([png, Buffer.from("<script>")])],
  ["a program's end after a page's", "log.png", Buffer.concat([exe, png])],
  ["a gzip", "log.gz", Buffer.from("1f8b0800000000000003", "hex")],
  ["a tar", "log.tar", Buffer.alloc(1024)],
  ["a Java archive", "log.jar", zip],
  ["a macro document", "log.docm", officeFile("docm", { macros: true })],
  ["a macro sheet", "log.xlsm", officeFile("xlsm", { macros: true })],
  [
    "an old document with a stream",
    "log.doc",
    Buffer.from("d0cf11e0a1b11ae1" + "00".repeat(600), "hex"),
  ],
  ["a disk image", "log.iso", Buffer.alloc(4096)],
  ["a shortcut", "log.lnk", Buffer.from("4c00000001140200", "hex")],
  ["NULs that say they are text", "log.txt", Buffer.from("a\0b\0c\0")],
  [
    "text that is no UTF-8 and no Latin",
    "log.txt",
    Buffer.from([0x01, 0x02, 0x80, 0x81, 0xfe, 0xff]),
  ],
  [
    "one byte more than 25 MiB",
    "log.pdf",
    Buffer.concat([pdf, Buffer.alloc(25 * 1024 * 1024 + 1 - pdf.length)]),
  ],
];

// Names that are not used as they stand: the file is taken, and no path arises from them.
const names = [
  ["a path", "../../etc/passwd.pdf"],
  ["a path of the other kind", "..\\..\\windows\\win.pdf"],
  ["a path from the root", "/etc/cron.d/x.pdf"],
  ["a drive", "C:\\boot.pdf"],
  ["a network's path", "\\\\host\\share\\x.pdf"],
  ["a line end", "a\r\nX-Injected: 1.pdf"],
  ["a quotation mark", 'a"; filename="b.pdf'],
  ["right to left", "a\u202efdp.pdf"],
  ["zero width", "a\u200bb.pdf"],
  ["a control character", "a\u0007b.pdf"],
  ["markup", "<img src=x onerror=q()>.pdf"],
  ["a formula", "=cmd|' calc'!A1.pdf"],
  ["a semicolon", "a;rm -rf;.pdf"],
  ["a device", "CON.pdf"],
  ["300 characters", `${"a".repeat(300)}.pdf`],
  ["a dash in front", "-rf.pdf"],
  ["a percent sign", "%2e%2e%2fa.pdf"],
  ["an emoji", "\ud83d\ude00.pdf"],
];

export async function fileForms() {
  const { forms } = await stage();
  const wanted = routes.filter((one) => one.takes_file && one.surface === "page");
  return wanted.map((route) => {
    const form = forms.find((one) => one.method === "POST" && one.route === route);
    assert.ok(form, `no page shows the form of ${route.pattern}`);
    return form;
  });
}

const said = new Map([
  ["title", "A list"],
  ["kept_where", "With the team"],
  ["go", "answer"],
]);
const pairsOf = (form) =>
  filled(form, new Map([...said].filter(([name]) => form.fields.some((one) => one.name === name))));
const fieldOf = (form) => form.fields.find(({ kind }) => kind === "file")?.name ?? "file";

test("a file that is not what its name says is refused on every page that takes one", async () => {
  const cases = [];
  for (const form of await fileForms()) {
    for (const [name, file, bytes] of files) {
      cases.push({
        name: `${form.route.pattern}: ${name}`,
        run: () =>
          upload(form.who, form.action, pairsOf(form), { name: file, bytes, field: fieldOf(form) }),
        check: (answer) => refusedPage(answer, [400, 413, 422], file),
      });
    }
  }
  const before = kept();
  await unchanged("uploads", cases, { batch: 20 });
  assert.deepEqual(kept(), before, "something of a refused file stayed in the folder");
});

// What lies in the folder of the service's files.
function kept() {
  const folder = evidenceFolder();
  if (!folder) return [];
  return readdirSync(folder, { recursive: true })
    .map((one) => path.join(folder, String(one)))
    .filter((one) => statSync(one, { throwIfNoEntry: false })?.isFile())
    .sort();
}

function evidenceFolder() {
  const run = path.dirname(path.dirname(process.env.ONERETURN_CA ?? ""));
  const folder = path.join(run, "evidence");
  return statSync(folder, { throwIfNoEntry: false }) ? folder : null;
}

test("the API refuses the same files, and a name that is not the content's", async () => {
  const { who } = await stage();
  const lead = who("lead");
  const put = (bytes, query, named = digest(bytes)) =>
    lead.api("PUT", `/evidence/files/${named}?${query}`, bytes, {
      "content-type": "application/octet-stream",
    });
  const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
  const cases = files
    // What is too large for its route is refused before it comes: see framing.
    .filter(([, name, bytes]) => !name.includes("\0") && bytes.length < 25 * 1024 * 1024)
    .map(([name, file, bytes]) => ({
      name: `API: ${name}`,
      run: () => put(bytes, `name=${encodeURIComponent(file)}`),
      check: (answer) => refusedJson(answer, [413, 422]),
    }));
  const good = "name=log.pdf";
  const wrong = [
    ["another content's name", () => put(pdf, good, "0".repeat(64)), [422]],
    ["a name that is no digest", () => put(pdf, good, "abc"), [404, 422]],
    ["a name in capitals", () => put(pdf, good, digest(pdf).toUpperCase()), [404, 422]],
    ["no file name", () => put(pdf, ""), [422]],
    ["a day that is none", () => put(pdf, `${good}&expires_on=2027-02-30`), [422]],
    [
      "an end before its beginning",
      () => put(pdf, `${good}&effective_on=2027-02-01&expires_on=2027-01-01`),
      [422],
    ],
    [
      "a title of 5,000 characters",
      () => put(pdf, `${good}&title=${"a".repeat(3900)}`),
      [400, 414, 422],
    ],
    [
      "somebody else's piece",
      () =>
        who("school lead").api(
          "PUT",
          `/evidence/${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}/file?${good}`,
          pdf,
          { "content-type": "application/pdf" },
        ),
      [404],
    ],
  ];
  for (const [name, run, statuses] of wrong) {
    cases.push({ name: `API: ${name}`, run, check: (answer) => refusedJson(answer, statuses) });
  }
  await unchanged("uploads", cases, { batch: 20 });
});

test("a name is no path, no header and no markup", async () => {
  const faults = [];
  const [form] = await fileForms();
  for (const [name, file] of sample("names", names, 6)) {
    const answer = await upload(form.who, form.action, pairsOf(form), {
      name: file,
      bytes: pdf,
      field: fieldOf(form),
    });
    count("uploads");
    try {
      sound(answer, file);
      const page = answer.headers.location ?? form.page;
      const shown = await form.who.get(page);
      sound(shown);
      if (/<img src=x|[\u202e\u0007]/.test(shown.text))
        faults.push(`${name}: the page shows it raw`);
      const [piece] = /\/evidence\/[0-9a-f-]{36}/.exec(page) ?? [];
      if (piece) faults.push(...(await downloaded(form.who, `${piece}/file`, name)));
    } catch (error) {
      faults.push(`${name}: ${error.message.split("\n")[0]}`);
    }
    await backToKept();
  }
  tell("uploads", faults);
});

// A download is always an attachment, in one line, and nothing that a browser runs.
async function downloaded(who, address, name) {
  const answer = await who.get(address);
  if (answer.status !== 200) return [];
  const how = answer.headers["content-disposition"] ?? "";
  const faults = [];
  if (!how.startsWith("attachment")) faults.push(`${name}: shown in the browser: ${how}`);
  if (/[\\/\r\n]|\.\.\//.test(/filename="([^"]*)"/.exec(how)?.[1] ?? ""))
    faults.push(`${name}: ${how}`);
  if (answer.headers["x-injected"]) faults.push(`${name}: a header arose`);
  return faults;
}

// Bodies that are no form with a file, with their own Content-Type.
const mark = "inputs";
const part = (head, body = "x") => `--${mark}\r\n${head}\r\n\r\n${body}\r\n`;
const last = `--${mark}--\r\n`;
const csrfPart = (token) => part('Content-Disposition: form-data; name="csrf"', token);
const filePart = (more = "") =>
  part(`Content-Disposition: form-data; name="file"; filename="a.pdf"${more}`, pdf);
const type = `multipart/form-data; boundary=${mark}`;
const shapes = [
  ["no boundary", "multipart/form-data", (csrf) => csrf + filePart() + last],
  ["an empty boundary", "multipart/form-data; boundary=", (csrf) => csrf + filePart() + last],
  ["another boundary", "multipart/form-data; boundary=other", (csrf) => csrf + filePart() + last],
  [
    "a boundary of 71 characters",
    `multipart/form-data; boundary=${"a".repeat(71)}`,
    (csrf) => csrf + last,
  ],
  ["a boundary with a line end", 'multipart/form-data; boundary="a b"', (csrf) => csrf + last],
  ["no end", type, (csrf) => csrf + filePart()],
  ["nothing", type, () => ""],
  ["only the end", type, () => last],
  ["words before the first part", type, (csrf) => `Hello\r\n${csrf}${filePart()}${last}`],
  ["a part without a name", type, (csrf) => csrf + part("Content-Disposition: form-data") + last],
  ["a part without a disposition", type, (csrf) => csrf + part("Content-Type: text/plain") + last],
  ["a part without a head", type, (csrf) => `${csrf}--${mark}\r\n\r\nx\r\n${last}`],
  [
    "a part that is no form's",
    type,
    (csrf) => csrf + part('Content-Disposition: attachment; name="a"') + last,
  ],
  [
    "two names",
    type,
    (csrf) => csrf + part('Content-Disposition: form-data; name="a"; name="b"') + last,
  ],
  [
    "two dispositions",
    type,
    (csrf) =>
      csrf +
      part('Content-Disposition: form-data; name="a"\r\nContent-Disposition: form-data; name="b"') +
      last,
  ],
  [
    "a coding of its own",
    type,
    (csrf) =>
      csrf +
      part('Content-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64') +
      last,
  ],
  [
    "a head of 5 KiB",
    type,
    (csrf) => csrf + part(`Content-Disposition: form-data; name="${"a".repeat(5000)}"`) + last,
  ],
  [
    "300 parts",
    type,
    (csrf) => csrf + part('Content-Disposition: form-data; name="a"').repeat(300) + last,
  ],
  ["two files", type, (csrf) => csrf + filePart() + filePart() + last],
  [
    "a field that is no UTF-8",
    type,
    (csrf) => csrf + part('Content-Disposition: form-data; name="title"', "\xff") + last,
  ],
  [
    "a field with a NUL",
    type,
    (csrf) => csrf + part('Content-Disposition: form-data; name="title"', "a\0b") + last,
  ],
  [
    "200 KiB of fields",
    type,
    (csrf) =>
      csrf + part('Content-Disposition: form-data; name="title"', "a".repeat(200000)) + last,
  ],
  ["line feeds alone", type, (csrf) => (csrf + filePart() + last).replaceAll("\r\n", "\n")],
  [
    "a nested form",
    type,
    (csrf) =>
      csrf +
      part(
        'Content-Disposition: form-data; name="a"\r\nContent-Type: multipart/mixed; boundary=b',
        "--b--",
      ) +
      filePart() +
      last.slice(0, 6),
  ],
  ["mixed, not a form", `multipart/mixed; boundary=${mark}`, (csrf) => csrf + filePart() + last],
  ["a form without a file's type", "application/x-www-form-urlencoded", () => "title=a"],
  ["JSON", "application/json", () => '{"title":"a"}'],
];

test("what is no form with a file is refused on every page that takes one", async () => {
  const cases = [];
  for (const form of await fileForms()) {
    const token = await form.who.csrf();
    for (const [name, contentType, make] of shapes) {
      const headers = {
        cookie: form.who.cookie,
        origin: url,
        accept: "text/html",
        "content-type": contentType,
      };
      cases.push({
        name: `${form.route.pattern}: ${name}`,
        run: () =>
          send("POST", form.action, {
            headers,
            body: Buffer.from(make(csrfPart(token)), "latin1"),
          }),
        check: (answer) => refusedPage(answer, [400, 403, 413, 415, 422]),
      });
    }
  }
  await unchanged("uploads", cases, { batch: 20 });
});

test("a file that stops in the middle leaves nothing behind", async () => {
  const before = kept();
  const cases = [];
  for (const form of await fileForms()) {
    const token = await form.who.csrf();
    const whole = Buffer.from(csrfPart(token) + filePart() + last, "latin1");
    const head = (length) =>
      `POST ${form.action} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n` +
      `Cookie: ${form.who.cookie}\r\n` +
      `Origin: ${url}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;
    for (const [name, length, bytes] of [
      ["gone after half", whole.length, whole.subarray(0, whole.length >> 1)],
      ["a length of more", whole.length + 1000, whole],
      ["gone at once", 20 * 1024 * 1024, Buffer.alloc(0)],
    ]) {
      cases.push({
        name: `${form.route.pattern}: ${name}`,
        run: () => raw([head(length), bytes], { silence: 500, half: true }),
        check: ({ answers }) =>
          assert.ok(
            answers.every(({ status }) => status >= 400),
            "taken",
          ),
      });
    }
  }
  await unchanged("uploads", cases, { batch: 20 });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(kept(), before, "a part of a file stayed in the folder");
});
