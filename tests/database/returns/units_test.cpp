// A trust with two centres that two boards ask: what is common is answered once by the trust, and a
// session of one centre stays in it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/frameworks/template_rules.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/question_view.hpp"
#include "domain/returns/take_common.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;

const UnitId north("a2000000-0000-4000-8000-000000000001");
const UnitId south("a2000000-0000-4000-8000-000000000002");
const UnitId trust(delivery_region::agency);
const std::string question = "C1.1";

class Units : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    static const bool once = [] {
      add_centres();
      return true;
    }();
    static_cast<void>(once);
  }

  static void add_centres() {
    Raw gateway("gateway");
    pqxx::work work(gateway.connection());
    work.exec("select * from identity.enter(sha256('lead'))");
    for (const auto& [unit, name] : {std::pair(north, "North"), std::pair(south, "South")}) {
      work.exec(
          "insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values"
          " (app.party(), '" +
          unit.text() + "', app.party(), '" + name + "')");
    }
    work.commit();
    add_person("north", "d2000000-0000-4000-8000-000000000001", north);
    add_person("south", "d2000000-0000-4000-8000-000000000002", south);
    auto arranger = Raw::superuser();
    for (const auto* board : {&delivery_region::narrative(), &delivery_region::lights()}) {
      for (const auto& unit : {north, south}) {
        arranger.run(
            "insert into tenant.request (tenant_id, audit_id, agency_id, unit_id, template_code,"
            " template_version, kind, title, period, due_on) select tenant_id, audit_id, agency_id,"
            " '" +
            unit.text() +
            "', template_code, template_version, kind, title, period, due_on from"
            " tenant.request where request_id = '" +
            board->request + "'");
      }
    }
  }

  static void add_person(const std::string& who, const std::string& id, const UnitId& unit) {
    Raw owner("operator");
    auto membership = id;
    membership[0] = 'e';
    owner.run("select operator.add_person('" + id + "', '" + who + "@centres.example', '" + who +
              "', '')");
    owner.run("select operator.add_membership('" + membership + "', '" + id + "', '" +
              delivery_region::agency + "', '" + unit.text() + "', 'contributor', '')");
    owner.run("select operator.issue_session(sha256('" + who + "'::bytea), '" + id + "', '" +
              membership + "', 'bearer', '1 day')");
  }

  static returns::Workspace of(const std::string& who, const UnitId& unit) {
    auto loaded = region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::load_workspace(tx, unit, region::today, returns::Reach::common_too);
    });
    EXPECT_TRUE(loaded.has_value());
    return std::move(loaded).value();
  }

  static int answer_above(const std::string& words, bool confirm = true) {
    auto command = region::answer_to(of("lead", trust), question);
    command.unit = trust;
    command.texts = {words, "We know", ""};
    command.confirm = confirm;
    return region::save("lead", command).version;
  }

  static Result<returns::SaveOutcome> take(const std::string& who, const UnitId& unit,
                                           const std::string& here, int common_version = 0) {
    const auto workspace = of(who, unit);
    returns::TakeCommonAnswer command;
    command.unit = unit;
    command.requirement = question;
    if (const auto found = workspace.common.answers.find(question);
        found != workspace.common.answers.end()) {
      command.base_version = found->second.confirmed.version;
    }
    const auto above = workspace.above.find(question);
    command.common_version = common_version != 0              ? common_version
                             : above != workspace.above.end() ? above->second.version
                                                              : 1;
    command.level = 2;
    command.here = {here, "", ""};
    command.at = Instant(std::chrono::sys_days{region::today});
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return returns::take_common_answer(tx, command); });
  }
};

TEST_F(Units, a_centre_takes_the_common_answer_and_adds_what_is_particular_to_it) {
  answer_above("The trust names a lead.");
  const auto offered = of("north", north);
  EXPECT_EQ(offered.above.at(question).from_name, "All of it");
  EXPECT_EQ(offered.above.at(question).texts.describes, "The trust names a lead.");
  const auto taken = take("north", north, "Here she is Ola.");
  ASSERT_TRUE(taken.has_value()) << taken.problem().detail;
  ASSERT_TRUE(taken->saved());
  const auto workspace = of("north", north);
  const auto& answer = workspace.common.answers.at(question);
  EXPECT_EQ(answer.texts.describes, "The trust names a lead.\n\nHere she is Ola.");
  EXPECT_EQ(answer.level, 2);
  const auto& inherited = workspace.inherited.at(question);
  EXPECT_EQ(inherited.here.describes, "Here she is Ola.");
  EXPECT_FALSE(inherited.changed);
  EXPECT_EQ(returns::answer_state(workspace, question), returns::AnswerState::confirmed);
}

