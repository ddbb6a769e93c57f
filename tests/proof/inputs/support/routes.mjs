// The gateway's own table of routes, and the operations of the API's description.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const program = path.join(
  process.env.ONERETURN_TEST_BUILD ?? path.resolve(process.env.ONERETURN_ADMIN, "../.."),
  "services",
  "gateway",
);

export const routes = JSON.parse(
  execFileSync(program, ["--routes"], { encoding: "utf8", maxBuffer: 16 * 1024 * 1024 }),
).routes;

export const unsafe = routes.filter(({ verb }) => !["GET", "HEAD"].includes(verb));

const partsOf = (text) => text.split("?")[0].split("/");

// The route that a path meets; a literal part wins over a parameter, from the left.
export function routeOf(verb, address) {
  const parts = partsOf(address);
  const fits = routes.filter((route) => {
    const wanted = partsOf(route.pattern);
    return (
      route.verb === verb &&
      wanted.length === parts.length &&
      wanted.every((part, at) => (part.startsWith("{") ? parts[at] !== "" : part === parts[at]))
    );
  });
  const rank = (route) => partsOf(route.pattern).map((part) => (part.startsWith("{") ? "p" : "l"));
  return fits.sort((a, b) => (rank(a).join("") < rank(b).join("") ? -1 : 1))[0];
}

const description = parse(
  readFileSync(new URL("../../../../schemas/api/openapi.yaml", import.meta.url), "utf8"),
);

export function resolved(thing) {
  if (!thing?.$ref) return thing;
  const steps = thing.$ref.slice(2).split("/");
  return steps.reduce((at, key) => at[key], description);
}

// Every operation that takes JSON: { id, verb, path, schema, parameters }.
export const operations = Object.entries(description.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs)
    .filter(([verb]) => ["get", "put", "post", "delete", "patch"].includes(verb))
    .map(([verb, operation]) => ({
      id: operation.operationId,
      verb: verb.toUpperCase(),
      path,
      operation,
      parameters: [...(verbs.parameters ?? []), ...(operation.parameters ?? [])].map(resolved),
      content: resolved(operation.requestBody)?.content ?? {},
    })),
);

export const bodies = operations
  .filter(({ content }) => content["application/json"])
  .map((one) => ({ ...one, schema: resolved(one.content["application/json"].schema) }));
