// A board that asks in parts, from asking to delivery; and one that asks again in the next period.

#include <algorithm>

#include <gtest/gtest.h>

#include "domain/fan_out/deliver_copy.hpp"
#include "domain/fan_out/list_received_returns.hpp"
#include "domain/fan_out/read_received_return.hpp"
#include "domain/returns/ask_for_return.hpp"
#include "domain/returns/asking_rules.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/save_box.hpp"
#include "domain/returns/submit_return.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;
using returns::Stage;

const Instant now = *parse_instant("2027-03-16T15:02:00Z");

class Rolling : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    // Asked before anything was written, as the first requests of a region are.
    Raw::superuser().run("update tenant.request set asked_at = '2026-01-05'");
    region::answer_everything();
  }

  template <class Work>
  static auto as_board(Work&& work) {
    return delivery_region::gateway().as_board(
        delivery_region::session_of(delivery_region::lights().manager), std::forward<Work>(work));
  }
  static std::vector<RequestId> ask(const std::string& period, bool in_parts) {
    const auto made = as_board([&](postgres::BoardTx& tx) -> Result<std::vector<RequestId>> {
      const auto form = returns::forms_to_ask(tx).front();
      returns::AskForReturn command;
      command.asking = AskingId::random();
      command.entry =
          EntryId(Raw::superuser().one("select entry_id from tenant.request where request_id = '" +
                                       delivery_region::lights().request + "'"));
      command.form = form.form.code;
      command.period = period;
      command.in_parts = in_parts;
      command.due_on = parse_date("2028-05-26");
      command.at = now;
      const auto dates = returns::proposed_dates(std::chrono::year{2027} / std::chrono::April,
                                                 form.parts.size(), region::today);
      for (std::size_t at = 0; at < form.parts.size(); ++at)
        command.parts.push_back({form.parts[at].section, dates[at]});
      return returns::ask_for_return(tx, command);
    });
    EXPECT_TRUE(made.has_value());
    return *made;
  }
  // Sends and delivers it.
  static void send(const RequestId& request) {
    returns::SubmitReturn command;
    command.requests = {request};
    command.name = "A. Name";
    command.position = "Chief";
    command.statement = returns::statement_on(region::today);
    command.idempotency_key = "send " + request.text();
    command.body_sha256 = std::string(32, 'a');
    const auto sent = region::as("authoriser", [&](postgres::AgencyTx& tx) {
      return returns::submit_return(tx, command, now);
    });
    ASSERT_TRUE(sent.has_value()) << sent.problem().detail
                                  << (sent.problem().fields.empty()
                                          ? ""
                                          : sent.problem().fields[0].message);
    postgres::JobQueue queue(delivery_region::worker());
    for (const auto& job : queue.claim(10, std::chrono::seconds(60))) {
      ASSERT_TRUE(fan_out::deliver_copy(delivery_region::worker(), job.lease,
                                        delivery_region::at_hand(), crypto::sha256,
                                        crypto::random_bytes, now));
    }
  }
  static const fan_out::ReceivedReturn& row_of(const std::vector<fan_out::ReceivedReturn>& all,
                                               const RequestId& request) {
    return *std::find_if(all.begin(), all.end(),
                         [&](const auto& each) { return each.request == request; });
  }
  static std::vector<fan_out::ReceivedReturn> received() {
    return *as_board([](postgres::BoardTx& tx) { return fan_out::list_received_returns(tx); });
  }
  static Stage stage(const returns::HomeView& home, const RequestId& request) {
    return std::find_if(home.by_board.begin(), home.by_board.end(),
                        [&](const auto& board) { return board.request == request; })
        ->stage;
  }
  // What is open of what only that board asks: the draft, and the number of what is not there.
  static std::vector<returns::Extra> extras(const RequestId& request) {
    const auto workspace = region::workspace_of("lead");
    const auto* board = workspace.find(request);
    EXPECT_NE(board, nullptr);
    return board == nullptr ? std::vector<returns::Extra>{} : returns::extras_of(workspace, *board);
  }
  static void confirm_all(const RequestId& request) {
    for (const auto& extra : extras(request)) {
      if (extra.kind == returns::ExtraKind::whole || extra.kind == returns::ExtraKind::local_part) {
        returns::SaveBoardAnswer command;
        command.request = request;
        command.requirement = extra.key;
        command.base_version = extra.version;
        command.level = extra.level;
        command.texts = {extra.text, extra.text, ""};
        command.at = now;
        EXPECT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                      return returns::save_board_answer(tx, command);
                    }).has_value());
      } else if (extra.kind == returns::ExtraKind::residual) {
        returns::SaveBox command;
        command.request = request;
        command.kind = returns::BoxKind::residual;
        command.key = extra.key;
        command.base_version = extra.version;
        command.text = extra.text;
        command.level = extra.level;
        command.at = now;
        EXPECT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                      return returns::save_box(tx, command, region::today);
                    }).has_value());
      }
    }
  }
};

