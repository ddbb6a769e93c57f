#include "domain/evaluation/evaluation_rules.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "bench_of_content.hpp"

namespace onereturn::evaluation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Shipped {
  const char* form;
  std::size_t subjects;
  int essential;
  Judging judging;
  bool may_not_apply;
};

TEST(Subjects, of_the_shipped_forms_are_their_items_or_their_sections) {
  const Shipped cases[] = {{"westmarch-s11", 45, 0, Judging::comment, false},
                           {"kingsreach-s11", 8, 0, Judging::comment, false},
                           {"eldervale-s11", 8, 0, Judging::comment, false},
                           {"port-sallow-s11", 10, 0, Judging::comment, false},
                           {"harrowmere-s11", 60, 13, Judging::board_only, true},
                           {"tarnbridge-s11", 60, 13, Judging::both, true}};
  for (const auto& one : cases) {
    const auto subjects = subjects_of(*shipped(one.form));
    EXPECT_THAT(subjects, SizeIs(one.subjects)) << one.form;
    int essential = 0;
    std::set<std::string> keys;
    for (const auto& subject : subjects) {
      EXPECT_EQ(subject.judging, one.judging) << one.form << ' ' << subject.key;
      EXPECT_EQ(subject.may_not_apply, one.may_not_apply) << one.form << ' ' << subject.key;
      EXPECT_TRUE(subject.boxes.contains(subject.key));
      EXPECT_FALSE(subject.wording.empty());
      essential += subject.essential ? 1 : 0;
      keys.insert(subject.key);
    }
    EXPECT_EQ(essential, one.essential) << one.form;
    EXPECT_THAT(keys, SizeIs(one.subjects)) << "two things under one number";
  }
}

TEST(Subjects, of_a_section_say_what_its_items_ask) {
  const auto subjects = subjects_of(*shipped("kingsreach-s11"));
  EXPECT_TRUE(subjects[0].item.empty());
  EXPECT_NE(subjects[0].about.find('\n'), std::string::npos);
}

TEST(ShortWords, end_at_a_word_and_never_in_a_character) {
  EXPECT_EQ(short_words("Staff know whom to tell."), "Staff know whom to tell.");
  const auto cut = short_words(
      "The organisation gives staff and volunteers who work with children, regular supervision");
  EXPECT_EQ(cut, "The organisation gives staff and volunteers who work with …");
  std::string long_word;
  for (int at = 0; at < 200; ++at)
    long_word += "é";
  EXPECT_TRUE(count_characters(short_words(long_word)).has_value());
}

TEST(NameItems, takes_the_name_of_what_an_item_asks_for_where_no_other_item_has_it) {
  frameworks::Framework framework;
  framework.requirements.resize(3);
  framework.requirements[0].code = "C1";
  framework.requirements[0].name = "Supervision and appraisal";
  framework.requirements[1].code = "C2";
  framework.requirements[1].name = "Safer recruitment";
  framework.requirements[2].code = "C3";
  framework.requirements[2].name = "Recording";
  framework.facets = {{"1a", "C1", ""}, {"1b", "C1", ""}, {"2a", "C2", ""}, {"3a", "C3", ""}};
  frameworks::Mapping mapping;
  mapping.items["3.4"].facets = {"1a", "1b"};
  mapping.items["6.1"].facets = {"2a"};
  mapping.items["6.2"].facets = {"2a"};
  mapping.items["8.1"].facets = {"3a", "1a"};
  std::vector<Subject> subjects;
  for (const auto* item : {"3.4", "3.4", "6.1", "6.2", "8.1", "9.9", ""}) {
    Subject subject;
    subject.item = item;
    subject.number = item;
    subject.wording = "The whole sentence.";
    subjects.push_back(subject);
  }
  name_items(subjects, mapping, framework);
  EXPECT_EQ(title_of(subjects[0]), "3.4 Supervision and appraisal");
  EXPECT_EQ(title_of(subjects[1]), "3.4 Supervision and appraisal") << "two ratings of one item";
  EXPECT_EQ(title_of(subjects[2]), "6.1 The whole sentence.") << "two items have that name";
  EXPECT_EQ(title_of(subjects[3]), "6.2 The whole sentence.");
  EXPECT_EQ(title_of(subjects[4]), "8.1 The whole sentence.") << "it asks for two things";
  EXPECT_EQ(title_of(subjects[5]), "9.9 The whole sentence.") << "nothing is mapped";
  EXPECT_EQ(title_of(subjects[6]), "The whole sentence.") << "a section has its own title";
}

