// What a page of the service offers: its links and pictures, and its forms with what stands in
// them. Reads our own pages, whose attributes always stand in double quotes; it is no reader of any
// page.

const named = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " ", "#x27": "'" };
export const plain = (text) =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name) => {
    if (named[name]) return named[name];
    if (name[0] !== "#") return whole;
    return String.fromCodePoint(
      name[1] === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1)),
    );
  });

function attributes(tag) {
  const found = {};
  for (const [, name, , value] of tag.matchAll(/([\w:-]+)(="([^"]*)")?/g)) {
    found[name.toLowerCase()] = value === undefined ? "" : plain(value);
  }
  return found;
}

export function linksIn(html) {
  const found = new Set();
  for (const [, href] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) found.add(plain(href));
  for (const [, src] of html.matchAll(/<img\s[^>]*?src="([^"]*)"/g)) found.add(plain(src));
  return [...found].filter((href) => href.startsWith("/") || href.startsWith("?"));
}

// Each as { method, action, type, fields: [{ name, type, value, on, options }] }.
export function formsIn(html, here) {
  const forms = [];
  for (const [, head, own] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const { id, method = "get", action = here, enctype = "" } = attributes(head);
    const inside = own + (id ? elsewhereFor(id, html.replace(own, "")) : "");
    const form = {
      method: method.toUpperCase(),
      action: action || here,
      file: enctype.startsWith("multipart"),
      fields: fieldsIn(inside),
    };
    forms.push(form);
    // A button may send what its form holds elsewhere.
    for (const [, elsewhere] of inside.matchAll(/<button\b[^>]*formaction="([^"]*)"/g)) {
      forms.push({ ...form, action: plain(elsewhere) });
    }
  }
  return forms;
}

// Boxes and buttons that stand outside of their form and name it.
const elsewhereFor = (id, html) =>
  [...html.matchAll(new RegExp(`<(?:input|button)\\b[^>]*\\bform="${id}"[^>]*>`, "g"))]
    .map(([tag]) => tag)
    .join("");

const fieldTags = new RegExp(
  [
    /<input\b([^>]*)>/,
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/,
    /<select\b([^>]*)>([\s\S]*?)<\/select>/,
    /<button\b([^>]*)>/,
  ]
    .map((one) => one.source)
    .join("|"),
  "g",
);

function fieldsIn(html) {
  const fields = [];
  for (const [, input, area, text, select, choices, button] of html.matchAll(fieldTags)) {
    const about = attributes(input ?? area ?? select ?? button);
    if (!about.name || "disabled" in about) continue;
    const { name } = about;
    if (input !== undefined) {
      const type = about.type ?? "text";
      const value = about.value ?? (type === "checkbox" ? "on" : "");
      fields.push({ name, type, value, on: "checked" in about });
    } else if (area !== undefined) {
      fields.push({ name, type: "textarea", value: plain(text.replace(/^\r?\n/, "")), on: true });
    } else if (select !== undefined) {
      const options = [...choices.matchAll(/<option\b([^>]*)>/g)].map(([, each]) => ({
        value: attributes(each).value ?? "",
        on: "selected" in attributes(each),
      }));
      const value = (options.find((each) => each.on) ?? options[0])?.value ?? "";
      fields.push({ name, type: "select", value, on: true, options: options.map((o) => o.value) });
    } else {
      fields.push({ name, type: "button", value: about.value ?? "", on: false });
    }
  }
  return fields;
}

const samples = [
  [/email/, "somebody@another.example"],
  [/_day$|^day$/, "14"],
  [/_month$|^month$/, "5"],
  [/_year$|^year$/, "2027"],
  [/period/, "2028"],
  [/name/, "Sam Ashdown"],
];

// The form as somebody would send it who filled what is empty: pairs of name and value. The first
// choice is taken where none is; the first button is the one that is pressed.
export function filled(form) {
  const pairs = [];
  const chosen = new Set(
    form.fields.filter((one) => one.type === "radio" && one.on).map((one) => one.name),
  );
  let pressed = false;
  for (const { name, type, value, on, options } of form.fields) {
    if (type === "radio") {
      if (on || !chosen.has(name)) pairs.push([name, value]);
      chosen.add(name);
    } else if (type === "checkbox") {
      if (on || /agree|statement|confirm|sure/.test(name)) pairs.push([name, value]);
    } else if (type === "button") {
      if (!pressed) pairs.push([name, value]);
      pressed = true;
    } else if (type === "select") {
      pairs.push([name, value || (options.find(Boolean) ?? "")]);
    } else if (type === "hidden") {
      pairs.push([name, value]);
    } else if (type !== "file") {
      const sample = samples.find(([pattern]) => pattern.test(name))?.[1];
      pairs.push([name, value || sample || "As it is written here."]);
    }
  }
  return pairs;
}

// Every value that stands in the form for a field of that name.
export const valuesOf = (form, name) =>
  form.fields
    .filter((one) => one.name === name)
    .flatMap((one) => [one.value, ...(one.options ?? [])])
    .filter((value, at, all) => value !== "" && all.indexOf(value) === at);