TEST_F(Rolling, a_part_is_sent_and_arrives_alone_and_the_rest_is_not_there_yet) {
  const auto parts = ask("2027 in parts", true);
  ASSERT_EQ(parts.size(), 8U);
  confirm_all(parts[0]);
  auto home = returns::home_view(region::workspace_of("lead"));
  EXPECT_EQ(home.boards, 3) << "a board that asks in parts is one board";
  EXPECT_NE(stage(home, parts[0]), Stage::sent);
  const auto due = [](const auto& a, const auto& b) { return a.due_on < b.due_on; };
  EXPECT_TRUE(std::is_sorted(home.by_board.begin(), home.by_board.end(), due));
  send(parts[0]);
  home = returns::home_view(region::workspace_of("lead"));
  EXPECT_EQ(stage(home, parts[0]), Stage::sent);
  EXPECT_NE(stage(home, parts[1]), Stage::sent);

  auto list = received();
  ASSERT_TRUE(row_of(list, parts[0]).id.has_value());
  EXPECT_EQ(row_of(list, parts[0]).places.size(), 1U);
  for (std::size_t at = 1; at < parts.size(); ++at)
    EXPECT_FALSE(row_of(list, parts[at]).id.has_value()) << at;
  const auto copy = *as_board([&](postgres::BoardTx& tx) {
    return fan_out::read_received_return(tx, *row_of(list, parts[0]).id);
  });
  for (const auto& box : copy.copy.boxes)
    EXPECT_TRUE(box.section.empty() || box.section == "1") << box.box_no;
  const auto asked = *as_board([](postgres::BoardTx& tx) {
    return Result<std::vector<returns::AskedRequest>>(returns::list_asked(tx));
  });
  const auto of = [&](const RequestId& request) {
    return std::find_if(asked.begin(), asked.end(),
                        [&](const auto& each) { return each.request == request; });
  };
  EXPECT_EQ(of(parts[0])->state, returns::AskedState::received);
  EXPECT_EQ(of(parts[1])->state, returns::AskedState::asked);

  confirm_all(parts[1]);
  send(parts[1]);
  list = received();
  EXPECT_TRUE(row_of(list, parts[1]).id.has_value());
  EXPECT_FALSE(row_of(list, parts[2]).id.has_value());
  EXPECT_EQ(row_of(list, parts[0]).version_no, 1) << "the first part is left as it is";
}

TEST_F(Rolling, a_board_that_asks_again_finds_nothing_of_last_time_until_it_is_said_again) {
  auto raw = Raw::superuser();
  const RequestId before(delivery_region::lights().request);
  const auto asked_for = extras(before);
  send(before);
  // A year goes by: everything that was written is as old as that.
  for (const std::string table : {"answer", "board_answer", "board_box"}) {
    raw.run("update tenant." + table +
            " set saved_at = '2026-03-10', confirmed_at = '2026-03-10'"
            " where confirmed_at is not null");
  }
  const auto again = ask("2028", false).front();
  const auto workspace = region::workspace_of("lead");
  EXPECT_EQ(workspace.find(before), nullptr) << "what was sent is not asked twice";
  const auto* board = workspace.find(again);
  ASSERT_NE(board, nullptr);
  for (const auto* requirement : returns::asked_once(workspace)) {
    if (!board->requirements.contains(requirement->code)) continue;
    EXPECT_EQ(returns::answer_state(workspace, requirement->code), returns::AnswerState::reconfirm)
        << requirement->code;
  }
  int carried = 0;
  for (const auto& extra : extras(again)) {
    if (extra.kind == returns::ExtraKind::choice) continue;
    const auto old = std::find_if(asked_for.begin(), asked_for.end(), [&](const auto& each) {
      return each.kind == extra.kind && each.key == extra.key;
    });
    ASSERT_NE(old, asked_for.end()) << extra.key;
    EXPECT_EQ(extra.text, old->text) << extra.key;
    if (extra.text.empty()) continue;
    ++carried;
    EXPECT_TRUE(extra.draft && !extra.done) << extra.key;
    ASSERT_TRUE(extra.said_on.has_value()) << extra.key;
    EXPECT_EQ(to_iso(*extra.said_on), "2026-03-10") << extra.key;
  }
  EXPECT_GT(carried, 0);
  const auto copy = returns::preview_copy(workspace, *board);
  EXPECT_FALSE(returns::check_board(workspace, *board, copy, returns::Depth::errors_only).ready());
  for (const auto& box : copy.boxes)
    EXPECT_EQ(box.text.find("Only here"), std::string::npos) << "not said yet: " << box.box_no;
  confirm_all(again);
  for (const auto& extra : extras(again))
    EXPECT_FALSE(extra.said_on.has_value()) << extra.key;
  for (const auto& extra : extras(again)) {
    if (extra.kind == returns::ExtraKind::residual) {
      EXPECT_TRUE(extra.done) << extra.key;
    }
  }
}

}  // namespace
}  // namespace onereturn::testing
