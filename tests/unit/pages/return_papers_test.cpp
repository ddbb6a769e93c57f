// What can be had of a return on paper: each row says how it stands, and what may be asked or
// taken.

#include "gateway/views/return_papers.hpp"

#include <gtest/gtest.h>

#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using reports::FileState;
using reports::Format;
using reports::PapersOfReturn;
using reports::ReturnPaperKind;
using testing::has;

const std::string hostile = "<script>alert('x')</script>";

PapersOfReturn papers() {
  PapersOfReturn all;
  all.subject.title = "Section 11 " + hostile;
  all.subject.agency = "Police";
  all.subject.board_name = "Westmarch";
  all.subject.version = all.subject.stands = 1;
  return all;
}

void add(PapersOfReturn& all, ReturnPaperKind kind, Format format, FileState state,
         bool current = true) {
  reports::ReturnPaperFile one;
  one.paper = {kind, false, format};
  one.file.id = reports::FileId::random();
  one.file.format = format;
  one.file.state = state;
  one.file.current = current;
  if (state == FileState::ready) {
    one.file.size_bytes = 1'450'000;
    one.file.sha256 = std::string(64, 'a');
  }
  if (state == FileState::failed) one.file.reason = "It stopped " + hostile;
  all.files.push_back(std::move(one));
}

std::string page(const PapersOfReturn& all,
                 ReturnPapersPlace place = {"/returns/x", "/returns/x", "The return", true}) {
  return testing::rendered_page("pages/return_papers", return_papers_page(all, place));
}

TEST(ReturnPapersPage, says_how_each_paper_stands) {
  auto all = papers();
  add(all, ReturnPaperKind::filled, Format::pdf, FileState::ready);
  add(all, ReturnPaperKind::filled, Format::docx, FileState::making);
  add(all, ReturnPaperKind::filled, Format::odt, FileState::failed);
  add(all, ReturnPaperKind::filled, Format::html, FileState::ready, false);
  const auto text = page(all);
  EXPECT_TRUE(has(text, "/returns/x/papers/" + all.files[0].file.id.text()));
  EXPECT_TRUE(has(text, "1.4 MB") && has(text, std::string(64, 'a')));
  EXPECT_TRUE(has(text, "Being made") && has(text, "data-waits") && has(text, "Look again"));
  EXPECT_TRUE(has(text, "Could not be made") && has(text, "Try again"));
  EXPECT_TRUE(has(text, "Ready, but the return, a name or the board’s look has changed since") &&
              has(text, "Make it anew"));
  EXPECT_FALSE(has(text, hostile)) << "what people wrote is text";
}

TEST(ReturnPapersPage, waits_for_nothing_where_nothing_is_being_made) {
  const auto text = page(papers());
  EXPECT_FALSE(has(text, "data-waits"));
  EXPECT_TRUE(has(text, "as soon as the board has acknowledged"));
  EXPECT_FALSE(has(text, "value=\"receipt\""));
}

TEST(ReturnPapersPage, waits_half_an_hour_and_not_longer) {
  auto all = papers();
  add(all, ReturnPaperKind::filled, Format::docx, FileState::making);
  ReturnPapersPlace place{"/returns/x", "/returns/x", "The return", true};
  place.now = all.files[0].file.asked_at + reports::given_up_after;
  const auto text = page(all, place);
  EXPECT_TRUE(has(text, "It never came") && has(text, "Try again"));
  EXPECT_FALSE(has(text, "data-waits") || has(text, "Being made"));
  place.now -= std::chrono::seconds{1};
  EXPECT_TRUE(has(page(all, place), "Being made"));
}

TEST(ReturnPapersPage, keeps_the_choice_of_sources_and_the_version) {
  auto all = papers();
  all.subject.version = 2;
  all.subject.stands = 3;
  all.subject.acknowledged = true;
  ReturnPapersPlace place{"/sent/x", "/sent", "Sent to boards"};
  place.with_sources = true;
  const auto text = page(all, place);
  EXPECT_TRUE(has(text, "name=\"sources\" value=\"yes\""));
  EXPECT_TRUE(has(text, "value=\"receipt\""));
  EXPECT_TRUE(has(text, "/sent/x/papers?version=3"));
  EXPECT_TRUE(has(text, "Below each answer a footnote"));
  EXPECT_EQ(papers_path("/sent/x", 0, true), "/sent/x/papers?sources=yes");
  EXPECT_EQ(papers_path("/sent/x", 2, false), "/sent/x/papers?version=2");
}

TEST(ReturnPapersPage, offers_tables_to_whoever_may_take_lists_along) {
  ReturnPapersPlace chair{"/returns/x", "/returns/x", "The return", true, false};
  const auto text = page(papers(), chair);
  EXPECT_TRUE(has(text, "A manager decides who may take tables along."));
  EXPECT_FALSE(has(text, "value=\"csv\""));
  EXPECT_TRUE(has(page(papers()), "value=\"csv\""));
}

TEST(ReturnPapersPage, offers_nothing_from_before_words_were_erased) {
  auto all = papers();
  all.subject.erased = 2;
  add(all, ReturnPaperKind::filled, Format::pdf, FileState::ready, false);
  all.files[0].before_erasure = true;
  add(all, ReturnPaperKind::filled, Format::odt, FileState::ready, false);
  const auto text = page(all);
  EXPECT_TRUE(has(text, all.files[1].file.id.text())) << "older than the look, not than the words";
  EXPECT_TRUE(has(text, "The words of 2 boxes have been taken out for good."));
  EXPECT_FALSE(has(text, all.files[0].file.id.text()));
  EXPECT_TRUE(has(text, "Make it anew"));
}

TEST(ReturnPapersPage, says_of_a_blank_form_that_the_boards_look_is_another) {
  auto all = papers();
  add(all, ReturnPaperKind::blank, Format::pdf, FileState::ready, false);
  const auto text = page(all);
  EXPECT_TRUE(has(text, "Ready, but the request, a name or the board’s look has changed since"));
  EXPECT_TRUE(has(text, all.files[0].file.id.text()) && has(text, "Make it anew"));
}

TEST(ReturnPapersPage, has_the_blank_form_before_anything_is_delivered) {
  auto all = papers();
  all.subject.version = all.subject.stands = 0;
  const auto text = page(all, {"/sent/x", "/sent", "Sent to boards"});
  EXPECT_TRUE(has(text, "nothing delivered yet") && has(text, "value=\"blank\""));
  EXPECT_FALSE(has(text, "value=\"filled\""));
}

}  // namespace
}  // namespace onereturn::gateway::views
