#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "domain/notifications/chasing.hpp"
#include "domain/notifications/notifications.hpp"

// What a board writes in its steps, with fields that are filled for each organisation. Nothing that
// an organisation wrote can come in: the fields are names, days and a link.
namespace onereturn::notifications {

// The fields, with what each stands for.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 7> chase_fields{{
    {"name", "the person written to"},
    {"organisation", "the organisation"},
    {"form", "what is due: the return, the action, the plan or the evidence"},
    {"due", "the day it is due"},
    {"days", "how long to that day, or since: “18 days”"},
    {"board", "your board"},
    {"link", "where it is done"},
}};

inline constexpr std::size_t chase_name_max = 80;
inline constexpr std::size_t chase_subject_max = 150;
inline constexpr std::size_t chase_body_max = 4000;

// A step as a form sends it.
struct WriteStep {
  std::string about;  // "return", "action", "plan", "evidence"
  std::string when;   // "before", "on", "after"
  std::string days;   // "14"; not looked at for "on"
  std::string at;     // "9:30"
  std::string rung;
  std::string name;
  std::string subject;
  std::string body;
  bool needs_approval = false;
};

// The step that was meant, and a field error for each thing that will not do: "about", "when",
// "days", "at", "rung", "name", "subject", "body". A field that does not exist is named.
struct ReadStep {
  ChaseStep step;
  Problem problem;
};
ReadStep read_step(WriteStep typed, const ChaseSettings& settings);
WriteStep written(const ChaseStep& step);

// Empty when all braces enclose a field that there is; else what is wrong, for people.
std::string wrong_in(std::string_view text, bool link_allowed);

// What a digest speaks of.
struct ChaseLine {
  const ChaseStep* step = nullptr;
  const ChaseSubject* subject = nullptr;
  std::string link = {};  // to its own page, for whoever gets this very mail
};

// The text of a mail to one person: its subject, and its paragraphs with the greeting and the line
// that says why they get it. Where a line about an action has no link yet, words stand in its
// place: what is kept, or shown before it goes, holds nobody's secret.
struct ChaseLetter {
  std::string subject;
  std::string body;
};
ChaseLetter letter_of(const std::vector<ChaseLine>& lines, const std::string& name,
                      const std::string& board, Date today, const std::string& origin);

// The letter as it is put into a message: the addresses of ours in it become links.
MailText mail_text(const ChaseLetter& letter, const std::string& origin);

// "9:30" as a minute of the day; nothing for what is no time.
std::optional<int> read_time(std::string_view text);
std::string time_words(int minute);

// The usual steps, for a board that begins.
std::vector<ChaseStep> usual_steps();

inline constexpr std::size_t lines_of_a_mail_max = 40;

}  // namespace onereturn::notifications
