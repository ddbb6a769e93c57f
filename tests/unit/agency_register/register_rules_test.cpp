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

TEST(RegisterEntry, needs_a_name_and_a_kind) {
  EXPECT_EQ(fields_of(WriteEntry{"", "Fern Lane School", "school", ""}), Fields{});
  EXPECT_EQ(fields_of(WriteEntry{"", " ", "", ""}), (Fields{"name", "type"}));
  EXPECT_EQ(fields_of(WriteEntry{"x", "Fern Lane School", "castle", std::string(65, 'x')}),
            (Fields{"organisation", "type", "own_ref"}));
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

}  // namespace
}  // namespace onereturn::agency_register
