#include <algorithm>

#include <gmock/gmock.h>

#include "domain/evaluation/give_work.hpp"
#include "domain/evaluation/work_store.hpp"
#include "evaluation_region.hpp"

namespace onereturn::evaluation {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::evaluation_region;
namespace boards = testing::delivery_region;

class Grading : public ::testing::Test {
 protected:
  void SetUp() override { id_ = region::fresh_return(); }

  std::string first() { return region::bench(id_).subjects.front().key; }
  static std::string state_of_return() {
    return Raw::superuser().one("select state from tenant.return where request_id = '" +
                                boards::grades().request + "'");
  }

  ReturnId id_;
};

TEST_F(Grading, begins_once_however_often_it_is_pressed) {
  const auto first = region::begun(id_);
  const auto again = region::begun(id_);
  ASSERT_TRUE(first.facts.evaluation);
  EXPECT_EQ(first.facts.evaluation->id, again.facts.evaluation->id);
  EXPECT_EQ(state_of_return(), "being_evaluated");
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.evaluation"), "1");
}

TEST_F(Grading, begins_with_every_grade_empty) {
  const auto bench = region::begun(id_);
  EXPECT_THAT(bench.grades, IsEmpty());
  EXPECT_THAT(bench.subjects, SizeIs(60));
  EXPECT_TRUE(std::any_of(bench.subjects.begin(), bench.subjects.end(), [&](const auto& subject) {
    return !bench.self_point(subject).empty();
  })) << "the agency’s own stand beside them";
}

TEST_F(Grading, is_for_managers_and_assistants) {
  for (const std::string who : {"chair"}) {
    const auto done = region::as(
        who, [&](postgres::BoardTx& tx) { return begin_evaluation(tx, id_, region::now); });
    ASSERT_FALSE(done) << who;
    EXPECT_EQ(done.problem().code, ProblemCode::forbidden);
  }
  region::begun(id_);
  EXPECT_TRUE(region::grade("assistant", id_, first(), "2"));
  EXPECT_EQ(region::grade("chair", id_, first(), "3").problem().code, ProblemCode::forbidden);
}

TEST_F(Grading, of_another_boards_return_is_not_there) {
  for (const std::string who : {"first manager", "second manager"}) {
    const auto read = region::as(
        who, [&](postgres::BoardTx& tx) { return read_evaluation(tx, id_, region::now); });
    ASSERT_FALSE(read) << who;
    EXPECT_EQ(read.problem().code, ProblemCode::not_found);
    const auto begun = region::as(
        who, [&](postgres::BoardTx& tx) { return begin_evaluation(tx, id_, region::now); });
    EXPECT_EQ(begun.problem().code, ProblemCode::not_found);
  }
}

TEST_F(Grading, keeps_every_version_with_who_said_it) {
  region::begun(id_);
  const auto key = first();
  ASSERT_TRUE(region::grade("third manager", id_, key, "1", "Not yet"));
  ASSERT_TRUE(region::grade("assistant", id_, key, "2", "Now it is"));
  const auto history =
      region::as("third manager", [&](postgres::BoardTx& tx) { return history_of(tx, id_, key); });
  ASSERT_TRUE(history);
  ASSERT_THAT(*history, SizeIs(2));
  EXPECT_EQ((*history)[0].comment, "Now it is");
  EXPECT_EQ((*history)[0].by_name, "assistant");
  EXPECT_EQ((*history)[1].point, "1");
  EXPECT_EQ((*history)[1].at, region::now);
}

TEST_F(Grading, by_two_at_once_hands_back_the_others_words_and_overwrites_nothing) {
  region::begun(id_);
  const auto key = first();
  ASSERT_TRUE(region::grade("assistant", id_, key, "3", "Hers"));
  Judgement mine;
  mine.point = "1";
  mine.comment = "Mine";
  const auto late = region::grade_from("third manager", id_, key, 0, mine);
  ASSERT_TRUE(late);
  ASSERT_TRUE(late->overtaken);
  EXPECT_EQ(late->overtaken->comment, "Hers");
  EXPECT_EQ(late->overtaken->by_name, "assistant");
  EXPECT_EQ(region::bench(id_).grade(key).comment, "Hers");
  const auto put_together = region::grade_from("third manager", id_, key, late->version, mine);
  ASSERT_TRUE(put_together);
  EXPECT_FALSE(put_together->overtaken);
  EXPECT_EQ(put_together->version, 2);
}

TEST_F(Grading, of_the_same_words_twice_is_one_version_and_no_conflict) {
  region::begun(id_);
  const auto key = first();
  Judgement said;
  said.point = "2";
  said.comment = "Good";
  EXPECT_EQ(region::grade_from("third manager", id_, key, 0, said)->version, 1);
  const auto again = region::grade_from("third manager", id_, key, 0, said);
  EXPECT_EQ(again->version, 1);
  EXPECT_FALSE(again->overtaken);
}

TEST_F(Grading, of_other_items_never_clashes) {
  const auto bench = region::begun(id_);
  Judgement said;
  said.point = "2";
  for (const auto& [who, at] : {std::pair{"third manager", 0}, std::pair{"assistant", 1}}) {
    const auto saved =
        region::grade_from(who, id_, bench.subjects[static_cast<std::size_t>(at)].key, 0, said);
    ASSERT_TRUE(saved);
    EXPECT_FALSE(saved->overtaken);
  }
}

TEST_F(Grading, takes_ten_thousand_characters_as_they_are) {
  region::begun(id_);
  std::string words;
  for (int at = 0; at < 10000; ++at)
    words += "é";
  ASSERT_TRUE(region::grade("third manager", id_, first(), "2", words));
  EXPECT_EQ(region::bench(id_).grade(first()).comment, words);
  const auto more = region::grade("third manager", id_, first(), "2", words + "e");
  ASSERT_FALSE(more);
  EXPECT_EQ(more.problem().fields.front().field, "comment");
}

TEST_F(Grading, refuses_items_that_the_form_does_not_have) {
  region::begun(id_);
  for (const std::string key : {"no.such.box", "", "1.1.words"}) {
    EXPECT_EQ(region::grade("third manager", id_, key, "2").problem().code, ProblemCode::not_found)
        << key;
  }
  EXPECT_TRUE(region::grade("third manager", id_, summary_key, "", "Thank you"));
  EXPECT_FALSE(region::grade("third manager", id_, summary_key, "2", "Thank you"));
}

TEST_F(Grading, goes_on_as_it_was_received_when_a_newer_version_of_the_form_is_published) {
  region::begun(id_);
  auto raw = Raw::superuser();
  raw.run(
      "insert into catalogue.template_version select (jsonb_populate_record(t, jsonb_build_object("
      "'version', 2, 'hash', sha256('new')))).* from catalogue.template_version t"
      " where template_code = '" +
      boards::grades().form + "' and version = 1");
  const auto bench = region::bench(id_);
  EXPECT_EQ(bench.facts.newest_form, 2);
  EXPECT_EQ(bench.copy.form->ref.version, 1);
  EXPECT_TRUE(region::grade("third manager", id_, first(), "2"));
  raw.run("delete from catalogue.template_version where template_code = '" + boards::grades().form +
          "' and version = 2");
}

TEST_F(Grading, of_the_version_that_was_received_is_not_touched_by_a_newer_one) {
  region::begun(id_);
  const auto before = region::bench(id_);
  ASSERT_TRUE(region::grade("third manager", id_, first(), "2", "Of the first"));
  region::send_again(3);
  const auto after = region::bench(id_);
  EXPECT_EQ(after.facts.latest_version, before.facts.latest_version + 1);
  EXPECT_EQ(after.copy.receipt.version_no, before.copy.receipt.version_no);
  for (const auto& subject : after.subjects) {
    EXPECT_EQ(after.self_point(subject), before.self_point(subject)) << subject.key;
  }
  EXPECT_EQ(after.grade(first()).comment, "Of the first");
}

TEST_F(Grading, carries_what_did_not_change_to_the_next_version_as_drafts_to_confirm) {
  const auto before = region::begun(id_);
  const auto same = before.subjects[0].key, changed = before.subjects[1].key;
  ASSERT_TRUE(region::grade("assistant", id_, same, "2", "Stays"));
  ASSERT_TRUE(region::grade("assistant", id_, changed, "1", "Goes"));
  region::send_again(2);
  Raw::superuser().run("update tenant.return_box set point = '3' where return_id = '" + id_.text() +
                       "' and version_no = " + std::to_string(before.facts.latest_version + 1) +
                       " and box_no = '" + changed + "'");
  const auto bench = region::begun(id_);
  EXPECT_EQ(bench.facts.evaluation->carried_from, before.facts.latest_version);
  EXPECT_EQ(bench.grade(same).how, How::carried);
  EXPECT_EQ(bench.grade(same).point, "2");
  EXPECT_EQ(bench.grade(changed).version, 0);
  EXPECT_FALSE(is_done(bench.subjects[0], bench.grade(same)));

  Judgement comment_alone;
  comment_alone.comment = "Stays, and more";
  const auto saved = region::grade_from("third manager", id_, same, 1, comment_alone);
  ASSERT_TRUE(saved);
  EXPECT_EQ(region::bench(id_).grade(same).how, How::carried) << "words do not confirm a grade";
  EXPECT_EQ(region::bench(id_).grade(same).point, "2");

  SaveGrade confirm;
  confirm.of_return = id_;
  confirm.evaluation = bench.facts.evaluation->id;
  confirm.key = same;
  confirm.base_version = saved->version;
  confirm.judgement = comment_alone;
  confirm.confirm = true;
  const auto confirmed = region::as(
      "third manager", [&](postgres::BoardTx& tx) { return save_grade(tx, confirm, region::now); });
  ASSERT_TRUE(confirmed);
  EXPECT_EQ(region::bench(id_).grade(same).how, How::graded);
  EXPECT_EQ(region::bench(id_).grade(same).point, "2");
}

TEST_F(Grading, of_a_version_that_is_not_evaluated_any_more_saves_nothing) {
  const auto old = region::begun(id_);
  region::send_again();
  region::begun(id_);
  SaveGrade command;
  command.of_return = id_;
  command.evaluation = old.facts.evaluation->id;
  command.key = first();
  command.judgement.point = "2";
  const auto saved = region::as(
      "assistant", [&](postgres::BoardTx& tx) { return save_grade(tx, command, region::now); });
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.problem().key, "newer-evaluation");
}

