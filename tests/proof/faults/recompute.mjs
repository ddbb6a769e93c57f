// One board's return computed again from what was frozen with the submission and the files of
// schemas/content, after docs/mapping.md and docs/formats: the checker's own reading of the rules.
import path from "node:path";
import { readJson } from "./region.mjs";
import { possibleLevels, together } from "./levels.mjs";

const roles = {
  describes: ["describes"],
  knows: ["knows"],
  describes_then_knows: ["describes", "knows"],
  improvement: ["improve"],
};
const isWords = (box) =>
  ["describes", "knows", "describes_then_knows", "evidence", "text"].includes(box.content);
const together2 = (texts) => texts.filter((text) => text).join("\n\n");
const notApplicable = (reason) => (reason ? `Not applicable: ${reason}` : "Not applicable.");

// The day in words, as it stands in a copy.
const inWords = (day) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

export class Content {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
  }

  file(kind, name) {
    const place = path.join(this.folder, kind, `${name}.json`);
    if (!this.files.has(place)) this.files.set(place, readJson(place));
    return this.files.get(place);
  }

  framework(code, version) {
    return this.file("frameworks", `${code}-${version}`);
  }

  form(code, version) {
    return this.file("templates", `${code}-${version}`);
  }

  mapping(form, version) {
    const found = this.file("mappings", `${form}-${version}`);
    return new Map(found.items.map((item) => [item.item, item]));
  }
}

// `frozen`: {form, mapping, framework, area, parts, answers, lines, commitments, evidence}, as
// frozen.mjs reads it.
export class Recomputed {
  constructor(frozen) {
    Object.assign(this, frozen);
    this.seen = new Map();
    this.of = (kind) => this.lines.filter((line) => line.kind === kind);
    this.at = (kind, box) => this.of(kind).find((line) => line.box_no === box);
    this.order = new Map(this.framework.requirements.map((one, at) => [one.code, at]));
    this.boxes = [];
    this.actionsPromised = [];
  }

  run() {
    for (const detail of this.form.details ?? []) this.addDetail(detail);
    const sections = this.form.sections.filter(
      (section) => this.parts.length === 0 || this.parts.includes(section.code),
    );
    for (const section of sections) this.addSection(section);
    return this.boxes;
  }

  add(box, text, state, more = {}) {
    this.boxes.push({ box_no: box, text, state, point: null, ...more });
  }

  addDetail({ box_no: box, source }) {
    const line = this.of("detail").find((one) => one.subject === source);
    const text = this.byHand(box) ?? line?.text ?? "";
    this.add(box, text, text ? "detail" : "unanswered");
  }

  byHand(box) {
    return this.at("override", box)?.text || null;
  }

  addSection(section) {
    if (section.boxes?.length > 0) {
      const ask = this.ask(section.items);
      const elsewhere = (item) => section.items.find((one) => one.code === item)?.boxes ?? [];
      const residuals = ask.residuals.filter(({ item }) => !this.homeOf(elsewhere(item)));
      this.addBoxes(section.boxes, section, null, ask, { ...ask, residuals });
    }
    for (const item of section.items.filter((one) => one.boxes?.length > 0)) {
      const ask = this.ask([item]);
      this.addBoxes(item.boxes, section, item, ask, ask);
    }
  }

  // Where the answers to the board's own questions stand.
  homeOf(boxes) {
    const words = boxes.filter((box) => isWords(box) && box.filled_by !== "board");
    return words.find((box) => !["knows", "evidence"].includes(box.content)) ?? words[0];
  }

  mapped(item) {
    const found = this.mapping.get(item);
    const live = found && ["live", "reviewed"].includes(found.status) && found.facets.length > 0;
    return live ? found : null;
  }

  requirementOf(facet) {
    return this.framework.requirements.find((one) =>
      one.facets.some((known) => known.code === facet),
    );
  }

