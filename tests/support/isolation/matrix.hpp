#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "support/isolation/stage.hpp"
#include "support/isolation/tables.hpp"
#include "support/isolation/verbs.hpp"

namespace onereturn::testing::isolation {

struct Report {
  std::int64_t attempts = 0;
  std::int64_t twins = 0;
  std::vector<std::string> leaks;   // attempts that touched, saw or were told something
  std::vector<std::string> broken;  // twins that failed: their attempts prove nothing
};

// Every table x verb x actor x party to whom a row belongs, from what the catalogue of the database
// says at this moment. An attempt must touch nothing, in the way that the access model names:
// without a policy it is refused, with one the row is not there, with a forged scope nothing is.
// Its twin, the same statement where it is rightful, must succeed: by the same actor on a row of
// its own, or else by whoever may, or else by the superuser.
class Matrix {
 public:
  Matrix(pqxx::transaction_base& work, std::vector<Table> tables, const std::vector<Actor>& actors);

  Report run();

 private:
  using Case = std::tuple<std::string, std::string, std::string>;

  using Step = void (Matrix::*)(const Actor&, const Table&, const Verb&, bool);

  // Whatever the actor may be asked of these tables; entering once is enough for all of it.
  void for_each_question(const Actor& actor, Step step);
  void play(const Actor& actor, const Table& table, const Verb& verb, bool let);
  std::vector<Row> targets(const Actor& actor, const Table& table, bool let) const;
  void judge(const Actor& actor, const Table& table, const Verb& verb, const Row& row, bool let);
  void demand_twin(const Actor& actor, const Table& table, const Verb& verb, bool let);
  bool succeeds_for(const Actor& actor, const Table& table, const Verb& verb);
  bool succeeds_for_superuser(const Table& table, const Verb& verb);
  bool somebody_succeeds(const Table& table, const Verb& verb);

  Stage stage_;
  std::vector<Table> tables_;
  const std::vector<Actor>& actors_;
  std::map<Case, bool> twins_;
  Report report_;
};

}  // namespace onereturn::testing::isolation
