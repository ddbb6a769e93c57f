// What the demonstration says at the end: a table for people, the same facts as JSON.

const columns = [
  ["Board", (b) => b.board],
  ["Template", (b) => b.template],
  ["Scale", (b) => b.scale],
  ["Items", (b) => b.items],
  ["Boxes", (b) => b.boxes],
  ["Set", (b) => b.set],
  ["Chosen", (b) => b.chosen],
  ["Residual", (b) => b.residual],
  ["Local", (b) => b.local],
  ["Delivered after", (b) => `${b.delivered_ms} ms`],
];

const scales = {
  narrative: "none: words only",
  composed: "none: words only",
  "traffic-light": "red, amber, green",
  "board-grade": "0 to 3, by the board",
  "self-grade": "0 to 3, by the agency",
};

export const withScale = (board) => ({ ...board, scale: scales[board.kind] ?? board.kind });

export function table(boards) {
  const rows = [columns.map(([head]) => head)];
  for (const board of boards.map(withScale)) {
    rows.push(columns.map(([, cell]) => String(cell(board))));
  }
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  const numeric = (i) => rows.slice(1).every((row) => /^\d+( ms)?$/.test(row[i]));
  const line = (row) =>
    row
      .map((cell, i) => (numeric(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("  ");
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}

const fields = [
  "board",
  "template",
  "kind",
  "items",
  "boxes",
  "ratings",
  "grades",
  "set",
  "chosen",
  "unanswered",
  "no_point",
  "na",
  "residual",
  "local",
  "foreign_local",
  "actions",
  "delivered_ms",
  "sha256",
];

// Exactly the documented members, in their order.
export function asJson(questions, boards) {
  const plain = boards.map((board) => Object.fromEntries(fields.map((key) => [key, board[key]])));
  return `${JSON.stringify({ questions, boards: plain }, null, 2)}\n`;
}

// What differs from what the content's authors worked out by hand; empty when nothing does.
export function differences(questions, boards, expected, codeOf) {
  const found = [];
  for (const key of ["separately", "once", "extras"]) {
    if (questions[key] !== expected.questions[key]) {
      found.push(`questions ${key}: ${questions[key]}, expected ${expected.questions[key]}`);
    }
  }
  for (const wanted of expected.boards) {
    const board = boards.find((one) => codeOf(one) === wanted.board);
    for (const [key, value] of Object.entries(wanted)) {
      if (key !== "board" && board?.[key] !== value) {
        found.push(`${wanted.board} ${key}: ${board?.[key]}, expected ${value}`);
      }
    }
  }
  return found;
}