  // What the items ask together: requirements with the facets asked, own questions, and whether
  // anything is asked that nothing maps.
  ask(items) {
    const requirements = [];
    const residuals = [];
    let unmapped = false;
    for (const item of items) {
      const mapped = this.mapped(item.code);
      if (!mapped) {
        unmapped = true;
        continue;
      }
      const touched = [...new Set(mapped.facets.map((facet) => this.requirementOf(facet)))];
      touched.sort((a, b) => this.order.get(a.code) - this.order.get(b.code));
      for (const requirement of touched) {
        let asked = requirements.find((one) => one.requirement === requirement);
        if (!asked) requirements.push((asked = { requirement, facets: new Set() }));
        for (const { code } of requirement.facets) {
          if (mapped.facets.includes(code)) asked.facets.add(code);
        }
      }
      if (mapped.residual) residuals.push({ item: item.code, asked: mapped.residual });
    }
    for (const one of requirements) {
      one.whole = one.requirement.local === "whole";
      one.answer = one.whole
        ? this.local(one.requirement.code, true)
        : this.answers.get(one.requirement.code);
      one.part = one.whole ? null : this.local(one.requirement.code, false);
    }
    return { requirements, residuals, unmapped };
  }

  // What was written for this board alone about a requirement.
  local(code, whole) {
    const lines = this.of("local").filter((line) => line.requirement_code === code);
    if (lines.length === 0) return null;
    const texts = Object.fromEntries(lines.map((line) => [line.role, line.text]));
    const last = lines.at(-1);
    return {
      texts,
      partTexts: {},
      parts: {},
      level: whole ? last.level : null,
      na: whole ? last.na_reason : null,
    };
  }

  addBoxes(boxes, section, item, rated, worded) {
    const rule = item?.not_applicable ?? this.form.not_applicable;
    const home = this.homeOf(boxes);
    const place = item ? (item.number ?? null) : (section.number ?? section.title);
    for (const box of boxes) {
      if (box.filled_by === "board") {
        this.add(box.box_no, "", "board");
      } else if (box.content === "rating") {
        this.addRating(box, rated, rule);
      } else {
        this.addWords(box, place ?? `"${box.label}"`, worded, rule, box === home);
      }
    }
  }

  addWords(box, place, ask, rule, isHome) {
    const mapped = ask.requirements.length > 0;
    const takesDirect = !mapped || ask.unmapped || box.content === "text";
    const direct = takesDirect ? this.at("direct", box.box_no) : null;
    const paragraphs = this.paragraphs(box, place, ask, isHome, direct);
    let text = paragraphs
      .map(({ heading, text: words }) => (heading ? `${heading}\n${words}` : words))
      .join("\n\n");
    const allowed = rule.allowed && rule.by === "agency";
    const na = allowed && ((direct && direct.na_reason !== null) || this.nothingApplies(ask));
    let state = na ? "na" : text ? "text" : "unanswered";
    const promise = this.at("promise", box.box_no);
    if (promise?.by_on && (state === "unanswered" || this.wordsMissing(ask, isHome))) {
      const words =
        `Not to hand. Will be supplied by ${inWords(promise.by_on)}, ` +
        `by ${promise.chosen_by ?? ""}.`;
      this.actionsPromised.push({
        what: `Supply what is missing: ${box.label}`,
        how: "",
        lead: promise.chosen_by ?? "",
        by_on: promise.by_on,
      });
      text = state === "unanswered" ? words : `${text}\n\n${words}`;
    }
    const replaced = this.byHand(box.box_no);
    if (replaced) [text, state] = [replaced, "text"];
    this.add(box.box_no, text, state);
  }

  paragraphs(box, place, ask, isHome, direct) {
    const all = [];
    const several = ask.requirements.length > 1;
    if (box.content !== "text") {
      for (const one of ask.requirements) this.addAnswer(all, one, box, place, several);
      for (const one of ask.requirements) this.addLocal(all, one, box, place, several);
    }
    if (isHome) {
      for (const { item, asked } of ask.residuals) {
        const line = this.at("residual", item);
        const text = line && (line.na_reason !== null ? notApplicable(line.na_reason) : line.text);
        if (text) all.push({ heading: asked.name, text });
      }
    }
    if (direct) {
      const na = direct.na_reason !== null;
      const text = na ? notApplicable(direct.na_reason) : direct.text;
      if (text) all.push({ heading: "", text });
    }
    // References to one place alone are said once.
    if (all.length > 0 && all.every((one) => one.reference && one.text === all[0].text)) {
      all.splice(0, all.length, { ...all[0], heading: "" });
    }
    if (box.lists_evidence) this.addEvidence(all, box, ask);
    return all;
  }

