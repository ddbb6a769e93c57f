// What a handbook promises: its pictures are those that tests have made of the pages as they are,
// and the words that it prints in bold stand on the pages that it shows. With
// ONERETURN_HANDBOOK=rewrite its pictures are taken anew.

import assert from "node:assert/strict";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const rewrites = process.env.ONERETURN_HANDBOOK === "rewrite";

export function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.path, one.name)));
}

// A guide by its name, with the folder under docs/pictures that is its own.
export class Handbook {
  constructor(guide, folder, pictures) {
    this.kept = join(root, "docs", "pictures", folder);
    this.made = pictures;
    this.text = readFileSync(join(root, "docs", "guides", guide), "utf8");
    const place = new RegExp(`!\\[([^\\]]*)\\]\\(\\.\\./pictures/${folder}/([^)]+)\\)`, "g");
    this.shown = [...this.text.matchAll(place)].map(([, words, name]) => ({ words, name }));
    this.named = this.shown.map(({ name }) => name);
  }

  missing() {
    return this.named.filter((name) => !existsSync(join(this.made, name)));
  }

  rewrite() {
    rmSync(this.kept, { recursive: true, force: true });
    for (const name of this.named) {
      mkdirSync(dirname(join(this.kept, name)), { recursive: true });
      copyFileSync(join(this.made, name), join(this.kept, name));
    }
  }

  // Chapters by their heading: the pictures in them, and what they print in bold as it stands on
  // the page. A bold word that ends in a full stop or a question mark is the handbook's own.
  chapters() {
    return this.text
      .split(/^## /m)
      .slice(1)
      .map((chapter) => ({
        title: chapter.split("\n")[0],
        pictures: this.named.filter((name) => chapter.includes(`/${name})`)),
        labels: [...chapter.matchAll(/\*\*([^*]+)\*\*/g)]
          .map(([, words]) => words.replace(/\s+/g, " "))
          .filter((words) => !/[.?]$/.test(words)),
      }));
  }
}

const wordsOf = (picture) => picture.replace(/\.png$/, ".txt");

// Beside a picture goes what the page said when it was taken: text, buttons, labels.
export async function noteWords(page, picture) {
  const words = await page.evaluate(() => {
    const texts = [document.body.innerText];
    for (const one of document.querySelectorAll("summary, label, button, option, legend, th, h2")) {
      texts.push(one.textContent);
    }
    return texts.join("\n");
  });
  writeFileSync(wordsOf(picture), words.replace(/[ \t\u00a0]+/g, " "));
}

export function saidOn(folder, names) {
  return names
    .map((name) => readFileSync(wordsOf(join(folder, name)), "utf8"))
    .join("\n")
    .replace(/\s+/g, " ");
}

// How much of two pictures is not the same, from 0 to 1: a clock's minutes are a few hundredths of
// a per cent, a row that came or went moves all that is below it.
export async function difference(page, oneFile, otherFile) {
  const data = (file) => `data:image/png;base64,${readFileSync(file).toString("base64")}`;
  return page.evaluate(
    async ([one, other]) => {
      const pixels = async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d", { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      const height = Math.max(a.height, b.height);
      if (a.width !== b.width) return 1;
      let differs = Math.abs(a.height - b.height) * a.width;
      const shared = Math.min(a.height, b.height) * a.width * 4;
      for (let at = 0; at < shared; at += 4) {
        const far =
          Math.abs(a.data[at] - b.data[at]) +
          Math.abs(a.data[at + 1] - b.data[at + 1]) +
          Math.abs(a.data[at + 2] - b.data[at + 2]);
        if (far > 96) differs += 1;
      }
      return differs / (height * a.width);
    },
    [data(oneFile), data(otherFile)],
  );
}

export function promised(handbook, least) {
  assert.ok(handbook.named.length >= least, `only ${handbook.named.length} pictures`);
  for (const { words, name } of handbook.shown) {
    assert.ok(words.length >= 12, `${name} has no words for whoever cannot see it`);
  }
  assert.equal(new Set(handbook.named).size, handbook.named.length, "a picture stands there twice");
}