TEST_F(Grading, shows_a_colleague_for_a_minute_and_no_longer) {
  const auto bench = region::begun(id_);
  const auto key = bench.subjects[5].key;
  ASSERT_TRUE(region::as("assistant", [&](postgres::BoardTx& tx) {
    return open_evaluation(tx, id_, key, region::now);
  }));
  const auto seen = [&](Instant at) {
    return region::as("third manager",
                      [&](postgres::BoardTx& tx) { return read_evaluation(tx, id_, at); })
        ->present;
  };
  ASSERT_THAT(seen(region::now + std::chrono::seconds(30)), SizeIs(1));
  EXPECT_EQ(seen(region::now)[0].name, "assistant");
  EXPECT_EQ(seen(region::now)[0].key, key);
  EXPECT_THAT(seen(region::now + std::chrono::seconds(61)), IsEmpty());
}

TEST_F(Grading, is_an_opening_that_the_agency_reads_once_in_half_a_day) {
  const auto bench = region::begun(id_);
  const auto count = [&] {
    return Raw::superuser().one("select count(*) from tenant.return_opening where return_id = '" +
                                id_.text() + "'");
  };
  Raw::superuser().run("delete from tenant.return_opening");
  for (const auto& at : {region::now, region::now + std::chrono::hours(1)}) {
    for (int item = 0; item < 3; ++item) {
      ASSERT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
        return open_evaluation(tx, id_, bench.subjects[0].key, at);
      }));
    }
  }
  EXPECT_EQ(count(), "1");
  ASSERT_TRUE(region::as("third manager", [&](postgres::BoardTx& tx) {
    return open_evaluation(tx, id_, "", region::now + std::chrono::hours(13));
  }));
  EXPECT_EQ(count(), "2");
}

