#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace onereturn::bench {

// libpq without anything around it: the denominator. One connection, used by one thread. Throws
// std::runtime_error with PostgreSQL's message.
class Straight {
 public:
  explicit Straight(const std::string& settings);
  ~Straight();
  Straight(Straight&&) noexcept;
  Straight& operator=(Straight&&) = delete;

  using Rows = std::vector<std::vector<std::string>>;

  // Any number of statements in one text; answers the last one's rows.
  Rows execute(const std::string& sql);
  void prepare(const std::string& name, const std::string& sql);
  using Params = std::vector<std::optional<std::string>>;
  Rows run(const std::string& name, const Params& params);

  // Sends all in one round trip, as one transaction. Answers how many rows each came to: whoever
  // compares reading does not pay for copies that nobody looks at.
  struct Step {
    std::string name;  // prepared
    Params params;
  };
  std::vector<int> run_all(const std::vector<Step>& steps);

 private:
  class Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace onereturn::bench
