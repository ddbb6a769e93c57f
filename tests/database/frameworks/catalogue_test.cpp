#include <gmock/gmock.h>

#include "domain/frameworks/catalogue_store.hpp"
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