Result<Done> give(const std::string& who, const ReturnId& id, const std::string& section,
                  const std::optional<PersonId>& person) {
  return region::as(
      who, [&](postgres::BoardTx& tx) { return give_work(tx, id, section, person, region::now); });
}

TEST_F(Grading, is_given_to_one_colleague_at_a_time_with_its_history) {
  const auto bench = region::bench(id_);
  ASSERT_THAT(bench.people, SizeIs(3)) << "two managers and an assistant";
  const auto assistant = std::find_if(bench.people.begin(), bench.people.end(),
                                      [](const auto& one) { return one.name == "assistant"; });
  const auto section = bench.subjects.front().section;
  ASSERT_TRUE(give("third manager", id_, section, bench.people[0].person));
  ASSERT_TRUE(give("third manager", id_, section, assistant->person));
  ASSERT_TRUE(give("assistant", id_, "", assistant->person));
  const auto tasks = region::bench(id_).tasks;
  ASSERT_THAT(tasks, SizeIs(2));
  EXPECT_EQ(tasks[1].person_name, "assistant");
  EXPECT_TRUE(tasks[1].here);
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.evaluation_task"), "3");
  ASSERT_TRUE(give("third manager", id_, "", std::nullopt));
  EXPECT_THAT(region::bench(id_).tasks, SizeIs(1));
}

