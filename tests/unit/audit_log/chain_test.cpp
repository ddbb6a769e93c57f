#include <gmock/gmock.h>

#include "base/hex.hpp"
#include "domain/audit_log/anchor_format.hpp"
#include "domain/audit_log/chain_rules.hpp"
#include "platform/crypto/digest.hpp"

namespace onereturn::audit_log {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TrailEntry an_entry() {
  TrailEntry entry;
  entry.party = PartyId{"a0000000-0000-4000-8000-000000000001"};
  entry.number = 4711;
  entry.at = "2027-03-16T10:04:00.123456Z";
  entry.person = "d0000000-0000-4000-8000-000000000001";
  entry.role = "lead";
  entry.what = "answer.saved";
  entry.subject_kind = "answer";
  entry.subject_ref = "C1";
  entry.facts = R"({"detail": "version 2"})";
  return entry;
}

TEST(LinkText, is_byte_for_byte_what_the_format_says) {
  EXPECT_EQ(link_text({}, an_entry()),
            "onereturn.trail/1\n"
            "before 0000000000000000000000000000000000000000000000000000000000000000\n"
            "link 1\n"
            "party a0000000-0000-4000-8000-000000000001\n"
            "entry 4711\n"
            "at 2027-03-16T10:04:00.123456Z\n"
            "person d0000000-0000-4000-8000-000000000001\n"
            "role lead\n"
            "job\n"
            "what answer.saved\n"
            "subject_kind answer\n"
            "subject_ref C1\n"
            "facts {\"detail\": \"version 2\"}\n"
            "payload\n"
            "request\n");
}

// sha256sum of the text above.
TEST(Link, has_the_hash_that_sha256sum_gives) {
  const auto head = link({}, an_entry(), crypto::sha256);
  EXPECT_EQ(head.count, 1);
  EXPECT_EQ(to_hex(head.hash), "b9b11d47238e888f8b3b0ae47f7f9a37c60b7b2f541b454bbe2aed122607a30b");
}

// Entries from before it was kept have none, and their links are what they were.
TEST(LinkText, has_business_time_behind_the_databases_under_another_name) {
  auto entry = an_entry();
  entry.business_at = "2027-03-16T09:00:00.000001Z";
  const auto text = link_text({}, entry);
  EXPECT_THAT(text, ::testing::StartsWith("onereturn.trail/2\nbefore "));
  EXPECT_THAT(text, HasSubstr("at 2027-03-16T10:04:00.123456Z\n"
                              "business_at 2027-03-16T09:00:00.000001Z\n"
                              "person "));
  EXPECT_THAT(link_text({}, an_entry()), ::testing::Not(HasSubstr("business_at")));
  EXPECT_NE(link({}, entry, crypto::sha256).hash, link({}, an_entry(), crypto::sha256).hash);
}

TEST(LinkText, tells_nothing_from_an_empty_value) {
  auto entry = an_entry();
  entry.request = "";
  EXPECT_THAT(link_text({}, entry), HasSubstr("request \n"));
}

TEST(LinkText, has_no_value_that_could_end_its_line) {
  auto entry = an_entry();
  entry.subject_ref = "C1\nfacts {}\\\r";
  EXPECT_THAT(link_text({}, entry), HasSubstr("subject_ref C1\\nfacts {}\\\\\\r\nfacts {\"d"));
}

TEST(Link, depends_on_the_one_before) {
  const ChainHead other{0, std::string(32, 'x')};
  EXPECT_NE(link({}, an_entry(), crypto::sha256).hash,
            link(other, an_entry(), crypto::sha256).hash);
}

TEST(LookAtPayload, knows_what_was_kept_erased_and_changed) {
  auto entry = an_entry();
  EXPECT_EQ(look_at_payload(entry, crypto::sha256), Payload::none);
  entry.payload = "Somebody";
  EXPECT_EQ(look_at_payload(entry, crypto::sha256), Payload::changed) << "nothing was sealed";
  entry.payload_salt = std::string(16, 's');
  entry.payload_digest = crypto::sha256(std::string(16, 's') + "Somebody");
  EXPECT_EQ(look_at_payload(entry, crypto::sha256), Payload::kept);
  entry.payload = "Somebody else";
  EXPECT_EQ(look_at_payload(entry, crypto::sha256), Payload::changed);
  entry.payload.reset();
  EXPECT_EQ(look_at_payload(entry, crypto::sha256), Payload::changed) << "the salt goes as well";
  entry.payload_salt.reset();
  EXPECT_EQ(look_at_payload(entry, crypto::sha256), Payload::erased);
}

const std::vector<AnchoredHead> heads = {
    {PartyId{"a0000000-0000-4000-8000-000000000001"}, {17, std::string(32, 'h')}}};

TEST(Anchors, are_read_as_they_were_written) {
  const auto line = next_line("", "2027-03-16T10:05:00.000000Z", heads, crypto::sha256);
  EXPECT_EQ(line,
            R"({"format":"onereturn.anchor/1","number":1,"at":"2027-03-16T10:05:00.000000Z",)"
            R"("before":"0000000000000000000000000000000000000000000000000000000000000000",)"
            R"("heads":[{"party":"a0000000-0000-4000-8000-000000000001","links":17,)"
            R"("head":"6868686868686868686868686868686868686868686868686868686868686868"}]})");
  const auto read = read_anchor(line);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->heads, heads);
}

TEST(Anchors, name_the_line_before) {
  const auto one = next_line("", "now", heads, crypto::sha256);
  const auto two = next_line(one, "now", heads, crypto::sha256);
  EXPECT_THAT(two, HasSubstr(to_hex(crypto::sha256(one))));
  AnchorReader whole(crypto::sha256);
  whole.read(one);
  whole.read(two);
  EXPECT_THAT(whole.faults(), IsEmpty());
  AnchorReader without_first(crypto::sha256);
  without_first.read(two);
  EXPECT_THAT(without_first.faults(), ElementsAre(HasSubstr("Anchor 1 does not follow")));
}

TEST(Anchors, that_are_none_are_refused) {
  for (const std::string line :
       {"", "{}", "[]", "null", R"({"format":"onereturn.anchor/2"})",
        R"({"format":"onereturn.anchor/1","number":1,"at":"x","before":"00","heads":[]})"}) {
    EXPECT_FALSE(read_anchor(line).has_value()) << line;
  }
  auto line = next_line("", "now", heads, crypto::sha256);
  line.replace(line.find("\"links\":17"), 10, "\"links\":-1");
  EXPECT_FALSE(read_anchor(line).has_value());
}

}  // namespace
}  // namespace onereturn::audit_log
