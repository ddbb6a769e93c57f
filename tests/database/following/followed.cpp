#include "followed.hpp"

#include <stdexcept>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/answer_by_mail.hpp"
#include "domain/fan_out/deliver_copy.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"

namespace onereturn::testing::followed {

namespace {

std::vector<postgres::ClaimedJob> claim_all() {
  return postgres::JobQueue(region::worker()).claim(50, std::chrono::seconds(60));
}

void deliver_both() {
  region::submit({words_board(), lights_board()});
  for (const auto& job : claim_all()) {
    if (job.kind != "deliver") continue;
    const auto written =
        fan_out::deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                              crypto::random_bytes, *parse_instant("2027-03-16T10:00:00Z"));
    if (!written) throw std::runtime_error(written.problem().detail);
  }
}

}  // namespace

void seed() {
  static const bool done = [] {
    region::seed();
    deliver_both();
    return true;
  }();
  static_cast<void>(done);
  Raw::superuser().run("update jobs.job set state = 'done', lease_until = null");
}

const region::Board& words_board() { return region::narrative(); }
const region::Board& lights_board() { return region::lights(); }

std::string one(const std::string& sql) { return Raw::superuser().one(sql); }

std::string commitment() {
  return one("select commitment_id from tenant.action_link where tenant_id = '" + region::agency +
             "' order by 1 limit 1");
}

ActionId action_of(const region::Board& board) {
  return ActionId(one("select action_id from tenant.action_link where tenant_id = '" +
                      region::agency + "' and board_id = '" + board.party +
                      "' and commitment_id = '" + commitment() + "'"));
}

actions::OneAction read(const region::Board& board, const ActionId& action) {
  auto found = as_board(
      board, [&](postgres::BoardTx& tx) { return actions::read_board_action(tx, action, today); });
  if (!found) throw std::runtime_error(found.problem().detail);
  return std::move(*found);
}

actions::ListedActions list(const region::Board& board, const actions::ActionFilter& filter) {
  auto page = as_board(board, [&](postgres::BoardTx& tx) {
    return actions::list_board_actions(tx, filter, {}, today);
  });
  if (!page) throw std::runtime_error(page.problem().detail);
  return std::move(page->actions);
}

actions::Held held(const region::Board& board, const ActionId& action) {
  return {action, read(board, action).file.action.version, now};
}

EntryId entry(const region::Board& board, const std::string& name, const std::string& agency) {
  const auto id = random_uuid();
  Raw::superuser().run(
      "insert into tenant.register_entry (tenant_id, entry_id, name, agency_id, type, from_on)"
      " values ('" +
      board.party + "', '" + id + "', '" + name + "', " +
      (agency.empty() ? std::string("null") : "'" + agency + "'") + ", 'police', '2026-01-01')");
  return EntryId(id);
}

ActionId by_hand(const region::Board& board, const std::string& what) {
  actions::AddAction command;
  command.entry = entry(board, "As the register calls it", region::agency);
  command.words.what = what;
  command.words.lead = "Rae Dunmore";
  command.by_on = parse_date("2027-09-01");
  command.at = now;
  const auto made = as_board(
      board, [&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
  if (!made) throw std::runtime_error(made.problem().detail);
  return *made;
}

int run_jobs(const std::string& kind) {
  int run = 0;
  for (const auto& job : claim_all()) {
    if (job.kind != kind) continue;
    if (kind == "carry_progress") actions::carry_progress(region::worker(), job.lease);
    if (kind == "take_action_answer") actions::take_action_answer(region::worker(), job.lease);
    ++run;
  }
  return run;
}

}  // namespace onereturn::testing::followed
