#include <thread>

#include <gmock/gmock.h>

#include "domain/evaluation/give_work.hpp"
#include "domain/evaluation/release_evaluation.hpp"
#include "domain/evaluation/second_look.hpp"
#include "domain/evaluation/send_back.hpp"
#include "evaluation_region.hpp"

namespace onereturn::evaluation {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::evaluation_region;
namespace boards = testing::delivery_region;

const Date in_may{std::chrono::year{2027}, std::chrono::May, std::chrono::day{14}};

class Releasing : public ::testing::Test {
 protected:
  void SetUp() override {
    id_ = region::fresh_return();
    region::begun(id_);
  }

  Result<ReleaseOutcome> release(const std::string& who, int known = 0) {
    return region::as(who, [&](postgres::BoardTx& tx) {
      return release_evaluation(tx, id_, known, region::now);
    });
  }
  template <class Act>
  Result<Done> by(const std::string& who, Act&& act) {
    return region::as(who, [&](postgres::BoardTx& tx) -> Result<Done> { return act(tx); });
  }
  Result<Done> send(const std::string& who) {
    return by(who, [&](auto& tx) { return send_for_second_look(tx, id_, "Look", region::now); });
  }
  Result<Done> answer(const std::string& who, bool agreed, const std::string& words = {}) {
    return by(who,
              [&](auto& tx) { return answer_second_look(tx, id_, agreed, words, region::now); });
  }
  Result<Done> back(std::vector<std::pair<std::string, std::string>> items,
                    const std::optional<Date>& due = in_may, const std::string& words = {}) {
    SendBack command;
    command.of_return = id_;
    command.words = words;
    command.due_on = due;
    command.items = std::move(items);
    return by("third manager", [&](auto& tx) { return send_back(tx, command, region::now); });
  }
  static Result<ReadRelease> read(const std::string& who, int version = 0, int number = 0) {
    return region::as_agency(who, [&](postgres::AgencyTx& tx) {
      return open_release(tx, RequestId(boards::grades().request), version, number);
    });
  }
  // An item where the agency has a grade of its own, above nought.
  std::string rated_by_itself() {
    const auto bench = region::bench(id_);
    for (const auto& subject : bench.subjects) {
      if (!bench.self_point(subject).empty() && bench.self_point(subject) != "0") {
        return subject.key;
      }
    }
    return {};
  }
  static std::string count(const std::string& table) {
    return Raw::superuser().one("select count(*) from tenant." + table);
  }
  static std::string mails() {
    return Raw::superuser().one(
        "select coalesce(string_agg(kind || ' ' || fields, E'\\n' order by kind), '')"
        " from identity.mail where kind like 'return_%'");
  }

