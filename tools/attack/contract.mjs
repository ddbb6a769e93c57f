// What the API's description says of a row: a body that fits, and where an id stands in it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const file = fileURLToPath(new URL("../../schemas/api/openapi.yaml", import.meta.url));
const base = "/api/v1";

const words = "As it is written here.";
const byFormat = {
  uuid: "00000000-0000-4000-8000-000000000000",
  date: "2027-06-01",
};

export class Contract {
  constructor() {
    this.description = parse(readFileSync(file, "utf8"));
  }

  resolved(thing) {
    if (!thing?.$ref) return thing;
    return thing.$ref
      .slice(2)
      .split("/")
      .reduce((at, key) => at[key], this.description);
  }

  operation(route) {
    if (route.surface !== "api") return null;
    const path = this.description.paths[route.pattern.slice(base.length)];
    return path?.[route.verb.toLowerCase()] ?? null;
  }

  bodySchema(route) {
    const content = this.resolved(this.operation(route)?.requestBody)?.content;
    return this.resolved(content?.["application/json"]?.schema);
  }

  // A body that fits the description, so that nothing but the ids is wrong with it.
  sample(route) {
    const schema = this.bodySchema(route);
    return schema && this.valueOf(schema, 0);
  }

  valueOf(given, depth) {
    const schema = this.resolved(given);
    if (schema.enum) return schema.enum[schema.enum.length > 1 ? 1 : 0];
    const type = [schema.type].flat()[0];
    if (type === "object") return this.objectOf(schema, depth);
    if (type === "array") return [];
    if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 0, 0);
    if (type === "boolean") return true;
    return byFormat[schema.format] ?? words;
  }

  objectOf(schema, depth) {
    const value = {};
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const needed = (schema.required ?? []).includes(name);
      const kind = this.resolved(member);
      if (needed || (depth === 0 && wanted.has(name))) value[name] = this.valueOf(kind, depth + 1);
    }
    return {
      ...value,
      ...(known[
        Object.keys(schema.properties ?? {})
          .sort()
          .join()
      ] ?? {}),
    };
  }

  // Paths to members that hold an id: ["subjects", 0, "request"].
  idsIn(route) {
    const schema = this.bodySchema(route);
    return schema ? [...this.idPaths(schema, [])] : [];
  }

  *idPaths(given, at) {
    const schema = this.resolved(given);
    if (schema.format === "uuid") yield at;
    if (schema.items) yield* this.idPaths(schema.items, [...at, 0]);
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      yield* this.idPaths(member, [...at, name]);
    }
  }

  idQueries(route) {
    return (this.operation(route)?.parameters ?? [])
      .map((one) => this.resolved(one))
      .filter((one) => one.in === "query" && this.resolved(one.schema)?.format === "uuid")
      .map((one) => one.name);
  }
}

// Of the members that need not be there, those without which a body says nothing.
const wanted = new Set(["version", "text", "describes", "statement", "name", "position"]);
// A place that every agency with several boards has.
const known = { "code,kind": { kind: "question", code: "C2.8" } };