  // A paragraph that stood before in another place is a reference to it.
  refer(all, paragraph, source, box, place) {
    if (!paragraph.text) return;
    if (!this.form.repeat_texts && !this.byHand(box.box_no)) {
      const key = JSON.stringify([source, box.content, paragraph.text]);
      const first = this.seen.get(key);
      if (first === undefined) this.seen.set(key, place);
      else if (first !== place) {
        all.push({ ...paragraph, text: `See ${first}`, reference: true });
        return;
      }
    }
    all.push(paragraph);
  }

  addAnswer(all, { requirement, facets, answer }, box, place, several) {
    if (!answer) return;
    const heading = several ? requirement.name : "";
    let text = "";
    if (answer.na === null) {
      text = together2(
        (roles[box.content] ?? []).flatMap((role) => [
          answer.texts[role],
          ...requirement.facets
            .filter(({ code }) => facets.has(code))
            .map(({ code }) => answer.partTexts[code]?.[role]),
        ]),
      );
    } else if (isWords(box)) {
      text = notApplicable(answer.na);
    }
    this.refer(all, { heading, text }, requirement.code, box, place);
  }

  addLocal(all, { requirement, part }, box, place, several) {
    if (!part) return;
    const heading = `In ${this.area}${several ? `: ${requirement.name}` : ""}`;
    const text = together2((roles[box.content] ?? []).map((role) => part.texts[role]));
    this.refer(all, { heading, text }, requirement.code, box, place);
  }

  addEvidence(all, box, ask) {
    const lines = this.evidence
      .filter(
        (one) =>
          one.boxes.has(box.box_no) ||
          ask.requirements.some(({ requirement }) => one.requirements.has(requirement.code)),
      )
      .map(
        (one) =>
          `- ${one.title}${one.kept_where ? ` (available on request: ${one.kept_where})` : ""}`,
      );
    if (lines.length === 0) return;
    all.push({ heading: box.content === "evidence" ? "" : "Evidence", text: lines.join("\n") });
  }

  nothingApplies({ requirements, residuals, unmapped }) {
    return (
      requirements.length > 0 &&
      !unmapped &&
      requirements.every(({ answer }) => answer && answer.na !== null) &&
      residuals.every(({ item }) => (this.at("residual", item)?.na_reason ?? null) !== null)
    );
  }

  wordsMissing({ requirements, residuals }, withResiduals) {
    const said = (texts) => Boolean(texts?.describes || texts?.knows);
    const missing = ({ requirement, answer, part }) => {
      if (!answer) return true;
      if (answer.na !== null) return false;
      const parts = Object.values(answer.partTexts);
      const noPart =
        requirement.local === "part" && !(part && Object.values(part.texts).some((text) => text));
      return (!said(answer.texts) && !parts.some(said)) || noPart;
    };
    const open = ({ item }) => {
      const line = this.at("residual", item);
      return !line || (line.na_reason === null && !line.text);
    };
    return requirements.some(missing) || (withResiduals && residuals.some(open));
  }

  addRating(box, ask, rule) {
    const { scale } = this.form;
    if (!scale) return this.add(box.box_no, "", "unanswered");
    const mine =
      ask.requirements.length === 0 ? this.direct(box, rule) : this.rated(box, ask, rule);
    const hand = this.at("override", box.box_no);
    const point = hand?.point ?? null;
    const chosen = scale.points.find((one) => one.code === point);
    const { state, code } = chosen ? { state: "chosen", code: point } : mine;
    const label = scale.points.find((one) => one.code === code)?.label ?? mine.label ?? "";
    return this.add(box.box_no, label, state, { point: code ?? null });
  }

