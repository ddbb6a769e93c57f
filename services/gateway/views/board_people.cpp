#include "gateway/views/board_people.hpp"

#include <set>

#include "gateway/views/invitation_words.hpp"
#include "gateway/views/plain_form.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

struct Role {
  const char* value;
  const char* label;
  const char* hint;
};
constexpr Role roles_of_a_board[] = {
    {"manager", "Board manager",
     "Reads and evaluates, keeps the register, releases, invites and removes people."},
    {"assistant", "Assistant", "Reads, acknowledges and evaluates beside the manager."},
    {"chair", "Chair", "Reads and acknowledges what arrives, and looks at evaluations again."},
    {"member", "Member", "Reads the returns that you name for review, until the day you give."},
    {"reviewer", "Reviewer", "The same, for somebody who does not sit on the board."}};

Data person_row(const identity::BoardColleague& one, const PersonId& you) {
  return Data::object()
      .set("href", "/board/people/" + one.membership.text())
      .set("name", one.name)
      .set("you", one.person == you)
      .set("email", one.email)
      .set("role", board_role_words(one.role))
      .set("position", Data::text_or_no(one.position))
      .set("codes", one.has_codes ? "Set up" : "Not set up yet")
      .set("lists", one.role == "manager" ? "Yes, as manager"
                    : one.may_export      ? "Yes"
                                          : "No");
}

Data invitation_row(const identity::BoardInvitation& one, const std::string& csrf, Instant now) {
  return Data::object()
      .set("name", one.name)
      .set("email", one.email)
      .set("role", board_role_words(one.role))
      .set("state", invitation_words(one.invited_at, one.expires_at, one.refused, now))
      .set("action", "/board/people/invitations/" + one.invitation.text() + "/withdraw")
      .set("csrf", csrf);
}

Data roles(const BoardColleagueForm& form) {
  auto list = Data::list();
  for (const auto& role : roles_of_a_board) {
    // The error summary leads to "role": the first of them.
    const bool first = &role == &roles_of_a_board[0];
    list.push(Data::object()
                  .set("id", first ? std::string("role") : std::string("role-") + role.value)
                  .set("value", role.value)
                  .set("label", role.label)
                  .set("hint", role.hint)
                  .set("checked", form.role == role.value));
  }
  return list;
}

Data text_fields(const BoardColleagueForm& form, const std::vector<PageError>& errors) {
  auto fields = Data::list();
  if (form.asks_who) {
    fields.push(text_field({"name", "Their name", form.name}, errors));
    TextField email{"email", "Their work email address", form.email};
    email.type = "email";
    fields.push(text_field(email, errors));
  }
  TextField position{"position", form.self ? "Your position" : "Their position", form.position};
  position.hint = "Such as Business manager. You can leave it empty.";
  fields.push(text_field(position, errors));
  return fields;
}

Data codes(const BoardColleagueForm& form, const std::string& csrf,
           const std::vector<PageError>& errors) {
  if (form.asks_who) return {};
  const std::string words =
      form.self
          ? "Your own codes are reset by another manager of the board, or by whoever runs the "
            "service. New recovery codes you make yourself, under Your account."
      : form.has_codes
          ? "They are signed out everywhere and told by mail, as are the other managers. At the "
            "next "
            "sign-in they set up the new phone. Make sure first that it is them who asks."
          : "They have set up no codes yet: they do so when they next sign in.";
  return Data::object()
      .set("words", words)
      .set("error", error_of(errors, "codes"))
      .set("action", Data::text_or_no(form.codes_action))
      .set("csrf", csrf);
}

// What is with them, and where it can be given to somebody else.
Data work_of(const reporting::WorkOfPerson& work, const PersonId& person) {
  auto list = Data::list();
  const auto add = [&](int count, const char* one, const char* many, const std::string& href) {
    if (count > 0)
      list.push(Data::object().set("words", counted(count, one, many)).set("href", href));
  };
  add(work.returns, "return to evaluate", "returns to evaluate", "/returns");
  add(work.actions, "open action", "open actions", "/actions?with=" + person.text());
  add(work.questions, "question", "questions", "/questions");
  add(work.reviews, "review", "reviews", "/peer-reviews");
  return list;
}

