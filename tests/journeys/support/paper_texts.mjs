// What stands in a paper, read with other programs than those that made it, and whether it says
// what a page said.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";

// Letters and figures alone: what breaks lines, and the marks that a list is drawn with, is the
// page's own.
export const bare = (text) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");

export const read = (program, ...args) =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 64 << 20 });
const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const shown = (html) =>
  html.replace(/<[^>]*>/g, " ").replace(/&(\w+);/g, (whole, name) => named[name] ?? whole);

// Head and foot of each page of a PDF stand between what goes on behind them.
const furniture = /^(.*\bPage \d+ of \d+|.*\bReport \d+, version \d+)$/;
const printed = (file) =>
  read("pdftotext", "-raw", file, "-")
    .split(/[\n\f]/)
    .filter((line, at) => at < 8 || !furniture.test(line))
    .join("\n");

// What an office program prints when it opens the file: it must open at all, and lose no word.
function opened(file) {
  const folder = mkdtempSync(join(tmpdir(), "opened-"));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const words = ["--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", folder];
  try {
    execFileSync("soffice", [...words, file], { stdio: "ignore", timeout: 120_000 });
    return printed(join(folder, `${basename(file, extname(file))}.pdf`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Every format, and the ways in which it is read.
const readers = {
  pdf: { "as it is printed": printed },
  docx: {
    "as another reads it": (file) =>
      shown(read("pandoc", "-f", "docx", "-t", "html", "--wrap=none", file)),
    "opened in an office program": opened,
  },
  odt: {
    "as it stands": (file) => shown(read("unzip", "-p", file, "content.xml")),
    "opened in an office program": opened,
  },
};
export const formats = Object.keys(readers);

// A sample for people to look at.
const samples = process.env.ONERETURN_PAPERS ?? join(process.cwd(), "artefacts", "papers", "tests");
export function keepSample(file, name) {
  mkdirSync(samples, { recursive: true });
  copyFileSync(file, join(samples, `${name.replace(/[^\w-]+/g, "-")}${extname(file)}`));
}

// Its text in each of those ways: [way, text].
export const textsOf = (format, file) =>
  Object.entries(readers[format]).map(([way, reader]) => [way, bare(reader(file))]);

// Where a piece ends that stands there from `at` on: whole, or as far as it goes on its page, when
// its row goes on overleaf below the table's headings. -1 where it is missing.
const across = 400;
// Beside each other in a long row that goes on overleaf.
const farAcross = 8000;
function endOf(text, piece, at, far = across) {
  const whole = text.indexOf(piece, at);
  if (whole !== -1 && whole - at < far) return whole + piece.length;
  for (let cut = piece.length - 1; cut > 0; cut -= 1) {
    const [begin, rest] = [piece.slice(0, cut), piece.slice(cut)];
    let first = text.indexOf(begin, at);
    let overleaf = 0;
    while (first !== -1 && overleaf !== -1 && (whole === -1 || first < whole)) {
      overleaf = text.indexOf(rest, first + cut);
      if (overleaf !== -1 && overleaf - first - cut < far) return first + cut;
      first = text.indexOf(begin, first + 1);
    }
  }
  return whole === -1 ? -1 : whole + piece.length;
}

// Each piece is there, behind the one before it; answers where the last one ends.
export function saysInOrder(text, pieces, from = 0) {
  let at = from;
  for (const piece of pieces) {
    const end = endOf(text, piece, at);
    const around = text.slice(Math.max(0, at - 80), at);
    assert.notEqual(end, -1, `“${piece.slice(0, 200)}” after ${around}`);
    at = end;
  }
  return at;
}

// Each piece is somewhere in it, whole or as far as its page goes: the layout of a form on paper
// need not be that of its page.
export function saysAll(text, pieces, where) {
  const missing = pieces.filter((piece) => endOf(text, piece, 0, farAcross) === -1);
  assert.deepEqual({ where, missing }, { where, missing: [] });
}