TEST(NextToDo, is_the_next_essential_one_and_then_the_next_of_all) {
  auto bench = bench_of("harrowmere-s11");
  std::vector<std::string> essential, others;
  for (const auto& subject : bench.subjects)
    (subject.essential ? essential : others).push_back(subject.key);
  std::string at;
  for (std::size_t step = 0; step < bench.subjects.size(); ++step) {
    at = next_to_do(bench.subjects, bench.grades, at);
    const auto* subject = bench.find(at);
    ASSERT_NE(subject, nullptr);
    EXPECT_EQ(subject->essential, step < essential.size()) << at;
    grade(bench, at, "2");
  }
  EXPECT_EQ(next_to_do(bench.subjects, bench.grades, at), "");
  EXPECT_EQ(progress_of(bench.subjects, bench.grades).done, 60);
}

TEST(NextToDo, comes_round_to_what_was_passed_by_but_not_to_itself) {
  auto bench = bench_of("eldervale-s11");
  for (std::size_t at = 1; at < bench.subjects.size(); ++at)
    grade(bench, bench.subjects[at].key, "");
  const auto last = bench.subjects.back().key;
  EXPECT_EQ(next_to_do(bench.subjects, bench.grades, last), bench.subjects[0].key);
  EXPECT_EQ(next_to_do(bench.subjects, bench.grades, bench.subjects[0].key), "");
}

TEST(Progress, does_not_count_what_is_carried_over_or_only_commented) {
  auto bench = bench_of("tarnbridge-s11", "2");
  grade(bench, bench.subjects[0].key, "2", "", How::carried);
  grade(bench, bench.subjects[1].key, "");
  grade(bench, bench.subjects[2].key, "1");
  bench.grades[bench.subjects[3].key].version = 1;
  bench.grades[bench.subjects[3].key].not_applicable = true;
  const auto progress = progress_of(bench.subjects, bench.grades);
  EXPECT_EQ(progress.done, 2);
  EXPECT_EQ(progress.of, 60);
  EXPECT_EQ(progress.carried, 1);
}

struct Steps {
  const char* theirs;
  const char* ours;
  std::optional<int> steps;
};

TEST(StepsBetween, go_by_what_points_stand_for_and_not_by_their_order_in_print) {
  const auto form = shipped("eldervale-s11");
  const Steps cases[] = {{"green", "amber", -1}, {"amber", "green", 1}, {"green", "red", -2},
                         {"red", "red", 0},      {"", "red", {}},       {"green", "", {}},
                         {"green", "blue", {}}};
  for (const auto& one : cases) {
    EXPECT_EQ(steps_between(*form, one.theirs, one.ours), one.steps)
        << one.theirs << " to " << one.ours;
  }
  EXPECT_THAT(points_in_order(*form), ElementsAre("red", "amber", "green"));
  EXPECT_EQ(steps_in_words(-2), "2 lower");
  EXPECT_EQ(steps_in_words(1), "1 higher");
  EXPECT_EQ(steps_in_words(0), "agree");
  EXPECT_THAT(points_in_order(*shipped("westmarch-s11")), IsEmpty());
}

Judgement judgement(const std::string& point, bool not_applicable = false,
                    const std::string& reason = {}, const std::string& comment = {}) {
  return {.point = point,
          .not_applicable = not_applicable,
          .comment = comment,
          .reason = reason,
          .why = {}};
}

std::vector<std::string> fields_of(const std::string& form, const Judgement& given) {
  const auto read = shipped(form);
  std::vector<std::string> fields;
  for (const auto& error : check(*read, subjects_of(*read).front(), given))
    fields.push_back(error.field);
  return fields;
}

TEST(Check, says_by_field_what_is_wrong) {
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("2")), IsEmpty());
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("")), IsEmpty()) << "later is not wrong";
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("7")), ElementsAre("grade"));
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("2", true, "Why")), ElementsAre("grade"));
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("", true)), ElementsAre("reason"));
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("", true, "No children here")), IsEmpty());
  EXPECT_THAT(fields_of("eldervale-s11", judgement("green")), ElementsAre("grade"));
  EXPECT_THAT(fields_of("eldervale-s11", judgement("", true, "Why")), ElementsAre("grade"));
}

