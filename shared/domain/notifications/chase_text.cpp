#include "domain/notifications/chase_text.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/letter.hpp"

namespace onereturn::notifications {

namespace {

constexpr int days_max = 365;

bool is_field(std::string_view name) {
  return std::any_of(chase_fields.begin(), chase_fields.end(),
                     [&](const auto& field) { return field.first == name; });
}

std::string all_fields() {
  std::string words;
  for (const auto& [name, meaning] : chase_fields)
    words += (words.empty() ? "{" : ", {") + std::string(name) + "}";
  return words;
}

// Where the board reads of it.
std::string boards_place(const ChaseSubject& subject) {
  switch (subject.about) {
    case About::request:
      break;
    case About::action:
      return "/actions/" + subject.id;
    case About::plan:
      return "/plans/" + subject.id;
    case About::evidence:
      return "/evidence-asked?state=overdue";
  }
  return "/reminders/chair";
}

// Where it is done. The chair's list is the board's own.
std::string link_of(const ChaseLine& line, const std::string& origin) {
  const auto& subject = *line.subject;
  if (!line.link.empty()) return line.link;
  if (line.step->rung == Rung::chair) return origin + boards_place(subject);
  if (subject.about == About::request) return origin + "/home";
  if (subject.about == About::plan) return origin + "/our-plans";
  if (subject.about == About::evidence) return origin + "/evidence/asked";
  return "[a link to the page of this action, which works once and needs no account]";
}

std::string field_of(std::string_view name, const ChaseLine& line, const std::string& person,
                     const std::string& board, Date today, const std::string& origin) {
  const auto& subject = *line.subject;
  if (name == "name") return person;
  if (name == "organisation") return subject.organisation;
  if (name == "form") return subject.form;
  if (name == "due") return to_words(subject.due_on);
  if (name == "board") return board;
  if (name == "link") return link_of(line, origin);
  const int days = std::abs(days_between(today, subject.due_on));
  return std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string filled(std::string_view text, const ChaseLine& line, const std::string& person,
                   const std::string& board, Date today, const std::string& origin) {
  std::string whole;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = std::min(text.find('{', at), text.size());
    whole.append(text.substr(at, open - at));
    if (open == text.size()) break;
    const auto close = std::min(text.find('}', open), text.size() - 1);
    whole += field_of(text.substr(open + 1, close - open - 1), line, person, board, today, origin);
    at = close + 1;
  }
  return whole;
}

void check_length(Problem& problem, const char* field, const std::string& text, std::size_t most,
                  const char* missing) {
  const auto length = count_characters(text);
  if (!length) {
    problem.fields.push_back({field, "Leave out the characters that cannot be printed"});
  } else if (*length == 0) {
    problem.fields.push_back({field, missing});
  } else if (*length > most) {
    problem.fields.push_back({field, "Use " + std::to_string(most) +
                                         " characters or fewer; these are " +
                                         std::to_string(*length)});
  }
}

bool told(const Problem& problem, std::string_view field) {
  return std::any_of(problem.fields.begin(), problem.fields.end(),
                     [&](const auto& error) { return error.field == field; });
}

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

void read_when(const WriteStep& typed, ChaseStep& step, Problem& problem) {
  if (typed.when != "before" && typed.when != "on" && typed.when != "after") {
    problem.fields.push_back({"when", "Choose before, on or after the day it is due"});
    return;
  }
  if (typed.when == "on") return;
  const auto days = whole_number(tidy_line(typed.days));
  if (!days || *days < 1 || *days > days_max) {
    problem.fields.push_back({"days", "Enter how many days, from 1 to 365"});
    return;
  }
  step.days = typed.when == "before" ? -*days : *days;
}

void read_at(const WriteStep& typed, const ChaseSettings& settings, ChaseStep& step,
             Problem& problem) {
  const auto minute = read_time(tidy_line(typed.at));
  if (!minute) {
    problem.fields.push_back({"at", "Enter a time, like 9:30"});
  } else if (*minute < settings.from_minute || *minute >= settings.until_minute) {
    problem.fields.push_back({"at", "Enter a time in your working hours, " +
                                        time_words(settings.from_minute) + " to " +
                                        time_words(settings.until_minute)});
  } else {
    step.at_minute = *minute;
  }
}

// Nobody can sign in yet where nobody has joined: the way in is the invitation.
std::string why_it_came(const ChaseSubject& subject, const std::string& board) {
  const auto because = board + " writes to you as one of the people who answer for " +
                       subject.organisation + ". If that should be somebody else, ";
  if (subject.joined) return "\n" + because + "its lead can say so under Contacts.";
  return "\n" + subject.organisation + " has not joined OneReturn yet. The invitation that " +
         board + " sent lets you in; if you cannot find it, ask the board for another.\n\n" +
         because + "tell the board.";
}

}  // namespace

std::string wrong_in(std::string_view text, bool link_allowed) {
  for (std::size_t at = 0; at < text.size();) {
    const auto brace = text.find_first_of("{}", at);
    if (brace == std::string_view::npos) break;
    const auto close = text.find_first_of("{}", brace + 1);
    if (text[brace] == '}' || close == std::string_view::npos || text[close] == '{') {
      return "Write a field between { and }, like {due}: one of the two is missing";
    }
    const auto name = text.substr(brace + 1, close - brace - 1);
    if (!is_field(name)) {
      return "There is no field {" + std::string(name.substr(0, 40)) + "}. There are " +
             all_fields();
    }
    if (name == "link" && !link_allowed) return "{link} can stand in the text only";
    at = close + 1;
  }
  return {};
}

ReadStep read_step(WriteStep typed, const ChaseSettings& settings) {
  ReadStep read;
  auto& [step, problem] = read;
  problem = {ProblemCode::invalid, "validation", "Correct what is named and try again.", {}};
  const auto about = about_of(typed.about);
  if (!about) problem.fields.push_back({"about", "Choose what it is about"});
  step.about = about.value_or(About::request);
  read_when(typed, step, problem);
  read_at(typed, settings, step, problem);
  const auto rung = rung_of(typed.rung);
  if (!rung) problem.fields.push_back({"rung", "Choose whom it goes to"});
  step.rung = rung.value_or(Rung::person);
  step.name = tidy_line(typed.name);
  check_length(problem, "name", step.name, chase_name_max, "Enter a name for this reminder");
  step.subject = tidy_line(typed.subject);
  check_length(problem, "subject", step.subject, chase_subject_max, "Enter a subject");
  step.body = tidy_paragraph(typed.body);
  check_length(problem, "body", step.body, chase_body_max, "Enter the text");
  const auto check_fields = [&](const char* field, const std::string& text, bool link) {
    const auto wrong = wrong_in(text, link);
    if (!wrong.empty() && !told(problem, field)) problem.fields.push_back({field, wrong});
  };
  check_fields("subject", step.subject, false);
  check_fields("body", step.body, true);
  step.needs_approval = typed.needs_approval;
  return read;
}

WriteStep written(const ChaseStep& step) {
  WriteStep typed;
  typed.about = code_of(step.about);
  typed.when = step.days == 0 ? "on" : step.days < 0 ? "before" : "after";
  if (step.days != 0) typed.days = std::to_string(std::abs(step.days));
  typed.at = time_words(step.at_minute);
  typed.rung = code_of(step.rung);
  typed.name = step.name;
  typed.subject = step.subject;
  typed.body = step.body;
  typed.needs_approval = step.needs_approval;
  return typed;
}

ChaseLetter letter_of(const std::vector<ChaseLine>& lines, const std::string& name,
                      const std::string& board, Date today, const std::string& origin) {
  ChaseLetter letter;
  const auto fill = [&](const std::string& text, const ChaseLine& line) {
    return filled(text, line, name, board, today, origin);
  };
  letter.subject = fill(lines.front().step->subject, lines.front());
  if (lines.size() > 1) {
    letter.subject += " (and " + std::to_string(lines.size() - 1) + " more)";
  }
  letter.body = "Hello " + name + ",\n";
  const auto shown = std::min(lines.size(), lines_of_a_mail_max);
  for (std::size_t at = 0; at < shown; ++at) {
    const auto& line = lines[at];
    letter.body += "\n";
    if (lines.size() > 1) {
      letter.body += line.subject->form + ", " + line.subject->organisation + ", due on " +
                     to_words(line.subject->due_on) + "\n\n";
    }
    letter.body += fill(line.step->body, line) + "\n";
    if (line.step->body.find("{link}") == std::string::npos) {
      letter.body += "\n" + fill("{link}", line) + "\n";
    }
  }
  if (shown < lines.size()) {
    letter.body += "\nThere are " + std::to_string(lines.size() - shown) + " more.\n";
  }
  letter.body += why_it_came(*lines.front().subject, board);
  return letter;
}

MailText mail_text(const ChaseLetter& letter, const std::string& origin) {
  Letter text;
  std::size_t at = 0;
  while (at < letter.body.size()) {
    const auto end = std::min(letter.body.find("\n\n", at), letter.body.size());
    text.paragraph(letter.body.substr(at, end - at), origin);
    at = end;
    while (at < letter.body.size() && letter.body[at] == '\n')
      ++at;
  }
  return text.text(letter.subject);
}

std::optional<int> read_time(std::string_view text) {
  const auto colon = text.find_first_of(":.");
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() != colon + 3) {
    return std::nullopt;
  }
  const auto hour = whole_number(std::string(text.substr(0, colon)));
  const auto minute = whole_number(std::string(text.substr(colon + 1)));
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ':' || c == '.';
  });
  if (!digits || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

std::string time_words(int minute) {
  const auto rest = std::to_string(minute % 60);
  return std::to_string(minute / 60) + (rest.size() == 1 ? ":0" : ":") + rest;
}

}  // namespace onereturn::notifications