TEST_F(Units, a_change_above_is_shown_and_must_be_confirmed_and_changes_nothing_by_itself) {
  answer_above("The trust names a lead for all.");
  ASSERT_TRUE(take("south", south, "").has_value());
  answer_above("The trust names a lead and a deputy.");
  auto workspace = of("south", south);
  EXPECT_EQ(workspace.common.answers.at(question).texts.describes,
            "The trust names a lead for all.");
  EXPECT_TRUE(workspace.inherited.at(question).changed);
  EXPECT_EQ(returns::answer_state(workspace, question), returns::AnswerState::reconfirm);
  const auto told = [](const returns::Workspace& one) {
    const auto check = returns::check_board(one, one.boards.front(), returns::Depth::errors_only);
    return std::any_of(check.errors.begin(), check.errors.end(),
                       [](const auto& error) { return error.rule == "common-changed"; });
  };
  EXPECT_TRUE(told(workspace));
  ASSERT_TRUE(take("south", south, "").has_value());
  workspace = of("south", south);
  EXPECT_EQ(workspace.common.answers.at(question).texts.describes,
            "The trust names a lead and a deputy.");
  EXPECT_FALSE(told(workspace));
}

TEST_F(Units, a_draft_above_is_no_common_answer_yet) {
  answer_above("Confirmed words.");
  ASSERT_TRUE(take("north", north, "").has_value());
  answer_above("Half a sent", false);
  const auto workspace = of("north", north);
  EXPECT_FALSE(workspace.inherited.at(question).changed);
  EXPECT_EQ(workspace.above.at(question).texts.describes, "Confirmed words.");
}

TEST_F(Units, an_own_answer_is_never_changed_from_above) {
  answer_above("Common.");
  ASSERT_TRUE(take("north", north, "").has_value());
  auto own = region::answer_to(of("north", north), question);
  own.unit = north;
  own.texts.describes = "We do it our way.";
  ASSERT_TRUE(region::save("north", own).saved());
  answer_above("Common, second edition.");
  const auto workspace = of("north", north);
  EXPECT_EQ(workspace.inherited.count(question), 0U);
  EXPECT_EQ(workspace.common.answers.at(question).texts.describes, "We do it our way.");
  EXPECT_EQ(returns::answer_state(workspace, question), returns::AnswerState::confirmed);
}

TEST_F(Units, taking_over_what_was_changed_meanwhile_is_refused) {
  const auto before = answer_above("First.");
  answer_above("Second.");
  const auto refused = take("south", south, "", before);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.problem().key, "common-changed");
}

TEST_F(Units, whoever_was_slower_gets_the_other_text_to_choose_from) {
  answer_above("Common for two.");
  ASSERT_TRUE(take("north", north, "First").has_value());
  const auto workspace = of("lead", north);
  ASSERT_TRUE(take("lead", north, "Second").has_value());
  returns::TakeCommonAnswer late;
  late.unit = north;
  late.requirement = question;
  late.base_version = workspace.common.answers.at(question).confirmed.version;
  late.common_version = workspace.above.at(question).version;
  late.level = 2;
  late.here.describes = "Third";
  late.at = Instant(std::chrono::sys_days{region::today});
  const auto outcome = region::as(
      "north", [&](postgres::AgencyTx& tx) { return returns::take_common_answer(tx, late); });
  ASSERT_TRUE(outcome.has_value());
  ASSERT_FALSE(outcome->saved());
  EXPECT_EQ(outcome->conflict->by, "lead");
  EXPECT_EQ(outcome->conflict->answer.texts.describes, "Common for two.\n\nSecond");
}

// The other agency answers one board, in its own form: there the words of a box are common.
class UnitsOfOneBoard : public Units {
 protected:
  static void SetUpTestSuite() {
    Units::SetUpTestSuite();
    static const bool once = [] {
      Raw gateway("gateway");
      pqxx::work work(gateway.connection());
      work.exec("select * from identity.enter(sha256('other lead'))");
      work.exec(
          "insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values"
          " (app.party(), '" +
          centre.text() + "', app.party(), 'Centre')");
      work.commit();
      Raw::superuser().run("update tenant.request set unit_id = '" + centre.text() +
                           "' where agency_id = '" + delivery_region::other_agency + "'");
      return true;
    }();
    static_cast<void>(once);
  }