TEST(Check, takes_ten_thousand_characters_and_not_one_more) {
  std::string words;
  for (int at = 0; at < 10000; ++at)
    words += "é";
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("2", false, words, words)), IsEmpty());
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("2", false, words, words + "e")),
              ElementsAre("comment"));
  EXPECT_THAT(fields_of("tarnbridge-s11", judgement("2", false, "\xff", "")),
              ElementsAre("reason"));
}

TEST(MissingForRelease, is_every_grade_and_every_reason_of_a_difference) {
  auto bench = bench_of("tarnbridge-s11", "2");
  EXPECT_THAT(missing_for_release(bench), SizeIs(61)) << "60 grades, and nothing is said";
  for (const auto& subject : bench.subjects)
    grade(bench, subject.key, "2");
  EXPECT_THAT(missing_for_release(bench), IsEmpty());
  const auto key = bench.subjects[4].key;
  grade(bench, key, "1");
  ASSERT_THAT(missing_for_release(bench), SizeIs(1));
  EXPECT_EQ(missing_for_release(bench)[0].key, key);
  grade(bench, key, "1", "Two of nine files had no note");
  EXPECT_THAT(missing_for_release(bench), IsEmpty());
  grade(bench, key, "2", "", How::carried);
  EXPECT_THAT(missing_for_release(bench), SizeIs(1));
}

TEST(MissingForRelease, asks_a_form_without_grades_for_some_words) {
  auto bench = bench_of("westmarch-s11");
  EXPECT_THAT(missing_for_release(bench), SizeIs(1));
  bench.grades[summary_key].comment = "Thank you";
  EXPECT_THAT(missing_for_release(bench), IsEmpty());
}

struct Stage {
  State state;
  bool wanted;
  std::size_t missing;
};

TEST(MissingForRelease, waits_for_a_second_person_where_the_board_wants_one) {
  const Stage cases[] = {{State::open, false, 0},        {State::open, true, 1},
                         {State::second_look, false, 1}, {State::second_look, true, 1},
                         {State::agreed, true, 0},       {State::returned, false, 1},
                         {State::returned, true, 2}};
  for (const auto& one : cases) {
    auto bench = bench_of("westmarch-s11");
    bench.grades[summary_key].comment = "Thank you";
    bench.facts.evaluation->state = one.state;
    bench.settings.second_look = one.wanted;
    EXPECT_THAT(missing_for_release(bench), SizeIs(one.missing)) << to_string(one.state);
  }
}

TEST(SecondPerson, is_nobody_who_graded_or_sent) {
  auto bench = bench_of("westmarch-s11");
  const auto author = PersonId::random(), sender = PersonId::random();
  bench.authors.insert(author);
  Look look;
  look.sent_by = sender;
  bench.looks.push_back(look);
  EXPECT_FALSE(is_second_person(bench, author));
  EXPECT_FALSE(is_second_person(bench, sender));
  EXPECT_TRUE(is_second_person(bench, PersonId::random()));
  EXPECT_TRUE(may_look("chair"));
  EXPECT_FALSE(may_look("member"));
  EXPECT_FALSE(may_evaluate("chair"));
}

TEST(SelfAgainstBoard, adds_up_by_section) {
  auto bench = bench_of("tarnbridge-s11", "2");
  grade(bench, bench.subjects[0].key, "2");
  grade(bench, bench.subjects[1].key, "1", "Said why");
  grade(bench, bench.subjects[2].key, "3");
  const auto all = self_against_board(bench);
  EXPECT_THAT(all, SizeIs(8)) << "the ninth section holds no items";
  EXPECT_EQ(all[0].agree + all[0].lower + all[0].higher, 3);
  EXPECT_EQ(all[0].without_reason, 1);
  int subjects = 0;
  for (const auto& one : all)
    subjects += one.agree + one.lower + one.higher + one.to_do;
  EXPECT_EQ(subjects, 60);
}

TEST(States, read_back_as_they_are_written) {
  for (const auto state : {State::open, State::second_look, State::agreed, State::returned,
                           State::finished, State::withdrawn}) {
    EXPECT_EQ(state_of(to_string(state)), state);
  }
}

}  // namespace
}  // namespace onereturn::evaluation
