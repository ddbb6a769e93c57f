#include "domain/agency_register/contacts_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::agency_register {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<ContactRole> roles{{"section11_lead", "Section 11 lead", "lead"}};

std::vector<std::string> wrong_in(WritePerson person) {
  std::vector<std::string> fields;
  for (const auto& field : tidy(person, roles).fields)
    fields.push_back(field.field);
  return fields;
}

TEST(Contact, is_a_person_with_an_address_and_a_role_that_there_is) {
  EXPECT_THAT(wrong_in({"section11_lead", "Siân", "", "sian@agency.example", ""}), IsEmpty());
  EXPECT_THAT(wrong_in({}), ElementsAre("role", "name", "email"));
  EXPECT_THAT(wrong_in({"king", "Siân", "", "sian@agency.example", ""}), ElementsAre("role"));
  EXPECT_THAT(wrong_in({"section11_lead", "Siân", "", "no address", ""}), ElementsAre("email"));
  EXPECT_THAT(wrong_in({"section11_lead", std::string(301, 'x'), std::string(301, 'x'),
                        "sian@agency.example", std::string(41, '1')}),
              ElementsAre("name", "position", "telephone"));
}

TEST(Contact, is_tidied_before_it_is_kept) {
  WritePerson person{"section11_lead", "  Siân \n Rees ", "", " sian@agency.example ", ""};
  EXPECT_THAT(tidy(person, roles).fields, IsEmpty());
  EXPECT_EQ(person.name, "Siân Rees");
  EXPECT_EQ(person.email, "sian@agency.example");
}

TEST(Contact, is_to_be_confirmed_once_for_each_return_that_is_asked_for) {
  const auto march = *parse_instant("2027-03-01T09:00:00Z");
  const auto april = *parse_instant("2027-04-01T09:00:00Z");
  EXPECT_FALSE(needs_confirming(std::nullopt, std::nullopt)) << "nothing was asked for";
  EXPECT_TRUE(needs_confirming(std::nullopt, march));
  EXPECT_TRUE(needs_confirming(march, april));
  EXPECT_FALSE(needs_confirming(april, march));
  EXPECT_FALSE(needs_confirming(march, march));
}

TEST(Contact, that_says_the_same_needs_no_correction) {
  Person person;
  person.role = "head";
  person.name = "Siân";
  person.email = "sian@agency.example";
  EXPECT_TRUE(says_the_same(person, {"head", "Siân", "", "sian@agency.example", ""}));
  EXPECT_FALSE(says_the_same(person, {"head", "Siân", "Head", "sian@agency.example", ""}));
}

}  // namespace
}  // namespace onereturn::agency_register