  ReturnId id_;
};

TEST_F(Releasing, waits_for_every_grade_and_every_reason) {
  const auto early = release("third manager");
  ASSERT_FALSE(early);
  EXPECT_EQ(early.problem().key, "not-ready");
  region::grade_all(id_);
  const auto key = rated_by_itself();
  ASSERT_TRUE(region::grade("assistant", id_, key, "0"));
  const auto without = release("third manager");
  ASSERT_FALSE(without);
  ASSERT_THAT(without.problem().fields, SizeIs(1));
  EXPECT_THAT(without.problem().fields[0].message, HasSubstr("has no reason"));
  ASSERT_TRUE(region::grade("assistant", id_, key, "0", "", "No file had a note"));
  EXPECT_TRUE(release("third manager"));
}

TEST_F(Releasing, gives_the_agency_a_frozen_copy_and_nothing_before) {
  region::grade_all(id_);
  const auto key = region::bench(id_).subjects[2].key;
  ASSERT_TRUE(region::grade("assistant", id_, key, "0", "See page 3", "No file had a note"));
  ASSERT_TRUE(region::grade("third manager", id_, summary_key, "", "Thank you"));
  EXPECT_EQ(read("lead").problem().code, ProblemCode::not_found);
  const auto done = release("third manager");
  ASSERT_TRUE(done);
  EXPECT_FALSE(done->already);
  EXPECT_EQ(done->told, 1);
  const auto got = read("lead");
  ASSERT_TRUE(got);
  EXPECT_EQ(got->released.summary, "Thank you");
  EXPECT_EQ(got->released.items[2].comment, "See page 3");
  EXPECT_EQ(got->released.items[2].reason, "No file had a note");
  EXPECT_EQ(got->released.items[2].ours, "0 Inadequate");
  EXPECT_EQ(read("other lead").problem().code, ProblemCode::not_found);
  EXPECT_EQ(Raw::superuser().one("select state from tenant.return where return_id = '" +
                                 id_.text() + "'"),
            "evaluated");
  EXPECT_EQ(region::grade("assistant", id_, key, "2").problem().key, "released");
}

TEST_F(Releasing, mails_those_who_lead_and_says_nothing_of_what_was_written) {
  region::grade_all(id_);
  const auto key = region::bench(id_).subjects[2].key;
  ASSERT_TRUE(region::grade("assistant", id_, key, "0", "secretcomment", "secretreason"));
  ASSERT_TRUE(release("third manager"));
  EXPECT_THAT(mails(), HasSubstr("return_released"));
  EXPECT_THAT(mails(), HasSubstr("Board with tarnbridge-s11"));
  EXPECT_THAT(mails(), Not(HasSubstr("secret")));
}

TEST_F(Releasing, by_two_managers_at_once_is_one_release_and_the_second_is_told) {
  region::grade_all(id_);
  std::optional<Result<ReleaseOutcome>> first, second;
  // Both have pressed before either can write.
  auto raw = Raw::superuser();
  pqxx::work held(raw.connection());
  held.exec("select from tenant.evaluation where return_id = '" + id_.text() + "' for update");
  std::thread one([&] { first = release("third manager"); });
  std::thread two([&] { second = release("second third manager"); });
  std::this_thread::sleep_for(std::chrono::milliseconds(700));
  held.commit();
  one.join();
  two.join();
  ASSERT_TRUE(first && *first && second && *second);
  const auto& late = (*first)->already ? **first : **second;
  const auto& early = (*first)->already ? **second : **first;
  EXPECT_TRUE(late.already);
  EXPECT_FALSE(early.already);
  EXPECT_EQ(late.line.by_name, early.line.by_name);
  EXPECT_EQ(late.line.at, region::now);
  EXPECT_EQ(count("evaluation_release"), "1");
}

TEST_F(Releasing, is_the_managers) {
  region::grade_all(id_);
  for (const std::string who : {"assistant", "chair"}) {
    EXPECT_EQ(release(who).problem().code, ProblemCode::forbidden) << who;
  }
  EXPECT_EQ(release("first manager").problem().code, ProblemCode::not_found);
}

TEST_F(Releasing, is_put_right_by_a_second_release_and_both_stand) {
  region::grade_all(id_);
  ASSERT_TRUE(release("third manager"));
  ASSERT_TRUE(by("third manager", [&](auto& tx) { return correct_release(tx, id_, region::now); }));
  const auto key = region::bench(id_).subjects[0].key;
  ASSERT_TRUE(region::grade("assistant", id_, key, "0", "", "We had misread it"));
  EXPECT_EQ(read("lead")->released.items[0].ours, "1 Adequate") << "not before it is released";
  const auto late = release("second third manager", 0);
  ASSERT_TRUE(late);
  EXPECT_TRUE(late->already) << "their page did not know of the first";
  ASSERT_TRUE(release("third manager", 1));
  const auto now = read("lead");
  EXPECT_EQ(now->released.items[0].ours, "0 Inadequate");
  EXPECT_EQ(now->released.number, 2);
  ASSERT_THAT(now->others, SizeIs(2));
  const auto before = read("lead", now->copy.version_no, 1);
  EXPECT_EQ(before->released.items[0].ours, "1 Adequate");
}

TEST_F(Releasing, is_not_read_by_somebody_of_another_unit) {
  region::grade_all(id_);
  ASSERT_TRUE(release("third manager"));
  Raw owner("operator");
  auto raw = Raw::superuser();
  const std::string unit = "a1000000-0000-4000-8000-0000000000c1";
  raw.run("insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values ('" +
          boards::agency + "', '" + unit + "', '" + boards::agency +
          "', 'Centre')"
          " on conflict do nothing");
  owner.run(
      "select operator.add_person('d1000000-0000-4000-8000-000000000031',"
      " 'centre@evaluation.example', 'centre lead', '')");
  owner.run(
      "select operator.add_membership('e1000000-0000-4000-8000-000000000031',"
      " 'd1000000-0000-4000-8000-000000000031', '" +
      boards::agency + "', '" + unit + "', 'lead', '')");
  owner.run(
      "select operator.issue_session(sha256('centre lead'::bytea),"
      " 'd1000000-0000-4000-8000-000000000031', 'e1000000-0000-4000-8000-000000000031',"
      " 'bearer', '1 day')");
  EXPECT_TRUE(read("lead"));
  EXPECT_EQ(read("centre lead").problem().code, ProblemCode::not_found);
  const auto rows = region::as_agency(
      "centre lead", [](postgres::AgencyTx& tx) -> Result<std::vector<ReleasedCopy>> {
        return released_to_agency(tx);
      });
  EXPECT_THAT(*rows, IsEmpty());
  // Nor by any other statement.
  Raw gateway("gateway");
  const auto seen_by = [&](const std::string& who) {
    pqxx::work work(gateway.connection());
    work.exec("select * from identity.enter(sha256('" + who + "'::bytea))");
    return work.exec1("select count(release_no) from tenant.evaluation_release")[0].as<int>();
  };
  EXPECT_EQ(seen_by("lead"), 1);
  EXPECT_EQ(seen_by("centre lead"), 0);
}

TEST_F(Releasing, is_followed_by_the_boards_own_signature) {
  const auto sign = [&](const std::string& who, const std::string& name) {
    return by(who, [&](auto& tx) {
      return sign_off_for_board(tx, id_, name, "Board manager", region::now);
    });
  };
  EXPECT_EQ(sign("third manager", "Joan").problem().code, ProblemCode::conflict);
  region::grade_all(id_);
  ASSERT_TRUE(release("third manager"));
  EXPECT_EQ(sign("assistant", "Joan").problem().code, ProblemCode::forbidden);
  EXPECT_EQ(sign("chair", " ").problem().fields.front().field, "name");
  ASSERT_TRUE(sign("chair", "Joan Example"));
  ASSERT_TRUE(sign("chair", "Joan Example")) << "twice is once";
  EXPECT_EQ(region::bench(id_).facts.state, "signed_off");
  const auto list =
      region::as_agency("lead", [](postgres::AgencyTx& tx) -> Result<std::vector<ReleasedCopy>> {
        return released_to_agency(tx);
      });
  ASSERT_THAT(*list, SizeIs(1));
  EXPECT_TRUE(list->front().signed_off);
  Raw::superuser().run("delete from tenant.sign_off where party_role = 'board'");
}

TEST_F(Releasing, has_a_second_look_by_somebody_else_where_the_board_wants_it) {
  ASSERT_TRUE(
      by("third manager", [&](auto& tx) { return ask_for_second_looks(tx, true, region::now); }));
  EXPECT_EQ(send("third manager").problem().fields.front().field, "words") << "grades are missing";
  region::grade_all(id_);
  EXPECT_FALSE(release("third manager"));
  ASSERT_TRUE(send("third manager"));
  ASSERT_TRUE(send("third manager")) << "twice is once";
  EXPECT_EQ(count("evaluation_look"), "1");
  EXPECT_EQ(answer("third manager", true).problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(answer("chair", true, "Well done"));
  EXPECT_EQ(region::bench(id_).looks.front().closed_by_name, "chair");
  EXPECT_TRUE(release("third manager"));
}

TEST_F(Releasing, is_not_looked_at_by_whoever_graded_any_of_it) {
  region::grade_all(id_);
  const auto key = region::bench(id_).subjects[3].key;
  ASSERT_TRUE(region::grade("assistant", id_, key, "1", "A word"));
  ASSERT_TRUE(send("third manager"));
  const auto own = answer("assistant", true);
  ASSERT_FALSE(own);
  EXPECT_EQ(own.problem().code, ProblemCode::forbidden);
  EXPECT_EQ(region::grade("assistant", id_, key, "2").problem().key, "with-second-person");
  EXPECT_TRUE(answer("second third manager", true));
}

TEST_F(Releasing, holds_what_a_second_person_changed_but_not_why) {
  region::grade_all(id_);
  const auto key = region::bench(id_).subjects[3].key;
  ASSERT_TRUE(send("third manager"));
  Judgement changed;
  changed.point = "0";
  changed.reason = "No file had a note";
  const auto version = region::bench(id_).grade(key).version;
  EXPECT_EQ(region::grade_from("chair", id_, key, version, changed).problem().fields[0].field,
            "why");
  changed.why = "secretwhy";
  ASSERT_TRUE(region::grade_from("chair", id_, key, version, changed));
  EXPECT_EQ(region::bench(id_).grade(key).how, How::second_look);
  ASSERT_TRUE(answer("chair", true));
  ASSERT_TRUE(release("third manager"));
  EXPECT_EQ(read("lead")->released.items[3].ours, "0 Inadequate");
  EXPECT_THAT(Raw::superuser().one("select body from tenant.evaluation_release"),
              Not(HasSubstr("secretwhy")));
}

TEST_F(Releasing, needs_another_look_once_somebody_changes_what_was_agreed) {
  ASSERT_TRUE(
      by("third manager", [&](auto& tx) { return ask_for_second_looks(tx, true, region::now); }));
  region::grade_all(id_);
  ASSERT_TRUE(send("third manager"));
  ASSERT_TRUE(answer("chair", true));
  const auto key = region::bench(id_).subjects[3].key;
  ASSERT_TRUE(region::grade("third manager", id_, key, "0", "", "Looked again"));
  EXPECT_EQ(region::bench(id_).facts.evaluation->state, State::open);
  EXPECT_FALSE(release("third manager"));
}

TEST_F(Releasing, is_handed_back_with_words_or_taken_back) {
  region::grade_all(id_);
  ASSERT_TRUE(send("third manager"));
  EXPECT_EQ(answer("chair", false).problem().fields.front().field, "answer");
  ASSERT_TRUE(answer("chair", false, "Look at 3 again"));
  EXPECT_EQ(region::bench(id_).facts.evaluation->state, State::open);
  ASSERT_TRUE(send("third manager"));
  ASSERT_TRUE(by("third manager", [&](auto& tx) { return take_back(tx, id_, region::now); }));
  const auto looks = region::bench(id_).looks;
  ASSERT_THAT(looks, SizeIs(2));
  EXPECT_EQ(looks[0].answer, "Look at 3 again");
  EXPECT_EQ(looks[1].outcome, "taken_back");
}

TEST_F(Releasing, goes_back_for_changes_until_a_day_and_the_agency_sees_what_is_asked) {
  const auto bench = region::bench(id_);
  const auto key = bench.subjects[4].key;
  ASSERT_TRUE(back({{key, "Say how often"}}));
  EXPECT_EQ(Raw::superuser().one("select state from tenant.return where return_id = '" +
                                 id_.text() + "'"),
            "returned");
  EXPECT_THAT(mails(), HasSubstr("14 May 2027"));
  EXPECT_THAT(mails(), Not(HasSubstr("how often")));
  const auto asked =
      region::as_agency("lead", [](postgres::AgencyTx& tx) -> Result<std::vector<ChangeForAgency>> {
        return changes_to_agency(tx, std::nullopt);
      });
  ASSERT_THAT(*asked, SizeIs(1));
  EXPECT_EQ(asked->front().asked.words, "Say how often");
  EXPECT_THAT(asked->front().asked.requirements, Not(IsEmpty()));
  EXPECT_EQ(asked->front().due_on, in_may);
  const auto others = region::as_agency(
      "other lead", [](postgres::AgencyTx& tx) -> Result<std::vector<ChangeForAgency>> {
        return changes_to_agency(tx, std::nullopt);
      });
  EXPECT_THAT(*others, IsEmpty());
}

TEST_F(Releasing, that_went_back_is_answered_by_the_next_version) {
  const auto key = region::bench(id_).subjects[4].key;
  ASSERT_TRUE(back({{key, "Say how often"}}));
  EXPECT_EQ(back({}, in_may, "Again").problem().code, ProblemCode::conflict);
  region::send_again();
  const auto asked =
      region::as_agency("lead", [](postgres::AgencyTx& tx) -> Result<std::vector<BackForChanges>> {
        return sent_back_to_agency(tx);
      });
  EXPECT_THAT(*asked, IsEmpty());
  const auto next = region::begun(id_);
  EXPECT_EQ(next.facts.evaluation->state, State::open);
  ASSERT_TRUE(next.sent_back);
  EXPECT_EQ(next.sent_back->items.front().words, "Say how often") << "said beside the new version";
}

TEST_F(Releasing, refuses_a_day_that_has_passed_and_a_request_that_asks_nothing) {
  const Date passed{std::chrono::year{2027}, std::chrono::March, std::chrono::day{15}};
  EXPECT_EQ(back({}, passed, "All of it").problem().fields.front().field, "due");
  EXPECT_EQ(back({}, std::nullopt, "All of it").problem().fields.front().field, "due");
  EXPECT_EQ(back({}, in_may, "  ").problem().fields.front().field, "words");
  EXPECT_EQ(back({{"x", std::string(10001, 'x')}}).problem().fields.front().field, "item-x");
  EXPECT_EQ(count("sent_back"), "0");
}

TEST_F(Releasing, can_be_asked_for_no_longer) {
  ASSERT_TRUE(back({}, in_may, "All of it"));
  ASSERT_TRUE(by("assistant", [&](auto& tx) { return withdraw_send_back(tx, id_, region::now); }));
  EXPECT_EQ(region::bench(id_).facts.evaluation->state, State::open);
  EXPECT_FALSE(region::bench(id_).sent_back);
  ASSERT_TRUE(back({}, in_may, "After all"));
}

}  // namespace
}  // namespace onereturn::evaluation
