#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/notifications/chase_store.hpp"
#include "domain/notifications/chase_text.hpp"
#include "domain/notifications/holidays.hpp"
#include "platform/postgres/transaction.hpp"

// How a board sets up its reminders. Every role reads it; its manager changes it, others are
// refused with forbidden. What somebody else saved meanwhile is a conflict ("changed-meanwhile").
namespace onereturn::notifications {

struct Schedule {
  ChaseSettings settings;
  std::vector<ChaseStep> steps;
  std::vector<ChasePause> pauses;
};
Schedule read_schedule(postgres::BoardTx& tx);

// As the form sends it: times like "9:00", days of the week by number.
struct WriteSettings {
  int version = 0;  // that it was read at
  bool on = false;
  std::string from;
  std::string until;
  std::vector<std::string> weekdays;
};
// Refuses with invalid, fields "from", "until", "weekdays".
Result<Done> save_settings(postgres::BoardTx& tx, const WriteSettings& typed,
                           const Holidays& holidays, Instant now);

// The usual steps, for a board that has none; conflict when it has.
Result<Done> take_usual_steps(postgres::BoardTx& tx, const Holidays& holidays, Instant now);

// Refuses with invalid, fields as read_step names them; not_found for another board's step.
Result<StepId> add_step(postgres::BoardTx& tx, const WriteStep& typed, const Holidays& holidays,
                        Instant now);
Result<Done> change_step(postgres::BoardTx& tx, const StepId& step, int version,
                         const WriteStep& typed, const Holidays& holidays, Instant now);
Result<Done> remove_step(postgres::BoardTx& tx, const StepId& step, int version, Instant now);

// A pause of everything, of one organisation or of one step.
struct WritePause {
  std::string entry;  // one id, or both ""
  std::string step;
  std::string reason;
};
Result<Done> pause(postgres::BoardTx& tx, const WritePause& typed, Instant now);
Result<Done> end_pause(postgres::BoardTx& tx, const PauseId& pause, const Holidays& holidays,
                       Instant now);

// The step as it would go to that organisation, or to the first of the register: by its own request
// when it has one that is open, else by an invented one, due thirty days from now.
struct Preview {
  std::string organisation;
  bool invented = false;
  ChaseLetter letter;
};
Result<Preview> preview_step(postgres::BoardTx& tx, const ChaseStep& step,
                             const std::string& organisation, Instant now,
                             const std::string& origin);

}  // namespace onereturn::notifications
