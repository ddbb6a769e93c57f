// Puts one agency's answers file into the service through its API, each answer by the person who
// stands by it in the file.

// The body of an answer, common or for one board.
export function answerBody(answer, version = 0) {
  const body = { version, confirm: Boolean(answer.confirmed) };
  for (const key of ["level", "not_applicable", "describes", "knows", "improve"]) {
    if (answer[key] !== undefined && answer[key] !== null) {
      body[key] = answer[key];
    }
  }
  if (answer.parts) {
    body.parts = answer.parts.map(({ facet, level, ticked }) =>
      ticked === undefined ? { facet, level } : { facet, ticked },
    );
  }
  if (answer.part_texts) {
    body.part_texts = answer.part_texts;
  }
  return body;
}

export class Filling {
  // `requests` is what GET /requests answered: which board asks by which request.
  // `unit` is null for the whole agency.
  constructor(answers, people, requests, unit = null) {
    this.answers = answers;
    this.unit = unit;
    this.people = people;
    this.requestOf = new Map();
    this.boardIdOf = new Map();
    for (const { request, board } of requests) {
      const code = people.region.parties.find((party) => party.profile.name === board.name).code;
      this.requestOf.set(code, request);
      this.boardIdOf.set(code, board.id);
    }
    this.versions = new Map();
  }

  // What nobody has confirmed yet is a draft by whoever writes for that unit.
  by(entry) {
    return entry.confirmed
      ? this.people.named(entry.confirmed.by, this.answers.agency)
      : this.lead();
  }

  lead() {
    return this.people.writerFor(this.answers.agency, this.unit);
  }

  // `without` leaves out the parts' levels of those requirements, to be stated later.
  async common(without = []) {
    for (const answer of this.answers.answers) {
      const early = without.includes(answer.requirement);
      await this.answer(early ? { ...answer, parts: undefined } : answer);
    }
    return this.answers.answers.length;
  }

  async answer(answer) {
    const body = answerBody(answer, this.versions.get(answer.requirement) ?? 0);
    const saved = await this.by(answer).put(`/answers/${answer.requirement}`, body);
    this.versions.set(answer.requirement, saved.version);
  }

  async forBoards() {
    let count = 0;
    for (const board of this.answers.boards) {
      const at = `/requests/${this.requestOf.get(board.board)}`;
      for (const answer of [...(board.whole ?? []), ...(board.parts ?? [])]) {
        await this.by(answer).put(`${at}/answers/${answer.requirement}`, localBody(answer));
        count += 1;
      }
      for (const residual of board.residuals ?? []) {
        await this.by(residual).put(`${at}/boxes/residual/${residual.item}`, boxBody(residual));
        count += 1;
      }
      for (const box of board.direct ?? []) {
        await this.by(box).put(`${at}/boxes/direct/${box.box_no}`, boxBody(box));
        count += 1;
      }
    }
    return count;
  }

  async evidence() {
    const kept = this.answers.evidence ?? [];
    for (const one of kept) {
      await this.lead().post("/evidence", {
        title: one.title,
        kept_where: one.kept_where,
        effective_on: one.effective_on,
        requirements: one.requirements ?? [],
        boards: one.granted
          .filter((code) => this.boardIdOf.has(code))
          .map((code) => this.boardIdOf.get(code)),
      });
    }
    return kept.length;
  }

  async commitments() {
    let count = 0;
    for (const one of this.answers.commitments ?? []) {
      await this.commit(one, one.subjects);
      count += 1;
    }
    for (const board of this.answers.boards) {
      const request = this.requestOf.get(board.board);
      for (const one of board.commitments ?? []) {
        await this.commit(
          one,
          one.subjects.map((subject) => ({ ...subject, request })),
        );
        count += 1;
      }
    }
    return count;
  }

  commit(one, subjects) {
    const { what, how, lead, by_on: byOn, area, change } = one;
    return this.lead().post("/commitments", {
      what,
      how,
      lead,
      by_on: byOn,
      area,
      change,
      subjects,
    });
  }

  choicesInFile(board) {
    return this.answers.boards.find((one) => one.board === board)?.choices ?? [];
  }
}

function localBody(answer) {
  const body = answerBody(answer);
  delete body.confirm;
  return body;
}

function boxBody(box) {
  const body = { version: 0 };
  for (const key of ["text", "level", "point", "not_applicable"]) {
    if (box[key] !== undefined && box[key] !== null) {
      body[key] = box[key];
    }
  }
  return body;
}
