#include "gateway/views/reviews.hpp"

#include <algorithm>
#include <set>

#include "domain/reviews/review_rules.hpp"
#include "gateway/views/as_written.hpp"
#include "gateway/views/due_field.hpp"
#include "gateway/views/rows_at_hand.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using reviews::Review;
using reviews::ReviewState;

bool is_running(const Review& review, Date today) {
  const auto state = reviews::state_of(review, today);
  return state == ReviewState::open || state == ReviewState::ahead;
}

Data state_data(const Review& review, Date today) {
  if (is_running(review, today) && !review.here) return status("amber", "at-risk", "Has left");
  switch (reviews::state_of(review, today)) {
    case ReviewState::ahead:
      return status("quiet", "none", "From " + to_words(review.from_on));
    case ReviewState::open:
      return status("act", "now", "Open until " + to_words(review.until_on));
    case ReviewState::over:
      return status("quiet", "none", "Over since " + to_words(review.until_on));
    case ReviewState::ended:
      break;
  }
  return status("amber", "at-risk", "Ended on " + to_words(day_in_england(*review.ended_at)));
}

std::string sent_words(const Review& review) {
  const auto sent = std::count_if(review.returns.begin(), review.returns.end(),
                                  [](const auto& one) { return one.sent_at.has_value(); });
  return std::to_string(sent) + " of " + std::to_string(review.returns.size());
}

std::string point_words(const frameworks::Template* form, const std::string& grade) {
  if (form == nullptr || !form->scale) return grade;
  for (const auto& point : form->scale->points) {
    if (point.code == grade) return point.label;
  }
  return grade;
}

std::string item_words(const frameworks::Template* form, const std::string& code) {
  if (code.empty()) return "The return as a whole";
  const auto* item = form == nullptr ? nullptr : reviews::item_of(*form, code);
  return item == nullptr ? code : numbered(item->number, item->wording);
}

Data line(const char* id, const std::string& value, const std::vector<PageError>& errors) {
  return Data::object().set("id", id).set("value", value).set("error", error_of(errors, id));
}

bool holds(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

constexpr std::size_t returns_shown = 300;

Data return_choices(const std::vector<fan_out::ReceivedReturn>& returns,
                    const TypedInvitation& typed, bool& cut) {
  auto choices = Data::list();
  const auto push = [&](const fan_out::ReceivedReturn& one, bool chosen) {
    choices.push(Data::object()
                     .set("id", "return-" + one.id->text())
                     .set("value", one.id->text())
                     .set("text", one.agency)
                     .set("more", one.audit)
                     .set("checked", chosen));
  };
  std::size_t shown = 0;
  for (const auto& one : returns) {
    if (!one.id) continue;
    const bool chosen = holds(typed.returns, one.id->text());
    if (!chosen && shown >= returns_shown) {
      cut = true;
      continue;
    }
    push(one, chosen);
    ++shown;
  }
  return choices;
}

// The notes of one return, in the order of the form, the whole return first.
Data note_rows(const reviews::SentNotes& sent) {
  auto notes = sent.notes;
  const auto rank = [&](const std::string& code) {
    std::size_t at = 1;
    if (code.empty() || !sent.form) return std::size_t{0};
    for (const auto& section : sent.form->sections) {
      for (const auto& item : section.items) {
        if (item.code == code) return at;
        ++at;
      }
    }
    return at;
  };
  std::stable_sort(notes.begin(), notes.end(),
                   [&](const auto& a, const auto& b) { return rank(a.item) < rank(b.item); });
  auto rows = Data::list();
  for (const auto& note : notes) {
    if (note.grade.empty() && note.comment.empty()) continue;
    rows.push(Data::object()
                  .set("item", item_words(sent.form.get(), note.item))
                  .set("grade",
                       note.grade.empty() ? Data() : Data(point_words(sent.form.get(), note.grade)))
                  .set("comment", Data::text_or_no(note.comment)));
  }
  return rows;
}

const reviews::ReviewNote* note_on(const reviews::ReturnToReview& whole, const std::string& item) {
  for (const auto& note : whole.notes) {
    if (note.item == item) return &note;
  }
  return nullptr;
}

Data note_form(const reviews::ReturnToReview& whole, const std::string& item,
               const TypedNote& typed) {
  const auto id = item.empty() ? std::string("whole") : as_id(item);
  const auto* note = note_on(whole, item);
  const bool refused = typed.any && typed.item == item;
  const auto grade = refused ? typed.grade : note != nullptr ? note->grade : std::string();
  const auto comment = refused ? typed.comment : note != nullptr ? note->comment : std::string();
  auto grades = Data::list();
  if (whole.form->scale) {
    for (const auto& point : whole.form->scale->points) {
      grades.push(Data::object()
                      .set("value", point.code)
                      .set("text", point.label)
                      .set("selected", point.code == grade));
    }
  }
  const auto errors = refused ? typed.errors : std::vector<PageError>{};
  const bool sent = whole.reviewed.sent_at.has_value();
  return Data::object()
      .set("id", id)
      .set("item", item)
      .set("after", refused           ? typed.after
                    : note != nullptr ? note->version
                                      : 0)
      .set("open", refused)
      .set("summary", note == nullptr ? "Write a note" : "Change your note")
      .set("any_grades", whole.form->scale && !item.empty())
      .set("grades", std::move(grades))
      .set("comment", comment)
      .set("grade_error", error_of(errors, "grade-" + id))
      .set("error", error_of(errors, "comment-" + id))
      .set("may_write", !sent);
}

Data own_note(const reviews::ReturnToReview& whole, const std::string& item) {
  const auto* note = note_on(whole, item);
  if (note == nullptr || (note->grade.empty() && note->comment.empty())) return {};
  return Data::object()
      .set("grade", note->grade.empty() ? Data() : Data(point_words(whole.form.get(), note->grade)))
      .set("comment", Data::text_or_no(note->comment));
}

Data sections_of(const reviews::ReturnToReview& whole, const TypedNote& typed) {
  return sections_as_written(*whole.form, whole.boxes, [&](Data& item, const std::string& code) {
    item.set("note", own_note(whole, code)).set("form", note_form(whole, code, typed));
  });
}

}  // namespace

