#include "domain/agency_register/register_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::agency_register {
namespace {

using Fields = std::vector<std::string>;

template <class Form>
Fields fields_of(Form form) {
  Fields fields;
  for (const auto& error : tidy(form).fields)
    fields.push_back(error.field);
  return fields;
}

const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}};

const std::vector<EntryType>& types() {
  static const std::vector<EntryType> all = {{"school", "School", {}},
                                             {"own_circus", "Circus", {}}};
  return all;
}

Fields entry_fields(WriteEntry entry) {
  Fields fields;
  for (const auto& error : tidy(entry, types(), today).fields)
    fields.push_back(error.field);
  return fields;
}

TEST(RegisterEntry, needs_a_name_and_a_kind) {
  EXPECT_EQ(entry_fields(WriteEntry{"", "Fern Lane School", "school", ""}), Fields{});
  EXPECT_EQ(entry_fields(WriteEntry{"", " ", "", ""}), (Fields{"name", "type"}));
  EXPECT_EQ(entry_fields(WriteEntry{"x", "Fern Lane School", "castle", std::string(65, 'x')}),
            (Fields{"organisation", "type", "own_ref"}));
}

TEST(RegisterEntry, says_what_is_wrong_with_each_of_its_fields) {
  WriteEntry entry{"", "Fern Lane School", "own_circus", ""};
  entry.parent = "above";
  entry.months = "0";
  entry.completed_on = parse_date("2027-03-17");
  entry.notes = std::string(10'001, 'n');
  EXPECT_EQ(entry_fields(entry), (Fields{"parent", "months", "completed", "notes"}));
  entry.parent.clear();
  entry.completed_on = today;
  entry.notes = std::string(10'000, 'n');
  for (const auto* months : {"", "1", "120", " 36 "}) {
    entry.months = months;
    EXPECT_EQ(entry_fields(entry), Fields{}) << months;
  }
  for (const auto* months : {"121", "-1", "two", "1.5", "99999999999"}) {
    entry.months = months;
    EXPECT_EQ(entry_fields(entry), Fields{"months"}) << months;
  }
}

TEST(NextDue, is_the_same_day_or_the_last_of_its_month) {
  struct Case {
    const char* last;
    int months;
    const char* due;
  };
  for (const auto& each : std::vector<Case>{{"2025-04-30", 24, "2027-04-30"},
                                            {"2024-02-29", 24, "2026-02-28"},
                                            {"2024-02-29", 48, "2028-02-29"},
                                            {"2024-02-29", 12, "2025-02-28"},
                                            {"2023-02-28", 12, "2024-02-28"},
                                            {"2027-01-31", 1, "2027-02-28"},
                                            {"2027-08-31", 6, "2028-02-29"},
                                            {"2027-12-31", 2, "2028-02-29"},
                                            {"2026-10-25", 1, "2026-11-25"},
                                            {"2027-03-31", 120, "2037-03-31"}}) {
    EXPECT_EQ(to_iso(next_due(*parse_date(each.last), each.months)), each.due) << each.last;
  }
}

TEST(NextDue, is_two_years_unless_the_kind_or_the_organisation_says_otherwise) {
  EXPECT_EQ(months_between(std::nullopt, std::nullopt), 24);
  EXPECT_EQ(months_between(std::nullopt, 36), 36);
  EXPECT_EQ(months_between(12, 36), 12);
}

TEST(NextDue, comes_later_the_later_it_was_done_and_never_skips_a_month) {
  const std::chrono::sys_days first = std::chrono::year{2023} / 1 / 1;
  auto before = next_due(Date{first}, 24);
  for (int day = 1; day < 3 * 366; ++day) {
    const Date last{first + std::chrono::days{day}};
    const auto due = next_due(last, 24);
    ASSERT_TRUE(due.ok());
    EXPECT_GE(due, before);
    EXPECT_EQ(due.month(), last.month()) << to_iso(last);
    before = due;
  }
}

TEST(Closing, is_on_a_day_between_its_first_and_today) {
  RegisterEntry entry;
  entry.from_on = *parse_date("2026-01-10");
  const auto fault = [&](const char* day) {
    CloseEntry close{parse_date(day), " moved \r\n away "};
    const auto fields = tidy(close, entry, today).fields;
    return fields.empty() ? std::string() : fields.front().field;
  };
  EXPECT_EQ(fault("2027-03-16"), "");
  EXPECT_EQ(fault("2026-01-10"), "");
  EXPECT_EQ(fault("2026-01-09"), "closed");
  EXPECT_EQ(fault("2027-03-17"), "closed");
  EXPECT_EQ(fault("2027-02-29"), "closed") << "no such day";
}

TEST(Splitting, needs_names_each_of_which_stands_once) {
  const auto fault = [](std::vector<std::string> names) {
    std::string reason;
    const auto fields = tidy(names, reason).fields;
    return fields.empty() ? std::string() : fields.front().message;
  };
  EXPECT_EQ(fault({"North", "", "  South "}), "");
  EXPECT_EQ(fault({"", "  "}), "Enter the name of at least one part");
  EXPECT_EQ(fault({"North", " North "}), "Name each part once");
  EXPECT_EQ(fault({std::string(301, 'n')}), "Use 300 characters or fewer for a name");
  std::vector<std::string> many;
  for (int at = 0; at < 21; ++at)
    many.push_back("Part " + std::to_string(at));
  EXPECT_EQ(fault(many), "Enter 20 names or fewer at a time");
}

TEST(Standing, under_another_makes_no_circle_and_three_levels_at_most) {
  std::vector<EntryId> ids;
  for (int at = 0; at < 5; ++at)
    ids.push_back(EntryId::random());
  const Parents chain{{ids[1], ids[0]}, {ids[2], ids[1]}};  // 2 under 1 under 0
  EXPECT_TRUE(stands_under(chain, ids[2], ids[0]));
  EXPECT_TRUE(stands_under(chain, ids[0], ids[0]));
  EXPECT_FALSE(stands_under(chain, ids[0], ids[2]));
  EXPECT_EQ(levels_with(chain, ids[1], std::nullopt), 3);
  EXPECT_EQ(levels_with(chain, ids[2], std::nullopt), 4);
  EXPECT_EQ(levels_with(chain, ids[4], ids[1]), 3) << "1 brings 2 along";
  const Parents circle{{ids[0], ids[1]}, {ids[1], ids[0]}};
  EXPECT_TRUE(stands_under(circle, ids[0], ids[4])) << "a circle ends";
  EXPECT_GT(levels_with(circle, ids[0], std::nullopt), levels_max);
}

TEST(Kinds, that_a_board_adds_have_a_code_of_their_own) {
  EXPECT_EQ(code_for("Riding school", types()), "own_riding_school");
  EXPECT_EQ(code_for("Circus!", types()), "own_circus_2");
  EXPECT_EQ(code_for("\u00c9cole", types()), "own_cole");
  EXPECT_EQ(code_for("\u4e2d", types()), "own_kind");
  EXPECT_LE(code_for(std::string(100, 'x'), types()).size(), 64U);
}

TEST(Kinds, are_named_once) {
  const auto fields = [](WriteType type) {
    Fields found;
    for (const auto& error : tidy(type, types()).fields)
      found.push_back(error.field);
    return found;
  };
  EXPECT_EQ(fields({"", "Circus", "", false}), Fields{"words"});
  EXPECT_EQ(fields({"own_circus", "Circus", "18", false}), Fields{});
  EXPECT_EQ(fields({"", " ", "x", false}), (Fields{"words", "months"}));
}

TEST(Contact, needs_a_name_and_an_address_that_may_be_one) {
  EXPECT_EQ(fields_of(WriteContact{"A. Name", "", "a@school.example"}), Fields{});
  EXPECT_EQ(fields_of(WriteContact{"", "", ""}), (Fields{"contact_name", "contact_email"}));
  for (const auto* bad : {"a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b,c@d", "a;b@c"}) {
    EXPECT_EQ(fields_of(WriteContact{"A. Name", "", bad}), Fields{"contact_email"}) << bad;
  }
  WriteContact folded{"A. Name", "", "a@b.example\r\nBcc: c@d.example"};
  EXPECT_EQ(fields_of(folded), Fields{"contact_email"});
}

TEST(DirectoryNumber, is_read_however_it_is_typed) {
  DirectoryNumber number{"ods", " rx 7 "};
  EXPECT_TRUE(tidy(number).fields.empty());
  EXPECT_EQ(number.number, "RX7");
  EXPECT_EQ(fields_of(DirectoryNumber{"urn", ""}), Fields{"number"});
  EXPECT_EQ(fields_of(DirectoryNumber{"urn", "12'; --"}), Fields{"number"});
  EXPECT_EQ(fields_of(DirectoryNumber{"name", "1"}), Fields{"number"});
}

TEST(Reasons, are_tidied_by_themselves) {
  std::string reason = "  They joined.  ";
  EXPECT_TRUE(tidy_reason(reason).fields.empty());
  EXPECT_EQ(reason, "They joined.");
  reason = std::string(10001, 'x');
  ASSERT_EQ(tidy_reason(reason).fields.size(), 1U);
  EXPECT_EQ(tidy_reason(reason).fields.front().field, "reason");
}

}  // namespace
}  // namespace onereturn::agency_register
