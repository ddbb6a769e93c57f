#include "support/isolation/stage.hpp"

namespace onereturn::testing::isolation {

Stage::Stage(pqxx::transaction_base& work) : work_(work) {
  work_.exec("set local search_path = ''; savepoint outside; savepoint entered");
}

Stage::~Stage() {
  try {
    work_.exec("rollback to savepoint outside");
  } catch (const std::exception&) {
    // The connection is gone, and the transaction with it.
  }
}

void Stage::enter(const Actor& actor) {
  actor_ = actor;
  work_.exec("rollback to savepoint outside; set local session authorization " + actor.login);
  for (const auto& statement : actor.entering) {
    work_.exec(statement);
  }
  work_.exec("savepoint entered");
}

Outcome Stage::attempt(const std::string& sql) {
  return run("rollback to savepoint entered; " + sql);
}

Outcome Stage::attempt_after(const std::string& arranging, const std::string& sql) {
  const auto role = actor_.role();
  return run("rollback to savepoint entered; reset session authorization; " + arranging +
             " set local session authorization " + actor_.login +
             (role == actor_.login ? "; " : "; set local role " + role + "; ") + sql);
}

Outcome Stage::attempt_as_superuser(const std::string& sql) {
  return run("rollback to savepoint entered; reset session authorization; " + sql);
}

Outcome Stage::run(const std::string& sql) {
  Outcome outcome;
  try {
    const auto found = work_.exec(sql);
    outcome.rows = found.columns() > 0 ? static_cast<long>(found.size())
                                       : static_cast<long>(found.affected_rows());
    for (const auto& row : found) {
      for (const auto& field : row) {
        outcome.answer += std::string(field.c_str()) + "|";
      }
    }
  } catch (const pqxx::sql_error& error) {
    outcome.refusal = sqlstate_of(error);
    outcome.message = error.what();
  }
  return outcome;
}

}  // namespace onereturn::testing::isolation
