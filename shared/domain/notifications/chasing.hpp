#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/agency_register/contacts.hpp"

// Reminders that go out by themselves: the steps of a board's schedule around the day on which
// something is due, and whom each reaches.
namespace onereturn::notifications {

using StepId = Id<struct ChaseStepTag>;
using PauseId = Id<struct ChasePauseTag>;

// When a board writes to people at all. Version 0: nothing was set up yet.
struct ChaseSettings {
  int version = 0;
  bool on = false;
  int from_minute = 9 * 60;
  int until_minute = 16 * 60 + 30;
  std::vector<int> weekdays{1, 2, 3, 4, 5};  // 1 is Monday
  std::string changed_by;
  std::optional<Instant> changed_at;
};

// The ladder, lowest first.
enum class Rung { person, lead, board_member, chair };

// What may be due.
enum class About { request, action, plan, evidence };

struct ChaseStep {
  StepId step;
  int version = 0;
  About about = About::request;
  int days = 0;  // after the day it is due; negative: before
  int at_minute = 9 * 60 + 30;
  Rung rung = Rung::person;
  std::string name;
  std::string subject;
  std::string body;
  bool needs_approval = false;
};

// Something that is due and not done: a return that was asked for, an action that is open, a plan
// that was demanded, evidence that was asked for (all of one return that is due on one day).
struct ChaseSubject {
  About about = About::request;
  std::string id;  // of the request, the action, the plan, or the return of the evidence
  EntryId entry;
  std::string organisation;
  std::string form;  // the return's or the action's name, as the board has it
  Date due_on;
  bool joined = true;  // whether anybody there can sign in
};

// Whom a rung reaches in an organisation.
struct ChaseContact {
  agency_register::ContactId contact;
  EntryId entry;
  std::string role;
  std::string rung;
  std::string name;
  std::string email;
};

// What somebody decided about one step of one subject.
enum class Decision { none, stop, approve };

struct ChaseDecision {
  StepId step;
  std::string subject;
  Date due_on;  // the day for which it was decided: when that moves, it is decided anew
  Decision what = Decision::none;
};

struct ChasePause {
  PauseId pause;
  std::optional<EntryId> entry;
  std::optional<StepId> step;  // neither: the whole board
  std::string what;            // the organisation's or the step's name
  std::string reason;
  std::string by;
  Instant at;
};

// A step that has gone out for a subject that was due on that day.
struct ChaseSent {
  StepId step;
  std::string subject;
  Date due_on;
};

// Everything that says what goes out, at one moment.
struct ChaseBoard {
  std::string board_name;
  ChaseSettings settings;
  std::vector<ChaseStep> steps;
  std::vector<ChaseSubject> subjects;
  std::vector<ChaseContact> contacts;
  std::vector<ChaseContact> chairs;  // without entry
  std::vector<ChaseDecision> decisions;
  std::vector<ChasePause> pauses;
  std::vector<ChaseSent> sent;
};

// How a planned step stands.
enum class Standing { goes, waits, stopped, paused, nobody };

struct Planned {
  std::size_t subject = 0;  // places in ChaseBoard
  std::size_t step = 0;
  Instant at;
  Standing standing = Standing::goes;
  std::vector<std::size_t> contacts;  // of ChaseBoard::contacts, or of chairs on the last rung
};

}  // namespace onereturn::notifications
