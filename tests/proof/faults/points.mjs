// Every named point of the programs (shared/base/fault_points.hpp): which program passes it, and
// what has to be done so that it is passed. `commits`: a commit of that thread comes after it, so
// that its connection can be lost around that.
export const points = {
  "answer.saving": { program: "gateway", work: "save", commits: true },
  "answer.saved": { program: "gateway", work: "save" },
  "submit.key_taken": { program: "gateway", work: "submit", commits: true },
  "submit.frozen": { program: "gateway", work: "submit", commits: true },
  "submit.deliveries_made": { program: "gateway", work: "submit", commits: true },
  "submit.committing": { program: "gateway", work: "submit", commits: true },
  "submit.committed": { program: "gateway", work: "submit" },
  "submit.announced": { program: "gateway", work: "submit" },
  "job.claimed": { program: "worker", work: "submit", commits: true },
  "delivery.read": { program: "worker", work: "submit", commits: true },
  "delivery.writing": { program: "worker", work: "submit", commits: true },
  "delivery.written": { program: "worker", work: "submit" },
  "evidence.received": { program: "gateway", work: "upload", commits: true },
  "evidence.noted": { program: "gateway", work: "upload", commits: true },
  "evidence.renamed": { program: "gateway", work: "upload", commits: true },
  "evidence.committing": { program: "gateway", work: "upload", commits: true },
  "evidence.committed": { program: "gateway", work: "upload" },
  "scan.read": { program: "worker", work: "upload", commits: true },
  "scan.released": { program: "worker", work: "upload", commits: true },
  "scan.committing": { program: "worker", work: "upload", commits: true },
  "removal.blocked": { program: "worker", work: "infected", commits: true },
  "removal.marked": { program: "worker", work: "remove", commits: true },
  "removal.file_gone": { program: "worker", work: "remove", commits: true },
  "removal.committing": { program: "worker", work: "remove", commits: true },
  "mail.asking": { program: "gateway", work: "mail", commits: true },
  "mail.taken": { program: "worker", work: "mail", commits: true },
  "mail.sent": { program: "worker", work: "mail", commits: true },
  "mail.noting": { program: "worker", work: "mail", commits: true },
  "seal.linked": { program: "worker", work: "save", commits: true },
  "seal.committing": { program: "worker", work: "save", commits: true },
  "anchor.appending": { program: "worker", work: "save", commits: true },
  "anchor.lasting": { program: "worker", work: "save", commits: true },
  "anchor.noted": { program: "worker", work: "save", commits: true },
  "paper.begun": { program: "worker", work: "paper", commits: true },
  "paper.converted": { program: "worker", work: "paper", commits: true },
  "paper.keeping": { program: "worker", work: "paper", commits: true },
  "merge.moved": { program: "gateway", work: "merge", commits: true },
  "merge.file_shared": { program: "gateway", work: "merge", commits: true },
  "merge.committing": { program: "gateway", work: "merge", commits: true },
};

const always = ["kill", "pause", "throw"];
const around = ["lost_before", "lost_after"];

export const kindsAt = (name) => (points[name].commits ? [...always, ...around] : always);