ListShape peer_reviews_shape() {
  ListShape shape;
  shape.path = "/peer-reviews";
  shape.what_one = "review";
  shape.what_many = "reviews";
  shape.search = "Member, or an organisation";
  shape.filters = {{"state",
                    "State",
                    {{"running", "Open, or still to begin"}, {"over", "Over or ended"}},
                    true}};
  shape.columns = {{"Member", "member"}, {"Returns"}, {"Notes sent"}, {"State", "until"}};
  shape.sort = "until";
  shape.descending = true;
  shape.export_ = false;
  return shape;
}

Data peer_reviews_page(const std::vector<Review>& reviews, Date today, ListAsked asked,
                       bool may_invite) {
  const auto shape = peer_reviews_shape();
  const auto words_of = [](const Review& review) {
    auto words = review.reviewer + "\n" + review.home;
    for (const auto& one : review.returns)
      words += "\n" + one.organisation;
    return words;
  };
  const auto found = rows_at_hand(
      reviews, asked,
      [&](const Review& review) {
        return is_chosen(asked, "state", is_running(review, today) ? "running" : "over") &&
               contains_words(words_of(review), asked.text);
      },
      [&](const Review& a, const Review& b) {
        return asked.sort == "member" ? a.reviewer < b.reviewer : a.until_on < b.until_on;
      });
  auto rows = Data::list();
  for (const auto* each : page_at_hand(found, shape, asked)) {
    const auto& review = *each;
    rows.push(
        Data::object()
            .set("href", "/peer-reviews/" + review.review.text())
            .set("reviewer", review.reviewer)
            .set("home", review.home)
            .set("returns", counted(static_cast<int>(review.returns.size()), "return", "returns"))
            .set("sent", sent_words(review))
            .set("status", state_data(review, today)));
  }
  return Data::object()
      .set("title", "Peer review")
      .set("any", !reviews.empty())
      .set("may_invite", may_invite)
      .set("list", listing(shape, asked, static_cast<int>(found.size())))
      .set("rows", std::move(rows));
}

Data invite_reviewer_page(const std::vector<reviews::PossibleReviewer>& people,
                          const std::vector<fan_out::ReceivedReturn>& returns,
                          const TypedInvitation& typed) {
  auto names = Data::list();
  for (const auto& one : people) {
    names.push(Data::object()
                   .set("value", one.person.text())
                   .set("text", one.position.empty() ? one.name : one.name + ", " + one.position)
                   .set("selected", one.person.text() == typed.person));
  }
  std::set<std::string> asked;
  for (const auto& one : returns)
    asked.insert(one.agency);
  auto organisations = Data::list();
  for (const auto& name : asked)
    organisations.push(Data::object().set("name", name));
  bool cut = false;
  auto choices = return_choices(returns, typed, cut);
  const bool any = !choices.items().empty();
  const auto& errors = typed.errors;
  return Data::object()
      .set("title", "Invite a member to review")
      .set("any_people", !people.empty())
      .set("people", std::move(names))
      .set("person_error", error_of(errors, "person"))
      .set("review", typed.review)
      .set("home", line("home", typed.home, errors))
      .set("organisations", std::move(organisations))
      .set("words", line("words", typed.words, errors))
      .set("from", due_field("from", "First day", typed.from, errors))
      .set("until", due_field("until", "Last day", typed.until, errors))
      .set("any_returns", any)
      .set("returns", std::move(choices))
      .set("returns_error", error_of(errors, "returns"))
      .set("cut", cut)
      .set("error_summary", error_summary(errors))
      .set("title_error", !errors.empty());
}

