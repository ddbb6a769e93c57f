// Reading that is written down, because who opened what must be answerable: a board that opens what
// it received, whoever takes files along or a list of who saw what. Nothing else that is opened
// writes anything, and these write nothing else.
const trail = ["tenant.audit_entry", "jobs.unsealed"];
export const writtenDown = new Map([
  ["/returns/{return}", [...trail, "tenant.return_opening"]],
  ["/returns/{return}/evidence", [...trail, "tenant.return_opening"]],
  ["/returns/{return}/supplement", [...trail, "tenant.return_opening"]],
  ["/returns/{return}/papers/{file}", [...trail, "tenant.return_opening"]],
  ["/returns/{return}/tables/{file}", [...trail, "tenant.return_opening"]],
  ["/reviews/{review}/{return}", [...trail, "tenant.return_opening"]],
  ["/sent/{request}/copy", trail],
  ["/sent/{request}/evaluation", trail],
  ["/returns/{return}/asked/{ask}", [...trail, "tenant.return_evidence_opening"]],
  // Who else is at an item now is said to both.
  ["/returns/{return}/evaluation/items/{item}", ["tenant.evaluation_presence"]],
  ["/seen.csv", trail],
  ["/evidence/portfolio.zip", trail],
  ["/samples/{sample}/population.csv", trail],
  ...[
    "training-needs",
    "figures",
    "actions",
    "actions/plan",
    "board/trail",
    "register",
    "returns",
    "contacts",
    "plans",
    "questions",
    "support",
    "support/who",
    "guidance",
    "mapping",
  ].map((name) => [`/${name}.csv`, trail]),
  ["/waves/{wave}/returns.csv", trail],
  ...[
    "/reports/{report}",
    "/reports/{report}/versions/{version}",
    "/reports/{report}/papers/{file}",
    "/reports/{report}/tables/{file}",
    "/sent/{request}/papers/{file}",
  ].map((route) => [route, trail]),
  // What a council looks at is in the trail of the board that granted it.
  ...["register", "figures", "evaluations", "actions", "actions/{action}", "returns"].map(
    (part) => [`/sight/{granting}/${part}`, trail],
  ),
  ...["evaluations", "returns"].map((part) => [
    `/sight/{granting}/${part}/{return}`,
    [...trail, "tenant.return_opening"],
  ]),
]);
