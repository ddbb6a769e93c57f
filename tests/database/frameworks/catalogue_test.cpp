#include <gmock/gmock.h>

#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/compare_forms_store.hpp"
#include "domain/frameworks/publish_catalogue.hpp"
#include "domain/frameworks/template_format.hpp"
#include "platform/crypto/digest.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::frameworks {
namespace {

namespace region = testing::delivery_region;

const VersionRef section11{"section11", 2};
const VersionRef lights{"eldervale-s11", 1};

class Catalogue : public ::testing::Test {
 protected:
  void SetUp() override { region::seed(); }

  template <class Load>
  static auto as_board(Load&& load) {
    return *region::gateway().as_board(region::session_of(region::lights().manager),
                                       [&](postgres::BoardTx& tx) { return Result(load(tx)); });
  }

  template <class Publish>
  static auto as_operator(Publish&& publish) {
    postgres::Database database(
        {.connection = testing::TestDatabase::instance().settings("operator")});
    return database.as_operator(publish);
  }
};

TEST_F(Catalogue, gives_back_what_was_published) {
  const auto form = as_board([](auto& tx) { return load_template(tx, lights); });
  ASSERT_NE(form, nullptr);
  const auto file = testing::read_text(std::string(ONERETURN_SOURCE_DIR) +
                                       "/schemas/content/templates/eldervale-s11-1.json");
  EXPECT_EQ(*form, *read_template(file));
  EXPECT_NE(as_board([](auto& tx) { return load_framework(tx, section11); }), nullptr);
}

TEST_F(Catalogue, reads_a_body_once_for_the_whole_process) {
  const auto first = as_board([](auto& tx) { return load_template(tx, lights); });
  const auto second = as_board([](auto& tx) { return load_template(tx, lights); });
  EXPECT_EQ(first, second);
  const auto before = postgres::statements_on_this_thread();
  as_board([](auto& tx) { return load_template(tx, lights); });
  // To enter, and nothing else.
  EXPECT_EQ(postgres::statements_on_this_thread() - before, 1U);
}

TEST_F(Catalogue, has_nothing_of_an_unknown_version) {
  EXPECT_EQ(as_board([](auto& tx) { return load_template(tx, {"eldervale-s11", 9}); }), nullptr);
  EXPECT_EQ(as_board([](auto& tx) { return load_framework(tx, {"section12", 1}); }), nullptr);
  EXPECT_EQ(as_board([](auto& tx) { return load_mapping(tx, lights, section11, 9); }), nullptr);
}

TEST_F(Catalogue, fills_through_live_mappings_only) {
  EXPECT_NE(as_board([](auto& tx) { return load_mapping(tx, lights, section11); }), nullptr);
  auto owner = testing::Raw::superuser();
  owner.run(
      "update catalogue.mapping_version set status = 'stale'"
      " where template_code = 'eldervale-s11'");
  EXPECT_EQ(as_board([](auto& tx) { return load_mapping(tx, lights, section11); }), nullptr);
  // What was signed with it prints as it was.
  EXPECT_NE(as_board([](auto& tx) { return load_mapping(tx, lights, section11, 1); }), nullptr);
  owner.run(
      "update catalogue.mapping_version set status = 'live'"
      " where template_code = 'eldervale-s11'");
}

TEST_F(Catalogue, takes_the_same_content_again_and_refuses_another_under_the_same_version) {
  const auto form = as_board([](auto& tx) { return load_template(tx, lights); });
  const auto again = as_operator([&](postgres::OperatorTx& tx) {
    return publish_template(tx, *form, BoardId(region::lights().party), crypto::sha256);
  });
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, Published::before);
  auto other = *form;
  other.name = "Another name";
  const auto refused = as_operator([&](postgres::OperatorTx& tx) {
    return publish_template(tx, other, BoardId(region::lights().party), crypto::sha256);
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().key, "already-published");
}

std::vector<std::string> codes_of(const FormsSideBySide& all) {
  std::vector<std::string> codes;
  for (const auto& form : all.forms)
    codes.push_back(form.form->ref.code);
  return codes;
}

TEST_F(Catalogue, lays_a_boards_own_form_before_the_published_others_in_three_statements) {
  const auto look = [](auto& tx) { return *compare_forms(tx, "section11"); };
  const auto all = as_board(look);
  EXPECT_EQ(codes_of(all).front(), "eldervale-s11");
  EXPECT_TRUE(all.forms.front().own);
  EXPECT_GT(all.forms.size(), 1U);
  for (std::size_t at = 1; at < all.forms.size(); ++at)
    EXPECT_FALSE(all.forms[at].own);
  EXPECT_NE(all.forms.front().mapping, nullptr);
  EXPECT_TRUE(all.forms.front().published_on);
  as_board([](auto& tx) {
    const auto before = postgres::statements_on_this_thread();
    const auto again = compare_forms(tx, "section11");
    EXPECT_EQ(postgres::statements_on_this_thread() - before, 3);
    return again.has_value();
  });
}

TEST_F(Catalogue, shows_a_form_that_is_not_public_to_its_owner_alone) {
  const auto look = [](auto& tx) { return codes_of(*compare_forms(tx, "section11")); };
  auto owner = testing::Raw::superuser();
  const auto others = as_board(look);
  ASSERT_GT(others.size(), 1U);
  owner.run("update catalogue.template_version set audience = 'owner'");
  EXPECT_THAT(as_board(look), ::testing::ElementsAre("eldervale-s11"));
  owner.run("update catalogue.template_version set audience = 'public'");
  EXPECT_EQ(as_board(look), others);
}

TEST_F(Catalogue, lays_nothing_beside_a_framework_that_nobody_has) {
  EXPECT_FALSE(as_board([](auto& tx) { return compare_forms(tx, "nothing").has_value(); }));
}

TEST_F(Catalogue, publishes_no_mapping_that_is_a_draft) {
  auto draft = *as_board([](auto& tx) { return load_mapping(tx, lights, section11, 1); });
  draft.version = 2;
  draft.items.begin()->second.status = MappingStatus::draft;
  const auto refused = as_operator(
      [&](postgres::OperatorTx& tx) { return publish_mapping(tx, draft, crypto::sha256); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().key, "mapping-not-live");
}

}  // namespace
}  // namespace onereturn::frameworks
