// The API's description as a referee: what was sent and answered is compared with its schemas, and
// a member that no schema names is a fault too.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const file = fileURLToPath(new URL("../../schemas/api/openapi.yaml", import.meta.url));
const description = parse(readFileSync(file, "utf8"));
for (const schema of Object.values(description.components.schemas)) {
  if (schema.properties) schema.additionalProperties = false;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(description, "api");

const resolved = (thing) =>
  thing?.$ref
    ? thing.$ref
        .slice(2)
        .split("/")
        .reduce((at, key) => at[key], description)
    : thing;

// Every operation as { id, verb, path, parts, operation }.
export const operations = Object.entries(description.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs)
    .filter(([verb]) => ["get", "put", "post", "delete"].includes(verb))
    .map(([verb, operation]) => ({
      id: operation.operationId,
      verb: verb.toUpperCase(),
      path,
      parts: path.split("/"),
      operation,
    })),
);

export function operationOf(verb, path) {
  const parts = path.split("?")[0].split("/");
  const fits = (one) =>
    one.verb === verb &&
    one.parts.length === parts.length &&
    one.parts.every((part, at) => part.startsWith("{") || part === parts[at]);
  const found = operations.filter(fits);
  return found.find((one) => !one.path.includes("{")) ?? found[0];
}

function faultsOf(schema, value, where) {
  const validate = ajv.compile(
    schema.$ref ? { $ref: `api${schema.$ref}` } : { ...schema, components: undefined },
  );
  if (validate(value)) return [];
  return validate.errors.map((error) => {
    const more = error.params.additionalProperty ?? "";
    return `${where}${error.instancePath}: ${error.message} ${more}`.trim();
  });
}

// What is wrong with one exchange, in words; nothing when it keeps to the description. `path` is
// without "/api/v1"; `sent` counts only when it was accepted.
export function faultsIn({ verb, path, sent, status, answered }) {
  const found = operationOf(verb, path);
  const where = `${verb} ${path}`;
  if (!found) return [`${where}: is not described`];
  const response = resolved(found.operation.responses[status]);
  if (!response) return [`${where}: ${status} is not described`];
  const faults = [];
  const content = Object.values(response.content ?? {})[0];
  if (content) faults.push(...faultsOf(content.schema, answered, `${where} ${status} `));
  else if (answered !== null) faults.push(`${where} ${status}: has a body`);
  const body = resolved(found.operation.requestBody)?.content?.["application/json"];
  if (status < 300 && body) faults.push(...faultsOf(body.schema, sent, `${where} sent `));
  if (status < 300 && !found.operation.requestBody && sent) faults.push(`${where}: takes no body`);
  return faults;
}
