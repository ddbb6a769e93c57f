// What every answer must hold to, however bad the request was.

import assert from "node:assert/strict";

// Statuses of refusals with the problem types that may stand with them.
const types = {
  400: ["malformed-request", "malformed-json", "key-missing"],
  401: ["sign-in-required"],
  403: ["csrf", "not-permitted"],
  404: ["not-found"],
  405: ["method-not-allowed"],
  409: ["conflict", "closed", "key-in-use"],
  411: ["length-required"],
  412: ["stale-version"],
  413: ["too-large"],
  414: ["target-too-long"],
  415: ["unsupported-media-type"],
  417: ["expectation-failed"],
  421: ["misdirected-request"],
  422: ["validation", "key-reused"],
  428: ["precondition-required"],
  429: ["too-many-requests"],
  431: ["header-too-large"],
  503: ["overloaded"],
};

// Words that only somebody who looks inside would know.
const inside = new RegExp(
  [
    "pqxx|libpq|postgres|psql|nlohmann|boost::|beast|asio|hiredis|redis|libsodium|openssl|mustache",
    "std::|typeid|what\\(\\)|sqlstate|syntax error|violates|duplicate key value|foreign key",
    'relation "|column "|constraint "|scope_(agency|board|delivery|share|sight|national|system)',
    "\\b[a-z_/]+\\.(cpp|hpp|sql)\\b|/(work|home|tmp|usr|var|etc)/",
    "stack trace|backtrace|segmentation",
    "terminate called|broken_invariant|null pointer|bad_alloc|out_of_range|json\\.exception",
  ].join("|"),
  "i",
);

// A secret drawn by lot says what it likes.
const drawn = /[\w-]{32,}/g;

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (c) => entities[c]);

function without(text, sent) {
  const html = escapeHtml(sent);
  const forms = [sent, html, html.replaceAll("&#39;", "&apos;"), JSON.stringify(sent).slice(1, -1)];
  return forms.reduce((rest, form) => (form === "" ? rest : rest.replaceAll(form, "")), text);
}

// No crash, no internals, and the headers that every answer has. `sent` is what the person typed:
// a page gives it back.
export function sound(answer, sent = "") {
  assert.ok(answer.status < 500 || answer.status === 503, `it answered ${answer.status}`);
  assert.equal(answer.headers["x-content-type-options"], "nosniff", "nosniff");
  assert.ok(answer.headers["content-security-policy"], "no content policy");
  const found = inside.exec(without(answer.text, String(sent)).replace(drawn, ""));
  assert.ok(!found, `the text says ${found?.[0]}`);
  assert.ok(!/^(set-cookie|location)/i.test(answer.headers["x-injected"] ?? ""), "a header arose");
  assert.equal(answer.headers["x-injected"], undefined, "a header arose");
}

// A refusal of the API: one of these statuses, a type that goes with it, and all the facts.
export function refusedJson(answer, statuses, type) {
  sound(answer);
  assert.ok([statuses].flat().includes(answer.status), `${answer.status}, not ${statuses}`);
  assert.match(answer.headers["content-type"] ?? "", /^application\/problem\+json/);
  const problem = JSON.parse(answer.text);
  assert.equal(problem.status, answer.status);
  assert.ok(problem.title && problem.detail && problem.instance, "a fact is missing");
  const name = problem.type.replace("/problems/", "");
  assert.ok((types[answer.status] ?? []).includes(name), `${name} does not go with the status`);
  if (type) assert.equal(name, type);
  return problem;
}

// A refusal on a page: one of these statuses, a heading, our layout, nothing kept by a cache.
export function refusedPage(answer, statuses, sent = "") {
  sound(answer, sent);
  assert.ok([statuses].flat().includes(answer.status), `${answer.status}, not ${statuses}`);
  const type = answer.headers["content-type"] ?? "";
  if (type.startsWith("application/problem+json")) return refusedJson(answer, statuses);
  assert.match(type, /^text\/html/);
  assert.match(answer.text, /<h1[ >]/);
  assert.match(answer.headers["cache-control"] ?? "", /no-store/);
  return answer;
}

export const clientFault = [
  400, 403, 404, 405, 409, 411, 412, 413, 414, 415, 417, 421, 422, 428, 429, 431,
];