  notApplicable(rule) {
    const label = this.form.scale.not_applicable_label || "Not applicable";
    if (rule.allowed && rule.by === "agency") return { state: "na", label };
    if (rule.allowed && rule.by === "board") return { state: "na" };
    return null;
  }

  direct(box, rule) {
    const line = this.at("direct", box.box_no);
    if (line && (line.na_reason !== null || line.point === "not-applicable")) {
      return this.notApplicable(rule) ?? { state: "unanswered" };
    }
    const known = this.form.scale.points.some((point) => point.code === line?.point);
    return known ? { state: "chosen", code: line.point } : { state: "unanswered" };
  }

  // What somebody chose, when it was open to them.
  chosen(box, open, state, rule) {
    const { point } = this.at("choice", box.box_no) ?? {};
    if (!point || !open.includes(point)) return { state };
    if (point === "not-applicable") return this.notApplicable({ ...rule, by: "agency" });
    return { state: "chosen", code: point };
  }

  rated(box, ask, rule) {
    if (ask.unmapped) return { state: "unanswered" };
    const every = this.form.scale.points.map((point) => point.code);
    const answers = [
      ...ask.requirements.map((one) => this.stated(one)),
      ...ask.residuals.map(({ item }) => {
        const line = this.at("residual", item);
        if (line && line.na_reason !== null) return "na";
        return line && line.level !== null ? new Set([line.level]) : "open";
      }),
    ];
    if (answers.includes("open")) return { state: "unanswered" };
    if (answers.some((one) => one.size === 0)) return { state: "unanswered" };
    const levels = answers.filter((one) => one !== "na");
    if (levels.length === 0) {
      return this.notApplicable(rule) ?? this.chosen(box, every, "unanswered", rule);
    }
    if (levels.length < answers.length) {
      const may = rule.allowed && rule.by === "agency" ? [...every, "not-applicable"] : every;
      return this.chosen(box, may, "unanswered", rule);
    }
    return this.fitting(box, together(levels), every, rule);
  }

  stated({ requirement, facets, answer }) {
    if (answer && answer.na !== null) return "na";
    const stated = (facet) => answer.parts[facet] !== undefined;
    if (!answer || (answer.level === null && ![...facets].every(stated))) return "open";
    const all = requirement.facets.map(({ code }) => code);
    return possibleLevels(all, facets, answer.level, answer.parts);
  }

  fitting(box, possible, every, rule) {
    const { points } = this.form.scale;
    const covers = (point, level) => point.levels[0] <= level && level <= point.levels[1];
    const meeting = points.filter((point) => [...possible].some((level) => covers(point, level)));
    const certain = [...possible].every((level) => points.some((point) => covers(point, level)));
    if (meeting.length === 0) return this.chosen(box, every, "no_point", rule);
    if (meeting.length === 1 && certain) return { state: "set", code: meeting[0].code };
    const open = meeting.map((point) => point.code);
    return this.chosen(box, open, "unanswered", rule);
  }

  // What the agency promised to do about any item of this form.
  actions() {
    const places = this.form.sections.flatMap((section) =>
      section.items.map((item) => ({
        item: item.code,
        requirements: new Set(
          (this.mapped(item.code)?.facets ?? []).map((facet) => this.requirementOf(facet)?.code),
        ),
      })),
    );
    const belongs = (subject, place, here) => {
      if (subject.item_no) return subject.item_no === place.item;
      if (!place.requirements.has(subject.requirement_code)) return false;
      const whole = this.framework.requirements.find(
        (one) => one.code === subject.requirement_code && one.local === "whole",
      );
      return here || !whole;
    };
    const mine = this.commitments.filter(({ subjects, for_this_board: here }) =>
      places.some((place) => subjects.some((subject) => belongs(subject, place, here))),
    );
    return [...mine, ...this.actionsPromised].map(({ what, how, lead, by_on: by }) => ({
      what,
      how,
      lead,
      by_on: by,
    }));
  }
}
