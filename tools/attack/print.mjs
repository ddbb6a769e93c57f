// The attack as people read it: who tried what against whose records, and what came of it.

const number = (value) => value.toLocaleString("en-GB");

const roleWords = {
  lead: "lead of an agency",
  contributor: "contributor of an agency",
  authoriser: "authoriser of an agency",
  manager: "manager of a board",
  chair: "chair of a board",
  assistant: "assistant of a board",
  member: "member of a board",
  childrens_lead: "children's lead of a council",
  nobody: "nobody who is signed in",
};

export function asWhom({ program, unit, role }) {
  if (program) return "program of an agency";
  return unit ? "contributor of one centre" : (roleWords[role] ?? role);
}

const whose = ({ visitor, victim }) => {
  if (victim.kind === "door") return "another door's secret";
  if (visitor.party === victim.party) return "another centre's";
  if (victim.kind === "council") return "another council's";
  return victim.kind === "board" ? "another board's" : "another agency's";
};

export function outcome({ status, leak, sort }) {
  if (leak) return "LEAK";
  if (status === 404) return "not found, as if there were none";
  if (status === 401 || status === 303) return "sent to sign in, or ignored";
  if (status === 403) return "not allowed in that role";
  if (sort === "content") return "taken, as any file is";
  if (status < 300) return "ignored, like an invented one";
  return "refused, like an invented one";
}

function table(heads, rows) {
  const widths = heads.map((head, at) =>
    Math.max(...[head, ...rows.map((row) => row[at])].map((cell) => String(cell).length)),
  );
  const line = (row) =>
    row
      .map((cell, at) =>
        typeof cell === "number"
          ? number(cell).padStart(widths[at])
          : String(cell).padEnd(widths[at]),
      )
      .join("  ")
      .trimEnd();
  return [line(heads), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join(
    "\n",
  );
}

function counted(list, keyOf) {
  const counts = new Map();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

const kinds = (list) =>
  [
    ...counted(list, ({ place }) =>
      place.replace(/^(\?|field |member )/, "").replace(/_?\{id\}/, ""),
    ),
  ]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([name]) => name)
    .join(", ");

export function overHttp(results) {
  const groups = new Map();
  for (const one of results) {
    const key = `${asWhom(one.visitor)}|${whose(one)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [];
  for (const [key, list] of groups) {
    const [who, of] = key.split("|");
    let first = true;
    for (const [words, count] of [...counted(list, outcome)].sort((a, b) => b[1] - a[1])) {
      rows.push(first ? [who, of, kinds(list), count, words] : ["", "", "", count, words]);
      first = false;
    }
  }
  return table(["As whom", "Against whose records", "Ids of", "Tried", "What came of it"], rows);
}

// One attempt in so many, told whole.
export function examples(results, most = 10) {
  const tried = results.filter((one) => one.sort === "path" && one.status === 404);
  const step = Math.max(1, Math.floor(tried.length / most));
  return tried
    .filter((_, at) => at % step === 0)
    .slice(0, most)
    .map((one) => {
      const { visitor, route, place, victim } = one;
      const who = `${visitor.name} (${visitor.who})`;
      return `  ${who} ${route.id}, ${place} of ${victim.who}: ${outcome(one)}`;
    })
    .join("\n");
}

export function inDatabase(results) {
  const rows = [...counted(results, ({ how }) => how)].map(([how, count]) => {
    const mine = results.filter((one) => one.how === how);
    const leaks = mine.filter((one) => one.leak).length;
    const refused = mine.filter((one) => one.refused).length;
    const words = refused === count ? "refused" : refused === 0 ? "no rows" : "refused, or no rows";
    return [how, count, leaks > 0 ? `${leaks} LEAKS` : words];
  });
  return table(["With the gateway's login, by psql", "Tried", "What came of it"], rows);
}

export function totals(figures) {
  const { http, stolen_login: stolen } = figures;
  return [
    `${number(figures.attempts)} attempts: ${number(http.in_paths)} with ids in addresses, ` +
      `${number(http.in_queries + http.in_fields + http.in_json)} in queries, forms and JSON, ` +
      `${number(http.other_secrets)} with secrets of other doors, ` +
      `${number(http.exports_and_contents)} by exports and files, ` +
      `${number(stolen.attempts)} in the database.`,
    `${number(http.answers_read)} answers, ${number(http.mails_read)} mails and ` +
      `${number(http.ids_read)} ids read in search of ${number(http.markers_planted)} planted ` +
      `words; their own people found ${number(http.markers_found_by_their_own)} of them.`,
    `${number(http.twins)} rows of the table reached by whom they are for, with their own.`,
  ].join("\n");
}

export function lastSentence(figures, wrong) {
  if (wrong.length > 0)
    return `NOT isolated: ${number(figures.leaks)} leaks; what is wrong stands above.`;
  return `Nobody got at anything of anybody else's: ${number(figures.attempts)} attempts, no leak.`;
}
