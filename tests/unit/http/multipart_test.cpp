#include "platform/http/multipart.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::http {
namespace {

using ::testing::ElementsAre;

// Writes down what it is told: "name(file)=bytes;".
class Notes : public PartReceiver {
 public:
  void begin_part(const PartHead& head) override {
    text += head.name + (head.file_name ? "(" + *head.file_name + ")" : "") + "=";
  }
  void part_bytes(std::string_view bytes) override { text += bytes; }
  void end_part() override { text += ";"; }

  std::string text;
};

std::string part(const std::string& disposition, const std::string& body) {
  return "--XyZ\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + body + "\r\n";
}

const std::string end = "--XyZ--\r\n";

// What is read when the form arrives in pieces of that size; "refused" when it is malformed and
// "unfinished" when it stops early.
std::string read(const std::string& form, std::size_t piece) {
  Notes notes;
  MultipartReader reader{"XyZ", notes};
  for (std::size_t at = 0; at < form.size(); at += piece) {
    reader.take(std::string_view{form}.substr(at, piece));
  }
  if (reader.failed()) return "refused";
  return reader.complete() ? notes.text : "unfinished";
}

std::vector<std::string> however_it_arrives(const std::string& form) {
  std::vector<std::string> found;
  for (const std::size_t piece : {1U, 2U, 3U, 5U, 7U, 64U, 100'000U}) {
    const auto text = read(form, piece);
    if (found.empty() || found.back() != text) found.push_back(text);
  }
  return found;
}

TEST(Multipart, reads_fields_and_a_file) {
  const auto form = part("name=\"title\"", "Policy") +
                    part("name=\"file\"; filename=\"a b.pdf\"", "%PDF\r\n--Xy") + end;
  EXPECT_THAT(however_it_arrives(form.substr(0)),
              ElementsAre("title=Policy;file(a b.pdf)=%PDF\r\n--Xy;"))
      << "a line that begins like the boundary but goes on is no boundary";
}

struct Case {
  const char* name;
  std::string form;
  std::string read;
};

TEST(Multipart, reads_what_browsers_send_and_nothing_looser) {
  const std::string head = "--XyZ\r\nContent-Disposition: form-data; name=\"a\"";
  const std::vector<Case> cases{
      {"an empty field", part("name=\"a\"", "") + end, "a=;"},
      {"no file chosen", part("name=\"f\"; filename=\"\"", "") + end, "f()=;"},
      {"a form without parts", end, ""},
      {"bytes of every kind", part("name=\"a\"", std::string("\0\r\n\r\xff-", 6)) + end,
       "a=" + std::string("\0\r\n\r\xff-", 6) + ";"},
      {"quotes as browsers write them",
       part("name=\"f\"; filename=\"a%22b%0d%0Ac.pdf\"", "x") + end, "f(a\"b  c.pdf)=x;"},
      {"other percent signs", part("name=\"f\"; filename=\"50%20.pdf\"", "x") + end,
       "f(50%20.pdf)=x;"},
      {"another spelling of the head",
       "--XyZ\r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION: form-data; "
       "name=\"a\"\r\n\r\nx\r\n" +
           end,
       "a=x;"},
      {"curl's second name is left alone",
       part("name=\"f\"; filename=\"a.pdf\"; filename*=\"UTF-8''a.pdf\"", "x") + end,
       "f(a.pdf)=x;"},
      {"what follows the end", part("name=\"a\"", "x") + end + "trailing", "a=x;"},
      {"words before the first boundary", "Hello\r\n" + part("name=\"a\"", "x") + end, "refused"},
      {"another boundary", "--XyY\r\n\r\n", "refused"},
      {"no disposition", "--XyZ\r\nContent-Type: text/plain\r\n\r\nx\r\n" + end, "refused"},
      {"no head at all", "--XyZ\r\n\r\nx\r\n" + end, "refused"},
      {"no name", "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n" + end, "refused"},
      {"two names", part("name=\"a\"; name=\"b\"", "x") + end, "refused"},
      {"two dispositions",
       head + "\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx\r\n" + end, "refused"},
      {"an attachment", "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n" + end,
       "refused"},
      {"a name without quotes", part("name=a", "x") + end, "refused"},
      {"a quotation that does not end", part("name=\"a", "x") + end, "refused"},
      {"a folded line", head + "\r\n and more\r\n\r\nx\r\n" + end, "refused"},
      {"a transfer encoding", head + "\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n" + end,
       "refused"},
      {"a bare line feed", "--XyZ\nContent-Disposition: form-data; name=\"a\"\n\nx\n" + end,
       "refused"},
      {"a name that is not UTF-8", part("name=\"\xff\"", "x") + end, "refused"},
      {"a boundary that goes on", "--XyZx\r\n", "refused"},
      {"a head without end", head + std::string(5000, 'x'), "refused"},
      {"a form that stops", part("name=\"a\"", "x"), "unfinished"},
      {"a form that stops in its end", part("name=\"a\"", "x") + "--XyZ-", "unfinished"},
      {"nothing", "", "unfinished"},
  };
  for (const auto& each : cases) {
    EXPECT_THAT(however_it_arrives(each.form), ElementsAre(each.read)) << each.name;
  }
}

TEST(Multipart, refuses_more_parts_than_any_form_has) {
  std::string form;
  for (int at = 0; at < 201; ++at)
    form += part("name=\"a\"", "x");
  EXPECT_EQ(read(form + end, 1000), "refused");
}

TEST(Multipart, finds_the_boundary_in_the_type) {
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=----WebKit1"), "----WebKit1");
  EXPECT_EQ(multipart_boundary("Multipart/Form-Data; boundary=\"a b\""), std::nullopt);
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=\"ab\""), "ab");
  EXPECT_EQ(multipart_boundary("multipart/form-data"), std::nullopt);
  EXPECT_EQ(multipart_boundary("multipart/mixed; boundary=a"), std::nullopt);
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary="), std::nullopt);
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')),
            std::nullopt);
}

}  // namespace
}  // namespace onereturn::http
