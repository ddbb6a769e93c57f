#include "support/returns_region.hpp"

#include <stdexcept>

#include "domain/returns/board_view.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/save_box.hpp"
#include "domain/returns/workspace_ahead.hpp"

namespace onereturn::testing::returns_region {

namespace region = delivery_region;

namespace {

void add_person(Raw& owner, const std::string& who, const std::string& role, int number) {
  const auto id = [&](const std::string& first) {
    return first + "000000-0000-4000-8000-00000000010" + std::to_string(number);
  };
  owner.run("select operator.add_person('" + id("d1") + "', '" + who + "@returns.example', '" +
            who + "', '')");
  owner.run("select operator.add_membership('" + id("e1") + "', '" + id("d1") + "', '" +
            region::agency + "', null, '" + role + "', '')");
  owner.run("select operator.issue_session(sha256('" + who + "'::bytea), '" + id("d1") + "', '" +
            id("e1") + "', 'bearer', '1 day')");
}

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.problem().key + ": " + result.problem().detail);
  return std::move(*result);
}

void fill(const returns::Engaged& board, const returns::Extra& extra, const std::string& words) {
  if (extra.kind == returns::ExtraKind::whole || extra.kind == returns::ExtraKind::local_part) {
    returns::SaveBoardAnswer command;
    command.request = board.request;
    command.requirement = extra.key;
    command.base_version = extra.version;
    if (extra.level_needed) command.level = 2;
    command.texts = {words, words, ""};
    must(as("lead",
            [&](postgres::AgencyTx& tx) { return returns::save_board_answer(tx, command); }));
    return;
  }
  returns::SaveBox command;
  command.request = board.request;
  command.kind = extra.kind == returns::ExtraKind::residual ? returns::BoxKind::residual
                                                            : returns::BoxKind::choice;
  command.key = extra.key;
  command.base_version = extra.version;
  if (extra.kind == returns::ExtraKind::choice) {
    command.point = extra.points.front().code;
  } else {
    command.text = words;
    if (extra.level_needed) command.level = 2;
  }
  must(as("lead", [&](postgres::AgencyTx& tx) { return returns::save_box(tx, command, today); }));
}

}  // namespace

void seed() {
  static const bool done = [] {
    region::seed();
    Raw owner("operator");
    add_person(owner, "authoriser", "authoriser", 1);
    add_person(owner, "contributor", "contributor", 2);
    return true;
  }();
  static_cast<void>(done);
}

postgres::TokenHash session_of(const std::string& who) { return region::session_of(who); }

returns::Workspace workspace_of(const std::string& who) {
  return must(as(who, [](postgres::AgencyTx& tx) {
    return returns::load_workspace(tx, std::nullopt, today);
  }));
}

void read_at_once(const std::string& who) {
  must(region::gateway().as_agency(
      session_of(who), returns::first_of_workspace(),
      [](postgres::AgencyTx& tx) { return returns::load_workspace(tx, std::nullopt, today); }));
}

returns::SaveAnswer answer_to(const returns::Workspace& workspace, const std::string& requirement) {
  returns::SaveAnswer command;
  command.unit = workspace.unit;
  command.requirement = requirement;
  const auto found = workspace.common.answers.find(requirement);
  if (found != workspace.common.answers.end()) {
    command.base_version = found->second.confirmed.version;
  }
  command.level = 2;
  command.texts = {"How we meet " + requirement, "How we know " + requirement, ""};
  return command;
}

returns::SaveOutcome save(const std::string& who, const returns::SaveAnswer& command) {
  return must(returns::save_answer(region::gateway(), session_of(who), command));
}

void answer_everything() {
  const auto workspace = workspace_of("lead");
  for (const auto* requirement : returns::asked_once(workspace)) {
    save("lead", answer_to(workspace, requirement->code));
  }
  const auto* boards = &region::narrative();
  for (const auto* each : {&region::narrative(), &region::lights(), &region::grades()}) {
    boards = each;
    const auto again = workspace_of("lead");
    const auto* board = again.find(RequestId(boards->request));
    for (const auto& extra : returns::extras_of(again, *board)) {
      if (!extra.done) fill(*board, extra, "Only here: " + boards->marker);
    }
  }
}

int count(const std::string& sql) { return std::stoi(Raw::superuser().one(sql)); }

}  // namespace onereturn::testing::returns_region
