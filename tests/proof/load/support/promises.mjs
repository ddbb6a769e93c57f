// What was promised on a day, against what the database holds.
import assert from "node:assert/strict";
import { look } from "./database.mjs";

const marks = (statement) => new Set(look(statement).map((row) => row.mark));

// Writes that were answered with success and are not there: saves, drafts, submissions, evidence.
export function lost(results, run) {
  const versions = marks(
    `select distinct (regexp_match(texts::text, 'load-${run}-[0-9]+'))[1] as mark
     from tenant.answer_version where texts::text like '%load-${run}-%'`,
  );
  const submissions = marks(
    `select substr(authorised_name, 12) as mark from tenant.submission
     where authorised_name like 'Authoriser load-${run}-%'`,
  );
  const evidence = marks(
    `select substr(title, 7) as mark from tenant.evidence where title like 'Notes load-${run}-%'`,
  );
  const homes = { save: versions, autosave: versions, submission: submissions, upload: evidence };
  const promised = results.filter(
    (one) => one.status >= 200 && one.status < 300 && homes[one.kind],
  );
  return {
    promised: promised.length,
    lost: promised.filter((one) => !homes[one.kind].has(one.mark)).length,
  };
}

// Every submission of the day, answered or not, reached all of its boards or none of it exists.
export function submissionsAreWhole(run) {
  const [found] = look(
    `select count(*) as submissions, count(*) filter (where copies <> 5) as not_five,
            count(*) filter (where delivered <> copies) as undelivered
     from (select s.submission_id, count(d.request_id) as copies,
                  count(*) filter (where d.state = 'delivered') as delivered
           from tenant.submission s
           left join tenant.delivery d using (tenant_id, submission_id)
           where s.authorised_name like 'Authoriser load-${run}-%' group by 1) each`,
  );
  assert.equal(found.not_five, 0, "a submission was not fanned out to all five boards");
  assert.equal(found.undelivered, 0, "a copy was not delivered");
  const [{ parked }] = look("select count(*) as parked from jobs.job where state = 'parked'");
  assert.equal(parked, 0, "a job was parked");
  return found.submissions;
}
