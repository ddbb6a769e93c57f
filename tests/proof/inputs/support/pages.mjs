// Reads pages as a browser does: Chromium's own parser, in a document that loads and runs nothing.

import { chromium } from "playwright-core";

let browser = null;
let page = null;

async function parser() {
  if (page) return page;
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: asRoot });
  page = await browser.newPage();
  return page;
}

export async function closeParser() {
  await browser?.close();
  browser = null;
  page = null;
}

// { title, text, links, forms } of a page. A form: { action, method, enctype, fields, buttons }.
export async function readPage(html) {
  return (await parser()).evaluate(readInBrowser, html);
}

function readInBrowser(html) {
  const document = new DOMParser().parseFromString(html, "text/html");
  const kindOf = (e) => (e.tagName === "INPUT" ? e.type : e.tagName.toLowerCase());
  const options = (e) => (e.tagName === "SELECT" ? [...e.options].map((one) => one.value) : []);
  const fieldOf = (e) => ({
    name: e.name,
    kind: kindOf(e),
    value: e.value,
    maxlength: e.maxLength > 0 ? e.maxLength : null,
    checked: Boolean(e.checked),
    options: options(e),
  });
  const formOf = (form) => {
    const own = [...form.elements].filter((e) => e.name && !e.disabled);
    const isButton = (e) => e.tagName === "BUTTON" || e.type === "submit";
    return {
      action: form.getAttribute("action") ?? "",
      method: (form.getAttribute("method") ?? "get").toUpperCase(),
      enctype: form.getAttribute("enctype") ?? "application/x-www-form-urlencoded",
      autosave: form.dataset.autosave ?? null,
      fields: own.filter((e) => !isButton(e)).map(fieldOf),
      buttons: own.filter(isButton).map((e) => ({ name: e.name, value: e.value })),
    };
  };
  // A button may send what its form holds elsewhere.
  const elsewhere = (form) =>
    [...form.elements]
      .filter((e) => e.hasAttribute("formaction"))
      .map((e) => ({ ...formOf(form), action: e.getAttribute("formaction"), autosave: null }));
  return {
    title: document.title,
    heading: document.querySelector("h1")?.textContent.trim() ?? "",
    text: document.body.textContent.replace(/\s+/g, " "),
    links: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")),
    forms: [...document.forms].flatMap((form) => [formOf(form), ...elsewhere(form)]),
  };
}

// What in a page came from a text that bears the mark and is more than text: an element or an
// attribute of that name, a handler, an address, a style.
export async function bornOf(html, mark) {
  return (await parser()).evaluate(bornInBrowser, [html, mark]);
}

function bornInBrowser([html, mark]) {
  const document = new DOMParser().parseFromString(html, "text/html");
  const has = (text) => text.toLowerCase().includes(mark.toLowerCase());
  const active = /^(on|href$|src|action$|formaction$|style$|srcdoc$|data$|poster$|xlink)/;
  const found = [];
  for (const e of document.querySelectorAll("*")) {
    const name = e.tagName.toLowerCase();
    if (has(name)) found.push(`element ${name}`);
    const code = ["script", "style", "iframe", "noscript", "template"].includes(name);
    if (code && has(e.textContent + (e.innerHTML ?? ""))) found.push(`inside ${name}`);
    for (const { name: attribute, value } of e.attributes) {
      if (has(attribute)) found.push(`attribute ${attribute} of ${name}`);
      else if (has(value) && attribute.startsWith("on")) found.push(`handler ${attribute}`);
      else if (
        has(value) &&
        active.test(attribute) &&
        /^\s*(java|vb)script:|^\s*data:/i.test(value)
      )
        found.push(`address in ${attribute}`);
    }
  }
  const comments = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT);
  for (let one = comments.nextNode(); one; one = comments.nextNode()) {
    if (has(one.data)) found.push("comment");
  }
  return found;
}
