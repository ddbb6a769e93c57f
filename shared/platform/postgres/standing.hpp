#pragma once

#include <chrono>
#include <memory>
#include <string>

namespace onereturn::postgres {

// Whether the database answers, known beforehand: a thread of its own asks it again and again on a
// connection of its own, so that neither a full pool nor a database that hangs keeps the question
// waiting. For /readyz.
class Standing {
 public:
  struct Settings {
    std::string connection;  // as Database::Settings has it
    bool lent = false;
    std::chrono::milliseconds every{1000};
    std::chrono::milliseconds answer_max{2000};  // one that takes longer counts as none
  };

  // Begins to ask.
  explicit Standing(Settings settings);
  // Waits for a question that is being asked for as long as an answer may take, no longer.
  ~Standing();
  Standing(const Standing&) = delete;
  Standing& operator=(const Standing&) = delete;

  // True when the last question was answered, and none has been waiting for too long. Never waits.
  // So an outage shows within `every` and `answer_max`, and its end within `every` of it.
  bool reachable() const;

 private:
  struct State;
  // Shared with the thread, which a database that hangs may hold longer than this lives.
  std::shared_ptr<State> state_;
};

}  // namespace onereturn::postgres
