// What promtool cannot know: that rules and dashboard name only figures that exist, with labels
// that they have, and that each alert has its page and its two tests. See tools/dev.d/watching.sh.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => readFileSync(path.join(root, name), "utf8");

// name -> { kind, labels }, from the tables of the document, which a unit test keeps true.
export function figuresOfDocument(text = read("docs/guides/watching.md")) {
  const figures = new Map();
  for (const row of text.matchAll(/^\| `(\w+)` \| (\w+) \| ([^|]*) \|/gm)) {
    const labels = row[3].trim() === "" ? [] : row[3].trim().split(", ");
    figures.set(row[1], { kind: row[2], labels });
  }
  return figures;
}

// The expressions of the rules: name of the alert -> expression.
export function alerts(text = read("deploy/prometheus/alerts.yml")) {
  const found = [...text.matchAll(/- alert: (\w+)\n\s+expr: (".*")\n/g)];
  return new Map(found.map(([, name, expr]) => [name, JSON.parse(expr)]));
}

export function panels(dashboard = JSON.parse(read("deploy/grafana/onereturn.json"))) {
  return dashboard.panels.flatMap((panel) =>
    (panel.targets ?? []).map((target) => ({ title: panel.title, expr: target.expr })),
  );
}

// What Prometheus itself adds to every series, and what a histogram becomes.
const everywhere = ["job", "instance"];
function complaintsAbout(expr, figures) {
  const complaints = [];
  const bare = expr.replace(/"[^"]*"/g, '""');
  for (const [, name, , matchers] of bare.matchAll(
    /\b((?:onereturn|process)_\w+|up)\b(\{([^}]*)\})?/g,
  )) {
    const part = /_(bucket|sum|count)$/.exec(name);
    const base = figures.get(name) ? name : part ? name.slice(0, part.index) : name;
    const figure = name === "up" ? { kind: "gauge", labels: [] } : figures.get(base);
    if (!figure || (base !== name && figure.kind !== "histogram")) {
      complaints.push(`there is no figure ${name}`);
      continue;
    }
    const known = [...figure.labels, ...everywhere, ...(part?.[1] === "bucket" ? ["le"] : [])];
    for (const [, label] of (matchers ?? "").matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)) {
      if (!known.includes(label)) complaints.push(`${name} has no label ${label}`);
    }
    const wanted = figure.kind === "counter" || base !== name;
    if (wanted && !new RegExp(`${name}(\\{[^}]*\\})?\\[`).test(bare)) {
      complaints.push(`${name} counts up: it needs a rate or an increase`);
    }
  }
  return complaints;
}

function namesOnlyWhatExists() {
  const figures = figuresOfDocument();
  assert.ok(figures.size > 40, "the document lists no figures: the check is blind");
  const wrong = [];
  for (const [name, expr] of alerts()) {
    for (const complaint of complaintsAbout(expr, figures)) wrong.push(`${name}: ${complaint}`);
  }
  for (const { title, expr } of panels()) {
    for (const complaint of complaintsAbout(expr, figures)) wrong.push(`${title}: ${complaint}`);
  }
  assert.deepEqual(wrong, []);
  const used = [...alerts().values(), ...panels().map((panel) => panel.expr)].join("\n");
  const unseen = [...figures.keys()].filter(
    (name) => !new RegExp(`\\b${name}(_bucket|_sum|_count)?\\b`).test(used),
  );
  console.log(`${figures.size} figures; only for looking up by hand: ${unseen.join(", ")}`);
}

// A check that cannot fail is worse than none.
function noticesWhatIsWrong() {
  const figures = figuresOfDocument();
  const of = (expr) => complaintsAbout(expr, figures).join("; ");
  assert.equal(of("rate(onereturn_http_requests_total[5m])"), "");
  assert.match(of("rate(onereturn_http_request_total[5m])"), /no figure/);
  assert.match(of('rate(onereturn_http_requests_total{board="x"}[5m])'), /no label board/);
  assert.match(of("onereturn_http_requests_total > 0"), /needs a rate/);
  assert.match(of("onereturn_mails_waiting_bucket"), /no figure/);
  assert.match(of("rate(onereturn_http_request_seconds_bucket{le=~'1'}[5m])"), /^$/);
}

function eachAlertHasItsPage() {
  const rules = read("deploy/prometheus/alerts.yml");
  const pages = new Set();
  for (const name of alerts().keys()) {
    const rule = rules.slice(rules.indexOf(`alert: ${name}\n`)).split("- alert: ")[0];
    const page = /runbook: (\S+)/.exec(`alert: ${rule}`)?.[1] ?? "";
    const text = read(page);
    assert.ok(text.startsWith(`# ${name}\n`), `${page} is not about ${name}`);
    for (const heading of ["What it means", "What to look at", "What to do"]) {
      const part = text.split(`\n## ${heading}\n`)[1] ?? "";
      assert.ok(part.split("\n## ")[0].trim().length > 40, `${page} does not say: ${heading}`);
    }
    assert.match(rule, /severity: (page|ticket)/, `${name} has no severity`);
    assert.match(read("docs/runbooks/README.md"), new RegExp(`\\[${name}\\]`));
    pages.add(path.basename(page));
  }
  const there = readdirSync(path.join(root, "docs/runbooks")).filter((n) => n !== "README.md");
  const [, asked] = read("docs/runbooks/README.md").split("\n## Without an alert\n");
  for (const [, page] of asked.matchAll(/\]\(([\w-]+\.md)\)/g)) pages.add(page);
  assert.deepEqual(there.sort(), [...pages].sort(), "a page that no alert and no list names");
}

function eachAlertIsTriedBothWays() {
  const cases = read("tests/watching/alerts.test.yml").split("  - name: ").slice(1);
  for (const name of alerts().keys()) {
    const own = cases.filter((one) => one.includes(`alertname: ${name}\n`));
    const rings = own.filter((one) => /exp_alerts:\n\s+- exp_labels/.test(one));
    const silent = own.filter((one) => /exp_alerts: \[\]/.test(one));
    assert.ok(rings.length > 0, `${name} is never seen to ring`);
    assert.ok(silent.length > 0, `${name} is never seen to stay silent`);
  }
}

// promtool checks expressions only in rules: so the panels' become one.
function panelsAsRules(file) {
  const rules = panels().map(({ expr }, at) => ({ record: `panel:number_${at}`, expr }));
  assert.ok(rules.length > 30);
  writeFileSync(file, JSON.stringify({ groups: [{ name: "panels", rules }] }));
}

const checks = {
  figures: namesOnlyWhatExists,
  notices: noticesWhatIsWrong,
  pages: eachAlertHasItsPage,
  tried: eachAlertIsTriedBothWays,
  panels: () => panelsAsRules(process.argv[3]),
};
if (process.argv[1] === fileURLToPath(import.meta.url)) checks[process.argv[2]]();
