#pragma once

#include <string>

#include <pqxx/pqxx>

#include "support/isolation/world.hpp"

namespace onereturn::testing::isolation {

struct Outcome {
  std::string refusal;  // SQLSTATE, empty when the statement was let through
  std::string message;  // what the refusal said, with its details
  long rows = 0;        // answered or changed
  std::string answer;   // the rows themselves, as text
};

// A transaction that is never kept, and that goes on after a refused statement, which the library's
// own ones do not.
class Undone {
 public:
  explicit Undone(pqxx::connection& connection) : plain_(connection) { plain_.exec("begin"); }
  ~Undone() { plain_.exec("rollback"); }
  Undone(const Undone&) = delete;
  Undone& operator=(const Undone&) = delete;

  pqxx::transaction_base& work() { return plain_; }

 private:
  pqxx::nontransaction plain_;
};

// One open transaction of the superuser in which actors enter in turn. Everything that is tried is
// taken back: by the next try, and by the end of the transaction.
class Stage {
 public:
  explicit Stage(pqxx::transaction_base& work);
  // Leaves the transaction to the superuser, as it was.
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  // As that actor, from here on. Throws when an entrance is refused.
  void enter(const Actor& actor);
  Outcome attempt(const std::string& sql);
  // The same after the superuser has arranged something.
  Outcome attempt_after(const std::string& arranging, const std::string& sql);
  // As the superuser, who may do everything.
  Outcome attempt_as_superuser(const std::string& sql);

 private:
  Outcome run(const std::string& sql);

  pqxx::transaction_base& work_;
  Actor actor_;
};

}  // namespace onereturn::testing::isolation
