// The service's own table of routes, as `gateway --routes` prints it, and which row a path is of.
import { execFileSync } from "node:child_process";

const rank = (pattern) => pattern.split("/").map((part) => (part.startsWith("{") ? "p" : "l"));

export class Routes {
  constructor(list) {
    this.list = list.map((route) => ({
      ...route,
      parts: route.pattern.split("/"),
      parameters: [...route.pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      id: `${route.verb} ${route.pattern}`,
    }));
    // A literal segment wins over a parameter, from the left, as in the service.
    this.ordered = [...this.list].sort((a, b) =>
      rank(a.pattern) < rank(b.pattern) ? -1 : rank(a.pattern) > rank(b.pattern) ? 1 : 0,
    );
  }

  static of(gateway) {
    return new Routes(JSON.parse(execFileSync(gateway, ["--routes"], { encoding: "utf8" })).routes);
  }

  // The row for a path, with the values of its parameters; nothing when there is none.
  find(verb, path) {
    const parts = path.split(/[?#]/)[0].split("/");
    const route = this.ordered.find(
      (one) =>
        one.verb === verb &&
        one.parts.length === parts.length &&
        one.parts.every((part, at) => part.startsWith("{") || part === parts[at]),
    );
    if (!route) return null;
    const values = {};
    route.parts.forEach((part, at) => {
      if (part.startsWith("{")) values[part.slice(1, -1)] = decodeURIComponent(parts[at]);
    });
    return { route, values };
  }
}

export const pathOf = (route, values) =>
  route.parts
    .map((part) => (part.startsWith("{") ? encodeURIComponent(values[part.slice(1, -1)]) : part))
    .join("/");

// True when the role may use the route at all; the database decides about rows.
export function mayUse(visitor, route) {
  if (route.who === "anyone") return true;
  if (!visitor.token) return false;
  if (visitor.program && !route.scope) return false;
  if (route.who !== "signed_in" && route.who !== visitor.kind) return false;
  return route.roles.length === 0 || route.roles.includes(visitor.role);
}
