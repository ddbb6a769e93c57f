// What results mean: percentiles, refusals, and whether the player itself kept its times.

export function percentile(values, share) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return Math.round(sorted[Math.max(0, at)] * 10) / 10;
}

export const isRefusal = ({ status }) => status === 429 || status === 503;
export const isServed = ({ status }) => status >= 200 && status < 400;
// A colleague saved an answer in the very moment of sending: nothing was sent, and the person looks
// at what changed and presses again (problem changed-meanwhile).
export const isOvertaken = ({ kind, status }) => kind === "submission" && status === 409;
// Not turned away and not broken: what a person hears who was let in.
export const hasItsAnswer = (one) => isServed(one) || isOvertaken(one);
const isStrange = (one) => !hasItsAnswer(one) && !isRefusal(one);

export function latencies(results) {
  const times = results.map((one) => one.took_ms);
  return {
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    p99_ms: percentile(times, 0.99),
  };
}

const lastOf = (results) => Math.max(...results.map((one) => one.at_us)) / 1e6;
const firstOf = (results) => Math.min(...results.map((one) => one.at_us)) / 1e6;

// One stage, or one kind of request in it, as the report shows it.
export function summary(results) {
  const served = results.filter(isServed);
  const refused = results.filter(isRefusal);
  const seconds = lastOf(results) - firstOf(results);
  return {
    planned: results.length,
    planned_per_s: Math.round((results.length / seconds) * 10) / 10,
    throughput_per_s: Math.round((served.length / seconds) * 10) / 10,
    ...latencies(served),
    refused: refused.length,
    refused_p99_ms: percentile(
      refused.map((one) => one.took_ms),
      0.99,
    ),
    refused_without_retry_after: refused.filter((one) => !one.saysWhen).length,
    overtaken: results.filter(isOvertaken).length,
    errors: results.filter(isStrange).length,
  };
}

export function byKind(results) {
  const kinds = {};
  for (const kind of [...new Set(results.map((one) => one.kind))].sort()) {
    const of = results.filter((one) => one.kind === kind);
    kinds[kind] = { count: of.length, ...latencies(of.filter(isServed)) };
  }
  return kinds;
}

// What was answered neither as it should be nor as a refusal: counted by kind and status.
export function strange(results) {
  const counts = {};
  for (const one of results.filter(isStrange)) {
    const what = `${one.kind} ${one.status || one.why}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

// Late by this much, the player measures the machine and not the service.
export const lagMax = 50;

export const lag = (results) =>
  percentile(
    results.map((one) => one.lag_ms),
    0.99,
  );