Data taking_along(const BoardColleagueForm& form, const std::string& csrf,
                  const std::vector<PageError>& errors) {
  if (form.asks_who || form.role == "member" || form.role == "reviewer") return {};
  const std::string words =
      form.role == "manager" ? "A board manager may take lists along. Each time is written down."
      : form.may_export      ? "They may take lists along as files: the register, contacts, waves, "
                               "actions, samples and "
                               "training needs. Each time is written down, with how many rows."
                        : "They read lists here and take none along as a file. You can let them.";
  return Data::object()
      .set("words", words)
      .set("error", error_of(errors, "export"))
      .set("action", Data::text_or_no(form.export_action))
      .set("allow", form.may_export ? "no" : "yes")
      .set("button", form.may_export ? "Take this right back" : "Let them take lists along")
      .set("csrf", csrf);
}

Data removal(const BoardColleagueForm& form, const std::string& csrf) {
  if (form.remove_action.empty()) return {};
  return Data::object()
      .set("heading", form.self ? "Leave" : "Remove " + form.title)
      .set("words", form.self
                        ? "You are signed out at once. What you did stays, with your name."
                        : "They are signed out at once. What they did stays, with their name.")
      .set("any_work", form.work.any())
      .set("whose_work", form.self ? "With you now:" : "With them now:")
      .set("work", work_of(form.work, form.person))
      .set("action", form.remove_action)
      .set("csrf", csrf)
      .set("button", form.self ? "Leave this board" : "Remove them");
}

}  // namespace

std::string board_role_words(const std::string& role) {
  for (const auto& one : roles_of_a_board) {
    if (one.value == role) return one.label;
  }
  return capital(role);
}

Data board_people_page(const identity::BoardPeople& people, const PersonId& you,
                       const std::string& board, const std::string& note, const std::string& csrf,
                       Instant now) {
  auto current = Data::list();
  auto leavers = Data::list();
  auto invitations = Data::list();
  // A change of role ends one membership and begins another: only who has none left has gone.
  std::set<PersonId> here;
  std::set<PersonId> gone;
  for (const auto& one : people.people) {
    if (!one.until) {
      here.insert(one.person);
      current.push(person_row(one, you));
    } else if (here.count(one.person) == 0 && gone.insert(one.person).second) {
      leavers.push(Data::object()
                       .set("name", one.name)
                       .set("role", one.role == "manager" ? "board manager" : one.role)
                       .set("until", to_words(day_in_england(*one.until))));
    }
  }
  for (const auto& one : people.invitations)
    invitations.push(invitation_row(one, csrf, now));
  const auto count = static_cast<int>(here.size());
  return Data::object()
      .set("title", "People of the board")
      .set("note", Data::text_or_no(note))
      .set("board", board)
      .set("lede", capital(number_word(count)) + (count == 1 ? " person acts for your board."
                                                             : " people act for your board."))
      .set("people", std::move(current))
      .set("has_invitations", !people.invitations.empty())
      .set("invitations", std::move(invitations))
      .set("has_leavers", !gone.empty())
      .set("leavers", std::move(leavers));
}

Data board_colleague_form(const BoardColleagueForm& form, const std::string& csrf,
                          const std::vector<PageError>& errors) {
  return Data::object()
      .set("title", form.title)
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("eyebrow", Data::text_or_no(form.eyebrow))
      .set("action", form.action)
      .set("button", form.button)
      .set("fields", text_fields(form, errors))
      .set("role_error", error_of(errors, "role"))
      .set("roles", roles(form))
      .set("codes", codes(form, csrf, errors))
      .set("taking", taking_along(form, csrf, errors))
      .set("remove", removal(form, csrf))
      .set("box_heading", form.box_heading)
      .set("box", form.box);
}

}  // namespace onereturn::gateway::views