TEST_F(Grading, is_not_given_to_strangers_nor_of_sections_that_are_not_there) {
  const auto chair =
      PersonId(Raw::superuser().one("select person_id from identity.person where"
                                    " display_name = 'chair'"));
  EXPECT_EQ(give("third manager", id_, "", chair).problem().code, ProblemCode::invalid);
  EXPECT_EQ(give("third manager", id_, "", PersonId::random()).problem().code,
            ProblemCode::invalid);
  EXPECT_EQ(give("third manager", id_, "no such", chair).problem().code, ProblemCode::not_found);
  EXPECT_EQ(give("first manager", id_, "", chair).problem().code, ProblemCode::not_found);
  EXPECT_EQ(give("chair", id_, "", chair).problem().code, ProblemCode::forbidden);
}

TEST_F(Grading, of_a_colleague_who_left_is_seen_to_wait_for_another) {
  const auto bench = region::bench(id_);
  const auto other = std::find_if(bench.people.begin(), bench.people.end(), [](const auto& one) {
    return one.name == "second third manager";
  });
  ASSERT_TRUE(give("third manager", id_, "", other->person));
  const auto leave = [&](const char* when) {
    Raw::superuser().run(
        "update identity.membership set from_at = now() - interval '1 day', to_at = " +
        std::string(when) + " where person_id = '" + other->person.text() + "'");
  };
  leave("now() - interval '1 minute'");
  const auto left = region::bench(id_);
  leave("null");
  ASSERT_THAT(left.tasks, SizeIs(1));
  EXPECT_FALSE(left.tasks[0].here);
  EXPECT_EQ(left.tasks[0].person_name, "second third manager");
  EXPECT_THAT(left.people, SizeIs(2)) << "nobody gives anything to somebody who left";
}

TEST_F(Grading, keys_are_each_persons_own_and_the_second_look_is_the_managers_to_ask_for) {
  ASSERT_TRUE(region::as("assistant", [](postgres::BoardTx& tx) { return switch_keys(tx, true); }));
  EXPECT_TRUE(region::bench(id_, "assistant").settings.keys);
  EXPECT_FALSE(region::bench(id_).settings.keys);
  const auto refused = region::as("assistant", [](postgres::BoardTx& tx) {
    return ask_for_second_looks(tx, true, region::now);
  });
  EXPECT_EQ(refused.problem().code, ProblemCode::forbidden);
}

}  // namespace
}  // namespace onereturn::evaluation
