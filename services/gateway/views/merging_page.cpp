#include "gateway/views/merging_page.hpp"

#include "base/date.hpp"
#include "domain/tenancy/merging_rules.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using tenancy::Merge;
using tenancy::RoomCounts;
using tenancy::RoomSide;

Data count_row(const char* what, int staying, int going) {
  return Data::object().set("what", what).set("staying", staying).set("going", going);
}

Data count_rows(const RoomCounts& staying, const RoomCounts& going) {
  return Data::list()
      .push(count_row("Answers", staying.answers, going.answers))
      .push(count_row("Pieces of evidence", staying.evidence, going.evidence))
      .push(count_row("Actions that you undertook", staying.commitments, going.commitments))
      .push(count_row("Sites", staying.units, going.units))
      .push(count_row("People", staying.colleagues, going.colleagues))
      .push(count_row("Boards joined", staying.boards, going.boards))
      .push(count_row("Returns still asked for", staying.requests, going.requests))
      .push(count_row("Times something was sent", staying.submissions, going.submissions));
}

std::string agreed_words(const RoomSide& side) {
  if (!side.agreed_at) return "The lead of " + side.name + " has not agreed yet.";
  return side.agreed_by + " agreed for " + side.name + " on " +
         to_words(day_in_england(*side.agreed_at)) + ".";
}

std::string both_words(std::size_t both) {
  if (both == 0) return {};
  return capital(number_word(static_cast<int>(both))) +
         (both == 1 ? " question is answered in both rooms."
                    : " questions are answered in both rooms.");
}

std::string shared_words(int boards) {
  if (boards == 0) return {};
  return (boards == 1
              ? std::string("One board has both rooms in its register. Both its entries stay, "
                            "and each return that it asked for stays asked for.")
              : capital(number_word(boards)) +
                    " boards have both rooms in their registers. Both entries stay, and "
                    "each return that they asked for stays asked for.");
}

Data open_merge(const Merge& merge, const QuestionName& name_of) {
  const auto both = tenancy::answered_by_both(merge);
  auto questions = Data::list();
  for (const auto& code : both)
    questions.push(Data::object().set("name", name_of(code)));
  const auto action = "/merge/" + merge.id.text();
  const bool last = (merge.stays ? merge.going : merge.staying).agreed_at.has_value();
  return Data::object()
      .set("staying", merge.staying.name)
      .set("going", merge.going.name)
      .set("same_names", merge.staying.name == merge.going.name)
      .set("this_one", merge.stays ? "Your room stays." : "Your room goes.")
      .set("proposed", merge.proposed_by + " proposed it on " +
                           to_words(day_in_england(merge.proposed_at)) + ".")
      .set("rows", count_rows(merge.staying.counts, merge.going.counts))
      .set("both", Data::text_or_no(both_words(both.size())))
      .set("questions", std::move(questions))
      .set("shared", Data::text_or_no(shared_words(merge.shared_boards)))
      .set("staying_agreed", agreed_words(merge.staying))
      .set("going_agreed", agreed_words(merge.going))
      .set("may_agree", !tenancy::has_agreed(merge))
      .set("button", last ? "Agree, and merge the two rooms now" : "Agree to this")
      .set("last", last)
      .set("agree_action", action + "/agree")
      .set("withdraw_action", action + "/withdraw");
}

Data merged_rows(const std::vector<tenancy::MergedRoom>& merged) {
  auto rows = Data::list();
  for (const auto& room : merged) {
    rows.push(Data::object()
                  .set("name", room.name)
                  .set("at", to_words(day_in_england(room.at)))
                  .set("by", joined(room.agreed_by)));
  }
  return rows;
}

}  // namespace

Data merging_page(const tenancy::Merging& merging, const std::string& own_room,
                  const TypedCode& typed, const std::vector<PageError>& errors,
                  const QuestionName& name_of) {
  Data code_until;
  if (merging.code_until) code_until = Data(to_words_with_time(*merging.code_until));
  return Data::object()
      .set("title", merging.merge ? "Two rooms become one" : "Merge two rooms")
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("own_room", own_room)
      .set("merge", merging.merge ? open_merge(*merging.merge, name_of) : Data())
      .set("none", !merging.merge)
      .set("code_until", std::move(code_until))
      .set("code", typed.code)
      .set("code_error", error_of(errors, "code"))
      .set("this_stays", typed.this_stays)
      .set("any_merged", !merging.merged.empty())
      .set("merged", merged_rows(merging.merged));
}

}  // namespace onereturn::gateway::views