Data peer_review_page(const Review& review, const std::vector<reviews::SentNotes>& sent, Date today,
                      bool may_end, const std::string& saved) {
  auto returns = Data::list();
  for (const auto& one : review.returns) {
    returns.push(
        Data::object()
            .set("href", "/returns/" + one.return_id.text())
            .set("organisation", one.organisation)
            .set("title", one.title)
            .set("sent", one.sent_at ? Data(to_words(day_in_england(*one.sent_at))) : Data()));
  }
  auto notes = Data::list();
  for (const auto& one : sent) {
    notes.push(Data::object()
                   .set("id", as_id(one.reviewed.return_id.text()))
                   .set("organisation", one.reviewed.organisation)
                   .set("rows", note_rows(one)));
  }
  const bool running = is_running(review, today);
  return Data::object()
      .set("title", review.reviewer)
      .set("gone", running && !review.here)
      .set("home", review.home)
      .set("words", Data::text_or_no(review.words))
      .set("from", to_words(review.from_on))
      .set("until", to_words(review.until_on))
      .set("invited", to_words(day_in_england(review.invited_at)) +
                          (review.invited_by.empty() ? "" : " by " + review.invited_by))
      .set("status", state_data(review, today))
      .set("returns", std::move(returns))
      .set("any_notes", !sent.empty())
      .set("notes", std::move(notes))
      .set("saved_note", Data::text_or_no(saved))
      .set("end",
           running && may_end ? Data("/peer-reviews/" + review.review.text() + "/end") : Data());
}

Data my_reviews_page(const std::vector<Review>& reviews, const std::string& board) {
  auto list = Data::list();
  for (const auto& review : reviews) {
    auto returns = Data::list();
    for (const auto& one : review.returns) {
      const auto noted = counted(one.noted, "note", "notes");
      returns.push(Data::object()
                       .set("href", "/reviews/" + review.review.text() + "/" + one.return_id.text())
                       .set("organisation", one.organisation)
                       .set("title", one.title)
                       .set("status", one.sent_at     ? status("green", "done", "Sent to the board")
                                      : one.noted > 0 ? status("act", "now", noted + ", not sent")
                                                      : status("quiet", "none", "Not begun")));
    }
    list.push(Data::object()
                  .set("id", as_id(review.review.text()))
                  .set("until", to_words(review.until_on))
                  .set("words", Data::text_or_no(review.words))
                  .set("returns", std::move(returns)));
  }
  return Data::object()
      .set("title", "To review")
      .set("board", board)
      .set("any", !reviews.empty())
      .set("reviews", std::move(list));
}

Data review_return_page(const reviews::ReturnToReview& whole, const TypedNote& typed,
                        const std::string& saved) {
  const auto base =
      "/reviews/" + whole.review.review.text() + "/" + whole.reviewed.return_id.text();
  auto evidence = Data::list();
  for (const auto& title : whole.evidence) {
    evidence.push(Data::object().set("title", title));
  }
  const bool sent = whole.reviewed.sent_at.has_value();
  return Data::object()
      .set("title", whole.reviewed.organisation)
      .set("eyebrow", whole.reviewed.title)
      .set("until", to_words(whole.review.until_on))
      .set("words", Data::text_or_no(whole.review.words))
      .set("action", base + "/note")
      .set("send", sent || whole.reviewed.noted == 0 ? Data() : Data(base + "/send"))
      .set("kept", sent && typed.any ? Data::text_or_no(typed.comment) : Data())
      .set("sent", sent ? Data(to_words(day_in_england(*whole.reviewed.sent_at))) : Data())
      .set("noted", counted(whole.reviewed.noted, "note", "notes"))
      .set("sections", sections_of(whole, typed))
      .set("whole", note_form(whole, "", typed))
      .set("whole_note", own_note(whole, ""))
      .set("any_evidence", !whole.evidence.empty())
      .set("evidence", std::move(evidence))
      .set("saved_note", Data::text_or_no(saved))
      .set("error_summary", error_summary(typed.errors))
      .set("title_error", !typed.errors.empty());
}

}  // namespace onereturn::gateway::views