  static void TearDownTestSuite() {
    Raw::superuser().run("update tenant.request set unit_id = null where agency_id = '" +
                         delivery_region::other_agency + "'");
  }

  inline static const UnitId centre{"a2000000-0000-4000-8000-0000000000c1"};
  inline static const UnitId whole{delivery_region::other_agency};

  static const frameworks::Box& box_for_words(const returns::Workspace& workspace) {
    for (const auto& section : workspace.boards.front().form->sections) {
      for (const auto& item : section.items) {
        for (const auto& box : item.boxes) {
          if (frameworks::holds_words(box)) return box;
        }
      }
      for (const auto& box : section.boxes) {
        if (frameworks::holds_words(box)) return box;
      }
    }
    throw std::runtime_error("the form has no box for words");
  }

  static void write_above(const std::string& words) {
    const auto workspace = of("other lead", whole);
    const auto& board = workspace.boards.front();
    const auto& box = box_for_words(workspace);
    const auto kept = board.common_texts.find(box.box_no);
    const returns::SaveCommonText command{
        whole,
        board.board.board,
        board.form->ref.code,
        box.box_no,
        kept == board.common_texts.end() ? 0 : kept->second.version,
        words,
        Instant(std::chrono::sys_days{region::today})};
    const auto saved = region::as("other lead", [&](postgres::AgencyTx& tx) {
      return returns::save_common_text(tx, command);
    });
    ASSERT_TRUE(saved.has_value()) << saved.problem().detail;
  }

  static returns::FormBox form_box(const returns::Workspace& workspace) {
    const auto& wanted = box_for_words(workspace);
    for (const auto& section : returns::own_form(workspace, workspace.boards.front())) {
      for (const auto& box : section.boxes) {
        if (box.box->box_no == wanted.box_no) return box;
      }
      for (const auto& item : section.items) {
        for (const auto& box : item.boxes) {
          if (box.box->box_no == wanted.box_no) return box;
        }
      }
    }
    throw std::runtime_error("the box is not in its form");
  }

  static void take_text(const std::string& here) {
    const auto workspace = of("other lead", centre);
    const auto box = form_box(workspace);
    const returns::TakeCommonText command{workspace.boards.front().request,
                                          box.box->box_no,
                                          box.version,
                                          box.above->version,
                                          here,
                                          Instant(std::chrono::sys_days{region::today})};
    const auto taken = region::as("other lead", [&](postgres::AgencyTx& tx) {
      return returns::take_common_text(tx, command, region::today);
    });
    ASSERT_TRUE(taken.has_value()) << taken.problem().detail;
  }
};

TEST_F(UnitsOfOneBoard, take_over_the_words_of_a_box_and_see_when_they_change) {
  write_above("Common words.");
  auto workspace = of("other lead", centre);
  ASSERT_NE(form_box(workspace).above, nullptr);
  EXPECT_TRUE(form_box(workspace).written.text.empty());
  take_text("Here also on Sundays.");
  workspace = of("other lead", centre);
  EXPECT_EQ(form_box(workspace).written.text, "Common words.\n\nHere also on Sundays.");
  EXPECT_FALSE(form_box(workspace).inherited->changed);
  write_above("Other common words.");
  workspace = of("other lead", centre);
  EXPECT_EQ(form_box(workspace).written.text, "Common words.\n\nHere also on Sundays.");
  EXPECT_TRUE(form_box(workspace).inherited->changed);
  EXPECT_EQ(form_box(workspace).inherited->taken, "Common words.");
  EXPECT_TRUE(workspace.boards.front().side.direct.begin()->second.confirmed.superseded);
  returns::SaveBox own;
  own.request = workspace.boards.front().request;
  own.kind = returns::BoxKind::direct;
  own.key = form_box(workspace).box->box_no;
  own.base_version = form_box(workspace).version;
  own.text = "Our own words.";
  ASSERT_TRUE(region::as("other lead", [&](postgres::AgencyTx& tx) {
                return returns::save_box(tx, own, region::today);
              }).has_value());
  workspace = of("other lead", centre);
  EXPECT_EQ(form_box(workspace).inherited, nullptr);
  EXPECT_EQ(form_box(workspace).written.text, "Our own words.");
}

TEST_F(Units, the_trust_sees_its_own_page_of_what_is_common_only_when_it_asks_for_it) {
  const auto workspace = of("lead", north);
  EXPECT_EQ(workspace.units.size(), 3U);
  const auto foreign = region::as("north", [](postgres::AgencyTx& tx) {
    return returns::load_workspace(tx, south, region::today);
  });
  EXPECT_EQ(foreign.problem().code, ProblemCode::not_found);
}

