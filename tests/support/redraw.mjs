// Draws a sample again from the list that its page gives, after docs/formats/sample.md alone.

import { createHash } from "node:crypto";

// The cells of a file in which every cell stands in quotes.
function cells(text) {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      line
        .slice(1, -1)
        .split('","')
        .map((cell) => cell.replaceAll('""', '"')),
    );
}

// Which pieces the sample must have: { piece: { place, drawn } }.
export function redraw(file) {
  const [, ...rows] = cells(file);
  const returns = new Map();
  for (const [seed, asked, piece] of rows) {
    const name = piece.split("/")[0];
    const hash = createHash("sha256").update(seed).update("\0").update(piece).digest("hex");
    if (!returns.has(name)) returns.set(name, { asked, pieces: [] });
    returns.get(name).pieces.push({ piece, hash });
  }
  const again = {};
  for (const { asked, pieces } of returns.values()) {
    const amount = Number.parseInt(asked, 10);
    const wanted = asked.endsWith("%") ? Math.ceil((pieces.length * amount) / 100) : amount;
    const size = Math.min(Math.max(wanted, 1), pieces.length);
    pieces.sort((a, b) => (a.hash < b.hash ? -1 : 1));
    pieces.forEach(({ piece }, at) => (again[piece] = { place: at + 1, drawn: at < size }));
  }
  return again;
}

// What the file itself says.
export function drawn(file) {
  const [, ...rows] = cells(file);
  return Object.fromEntries(
    rows.map(([, , piece, place, is]) => [piece, { place: Number(place), drawn: is === "yes" }]),
  );
}
