// One table: what a guard asks about, and what it leaves alone. The names are invented.

#include "domain/evidence/child_words.hpp"

#include <gtest/gtest.h>

namespace onereturn::evidence {
namespace {

const Date today{std::chrono::year(2027), std::chrono::March, std::chrono::day(16)};

std::string asked(const std::string& words) {
  std::string text;
  for (const auto& kind : looks_like_a_child(words, today)) {
    text += (text.empty() ? "" : "; ") + kind;
  }
  return text;
}

struct Case {
  const char* words;
  const char* asked;
};

TEST(ChildWords, are_asked_about_by_shape_and_papers_are_left_alone) {
  const Case table[] = {
      {"Jamie_Samplen_12-03-2015.pdf", "a name and a date of birth"},
      {"Jamie-Samplen-2015-03-12.docx", "a name and a date of birth"},
      {"Case notes Jamie Samplen 3 March 2015", "a name and a date of birth"},
      {"jamie samplen dob 12.3.15.pdf", "a date of birth"},
      {"Jamie Samplen, LS1 4AP", "a name and a postcode"},
      {"Jamie Samplen SW1A2AA.txt", "a name and a postcode"},
      {"Referral for Jamie Samplen.pdf", "the name of a child in a case"},
      {"Re Siobhan O'Brannagh.docx", "the name of a child in a case"},
      {"EHCP Jamie Samplen.pdf", "the name of a child in a case"},
      {"NHS 943 476 5919.pdf", "an NHS number"},
      {"Safeguarding Policy 12-03-2025.pdf", ""},
      {"Training Record 2024-05-01.xlsx", ""},
      {"Child Protection Policy 2026.pdf", ""},
      {"Child Sexual Exploitation Strategy.pdf", ""},
      {"Minutes of the Governors Meeting 3 March 2026", ""},
      {"Letter from the Chair, LS1 4AP", ""},
      {"Supervision notes.docx", ""},
      {"Referral form.docx", ""},
      {"policy_v2-final.pdf", ""},
      {"Certificates of Alex Penhallow", ""},
      {"Certificate Alex Penhallow 1 May 1980.pdf", ""},
      {"", ""},
      {"....", ""},
      {"2015-03-12", ""},
  };
  for (const auto& each : table)
    EXPECT_EQ(asked(each.words), each.asked) << each.words;
}

TEST(ChildWords, survive_any_bytes) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string odd(3, static_cast<char>(byte));
    EXPECT_NO_THROW(asked(odd + " Jamie Samplen " + odd));
  }
  EXPECT_NO_THROW(asked(std::string(20'000, 'A')));
}

}  // namespace
}  // namespace onereturn::evidence