TEST_F(Units, the_database_holds_a_session_of_a_centre_to_its_centre) {
  answer_above("For everybody.");
  ASSERT_TRUE(take("south", south, "South only").has_value());
  Raw gateway("gateway");
  const auto as_north = [&](const std::string& sql) {
    pqxx::work work(gateway.connection());
    work.exec("select * from identity.enter(sha256('north'))");
    return work.exec(sql);
  };
  const auto units_in = [&](const std::string& table) {
    std::vector<std::string> units;
    for (const auto row : as_north("select distinct unit_id from tenant." + table)) {
      units.emplace_back(row[0].c_str());
    }
    return units;
  };
  EXPECT_THAT(units_in("answer"), ::testing::Each(::testing::AnyOf(north.text(), trust.text())));
  EXPECT_THAT(units_in("answer_text"), ::testing::UnorderedElementsAre(north.text(), trust.text()));
  EXPECT_THAT(units_in("commitment"),
              ::testing::Each(::testing::AnyOf(north.text(), trust.text())));
  EXPECT_EQ(
      as_north("update tenant.commitment set state = 'done' where unit_id = '" + trust.text() + "'")
          .affected_rows(),
      0U);
  for (const std::string table : {"inherited_answer", "board_answer", "board_box", "submission",
                                  "request", "assignment", "remark"}) {
    EXPECT_THAT(units_in(table), ::testing::Each(north.text())) << table;
  }
  EXPECT_EQ(as_north("update tenant.answer set level = 0 where unit_id <> '" + north.text() + "'")
                .affected_rows(),
            0U);
  const auto planted = [&](const std::string& unit) {
    return gateway.refusal({"select * from identity.enter(sha256('north'))",
                            "insert into tenant.answer (tenant_id, unit_id, requirement_code,"
                            " saved_by) values (app.party(), '" +
                                unit + "', 'C1.2', app.person())",
                            "select 1 / 0"});
  };
  EXPECT_EQ(planted(south.text()), "42501");
  EXPECT_EQ(planted(trust.text()), "42501");
  EXPECT_EQ(planted(north.text()), "22012");
  EXPECT_EQ(gateway.refusal({"select * from identity.enter(sha256('north'))",
                             "insert into tenant.unit (tenant_id, parent_unit_id, name) values"
                             " (app.party(), app.party(), 'Planted')"}),
            "42501");
}

// The framework's C1.1 has several parts; which does not matter here.
TEST_F(Units, parts_are_taken_over_at_the_same_level_and_a_change_of_them_is_shown) {
  const auto facets =
      Raw::superuser().all("select facet_code from catalogue.facet where requirement_code = '" +
                           question + "' order by 1");
  ASSERT_GE(facets.size(), 2U);
  const auto above = [&](int first) {
    auto command = region::answer_to(of("lead", trust), question);
    command.unit = trust;
    command.level = 2;
    command.texts = {"In parts", "We know", ""};
    command.parts = {{facets[0], {first, first}}, {facets[1], {2, 2}}};
    return region::save("lead", command).version;
  };
  const auto parts_of = [&](const UnitId& unit) {
    return of("lead", unit).common.answers.at(question).parts;
  };
  above(3);
  ASSERT_TRUE(take("north", north, "").has_value());
  EXPECT_EQ(parts_of(north).at(facets[0]), (frameworks::LevelRange{3, 3}));
  EXPECT_EQ(Raw::superuser().one("select parts ->> '" + facets[0] +
                                 "' from tenant.answer_version where unit_id = '" + north.text() +
                                 "' and requirement_code = '" + question +
                                 "' order by version desc limit 1"),
            "[3, 3]");
  EXPECT_FALSE(of("north", north).inherited.at(question).changed);
  above(4);
  const auto changed = of("north", north);
  EXPECT_TRUE(changed.inherited.at(question).changed) << "only a part is another";
  EXPECT_EQ(changed.inherited.at(question).taken_parts.at(facets[0]).low, 3);
  EXPECT_EQ(parts_of(north).at(facets[0]).low, 3) << "nothing above reaches it unseen";
  ASSERT_TRUE(take("north", north, "").has_value());
  EXPECT_EQ(parts_of(north).at(facets[0]).low, 4);
}

}  // namespace
}  // namespace onereturn::testing
