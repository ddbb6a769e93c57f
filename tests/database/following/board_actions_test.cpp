// A board follows its actions: where each stands in the board's own words, who wrote it, and that
// nothing of it is ever written over. From the side of another board as well.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/actions/add_board_action.hpp"
#include "domain/actions/board_action_rules.hpp"
#include "followed.hpp"

namespace onereturn::testing {
namespace {

using actions::Decision;
using frameworks::StatusRole;
using namespace followed;

class BoardActions : public ::testing::Test {
 protected:
  void SetUp() override { seed(); }

  static Result<Done> say(const region::Board& board, const actions::SayStatus& command) {
    return as_board(board, [&](postgres::BoardTx& tx) { return actions::say_status(tx, command); });
  }
  static Result<Done> decide(const region::Board& board, const actions::Decide& command) {
    return as_board(board, [&](postgres::BoardTx& tx) { return actions::decide(tx, command); });
  }
};

TEST_F(BoardActions, come_with_a_copy_and_stand_nowhere_until_the_board_says) {
  const auto one = read(words_board(), action_of(words_board()));
  EXPECT_EQ(one.file.action.what, "Train every supervisor");
  EXPECT_EQ(one.file.action.source, "commitment");
  EXPECT_EQ(one.file.action.form->code, words_board().form);
  EXPECT_EQ(one.file.action.point, "");
  EXPECT_TRUE(one.file.history.empty());
  EXPECT_TRUE(actions::is_overdue(one.file.action, today));
}

TEST_F(BoardActions, are_not_there_for_another_board) {
  const auto foreign = action_of(lights_board());
  const auto read_foreign = as_board(words_board(), [&](postgres::BoardTx& tx) {
    return actions::read_board_action(tx, foreign, today);
  });
  EXPECT_EQ(read_foreign.problem().code, ProblemCode::not_found);
  EXPECT_EQ(say(words_board(), {{foreign, 1, now}, "red", "Not mine", {}}).problem().code,
            ProblemCode::not_found);
  EXPECT_EQ(read(lights_board(), foreign).file.action.point, "");
}

TEST_F(BoardActions, stand_in_the_words_of_the_form_that_they_came_with) {
  const auto id = by_hand(words_board(), "Check every file");
  ASSERT_TRUE(say(words_board(), {held(words_board(), id), "amber", "Begun", {}}));
  const auto one = read(words_board(), id);
  EXPECT_EQ(one.file.action.role, StatusRole::on_track) << "amber is what this board means by it";
  const auto& scheme = actions::scheme_of(one.forms, one.file.action.form);
  EXPECT_EQ(actions::words_of(*actions::point_in(scheme, "amber")), "Under way and in time");
  const auto refused = say(words_board(), {held(words_board(), id), "blue", "", {}});
  ASSERT_EQ(refused.problem().fields.size(), 1U);
  EXPECT_EQ(refused.problem().fields[0].field, "point");
  const auto& newest = one.file.history.front();
  EXPECT_EQ(newest.kind, "status");
  EXPECT_EQ(newest.point, "amber");
  EXPECT_EQ(newest.by_name, words_board().manager);
  EXPECT_EQ(newest.at, now);
}

TEST_F(BoardActions, are_written_by_one_person_at_a_time) {
  const auto id = by_hand(words_board(), "Two at once");
  const auto both = held(words_board(), id);
  ASSERT_TRUE(say(words_board(), {both, "red", "First", {}}));
  const auto second = say(words_board(), {both, "green", "Second", {}});
  EXPECT_EQ(second.problem().key, "changed-meanwhile");
  const auto one = read(words_board(), id);
  EXPECT_EQ(one.file.action.point, "red");
  EXPECT_EQ(one.file.history.size(), 2U) << "made, and the first";
}

TEST_F(BoardActions, move_to_another_day_with_a_reason_and_keep_the_former) {
  const auto id = by_hand(words_board(), "Move me");
  const auto later = parse_date("2028-02-29");
  const auto silent = say(words_board(), {held(words_board(), id), "", " ", later});
  EXPECT_EQ(silent.problem().fields.at(0).field, "words");
  ASSERT_TRUE(say(words_board(), {held(words_board(), id), "", "They asked for it", later}));
  const auto one = read(words_board(), id);
  EXPECT_EQ(one.file.action.by_on, later);
  EXPECT_FALSE(actions::is_overdue(one.file.action, today));
  const auto& moved = one.file.history.front();
  EXPECT_EQ(moved.kind, "moved");
  EXPECT_EQ(moved.was_on, parse_date("2027-09-01"));
  EXPECT_EQ(moved.text, "They asked for it");
}

TEST_F(BoardActions, have_a_history_that_nobody_changes_and_nobody_removes) {
  const auto id = by_hand(words_board(), "For ever");
  for (const auto* statement :
       {"update tenant.action_status set text = 'Other'", "delete from tenant.action_status",
        "update tenant.action_evidence set title = 'Other'", "delete from tenant.action"}) {
    const auto enter =
        "select * from identity.enter(sha256('" + words_board().manager + "'::bytea))";
    Raw gateway("gateway");
    EXPECT_EQ(gateway.refusal({enter, statement}), "42501") << statement;
  }
  EXPECT_EQ(read(words_board(), id).file.history.size(), 1U);
}

TEST_F(BoardActions, are_closed_with_evidence_seen_or_not_at_all) {
  const auto id = by_hand(words_board(), "Close me");
  const auto blind =
      decide(words_board(), {held(words_board(), id), Decision::verify, "", " ", {}});
  EXPECT_EQ(blind.problem().fields.at(0).field, "seen");
  const auto foreign =
      decide(words_board(), {held(words_board(), id), Decision::verify, "", "", {"1.1"}});
  EXPECT_EQ(foreign.problem().fields.at(0).field, "seen");
  ASSERT_TRUE(decide(
      words_board(),
      {held(words_board(), id), Decision::verify, "Well done", "The calendar, at the visit", {}}));
  const auto one = read(words_board(), id);
  EXPECT_EQ(one.file.action.state, "verified");
  EXPECT_EQ(one.file.action.role, StatusRole::complete);
  EXPECT_EQ(one.file.action.ended_at, now);
  EXPECT_EQ(one.file.history.front().text, "Seen: The calendar, at the visit");
  EXPECT_EQ(say(words_board(), {held(words_board(), id), "red", "", {}}).problem().key,
            "action-over");
  ASSERT_TRUE(
      decide(words_board(), {held(words_board(), id), Decision::reopen, "It came undone", "", {}}));
  EXPECT_TRUE(read(words_board(), id).file.action.is_open());
}

TEST_F(BoardActions, are_closed_unverified_only_with_a_reason) {
  const auto id = by_hand(words_board(), "No longer needed");
  EXPECT_EQ(decide(words_board(), {held(words_board(), id), Decision::close, "", "", {}})
                .problem()
                .fields.at(0)
                .field,
            "told");
  ASSERT_TRUE(
      decide(words_board(), {held(words_board(), id), Decision::close, "The site closed", "", {}}));
  EXPECT_EQ(read(words_board(), id).file.action.state, "closed");
}

TEST_F(BoardActions, keep_what_their_words_were) {
  const auto id = by_hand(words_board(), "Before");
  const std::string long_text(10'000, 'x');
  const auto reword = [&](const actions::ActionWords& words) {
    return as_board(words_board(), [&](postgres::BoardTx& tx) {
      return actions::reword_action(tx, held(words_board(), id), words);
    });
  };
  ASSERT_TRUE(reword({long_text, long_text, "Rae Dunmore", "", "", "", ""}));
  ASSERT_TRUE(reword({"After", "", "Rae Dunmore", "", "", "", "Vacancies"}));
  const auto one = read(words_board(), id);
  EXPECT_EQ(one.file.action.what, "After");
  std::size_t kept = 0;
  for (const auto& entry : one.file.history)
    kept += static_cast<std::size_t>(std::count(entry.text.begin(), entry.text.end(), 'x'));
  EXPECT_EQ(kept, 20'000U) << "two texts of ten thousand, in as many entries as they need";
  EXPECT_EQ(reword({"", "", "", "", "", "", ""}).problem().fields.at(0).field, "what");
  EXPECT_EQ(reword({std::string(10'001, 'x'), "", "", "", "", "", ""}).problem().fields.size(), 1U);
}

TEST_F(BoardActions, are_with_nobody_once_whoever_had_them_has_left) {
  const auto& board = lights_board();
  const auto id = by_hand(board, "Looked after");
  const auto person = one("select person_id from identity.membership where party_id = '" +
                          board.party + "' limit 1");
  const auto give = [&](const std::optional<PersonId>& to) {
    return as_board(board, [&](postgres::BoardTx& tx) {
      return actions::give_action(tx, held(board, id), to);
    });
  };
  EXPECT_EQ(give(PersonId(random_uuid())).problem().fields.at(0).field, "with");
  ASSERT_TRUE(give(PersonId(person)));
  EXPECT_EQ(read(board, id).file.action.with_name, board.manager);
  actions::ActionFilter nobody;
  nobody.shows = {"with_nobody"};
  const auto before = list(board, nobody).all;
  // Another manager's session goes on: this one's membership is over in the list of colleagues.
  const auto stand_in = random_uuid();
  Raw::superuser().run("insert into identity.person (person_id, email, display_name) values ('" +
                       stand_in + "', 'stand.in@small.example', 'Stand in')");
  Raw::superuser().run("update tenant.action set with_person = '" + stand_in +
                       "' where action_id = '" + id.text() + "'");
  const auto one_left = read(board, id);
  EXPECT_EQ(one_left.file.action.with_name, "") << "who does not act here is nobody";
  EXPECT_EQ(list(board, nobody).all, before + 1);
}

TEST_F(BoardActions, are_made_by_hand_about_an_organisation_of_the_register) {
  actions::AddAction command;
  command.words.what = " ";
  command.at = now;
  const auto add = [&] {
    return as_board(words_board(),
                    [&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
  };
  std::vector<std::string> fields;
  const auto wrong = add();
  for (const auto& field : wrong.problem().fields)
    fields.push_back(field.field);
  EXPECT_THAT(fields, ::testing::UnorderedElementsAre("what", "entry", "by"));
  command.words.what = "Publish the guide";
  command.by_on = parse_date("2028-02-29");
  command.entry = entry(lights_board(), "Of another board", "");
  EXPECT_EQ(add().problem().fields.at(0).field, "entry");
  command.entry = entry(words_board(), "A nursery that has not joined", "");
  command.places = {"no such item"};
  EXPECT_EQ(add().problem().fields.at(0).field, "place");
  command.places.clear();
  const auto made = add();
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(read(words_board(), *made).file.action.organisation, "A nursery that has not joined");
}

TEST_F(BoardActions, come_out_of_the_evaluation_of_a_return_of_this_board_only) {
  actions::AddAction command;
  command.from_return = region::return_of(lights_board());
  command.words.what = "Second named officer";
  command.by_on = parse_date("2027-12-01");
  command.at = now;
  const auto foreign = as_board(
      words_board(), [&](postgres::BoardTx& tx) { return actions::add_board_action(tx, command); });
  EXPECT_EQ(foreign.problem().code, ProblemCode::not_found);
  const auto own = as_board(lights_board(), [&](postgres::BoardTx& tx) {
    return actions::add_board_action(tx, command);
  });
  ASSERT_TRUE(own.has_value());
  const auto made = read(lights_board(), *own).file.action;
  EXPECT_EQ(made.source, "evaluation");
  EXPECT_EQ(made.from_return, command.from_return);
  EXPECT_EQ(made.form->code, lights_board().form);
}

}  // namespace
}  // namespace onereturn::testing
